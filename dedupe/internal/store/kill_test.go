package store

import (
	"bufio"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

var kills = flag.Int("kills", 5, "how often TestKill kills")

var killOptions = Options{Settings: "kill", Buffer: 3000, Commit: 1 << 20, Fanout: 2}

// killsOfOne is how often one store is killed before there is another, from its first commit on.
const killsOfOne = 25

func killRecord(n int) (id string, keys []uint64, payload []byte) {
	rng := rand.New(rand.NewPCG(uint64(n), 77))
	keys = make([]uint64, 16)
	for i := range keys {
		keys[i] = rng.Uint64()
	}
	return fmt.Sprintf("doc-%d", n), keys, fmt.Appendf(nil, "payload of %d: %x", n, keys)
}

// killCommit is one commit of the child of TestKill: records from to next are new, and one of before is replaced.
type killCommit struct{ number, from, next, replaced int }

// killCommits returns the commits of the child in order, up to the one after which there are n records; false where there
// is none such.
func killCommits(n int) (all []killCommit, ok bool) {
	c := killCommit{number: 1, next: 1, replaced: -1}
	for n > 0 && c.next <= n {
		all = append(all, c)
		if c.next == n {
			return all, true
		}
		c = c.after()
	}
	return nil, n == 0
}

func (c killCommit) after() killCommit {
	return killCommit{c.number + 1, c.next, c.next + 1 + c.next%40, c.number * 7919 % c.next}
}

// put carries out the commit.
func (c killCommit) put(w Writer) error {
	if c.replaced >= 0 {
		id, keys, _ := killRecord(c.replaced)
		if err := w.Put(id, int64(c.number), keys[:8], fmt.Appendf(nil, "version %d", c.number)); err != nil {
			return err
		}
	}
	for n := c.from; n < c.next; n++ {
		id, keys, payload := killRecord(n)
		if err := w.Put(id, int64(n), keys, payload); err != nil {
			return err
		}
	}
	return nil
}

// TestMain is the child of TestKill where that asks for it: it adds and replaces records without end and prints, after
// each commit, how many are durable.
func TestMain(m *testing.M) {
	path := os.Getenv("GISA_KILL_PATH")
	if path == "" {
		os.Exit(m.Run())
	}
	if err := commitForEver(path); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(1)
}

func commitForEver(path string) error {
	s, err := Open(path, killOptions)
	if err != nil {
		return err
	}
	c := killCommit{number: 1, next: 1, replaced: -1}
	done, ok := killCommits(s.Stats().Records)
	if !ok {
		return fmt.Errorf("%d records are those after no commit", s.Stats().Records)
	}
	if len(done) > 0 {
		c = done[len(done)-1].after()
	}
	for ; ; c = c.after() {
		if err := s.WriteNow(c.put); err != nil {
			return err
		}
		fmt.Println(c.next)
	}
}

// TestKill kills a real process while it adds, over and over, and sees each time that what it said was durable is
// there: whole, found by each key, and nothing beside it; also for one who only reads, before anything is cleared up.
func TestKill(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	path, operations := "", 0
	for round := range *kills {
		if round%killsOfOne == 0 {
			path = filepath.Join(t.TempDir(), "index")
		}
		acked := addUntilKilled(t, path, time.Duration(rng.IntN(150))*time.Millisecond)
		for _, opts := range []Options{{Settings: "kill", ReadOnly: true}, killOptions} {
			s, err := Open(path, opts)
			if err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			n := s.Stats().Records
			if n < acked {
				t.Fatalf("round %d: %d records, where %d were durable", round, n, acked)
			}
			if err := verifyKilled(t, s, rng, n); err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			operations += (1 - b2i(opts.ReadOnly)) * n
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d kills, nothing lost of %d records looked at", *kills, operations)
}

// verifyKilled compares a store with what it was after the commit that left n records.
func verifyKilled(t *testing.T, s *Store, rng *rand.Rand, n int) error {
	commits, ok := killCommits(n)
	if !ok {
		return fmt.Errorf("%d records are those after no commit", n)
	}
	version := map[string]int{}
	for _, c := range commits {
		if c.replaced >= 0 {
			id, _, _ := killRecord(c.replaced)
			version[id] = c.number
		}
	}
	got := map[string]string{}
	for r, err := range s.All() {
		if err != nil {
			return err
		}
		got[string(r.ID)] = string(r.Payload)
	}
	for i := range n {
		id, keys, payload := killRecord(i)
		want, count := string(payload), len(keys)
		if v := version[id]; v > 0 {
			want, count = fmt.Sprintf("version %d", v), 8
		}
		if got[id] != want {
			return fmt.Errorf("%s is %q, want %q", id, got[id], want)
		}
		if rng.IntN(n) < 200 && lookup(t, s, keys)[id] != count {
			return fmt.Errorf("%s is found by %d of %d keys", id, lookup(t, s, keys)[id], count)
		}
	}
	if len(got) != n {
		return fmt.Errorf("%d records, want %d", len(got), n)
	}
	return nil
}

// addUntilKilled starts a child and kills it after a time since its first commit. It returns what the child last said.
func addUntilKilled(t *testing.T, path string, after time.Duration) (acked int) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), "GISA_KILL_PATH="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		n, err := strconv.Atoi(lines.Text())
		if err != nil { // a line that was cut
			break
		}
		if acked == 0 {
			time.AfterFunc(after, func() { child.Process.Kill() })
		}
		acked = n
	}
	child.Wait()
	if acked == 0 {
		t.Fatal("the child said nothing")
	}
	return acked
}
