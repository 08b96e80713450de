package pipeline

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// articles is where the articles are: a file for each file that was read.
type articles struct {
	Out   string
	Files int
}

func (a articles) name(file int64) string {
	return fmt.Sprintf("articles-%05d-of-%05d.ndjson", file, a.Files)
}

func join(folder, name string) string { return strings.TrimRight(folder, "/") + "/" + name }

const partMark = ".gisa-part-"

// partName is a name for what is not whole yet.
func partName(folder string) string {
	return join(folder, fmt.Sprintf("%s%016x", partMark, rand.Uint64()))
}

// writeFile writes a file that is there whole or not at all. Two that write it at the same time, as a runner may let them,
// write the same bytes.
func writeFile(ctx ctx, folder, name string, write func(*bufio.Writer) error) (err error) {
	fs, err := filesystem.New(ctx, folder)
	if err != nil {
		return fmt.Errorf("pipeline: %w", err)
	}
	defer fs.Close()
	part := partName(folder)
	fail := func(err error) error { return fmt.Errorf("pipeline: writing %s: %w", join(folder, name), err) }
	out, err := fs.OpenWrite(ctx, part)
	if err != nil {
		return fail(err)
	}
	w := bufio.NewWriterSize(out, 1<<20)
	if err := errors.Join(write(w), w.Flush(), out.Close()); err != nil {
		return fail(errors.Join(err, remove(ctx, fs, part)))
	}
	if err := filesystem.Rename(ctx, fs, part, join(folder, name)); err != nil {
		return fail(err)
	}
	return nil
}

// writeMark writes the file that says that all is there.
func writeMark(ctx ctx, folder string) error {
	return writeFile(ctx, folder, Done, func(*bufio.Writer) error { return nil })
}

func remove(ctx ctx, fs filesystem.Interface, name string) error {
	if r, ok := fs.(filesystem.Remover); ok {
		return r.Remove(ctx, name)
	}
	return nil
}

// removeParts removes what runs that were killed have left.
func removeParts(ctx ctx, folder string) error {
	fs, err := filesystem.New(ctx, folder)
	if err != nil {
		return fmt.Errorf("pipeline: %w", err)
	}
	defer fs.Close()
	left, err := fs.List(ctx, join(folder, partMark+"*"))
	if err != nil {
		return fmt.Errorf("pipeline: %s: %w", folder, err)
	}
	for _, name := range left {
		if err := remove(ctx, fs, name); err != nil {
			return fmt.Errorf("pipeline: %s: %w", name, err)
		}
	}
	return nil
}

// opened reads texts of articles. It serves one goroutine.
type opened struct {
	articles
	ctx   ctx
	fs    filesystem.Interface
	files map[int64]io.ReadCloser // which can be read anywhere
}

const mostOpen = 64

func (a articles) open(ctx ctx) *opened {
	return &opened{articles: a, ctx: ctx, files: map[int64]io.ReadCloser{}}
}

func (o *opened) close() {
	for n, f := range o.files {
		f.Close() // which was read only
		delete(o.files, n)
	}
	if o.fs != nil {
		o.fs.Close()
	}
}

// text returns the text of the article at a place.
func (o *opened) text(at place) (string, error) {
	b := make([]byte, at.Length)
	err := o.read(at, b)
	var line struct {
		Text *string `json:"text"`
	}
	if err == nil {
		err = json.Unmarshal(b, &line)
	}
	if err == nil && line.Text == nil {
		err = errRecord
	}
	if err != nil {
		return "", fmt.Errorf("pipeline: reading %s, byte %d: %w", join(o.Out, o.name(at.File)), at.Offset, err)
	}
	return *line.Text, nil
}

func (o *opened) read(at place, b []byte) (err error) {
	file, ok := o.files[at.File]
	if !ok {
		if o.fs == nil {
			if o.fs, err = filesystem.New(o.ctx, o.Out); err != nil {
				return err
			}
		}
		if file, err = o.fs.OpenRead(o.ctx, join(o.Out, o.name(at.File))); err != nil {
			return err
		}
	}
	if anywhere, can := file.(io.ReaderAt); can {
		if len(o.files) >= mostOpen {
			for n, f := range o.files {
				f.Close()
				delete(o.files, n)
			}
		}
		o.files[at.File] = file
		_, err = anywhere.ReadAt(b, at.Offset)
		return err
	}
	defer file.Close() // an object store's: read from its start
	if _, err = io.CopyN(io.Discard, file, at.Offset); err == nil {
		_, err = io.ReadFull(file, b)
	}
	return err
}
