package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree returns what a folder holds: the content of files, and of what is none its mode.
func tree(t *testing.T, path string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == path {
			return err
		}
		all[name] = d.Type().String()
		if d.Type().IsRegular() {
			b, err := os.ReadFile(name)
			all[name] = string(b)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// keep makes files of the given content, folders where the name ends in a slash, and links where the content is → target.
func keep(t *testing.T, path string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		at := filepath.Join(path, name)
		err := os.MkdirAll(filepath.Dir(at), 0o777)
		if target, link := strings.CutPrefix(content, "→ "); err == nil && link {
			err = os.Symlink(target, at)
		} else if err == nil && strings.HasSuffix(name, "/") {
			err = os.MkdirAll(at, 0o777)
		} else if err == nil {
			err = os.WriteFile(at, []byte(content), 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// ownStore makes a store of a few records and closes it.
func ownStore(t *testing.T, path string) {
	t.Helper()
	s, err := Open(path, Options{Buffer: 10})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"a", "b", "c", "d"} {
		if err := s.put(twinRecord{ID: id, Keys: []uint64{1, 2, 3, 4}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestRefusesFolders opens folders that are no store, and stores with something else among their files: an error that
// can be told, and nothing is changed, be it opened to write or to read.
func TestRefusesFolders(t *testing.T) {
	for name, c := range map[string]struct {
		store bool // beside a store
		files map[string]string
	}{
		"pages":                     {false, map[string]string{"one.html": "<p>하나", "two.html": "<p>둘"}},
		"a folder of pages":         {false, map[string]string{"pages/one.html": "<p>하나"}},
		"a log of another":          {false, map[string]string{"000001.log": "열기 09:00\n"}},
		"a long log of another":     {false, map[string]string{"000001.log": strings.Repeat("열기 09:00\n", 50)}},
		"an empty log of another":   {false, map[string]string{"000001.log": ""}},
		"a segment of another":      {false, map[string]string{"000007.seg": "구간"}},
		"a manifest of another":     {false, map[string]string{"MANIFEST": "include README\n"}},
		"an empty manifest":         {false, map[string]string{"MANIFEST": ""}},
		"a manifest and pages":      {false, map[string]string{"MANIFEST": "include README\n", "one.html": "<p>하나"}},
		"a manifest that is a link": {false, map[string]string{"MANIFEST": "→ elsewhere"}},
		"a manifest of folders":     {false, map[string]string{"MANIFEST/": ""}},
		"a draft of another":        {false, map[string]string{"MANIFEST.new": "include README\n"}},
		"a lock of another":         {false, map[string]string{"LOCK": "4711\n"}},
		"a lock that is a link":     {false, map[string]string{"LOCK": "→ elsewhere"}},
		"a lock and a log":          {false, map[string]string{"LOCK": "", "000001.log": "열기 09:00\n"}},
		"another database": {false, map[string]string{"LOCK": "", "CURRENT": "MANIFEST-000002\n",
			"MANIFEST-000002": "\x00\x01", "000003.log": "\x05"}},
		"marks of another":            {false, map[string]string{"LOCK": "", "SYNCED": "yes\n"}},
		"a store with a page":         {true, map[string]string{"one.html": "<p>하나"}},
		"a store with a folder":       {true, map[string]string{"2031/": ""}},
		"a store with another's log":  {true, map[string]string{"000042.log": "열기 09:00\n"}},
		"a store with another's seg":  {true, map[string]string{"000042.seg": "구간"}},
		"a store with another draft":  {true, map[string]string{"MANIFEST.new": "include README\n"}},
		"a store with a linked draft": {true, map[string]string{"MANIFEST.new": "→ elsewhere"}},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "index")
			if c.store {
				ownStore(t, path)
			}
			keep(t, path, c.files)
			before := tree(t, path)
			for _, opts := range []Options{{}, {Repair: true}, {ReadOnly: true}} {
				if opts.ReadOnly && c.store && name != "a store with a page" {
					continue // what a crash left, or another process is making, is not looked at
				}
				s, err := Open(path, opts)
				if err == nil {
					s.Close()
				}
				if !errors.Is(err, ErrNotIndex) {
					t.Errorf("Open with %+v: %v, want ErrNotIndex", opts, err)
				}
				after := tree(t, path)
				if lock := filepath.Join(path, lockName); c.store && before[lock] == "" {
					before[lock] = after[lock]
				}
				if diff := cmp.Diff(before, after); diff != "" {
					t.Errorf("Open with %+v has changed the folder (-before +after):\n%s", opts, diff)
				}
			}
		})
	}
	file := filepath.Join(t.TempDir(), "file")
	keep(t, filepath.Dir(file), map[string]string{"file": "<p>하나"})
	if _, err := Open(file, Options{}); !errors.Is(err, ErrNotIndex) {
		t.Errorf("a file: %v, want ErrNotIndex", err)
	}
}

// TestPassesOverSystemFiles lets stand what systems put into folders.
func TestPassesOverSystemFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	files := map[string]string{".DS_Store": "x", ".nfs0001": "y", "Thumbs.db": "z", "desktop.ini": "w", "lost+found/": ""}
	keep(t, path, files)
	ownStore(t, path)
	ownStore(t, path)
	for name, content := range files {
		if b, err := os.ReadFile(filepath.Join(path, name)); content != "" && (err != nil || string(b) != content) {
			t.Errorf("%s is %q, %v", name, b, err)
		}
	}
}

// TestLost cuts the log of a killed store: what was acknowledged and is gone is an error, also at the end of a frame, and
// what is left is found with Repair; Stats says how much is lost.
func TestLost(t *testing.T) {
	f := newFaulty(nil)
	s, err := open(f, false, Options{Settings: "test", Commit: 3})
	if err != nil {
		t.Fatal(err)
	}
	c := newScript(6)
	for range 30 {
		r := random(c.rng, 60)
		c.twin.put(r)
		c.note()
		if err := s.put(r); err != nil {
			t.Fatal(err)
		}
	}
	image := f.killed()
	s.Close()
	log := image[logName(1)]
	for size := logHeaderSize; size < len(log); size += 5 {
		image[logName(1)] = log[:size]
		var corrupt *CorruptError
		if _, err := open(newFaulty(image), false, tinyOptions); !errors.As(err, &corrupt) {
			t.Fatalf("log cut to %d of %d bytes: %v, want a CorruptError", size, len(log), err)
		}
		repair := tinyOptions
		repair.Repair = true
		g := newFaulty(image)
		s, err := open(g, false, repair)
		if err != nil {
			t.Fatalf("log cut to %d of %d bytes, with Repair: %v", size, len(log), err)
		}
		end := int64(len(log)) - s.Stats().Lost
		if end > int64(size) || end < logHeaderSize {
			t.Errorf("log cut to %d of %d bytes: %d are lost", size, len(log), s.Stats().Lost)
		}
		if s.Close() != nil || c.verify(g.killed()) != nil {
			t.Errorf("log cut to %d of %d bytes: what was left does not open again", size, len(log))
		}
	}
	// A commit that nobody was told of is given up, and told in Stats.
	image[logName(1)] = append(log[:len(log):len(log)], "an unfinished frame"...)
	s, err = open(newFaulty(image), false, tinyOptions)
	if err != nil || s.Stats().Lost != int64(len("an unfinished frame")) {
		t.Fatalf("an unfinished frame: %v, want its length in Stats", err)
	}
	s.Close()
}
