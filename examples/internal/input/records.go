package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"slices"
)

// Our own reader of web archives: the Go modules for it bring a crawler or a monitoring system along, and none goes on
// behind a damage.

// maxHeader bounds what stands before a block, and the header of a server's answer.
const maxHeader = 1 << 20

var (
	errLength = errors.New("damaged web archive: the length of the record is wrong")
	errHeader = fmt.Errorf("header is longer than %d bytes", maxHeader)
)

// record is what the header of a record says.
type record struct {
	kind        string // as WARC-Type has it
	url         string
	date        string
	contentType string
	cut         string // why it was cut off
	fields      textproto.MIMEHeader
	length      int64
}

// recordForm is a form of archives that are a row of records: a header, a block, an empty line.
type recordForm interface {
	// begins reports whether a line may be the first one of a record.
	begins(line []byte) bool
	// read reads the header that begins with the line.
	read(first string, in *bufio.Reader) (record, error)
	// marker stands before records and seldom inside of one.
	marker() []byte
	// look is how many bytes behind a block tell whether a record ends there.
	look() int
}

// archive reads records one after another, also behind damage.
type archive struct {
	form   recordForm
	in     *bufio.Reader
	packed *counter
	unsure bool  // offsets no longer hold
	begun  int64 // where the last record begins
	failed int64 // where the last one begins that failed; -1 is none
	next   error // met while looking ahead
	limit  int64 // of what is kept of a record whose length may be wrong
}

// records reads the pages of a web archive. What is damaged is told, and the reading goes on behind it.
func (r *reader) records(s source, form recordForm) bool {
	c := &counter{r: s.r}
	a := &archive{form: form, in: bufio.NewReaderSize(c, 64<<10), packed: c, limit: r.opts.MaxPage, failed: -1}
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s#%d", s.name, n)
		first, junk, err := a.seek()
		if junk > 0 {
			r.opts.Log.Warn(fmt.Sprintf("passed over %d bytes that belong to no record", junk), "file", name)
		}
		if err == io.EOF {
			return r.ctx.Err() == nil
		}
		if err == nil {
			a.begun = a.offset()
			if err = r.record(name, a, first); err != nil {
				a.failed = a.begun
			}
		} else if a.toldOf(err) {
			continue
		}
		if err != nil && (!r.fail(name, err) || !goesOn(err)) {
			return r.ctx.Err() == nil && errors.Is(err, io.ErrUnexpectedEOF)
		}
		if r.stopped {
			return false
		}
	}
}

// offset is the place of reading.
func (a *archive) offset() int64 { return a.packed.n - int64(a.in.Buffered()) }

// toldOf reports whether an error is that of a record which failed already.
func (a *archive) toldOf(err error) bool {
	d := (*damage)(nil)
	return errors.As(err, &d) && !a.unsure && d.from <= a.failed
}

// goesOn reports whether anything may be read behind an error.
func goesOn(err error) bool {
	return isDamage(err) || errors.Is(err, errWARC) || errors.Is(err, errRecord)
}

// errRecord is of one record alone: the next one can be read.
var errRecord = errors.New("record")

type recordError struct{ error }

func (e recordError) Unwrap() []error { return []error{e.error, errRecord} }

// record reads one record and yields its page, once all of it was read and the end of the record is where it has to be.
func (r *reader) record(name string, a *archive, first string) error {
	rec, err := a.form.read(first, a.in)
	if err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return fmt.Errorf("%w: %w", errWARC, err)
	}
	block := a.block(rec.length)
	item, format, pageErr := r.webRecord(name, rec, block)
	if block.err == nil {
		io.Copy(io.Discard, block)
	}
	err = a.settle(block)
	switch {
	case errors.Is(err, errLength) && item.File == "" && pageErr == nil:
		r.opts.Log.Warn(err.Error(), "file", name, "url", rec.url)
		return nil
	case err != nil:
		return err
	case pageErr != nil:
		return recordError{pageErr}
	case item.File != "":
		r.stopped = !r.page(item, format, nil)
	}
	return nil
}

// seek goes forward to the next line that begins a record, past junk, and returns it without its end. io.EOF says that
// there is none.
func (a *archive) seek() (first string, junk int64, err error) {
	if err := a.next; err != nil {
		a.next = nil
		return "", 0, err
	}
	for fresh := true; ; {
		line, err := a.in.ReadSlice('\n')
		text := bytes.Trim(line, "\r\n\x00")
		if err == nil && fresh && a.form.begins(text) {
			return string(text), junk, nil
		}
		if err == io.EOF && fresh && a.form.begins(text) {
			return "", junk, fmt.Errorf("%w: inside a header: %w", errWARC, io.ErrUnexpectedEOF)
		}
		junk += int64(len(bytes.TrimSpace(text)))
		if err != nil && err != bufio.ErrBufferFull {
			return "", junk, err
		}
		fresh = err == nil
	}
}

// block is what a record holds.
func (a *archive) block(length int64) *recordBlock {
	return &recordBlock{archive: a, left: length, marker: a.form.marker()}
}

// recordBlock reads a block as long as its record says. It keeps what looks like the next records: should the length
// turn out to be wrong, they are read.
type recordBlock struct {
	*archive
	left   int64
	err    error // of the archive
	marker []byte
	last   []byte // the end of what was read before
	kept   []byte // from the first marker on
}

