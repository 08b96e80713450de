package input

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

// object is a line of JSON: a page, a text, or an article as the program articles writes it.
type object struct {
	ID                                  json.RawMessage // a string or a number
	File, URL, ContentType              string
	HTML, Text                          *string
	Reference, Published, Time, Fetched string
	Error                               string
}

// json reads objects {"url", "html"} or {"id", "text"}: one a line, or in arrays, on one line or many.
func (r *reader) json(s source) bool {
	v := &values{in: bufio.NewReaderSize(s.r, 64<<10), limit: r.opts.MaxPage + r.opts.MaxPage/4 + 1<<20}
	next := v.line
	if v.spread() {
		next = v.value
	}
	for {
		value, n, err := next()
		name := fmt.Sprintf("%s#%d", s.name, n)
		switch {
		case err == io.EOF:
			return true
		case errors.Is(err, ErrTooLarge):
			err = fmt.Errorf("%w of %d bytes", ErrTooLarge, r.opts.MaxPage)
			fallthrough
		case isDamage(err):
			if !r.fail(name, err) {
				return false
			}
		case err != nil:
			return r.fail(name, err)
		case !r.object(name, value):
			return false
		}
	}
}

// values takes a stream of JSON apart, without looking closer at what is in it.
type values struct {
	in    *bufio.Reader
	limit int64 // bytes of a value, its escapes undone
	n     int   // line or value
	array bool
}

// spread reports whether values stand otherwise than one a line.
func (v *values) spread() bool {
	v.in.Peek(1)
	head, _ := v.in.Peek(min(v.in.Buffered(), headSize)) // looking further could meet a damage and lose it
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte(bom)), " \t\r\n"+separator)
	line, _, cut := bytes.Cut(head, []byte("\n"))
	line = bytes.TrimSpace(line)
	return len(line) > 0 && (line[0] == '[' || cut && bytes.IndexByte([]byte("{,["), line[len(line)-1]) >= 0)
}

const bom = "\ufeff"

// separator stands before each value of a JSON text sequence (RFC 7464).
const separator = "\x1e"

// line returns the next line that is not empty, or io.EOF. One that is too long is read to its end without being kept.
func (v *values) line() ([]byte, int, error) {
	for {
		v.n++
		w := v.begin()
		var err error = bufio.ErrBufferFull
		for err == bufio.ErrBufferFull {
			var part []byte
			part, err = v.in.ReadSlice('\n')
			w.add(part)
		}
		if err != nil && err != io.EOF {
			return nil, v.n, err
		}
		line := bytes.Trim(bytes.TrimPrefix(w.bytes(), []byte(bom)), " \t\r\n"+separator)
		switch {
		case w.tooLarge:
			return nil, v.n, ErrTooLarge
		case len(line) > 0:
			return line, v.n, nil
		case err == io.EOF:
			return nil, v.n, io.EOF
		}
	}
}

// value returns the next value, those of arrays one by one.
func (v *values) value() ([]byte, int, error) {
	for {
		c, err := v.in.ReadByte()
		switch {
		case err == io.EOF && v.array:
			return nil, v.n + 1, fmt.Errorf("array is not closed: %w", io.ErrUnexpectedEOF)
		case err != nil:
			return nil, v.n + 1, err
		case strings.IndexByte(" \t\r\n,"+separator+bom, c) >= 0:
		case c == '[' && !v.array:
			v.array = true
		case c == ']':
			v.array = false
		default:
			v.in.UnreadByte()
			v.n++
			value, err := v.next()
			return value, v.n, err
		}
	}
}

// next reads a value to its end: where its brackets are closed, or before a comma.
func (v *values) next() ([]byte, error) {
	w := v.begin()
	var s nesting
	for {
		if _, err := v.in.Peek(1); err == io.EOF && s.depth == 0 && !s.quoted {
			return w.result()
		} else if err == io.EOF {
			return nil, fmt.Errorf("value is not closed: %w", io.ErrUnexpectedEOF)
		} else if err != nil {
			return nil, err
		}
		part, _ := v.in.Peek(v.in.Buffered())
		n, done := s.end(part)
		w.add(part[:n])
		v.in.Discard(n)
		if done {
			return w.result()
		}
	}
}

// nesting is where in a value the reading stands.
type nesting struct {
	read            int // bytes of the value
	depth           int
	quoted, escaped bool
}

// end returns how many bytes of b belong to the value and whether it ends there.
func (s *nesting) end(b []byte) (n int, done bool) {
	defer func() { s.read += n }()
	for i, c := range b {
		switch {
		case s.escaped:
			s.escaped = false
		case s.quoted:
			s.quoted, s.escaped = c != '"', c == '\\'
		case c == '"':
			s.quoted = true
		case c == '{' || c == '[':
			s.depth++
		case s.depth == 0 && (c == ',' || c == ']' || c == '}' || c == '\n'):
			return max(i, 1-min(s.read, 1)), true // a bracket that closes nothing is a value: no good one
		case c == '}' || c == ']':
			if s.depth--; s.depth == 0 {
				return i + 1, true
			}
		}
	}
	return len(b), false
}

