package pipeline

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"sync"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/extract"
)

// numbers puts its number before each file.
func numbers(files []string) (out []string) {
	for i, f := range files {
		out = append(out, fmt.Sprintf("%d %s", i, f))
	}
	return out
}

func number(file string) (int, string) {
	n, name := 0, ""
	if before, after, ok := strings.Cut(file, " "); ok {
		fmt.Sscan(before, &n)
		name = after
	}
	return n, name
}

// The counters of a run.
const (
	Namespace = "gisa"
	Documents = "documents"        // that were read
	Failed    = "failed documents" // those of them whose line of articles says why
)

var (
	counted   = beam.NewCounter(Namespace, Documents)
	failures  = beam.NewCounter(Namespace, Failed)
	sketchers = sync.Pool{New: func() any { s, _ := dedupe.NewSketcher(nil); return s }} // the defaults are no bad options
)

// documentsFn reads a file, writes the file of its articles, and gives their sketches by the sums of their texts, and their IDs. The file
// depends on what is read alone: a run that comes again writes the same.
type documentsFn struct {
	Store articles
	Facts bool
	Slow  int // milliseconds a document
}

func (f *documentsFn) ProcessElement(ctx ctx, file int, paths func(*string) bool, emit emitBytes, id emitCount) error {
	var path string
	if !paths(&path) {
		return badRecord("files", errRecord)
	}
	s := sketchers.Get().(*dedupe.Sketcher)
	defer sketchers.Put(s)
	fs, err := filesystem.New(ctx, path)
	if err != nil {
		return fmt.Errorf("pipeline: %w", err)
	}
	defer fs.Close()
	in, err := fs.OpenRead(ctx, path)
	if err != nil {
		return fmt.Errorf("pipeline: reading %s: %w", path, err)
	}
	defer in.Close()
	offset := int64(0)
	return writeFile(ctx, f.Store.Out, f.Store.name(int64(file)), func(w *bufio.Writer) error {
		for l, err := range f.lines(path, in) {
			if err != nil {
				return err
			}
			time.Sleep(time.Duration(f.Slow) * time.Millisecond)
			counted.Inc(ctx, 1)
			b, err := json.Marshal(l)
			if err != nil {
				return err
			}
			at := place{int64(file), offset, int64(len(b))}
			offset += int64(len(b)) + 1
			if _, err := w.Write(append(b, '\n')); err != nil {
				return err
			}
			if l.Error != "" {
				failures.Inc(ctx, 1)
				continue
			}
			id(l.ID, 1)
			k, ok := s.Sketch(dedupe.Document{ID: l.ID, Text: *l.Text, Time: l.time()})
			if !ok {
				continue
			}
			if b, err = sketched(&k, at); err != nil {
				return err
			}
			emit(string(k.Sum[:]), b)
		}
		return nil
	})
}

// onceFn fails where several documents have an ID, as Group does.
type onceFn struct{}

func (*onceFn) ProcessElement(id string, times int64, _ func([]byte)) error {
	if times > 1 {
		return fmt.Errorf("pipeline: document %q is there %d times: %w", id, times, dedupe.ErrDuplicateID)
	}
	return nil
}

// line is a line of a file of articles: a document as it was, an extracted article, or why there is none.
type line struct {
	ID    string       `json:"id"`
	Text  *string      `json:"text,omitempty"`
	Time  extract.Time `json:"time,omitzero"`
	Error string       `json:"error,omitempty"`
	*extract.Article
}

func (l *line) time() time.Time {
	if l.Time.IsZero() && l.Article != nil {
		return l.Article.Published.Time
	}
	return l.Time.Time
}

// lines reads what a file holds.
func (f *documentsFn) lines(path string, in io.Reader) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		r := bufio.NewReaderSize(in, 1<<20)
		magic, _ := r.Peek(5) // of a shorter file, none
		if bytes.HasPrefix(magic, []byte{0x1f, 0x8b}) {
			z, err := gzip.NewReader(r)
			if err != nil {
				yield(line{}, fmt.Errorf("%s: %w", path, err))
				return
			}
			r = bufio.NewReaderSize(z, 1<<20)
			magic, _ = r.Peek(5)
		}
		all := documents(r)
		if string(magic) == "WARC/" {
			all = f.pages(path, r)
		}
		for l, err := range all {
			if err != nil {
				err = fmt.Errorf("%s: %w", path, err)
			}
			if !yield(l, err) || err != nil {
				return
			}
		}
	}
}

// documents reads lines of JSON. One that holds no document is told in its place.
func documents(r *bufio.Reader) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		for n := 1; ; n++ {
			b, err := r.ReadBytes('\n')
			if len(bytes.TrimSpace(b)) > 0 && !yield(document(b, n), nil) {
				return
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(line{}, err)
				return
			}
		}
	}
}

func document(b []byte, n int) line {
	var d struct {
		ID        string
		Text      *string
		Time      extract.Time
		Published extract.Time // of an article
	}
	err := json.Unmarshal(b, &d)
	switch {
	case err != nil:
		return line{ID: d.ID, Error: fmt.Sprintf("line %d: %v", n, err)}
	case d.ID == "" || d.Text == nil:
		return line{ID: d.ID, Error: fmt.Sprintf("line %d: no id or no text", n)}
	case d.Time.IsZero():
		d.Time = d.Published
	}
	return line{ID: d.ID, Text: d.Text, Time: d.Time}
}

// pages extracts the articles of an archive's pages.
func (f *documentsFn) pages(path string, r *bufio.Reader) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		n := 0
		for p, err := range responses(r) {
			if err != nil {
				yield(line{}, err)
				return
			}
			n++
			l := line{ID: fmt.Sprintf("%s#%d", path, n)}
			l.Article, err = extract.FromBytes(p.body, p.Page, &extract.Options{SkipFacts: !f.Facts})
			if err != nil {
				l.Article, l.Error = nil, fmt.Sprintf("%s: %v", p.URL, err)
			} else {
				l.Text = &l.Article.Text // the field of a line hides that of the article
			}
			if !yield(l, nil) {
				return
			}
		}
	}
}
