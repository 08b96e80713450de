package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"
	"time"
)

// Our own reader of web archives (ISO 28500): the Go modules for it bring a crawler or a monitoring system along.

// maxHeader bounds what stands before a block, padding before it included.
const maxHeader = 64 << 10

var errWARC = errors.New("damaged web archive")

// warc reads the pages of a web archive: the answers of servers with status 200, and what was stored as a page.
func (r *reader) warc(s source) bool {
	in := bufio.NewReaderSize(s.r, 64<<10)
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s#%d", s.name, n)
		header, block, err := nextRecord(in)
		if err == io.EOF {
			return true
		}
		if err != nil {
			return r.fail(name, err)
		}
		if !r.webRecord(name, header, block) {
			return false
		}
		if _, err := io.Copy(io.Discard, block); err != nil {
			return r.told == name || r.fail(name, err)
		}
	}
}

// nextRecord reads the header of the next record. io.EOF says that there is none.
func nextRecord(in *bufio.Reader) (textproto.MIMEHeader, io.Reader, error) {
	version, header, err := readHead(in)
	switch {
	case err == io.EOF:
		return nil, nil, err
	case err != nil:
		return nil, nil, fmt.Errorf("%w: %w", errWARC, err)
	case !strings.HasPrefix(version, "WARC/"):
		return nil, nil, fmt.Errorf("%w: a record begins with %.40q", errWARC, version)
	}
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return nil, nil, fmt.Errorf("%w: Content-Length is %.40q", errWARC, header.Get("Content-Length"))
	}
	return header, &recordBlock{in, length}, nil
}

// recordBlock reads what a record holds. Unlike io.LimitedReader it says when the archive ends before the record does.
type recordBlock struct {
	in   io.Reader
	left int64
}

func (b *recordBlock) Read(p []byte) (int, error) {
	if b.left == 0 {
		return 0, io.EOF
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	if err == io.EOF && b.left > 0 {
		err = fmt.Errorf("%w: inside a record: %w", errWARC, io.ErrUnexpectedEOF)
	}
	return n, err
}

// readHead reads empty lines, a first line and the fields up to the next empty line, passing over what is no field.
// io.EOF says that nothing but empty lines is left.
func readHead(in *bufio.Reader) (first string, fields textproto.MIMEHeader, err error) {
	fields = textproto.MIMEHeader{}
	last := ""
	for read := 0; ; {
		line, err := in.ReadSlice('\n')
		if read += len(line); read > maxHeader || err == bufio.ErrBufferFull {
			return "", nil, fmt.Errorf("header is longer than %d bytes", maxHeader)
		}
		text := string(bytes.TrimRight(line, "\r\n"))
		name, value, isField := strings.Cut(text, ":")
		switch {
		case err == io.EOF && first == "" && text == "":
			return "", nil, io.EOF
		case err == io.EOF:
			return "", nil, io.ErrUnexpectedEOF
		case err != nil:
			return "", nil, err
		case first == "":
			first = text
		case text == "":
			return first, fields, nil
		case text[0] == ' ' || text[0] == '\t':
			if n := len(fields[last]); n > 0 {
				fields[last][n-1] += " " + textproto.TrimString(text)
			}
		case isField:
			last = textproto.CanonicalMIMEHeaderKey(textproto.TrimString(name))
			fields[last] = append(fields[last], textproto.TrimString(value))
		}
	}
}

// webRecord yields the page of a record, if it holds one.
func (r *reader) webRecord(name string, header textproto.MIMEHeader, block io.Reader) bool {
	item := Item{File: name, URL: strings.Trim(header.Get("WARC-Target-URI"), "<>")}
	item.Fetched, _ = time.Parse(time.RFC3339, header.Get("WARC-Date"))
	cut := header.Get("WARC-Truncated")
	want := formatHTML
	switch mediaType := media(header.Get("Content-Type")); header.Get("WARC-Type") {
	case "response":
		if mediaType != "application/http" {
			return true
		}
		in := bufio.NewReaderSize(block, maxHeader)
		status, fields, err := readHead(in)
		if err != nil {
			return r.fail(name, fmt.Errorf("%w: answer of the server: %w", errWARC, err))
		}
		if _, code, _ := strings.Cut(status, " "); !strings.HasPrefix(code, "200") {
			r.opts.Log.Debug("passed over: no page", "file", name, "url", item.URL, "status", code)
			return true
		}
		item.ContentType = fields.Get("Content-Type")
		block = in
		header = fields
	case "resource", "conversion":
		item.ContentType = header.Get("Content-Type")
		if mediaType == "text/plain" {
			want = formatText
		}
	default:
		return true
	}
	return r.webPage(item, header, block, want, cut)
}

func (r *reader) webPage(item Item, header textproto.MIMEHeader, block io.Reader, want format, cut string) bool {
	switch media(item.ContentType) {
	case "", "text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain", "application/octet-stream":
	default:
		return true
	}
	data, err := r.content(block, header)
	if err != nil {
		return r.fail(item.File, err)
	}
	if got := sniff(data[:min(len(data), headSize)], ""); got != want && !(want == formatText && got == formatHTML) {
		r.opts.Log.Debug("passed over: no page", "file", item.File, "url", item.URL)
		return true
	}
	if cut != "" {
		return r.fail(item.File, fmt.Errorf("the crawler cut this page off (%s)", cut))
	}
	item.Data = data
	return r.page(item, want)
}

// content reads the body of an answer: out of its chunks, then unpacked. Many archives hold bodies that are unpacked
// already and keep the fields that deny it.
func (r *reader) content(block io.Reader, header textproto.MIMEHeader) ([]byte, error) {
	data, err := r.all(block)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(header.Get("Transfer-Encoding"), "chunked") {
		if whole, err := r.all(chunks(data)); err == nil {
			data = whole
		}
	}
	codings := strings.Split(strings.ToLower(header.Get("Content-Encoding")), ",")
	for i := len(codings) - 1; i >= 0; i-- {
		if data, err = r.decode(data, strings.TrimSpace(codings[i])); err != nil {
			return nil, err
		}
	}
	return data, nil
}

func media(contentType string) string {
	kind, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(kind))
}