func (b *recordBlock) Read(p []byte) (int, error) {
	if b.err != nil {
		return 0, b.err
	}
	if b.left == 0 {
		return 0, io.EOF
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	b.watch(p[:n])
	if err == io.EOF && b.left > 0 {
		err = fmt.Errorf("%w: inside a record: %w", errWARC, io.ErrUnexpectedEOF)
	}
	if err != nil && err != io.EOF {
		b.err = err
	}
	return n, err
}

func (b *recordBlock) watch(p []byte) {
	switch {
	case b.marker == nil:
	case b.kept != nil:
		b.kept = append(b.kept, p...)
	default:
		seam := append(b.last, p[:min(len(p), len(b.marker))]...)
		if at := bytes.Index(seam, b.marker); at >= 0 {
			b.kept = append(append(b.kept, seam[at+1:]...), p[min(len(p), len(b.marker)):]...)
			return
		}
		if at := bytes.Index(p, b.marker); at >= 0 {
			b.kept = append(b.kept, p[at+1:]...)
			return
		}
		tail := append(b.last, p[max(0, len(p)-len(b.marker)):]...)
		b.last = append(b.last[:0], tail[max(0, len(tail)-len(b.marker)+1):]...)
	}
	if int64(len(b.kept)) > b.limit {
		b.marker, b.kept = nil, nil
	}
}

// settle looks at what stands behind a block and tells what is wrong with it. Where the next record stood inside of the
// block, it is read next.
func (a *archive) settle(b *recordBlock) error {
	end := a.offset()
	if b.err != nil && !errors.Is(b.err, io.ErrUnexpectedEOF) || isDamage(b.err) {
		return b.err
	}
	good := b.err == nil && a.endsHere()
	if d := (*damage)(nil); errors.As(a.next, &d) && (a.unsure || d.from < end) {
		a.next = nil
		return d
	}
	if good {
		return nil
	}
	if b.kept == nil {
		b.kept = a.cutMarker(b.last)
	}
	if kept := a.nextInside(b.kept); kept != nil {
		a.in, a.unsure = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(kept), a.in), 64<<10), true
	} else if b.err != nil {
		return b.err
	}
	return recordError{errLength}
}

// cutMarker returns what of a marker stands at the end of a block, where the rest stands behind it.
func (a *archive) cutMarker(last []byte) []byte {
	marker := a.form.marker()
	more := a.peek(len(marker))
	if at := bytes.Index(slices.Concat(last, more), marker); at >= 0 && at+1 < len(last) {
		return last[at+1:]
	}
	return nil
}

// peek looks ahead; what is met there is told in its place.
func (a *archive) peek(n int) []byte {
	b, err := a.in.Peek(n)
	if err != nil && err != io.EOF && a.next == nil {
		a.next = err
	}
	return b
}

// nextInside returns what is kept of a block from the line on that begins a record, or nil.
func (a *archive) nextInside(kept []byte) []byte {
	for len(kept) > 0 {
		line, _, whole := bytes.Cut(kept[:min(len(kept), headSize)], []byte("\n"))
		if !whole {
			line, _, _ = bytes.Cut(slices.Concat(line, a.peek(headSize)), []byte("\n"))
		}
		if a.form.begins(bytes.TrimRight(line, "\r")) {
			return kept
		}
		at := bytes.Index(kept, a.form.marker())
		if at < 0 {
			return nil
		}
		kept = kept[at+1:]
	}
	return nil
}

// endsHere reports whether a record may end here.
func (a *archive) endsHere() bool {
	b := a.peek(a.form.look())
	if bytes.HasPrefix(b, []byte("\r\n\r\n")) {
		return true
	}
	b = bytes.TrimLeft(b, "\r\n")
	line, _, _ := bytes.Cut(b, []byte("\n"))
	return len(b) == 0 || b[0] == 0 || a.form.begins(bytes.TrimRight(line, "\r"))
}

// readHead reads empty lines, a first line and the fields up to the next empty line. io.EOF says that nothing but empty
// lines is left.
func readHead(in *bufio.Reader) (first string, fields textproto.MIMEHeader, err error) {
	room := maxHeader
	for first == "" {
		line, err := readLine(in, &room)
		if first = string(line); err != nil {
			if err == io.EOF && first != "" {
				err = io.ErrUnexpectedEOF
			}
			return "", nil, err
		}
	}
	fields, err = readFields(in, &room)
	return first, fields, err
}

// readFields reads the fields of a header up to the empty line behind them, passing over what is no field.
func readFields(in *bufio.Reader, room *int) (textproto.MIMEHeader, error) {
	fields := textproto.MIMEHeader{}
	last := ""
	for {
		line, err := readLine(in, room)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		name, value, isField := bytes.Cut(line, []byte(":"))
		switch {
		case len(line) == 0:
			return fields, nil
		case line[0] == ' ' || line[0] == '\t':
			if n := len(fields[last]); n > 0 && len(fields[last][n-1]) < maxField {
				fields[last][n-1] += " " + string(textproto.TrimBytes(line))
			}
		case isField:
			last = textproto.CanonicalMIMEHeaderKey(string(textproto.TrimBytes(name)))
			fields[last] = append(fields[last], string(textproto.TrimBytes(value)))
		}
	}
}

// maxField bounds a field of several lines.
const maxField = 64 << 10

// readLine reads a line without its end; room is what the header may still take.
func readLine(in *bufio.Reader, room *int) ([]byte, error) {
	var whole []byte
	for {
		part, err := in.ReadSlice('\n')
		if *room -= len(part); *room < 0 {
			return nil, errHeader
		}
		if err == bufio.ErrBufferFull {
			whole = append(whole, part...)
			continue
		}
		if whole != nil {
			part = append(whole, part...)
		}
		return bytes.TrimRight(part, "\r\n"), err
	}
}
