package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var errWARC = errors.New("damaged web archive")

// warcForm is ISO 28500.
type warcForm struct{}

var warcStart = regexp.MustCompile(`^WARC/\d\.\d+\s*$`)

func (warcForm) begins(line []byte) bool { return warcStart.Match(line) }
func (warcForm) marker() []byte          { return []byte("\nWARC/") }
func (warcForm) look() int               { return 5 }

func (warcForm) read(_ string, in *bufio.Reader) (record, error) {
	room := maxHeader
	h, err := readFields(in, &room)
	if err != nil {
		return record{}, err
	}
	length, err := strconv.ParseInt(h.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return record{}, fmt.Errorf("Content-Length is %.40q", h.Get("Content-Length"))
	}
	return record{
		kind: h.Get("WARC-Type"), url: strings.Trim(h.Get("WARC-Target-URI"), "<>"), date: h.Get("WARC-Date"),
		contentType: h.Get("Content-Type"), cut: h.Get("WARC-Truncated"), fields: h, length: length,
	}, nil
}

// webRecord returns the page of a record: the answer of a server with status 200, or what was stored as a page. Of a
// record that holds none, the item has no File.
func (r *reader) webRecord(name string, rec record, block io.Reader) (Item, format, error) {
	item := Item{File: name, URL: rec.url, ContentType: rec.contentType}
	item.Fetched = recordTime(rec.date)
	in := bufio.NewReaderSize(block, 4096)
	want, fields := formatHTML, rec.fields
	switch answer := isAnswer(rec, in); {
	case answer:
		status, head, err := readHead(in)
		if err != nil {
			return Item{}, 0, fmt.Errorf("%w: answer of the server: %w", errWARC, err)
		}
		if _, code, _ := strings.Cut(status, " "); !strings.HasPrefix(code, "200") {
			r.opts.Log.Debug("passed over: no page", "file", name, "url", item.URL, "status", code)
			return Item{}, 0, nil
		}
		item.ContentType, fields = head.Get("Content-Type"), head
	case rec.kind == "response" || !isWeb(rec.url):
		return Item{}, 0, nil // of the crawler's own: metadata://…, urn:text:… are its log and what it made of pages
	case rec.kind == "resource" || rec.kind == "conversion":
		if media(rec.contentType) == "text/plain" {
			want = formatText
		}
	default:
		return Item{}, 0, nil
	}
	return r.webPage(item, fields, in, want, rec.cut)
}

// isAnswer reports whether a block is what a server said.
func isAnswer(rec record, in *bufio.Reader) bool {
	if rec.kind != "response" || rec.contentType != "" && media(rec.contentType) != "application/http" {
		return false
	}
	head, _ := in.Peek(5)
	return media(rec.contentType) == "application/http" || bytes.Equal(head, []byte("HTTP/"))
}

var webScheme = regexp.MustCompile(`^(?i:https?|ftp|file):|^[^:]*$`)

// isWeb tells the address of a page from the names that crawlers give to records of their own.
func isWeb(url string) bool { return webScheme.MatchString(url) }

// recordTime reads the time of a record: RFC 3339 or its digits alone, in UTC.
func recordTime(date string) time.Time {
	for _, layout := range []string{time.RFC3339, "20060102150405", "200601021504"} {
		if t, err := time.Parse(layout, date); err == nil {
			return t
		}
	}
	return time.Time{}
}

func (r *reader) webPage(item Item, fields textproto.MIMEHeader, block io.Reader, want format, cut string) (Item, format, error) {
	switch media(item.ContentType) {
	case "", "text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain", "application/octet-stream",
		"no-type", "unk", "unknown":
	default:
		return Item{}, 0, nil
	}
	data, err := r.content(item.File, block, fields)
	if err != nil {
		return Item{}, 0, err
	}
	if got := sniff(data[:min(len(data), headSize)], ""); got != want && !(want == formatText && got == formatHTML) {
		r.opts.Log.Debug("passed over: no page", "file", item.File, "url", item.URL)
		return Item{}, 0, nil
	}
	if cut != "" {
		return Item{}, 0, fmt.Errorf("the crawler cut this page off (%s)", cut)
	}
	item.Data = data
	return item, want, nil
}

// content reads the body of an answer: out of its chunks, then unpacked. Many archives hold bodies that are unpacked
// already and keep the fields that deny it.
func (r *reader) content(name string, block io.Reader, fields textproto.MIMEHeader) ([]byte, error) {
	data, err := r.all(block)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(fields.Get("Transfer-Encoding"), "chunked") {
		if whole, err := r.all(chunks(data)); err == nil {
			data = whole
		}
	}
	codings := strings.Split(strings.ToLower(fields.Get("Content-Encoding")), ",")
	for i := len(codings) - 1; i >= 0; i-- {
		if data, err = r.decode(name, data, strings.TrimSpace(codings[i])); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func media(contentType string) string {
	kind, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(kind))
}
