// Package input reads what people hand to the programs: saved pages and texts, singly, in folders, compressed, in web
// archives, or as lines of JSON.
//
//	input.go    Items: paths → pages and texts; limits
//	walk.go     files and folders; what is not read in them
//	output.go   that a run does not write over what it reads
//	format.go   what a file is, told by its content
//	other.go    what is no page: its kind, and what to do about it
//	unpack.go   compressed files and content codings
//	members.go  tape.go gzip.go zstd.go  members of compressed streams, also behind damage
//	records.go  warc.go arc.go  web archives, also behind damage
//	zip.go      zip_damaged.go book.go   ZIP, WACZ, EPUB
//	mail.go     mails and MHTML
//	json.go     lines and arrays of JSON
//	text.go     bytes of a text → UTF-8
//	saved.go    what browsers and copying programs note in the pages they save
//	dump.go     dumps of pages → pages; wrapped.go breaks.go undo the lines that a program broke
//	frames.go   shadow.go  pages that stand inside of pages
package input

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"log/slog"
	"os"
	"path"
	"path/filepath"
	"time"
)

// The errors that an Item can hold, beside those of the file system.
var (
	ErrTooLarge = errors.New("page is larger than the limit")
	ErrUnpacks  = errors.New("archive unpacks to more than the limit")
	ErrNested   = errors.New("archives are nested too deeply")
	ErrUnsafe   = errors.New("name leads out of the archive")
	ErrBinary   = errors.New("neither a page, nor a text, nor an archive of them")
	ErrEmpty    = errors.New("the file is empty")
)

// Kind says what the bytes of an Item are.
type Kind int

// The kinds of items.
const (
	HTML Kind = iota
	Text      // UTF-8
)

// Item is one page or one text. Where Err is set, the rest but File and ID is empty.
type Item struct {
	File        string // path as given or walked; "archive.zip/member", "crawl.warc#12", "lines.ndjson#3"
	ID          string // of a line of JSON, where it names itself
	Kind        Kind
	Data        []byte
	URL         string
	ContentType string    // as the server said
	Fetched     time.Time // when it was saved
	Time        time.Time // of a line of JSON: reference, published or time
	Record      json.RawMessage
	Err         error
}

// Name is the item's ID, else its File.
func (i Item) Name() string { return cmp.Or(i.ID, i.File) }

// Options says how inputs are read. The zero value means the defaults.
type Options struct {
	Stdin       io.Reader         // read for "-"
	URLs        map[string]string // addresses of files, by path or by base name
	Fetched     time.Time         // when the files were saved, where they do not say so
	MaxPage     int64             // bytes of one page; 0 means 64 MiB
	MaxUnpacked int64             // bytes that a compressed file may unpack to, beside 100 times its size; 0 means 1 GiB
	OnRead      func(bytes int)   // called as bytes are read from files
	FollowLinks bool              // in folders, also links that lead out of them
	Not         []fs.FileInfo     // files that are passed over where nobody names them
	Log         *slog.Logger      // told of what is passed over; nil is silent
}

// Items yields the pages and texts of the paths, in their order; a folder's in order of their names. What cannot be
// read is an Item with Err, and the reading goes on. Reading stops when ctx ends.
func Items(ctx context.Context, paths []string, opts Options) iter.Seq[Item] {
	opts.MaxPage = cmp.Or(opts.MaxPage, 64<<20)
	opts.MaxUnpacked = cmp.Or(opts.MaxUnpacked, 1<<30)
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	return func(yield func(Item) bool) {
		passed := tally{}
		defer func() {
			if len(passed) > 0 {
				opts.Log.Info(passed.String())
			}
		}()
		for f := range Files(paths, Walk{opts.FollowLinks, opts.Not, opts.Log}) {
			if f.Other != "" {
				passed[f.Other]++
				continue
			}
			r := &reader{opts: opts, ctx: ctx, yield: yield, walked: f.Walked, folder: f.Folder, passed: passed}
			if !r.file(f) || ctx.Err() != nil {
				return
			}
		}
	}
}

// reader reads one file. Its methods report whether to go on.
type reader struct {
	opts    Options
	ctx     context.Context
	yield   func(Item) bool
	walked  bool     // found in a folder or an archive rather than named: what is no page is passed over
	folder  string   // in which the file was found
	packed  *counter // bytes read of the file
	out     int64    // bytes unpacked from it
	passed  tally
	stopped bool // nobody wants more items
}

const maxDepth = 3 // archives in archives

// source is a stream to be told by its content.
type source struct {
	name   string // as Item.File
	r      io.Reader
	depth  int                      // layers of compression and archives around it
	beside func(name string) []byte // reads a file of the same folder; nil where there is none
}

func (r *reader) file(f File) bool {
	if f.Err != nil {
		return r.fail(f.Path, f.Err)
	}
	in := r.opts.Stdin
	if f.Path != "-" {
		file, err := os.Open(f.Path)
		if err != nil {
			return r.fail(f.Path, err)
		}
		defer file.Close()
		in = file
	}
	r.packed = &counter{r: in, on: r.opts.OnRead}
	more := r.read(source{name: f.Path, r: r.packed, beside: r.besideFile(f.Path)})
	if left := f.Size - r.packed.n; left > 0 && r.opts.OnRead != nil {
		r.opts.OnRead(int(left)) // passed over
	}
	return more
}

