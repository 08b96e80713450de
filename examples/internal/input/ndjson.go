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

// record is a line of JSON: a page, a text, or an article as the program articles writes it.
type record struct {
	ID                                  json.RawMessage // a string or a number
	File, URL, ContentType              string
	HTML, Text                          *string
	Reference, Published, Time, Fetched string
	Error                               string
}

// ndjson reads lines of {"url", "html"} or {"id", "text"}.
func (r *reader) ndjson(s source) bool {
	lines := bufio.NewReaderSize(s.r, 64<<10)
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s#%d", s.name, n)
		line, err := r.line(lines)
		if errors.Is(err, ErrTooLarge) {
			if !r.fail(name, err) {
				return false
			}
			continue
		}
		if err != nil && err != io.EOF {
			return r.fail(name, err)
		}
		if n == 1 && suffix(s.name) == ".json" && !wholeLine(line) {
			return r.fail(s.name, errors.New("file is one JSON value over several lines; an object a line is expected"))
		}
		if len(bytes.TrimSpace(line)) > 0 && !r.record(name, line) {
			return false
		}
		if err == io.EOF {
			return true
		}
	}
}

// line reads one line within the limit; a longer one is read to its end and is ErrTooLarge. JSON may write a byte of
// a page as six.
func (r *reader) line(in *bufio.Reader) ([]byte, error) {
	var line []byte
	var tooLarge error
	for {
		part, err := in.ReadSlice('\n')
		if int64(len(line)+len(part)) > 6*r.opts.MaxPage {
			line, tooLarge = nil, fmt.Errorf("%w of %d bytes", ErrTooLarge, r.opts.MaxPage)
		} else if tooLarge == nil {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			if tooLarge != nil && (err == nil || err == io.EOF) {
				return nil, tooLarge
			}
			return line, err
		}
	}
}

func (r *reader) record(name string, line []byte) bool {
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
			err = fmt.Errorf("%s is of type %s", cmp.Or(wrong.Field, "it"), wrong.Value)
		}
		return r.fail(name, fmt.Errorf("line is no JSON object as expected: %w", err))
	}
	item := Item{File: name, ID: rec.name(), URL: rec.URL, ContentType: rec.ContentType, Record: line}
	var err error
	switch {
	case rec.Error != "":
		err = errors.New(rec.Error)
	case rec.HTML != nil:
		item.Data = []byte(*rec.HTML)
		item.ContentType = "text/html; charset=utf-8" // JSON is
	case rec.Text != nil:
		item.Kind, item.Data = Text, []byte(*rec.Text)
	default:
		err = errors.New(`line has neither "html" nor "text"`)
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
	return r.emit(item)
}

// name is the ID as text, else the file that an article came from.
func (rec record) name() string {
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