// whole gathers a value. JSON may write three bytes of a page as six: what counts is what it will be.
type whole struct {
	parts    [][]byte
	size     int64
	limit    int64
	tooLarge bool
}

func (v *values) begin() *whole { return &whole{limit: v.limit} }

func (w *whole) add(part []byte) {
	if w.size += int64(len(part)) - 3*int64(bytes.Count(part, []byte(`\u`))); w.size > w.limit {
		w.tooLarge, w.parts = true, nil
	}
	if !w.tooLarge {
		w.parts = append(w.parts, bytes.Clone(part))
	}
}

func (w *whole) bytes() []byte {
	if len(w.parts) == 1 {
		return w.parts[0]
	}
	return bytes.Join(w.parts, nil)
}

func (w *whole) result() ([]byte, error) {
	if w.tooLarge {
		return nil, ErrTooLarge
	}
	return w.bytes(), nil
}

// object yields what a line holds: one value, or several with nothing between them, as programs write that forget the
// line break. What follows a value and is none is an error of its own.
func (r *reader) object(name string, line []byte) bool {
	line = decodeText(line) // what is no UTF-8 would turn into question marks
	for n, label := 1, name; ; n++ {
		var rec object
		err := json.Unmarshal(line, &rec)
		end := valueEnd(line, err)
		if end == 0 {
			return r.one(label, line, rec, err)
		}
		err = json.Unmarshal(line[:end], &rec)
		if !r.one(label, line[:end], rec, err) {
			return false
		}
		line, label = bytes.TrimLeft(line[end:], " \t\r"), fmt.Sprintf("%s.%d", name, n+1)
	}
}

// valueEnd returns where the first value of a line ends, if err says that something stands behind it; else 0.
func valueEnd(line []byte, err error) int {
	wrong := (*json.SyntaxError)(nil)
	if !errors.As(err, &wrong) || wrong.Offset < 2 || int(wrong.Offset) > len(line) {
		return 0
	}
	if end := int(wrong.Offset) - 1; line[0] == '{' && json.Valid(line[:end]) {
		return end
	}
	return 0
}

// one yields the page or the text of one object, unless err says that it is none.
func (r *reader) one(name string, line []byte, rec object, err error) bool {
	if err != nil {
		if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
			err = fmt.Errorf("%s is of type %s", cmp.Or(wrong.Field, "it"), wrong.Value)
		}
		return r.fail(name, fmt.Errorf("line is no JSON object as expected: %w", err))
	}
	item := Item{File: name, ID: rec.name(), URL: rec.URL, ContentType: rec.ContentType, Record: line}
	switch {
	case rec.Error != "":
		err = errors.New(rec.Error)
	case rec.HTML != nil:
		item.Data = []byte(*rec.HTML)
		item.ContentType = "text/html; charset=utf-8" // JSON is
	case rec.Text != nil:
		item.Kind, item.Data = Text, []byte(*rec.Text)
	default:
		err = errors.New(`object has neither "html" nor "text"`)
	}
	if int64(len(item.Data)) > r.opts.MaxPage {
		err = fmt.Errorf("%w of %d bytes", ErrTooLarge, r.opts.MaxPage)
	}
	for _, t := range []struct {
		to   *time.Time
		text string
	}{{&item.Time, cmp.Or(rec.Reference, rec.Published, rec.Time)}, {&item.Fetched, rec.Fetched}} {
		if t.text != "" && err == nil {
			*t.to, err = ParseTime(t.text)
		}
	}
	if err != nil {
		return r.ctx.Err() == nil && r.yield(Item{File: name, ID: item.ID, Err: err})
	}
	if item.Kind == HTML {
		return r.page(item, formatHTML, nil)
	}
	return r.emit(item)
}

// name is the ID as text, else the file that an article came from.
func (rec object) name() string {
	id := strings.TrimSpace(string(rec.ID))
	if text := ""; strings.HasPrefix(id, `"`) && json.Unmarshal(rec.ID, &text) == nil {
		id = text
	}
	if id == "null" {
		id = ""
	}
	return cmp.Or(id, rec.File)
}

// korea is the time zone of times without one.
var korea = time.FixedZone("", 9*60*60)

// ParseTime reads a time as people and programs write it: RFC 3339, or without an offset (which means +09:00), or a
// date alone.
func ParseTime(s string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, s, korea); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%q is no time: write it as 2022-02-23T17:41:00+09:00 or 2022-02-23", s)
}