// besideFile reads files of the folder that a file is in.
func (r *reader) besideFile(file string) func(string) []byte {
	return func(name string) []byte {
		if name == "" || file == "-" {
			return nil
		}
		f, err := os.Open(filepath.Join(filepath.Dir(file), filepath.FromSlash(name)))
		if err != nil {
			return nil
		}
		defer f.Close()
		if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
			return nil
		}
		data, _ := r.all(f)
		return data
	}
}

// read yields what stands in s.
func (r *reader) read(s source) bool {
	if s.depth > maxDepth {
		return r.fail(s.name, ErrNested)
	}
	b := bufio.NewReaderSize(s.r, headSize)
	head, err := b.Peek(headSize)
	for len(head) == 0 && isDamage(err) { // at the very beginning
		if !r.fail(s.name, err) {
			return false
		}
		if head, err = b.Peek(headSize); len(head) == 0 && err == io.EOF {
			return true
		}
	}
	if err != nil && err != io.EOF && !errors.Is(err, bufio.ErrBufferFull) && (len(head) == 0 || !isDamage(err)) {
		return r.fail(s.name, err)
	}
	format := sniff(head, s.name)
	if mayHideZip(head, format, s.name) && r.hidesZip(s, head) {
		format = formatZip
	}
	if r.walked && !format.wanted(head, s.name) {
		r.passOver(s.name, otherKind(head, s.name))
		return true
	}
	if r.walked && format == formatHTML && isOwnIndex(head) {
		r.passOver(s.name, otherMirror)
		return true
	}
	if r.folder != "" && s.depth == 0 && isOutput(head, format, r.folder) {
		r.passOver(s.name, otherOutput)
		return true
	}
	s.r = b
	if isDamage(err) {
		b.Discard(len(head))
		s.r = io.MultiReader(bytes.NewReader(bytes.Clone(head)), &once{err}, b)
	}
	switch format {
	case formatGzip, formatZstd:
		return r.unpack(s, format)
	case formatZip:
		return r.zip(s)
	case formatWARC:
		return r.records(s, warcForm{})
	case formatARC:
		return r.records(s, arcForm{})
	case formatJSON:
		if enc := utf16Of(head); enc != nil {
			s.r = enc.NewDecoder().Reader(s.r)
		}
		return r.json(s)
	case formatMail:
		return r.mail(s)
	case formatOther:
		return r.fail(s.name, otherKind(head, s.name).refused())
	}
	data, err := r.all(s.r)
	if err != nil {
		return r.fail(s.name, err)
	}
	return r.page(Item{File: s.name, Data: data}, format, s.beside)
}

// once returns an error at its place in a stream, and then nothing.
type once struct{ err error }

func (o *once) Read([]byte) (int, error) {
	err := o.err
	o.err = io.EOF
	return 0, err
}

func (r *reader) passOver(name string, kind other) {
	r.passed[kind]++
	r.opts.Log.Debug("passed over: no page", "file", name, "kind", string(kind))
}

// page yields an item after looking into its bytes. beside reads files of its folder; it may be nil.
func (r *reader) page(item Item, format format, beside func(string) []byte) bool {
	if len(bytes.TrimSpace(bytes.TrimPrefix(item.Data, []byte(bom)))) == 0 {
		return r.fail(item.File, ErrEmpty)
	}
	if format == formatText {
		item.Kind, item.Data = Text, decodeText(item.Data)
		return r.emit(item)
	}
	if text, ok := fromPrint(item.Data); ok {
		item.Kind, item.Data, item.ContentType = Text, text, ""
		return r.emit(item)
	}
	item = readNotes(item)
	if isSelfExtracting(item.Data) {
		var err error
		if item.Data, beside, err = r.extracted(item.Data); err != nil {
			return r.fail(item.File, err)
		}
		item.ContentType = ""
	}
	item = withFrames(item, ownFrames(item, beside, 0))
	return r.emit(flattened(item))
}

func (r *reader) emit(item Item) bool {
	if r.ctx.Err() != nil {
		return false
	}
	if url := cmp.Or(r.opts.URLs[item.File], r.opts.URLs[path.Base(filepath.ToSlash(item.File))]); url != "" {
		item.URL = url
	}
	if item.Fetched.IsZero() {
		item.Fetched = r.opts.Fetched
	}
	return r.yield(item)
}

func (r *reader) fail(name string, err error) bool {
	if pathErr := (*os.PathError)(nil); errors.As(err, &pathErr) {
		err = fmt.Errorf("cannot %s: %w", pathErr.Op, pathErr.Err) // the line names the file already
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = fmt.Errorf("%w: the file is cut off, fetch it again", err)
	}
	return r.ctx.Err() == nil && r.yield(Item{File: name, Err: err})
}

// all reads one page within the limits.
func (r *reader) all(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, r.opts.MaxPage+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > r.opts.MaxPage {
		return nil, fmt.Errorf("%w of %d bytes", ErrTooLarge, r.opts.MaxPage)
	}
	return data, nil
}

// counter counts the bytes read through it.
type counter struct {
	r  io.Reader
	n  int64
	on func(int)
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	if c.on != nil {
		c.on(n)
	}
	return n, err
}
