package input

import (
	"bufio"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
	"time"
)

var errMHTML = errors.New("damaged MHTML file")

// mhtml reads the page of a file that a browser saved with all its parts (RFC 2557): the part that "start" names, else
// the first one in HTML.
func (r *reader) mhtml(s source) bool {
	in := bufio.NewReaderSize(s.r, 64<<10)
	first, header, err := readHead(in)
	if err != nil {
		return r.fail(s.name, fmt.Errorf("%w: %w", errMHTML, err))
	}
	if field, value, ok := strings.Cut(first, ":"); ok && header != nil {
		header.Add(textproto.TrimString(field), textproto.TrimString(value))
	}
	item := Item{File: s.name, URL: header.Get("Snapshot-Content-Location")}
	item.Fetched, _ = time.Parse(time.RFC1123Z, header.Get("Date"))
	_, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil || params["boundary"] == "" {
		return r.fail(s.name, fmt.Errorf("%w: no boundary of parts", errMHTML))
	}
	if err := r.rootPart(&item, multipart.NewReader(in, params["boundary"]), params["start"]); err != nil {
		return r.fail(s.name, err)
	}
	return r.page(item, formatHTML)
}

// rootPart takes the page from its part.
func (r *reader) rootPart(item *Item, parts *multipart.Reader, start string) error {
	for {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			return fmt.Errorf("%w: no part is a page", errMHTML)
		}
		if err != nil {
			return fmt.Errorf("%w: %w", errMHTML, err)
		}
		id, contentType := part.Header.Get("Content-ID"), part.Header.Get("Content-Type")
		if start != "" && id != start || start == "" && media(contentType) != "text/html" && media(contentType) != "application/xhtml+xml" {
			continue
		}
		data, err := r.all(transferDecoded(part, part.Header.Get("Content-Transfer-Encoding")))
		if err != nil {
			return fmt.Errorf("%w: %w", errMHTML, err)
		}
		item.Data, item.ContentType = data, contentType
		if url := part.Header.Get("Content-Location"); strings.HasPrefix(url, "http") && item.URL == "" {
			item.URL = url
		}
		return nil
	}
}

func transferDecoded(in io.Reader, coding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(coding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(in)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, in)
	}
	return in
}
