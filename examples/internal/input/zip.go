package input

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/encoding/korean"
)

// maxMembers is the number of files that an archive may list.
const maxMembers = 2_000_000

// zip reads the pages of an archive in its own order. Of a WACZ these are its web archives.
func (r *reader) zip(s source) bool {
	at, size, done, err := r.seekable(s)
	if err != nil {
		return r.fail(s.name, err)
	}
	defer done()
	z, err := zip.NewReader(at, size)
	if err != nil {
		return r.fail(s.name, fmt.Errorf("damaged archive: %w", err))
	}
	if len(z.File) > maxMembers {
		return r.fail(s.name, fmt.Errorf("%w: it lists %d files", ErrUnpacks, len(z.File)))
	}
	wacz := isWACZ(z)
	walked := r.walked
	r.walked = true
	defer func() { r.walked = walked }()
	for _, f := range z.File {
		if f.FileInfo().IsDir() || wacz && !strings.HasPrefix(f.Name, "archive/") {
			continue
		}
		if !r.member(s, f) {
			return false
		}
	}
	return true
}

func (r *reader) member(s source, f *zip.File) bool {
	name := memberName(f)
	label := s.name + "/" + name
	if hidden(name) {
		return true
	}
	if !filepath.IsLocal(name) || strings.ContainsAny(name, "\\\x00") {
		return r.fail(s.name+"/"+fmt.Sprintf("%q", f.Name), ErrUnsafe)
	}
	in, err := f.Open()
	if err != nil {
		if errors.Is(err, zip.ErrAlgorithm) {
			err = fmt.Errorf("%w: unpack the archive and give the folder", err)
		}
		return r.fail(label, err)
	}
	defer in.Close()
	return r.read(source{name: label, r: r.bound(in), depth: s.depth + 1})
}

// hidden reports whether a member is none of the user's files: dot files and what macOS adds.
func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "__MACOSX" || strings.HasPrefix(part, ".") && part != "." && part != ".." {
			return true
		}
	}
	return false
}

// memberName is the name of a member in UTF-8; Korean Windows writes it in CP949.
func memberName(f *zip.File) string {
	if !f.NonUTF8 {
		return f.Name
	}
	name, err := korean.EUCKR.NewDecoder().String(f.Name)
	if err != nil {
		return strings.ToValidUTF8(f.Name, "\ufffd")
	}
	return name
}

func isWACZ(z *zip.Reader) bool {
	var described, archived bool
	for _, f := range z.File {
		described = described || f.Name == "datapackage.json"
		archived = archived || strings.HasPrefix(f.Name, "archive/")
	}
	return described && archived
}

// seekable gives random access to a source: the file itself where it is one, else a copy in memory or, of a large one,
// in a temporary file.
func (r *reader) seekable(s source) (at io.ReaderAt, size int64, done func(), err error) {
	if file, ok := r.packed.r.(*os.File); ok && s.depth == 0 {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			r.packed.n = info.Size() // for the limit of what it may unpack to
			return file, info.Size(), func() {}, nil
		}
	}
	const small = 8 << 20
	head, err := io.ReadAll(io.LimitReader(s.r, small))
	if err != nil || len(head) < small {
		return bytes.NewReader(head), int64(len(head)), func() {}, err
	}
	copied, err := os.CreateTemp("", "gisa-zip-*")
	if err != nil {
		return nil, 0, nil, err
	}
	done = func() {
		copied.Close()
		os.Remove(copied.Name())
	}
	size, err = io.Copy(copied, io.MultiReader(bytes.NewReader(head), io.LimitReader(s.r, 16*r.opts.MaxUnpacked)))
	if err == nil && size >= 16*r.opts.MaxUnpacked {
		err = ErrUnpacks
	}
	if err != nil {
		done()
		return nil, 0, nil, err
	}
	return copied, size, done, nil
}
