package input

import (
	"bufio"
	"cmp"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/encoding/htmlindex"
)

var (
	errMHTML = errors.New("damaged MHTML file")
	errMail  = errors.New("damaged mail")
)

// maxMail bounds how deeply parts of a mail stand in parts, and how many there may be.
const (
	maxMailDepth = 10
	maxMailParts = 100_000
)

// letter is a mail or a page that a browser saved as one (RFC 2557), taken apart.
type letter struct {
	*reader
	name  string
	head  textproto.MIMEHeader
	start string // the Content-ID of the page, where it is named
	pages []Item // parts in HTML, in order
	ids   []string
	texts []Item
	size  int64
	parts int
	kept  []source // attachments
	saved bool     // by a browser
}

// mail reads a mail, with what is attached to it, or the page of an MHTML file.
func (r *reader) mail(s source) bool {
	in := bufio.NewReaderSize(s.r, 64<<10)
	l := &letter{reader: r, name: s.name}
	err := l.read(in)
	item, err := l.item(err)
	if err != nil {
		return r.fail(s.name, err)
	}
	more := true
	if item.File != "" {
		more = r.page(item, []format{HTML: formatHTML, Text: formatText}[item.Kind], nil)
	}
	walked := r.walked
	r.walked = true
	defer func() { r.walked = walked }()
	for _, a := range l.kept {
		a.depth = s.depth + 1
		more = more && r.read(a)
	}
	return more
}

func (l *letter) read(in *bufio.Reader) error {
	first, head, err := readHead(in)
	if err != nil {
		return err
	}
	if field, value, ok := strings.Cut(first, ":"); ok {
		head.Add(textproto.TrimString(field), textproto.TrimString(value))
	}
	l.head = head
	l.saved = head.Get("Snapshot-Content-Location") != "" || strings.Contains(head.Get("From"), "<Saved by") ||
		strings.Contains(head.Get("X-Mailer"), "MimeOLE") && head.Get("To") == ""
	return l.part(in, head, 0)
}

// part reads one part: what stands in it, or its own parts.
func (l *letter) part(in io.Reader, head textproto.MIMEHeader, depth int) error {
	if l.parts++; depth > maxMailDepth || l.parts > maxMailParts {
		return ErrNested
	}
	kind, params, err := mime.ParseMediaType(cmp.Or(head.Get("Content-Type"), "text/plain"))
	if err != nil {
		kind = media(head.Get("Content-Type"))
	}
	disposition, dispositionParams, _ := mime.ParseMediaType(head.Get("Content-Disposition"))
	name := decodeWords(cmp.Or(dispositionParams["filename"], params["name"]))
	body := transferDecoded(in, head.Get("Content-Transfer-Encoding"))
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		if params["boundary"] == "" {
			return errors.New("no boundary of parts")
		}
		if depth == 0 {
			l.start = params["start"]
		}
		return l.inside(multipart.NewReader(in, params["boundary"]), depth)
	case kind == "message/rfc822" || disposition == "attachment" && !l.saved:
		return l.attach(body, cmp.Or(name, fmt.Sprintf("part-%d", l.parts)))
	case kind == "text/html" || kind == "application/xhtml+xml" || head.Get("Content-ID") == l.start && l.start != "":
		return l.add(&l.pages, Item{Kind: HTML}, body, head)
	case kind == "text/plain" && !l.saved:
		return l.add(&l.texts, Item{Kind: Text}, body, head)
	}
	return nil
}

func (l *letter) inside(parts *multipart.Reader, depth int) error {
	for {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := l.part(part, part.Header, depth+1); err != nil {
			return err
		}
	}
}

// keep reads a part within what is left of the limit.
func (l *letter) keep(body io.Reader) ([]byte, error) {
	data, err := l.all(body)
	if l.size += int64(len(data)); err == nil && l.size > 2*l.opts.MaxPage {
		err = fmt.Errorf("%w of %d bytes", ErrTooLarge, l.opts.MaxPage)
	}
	return data, err
}

func (l *letter) add(to *[]Item, item Item, body io.Reader, head textproto.MIMEHeader) error {
	data, err := l.keep(body)
	if err != nil {
		return err
	}
	item.File, item.Data, item.ContentType = l.name, data, head.Get("Content-Type")
	if url := head.Get("Content-Location"); strings.HasPrefix(url, "http") {
		item.URL = url
	}
	if item.Kind == HTML {
		l.ids = append(l.ids, head.Get("Content-ID"))
	}
	*to = append(*to, item)
	return nil
}

func (l *letter) attach(body io.Reader, name string) error {
	data, err := l.keep(body)
	if err != nil {
		return err
	}
	l.kept = append(l.kept, source{name: l.name + "/" + strings.ReplaceAll(name, "/", "_"), r: strings.NewReader(string(data))})
	return nil
}

// item returns the page or text of the letter; err is what ended the reading of it.
func (l *letter) item(err error) (Item, error) {
	if err != nil && errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	kind := errMail
	if l.saved {
		kind = errMHTML
	}
	item := l.root()
	switch {
	case err != nil && (item.File == "" || !l.saved || l.start != "" && !slices.Contains(l.ids, l.start)), err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return Item{}, fmt.Errorf("%w: %w", kind, err)
	case err != nil:
		l.opts.Log.Warn("the file is cut off behind the page", "file", l.name)
	case item.File == "" && l.saved:
		return Item{}, fmt.Errorf("%w: no part is a page", errMHTML)
	case item.File == "" && len(l.kept) == 0:
		return Item{}, errors.New("mail without a text")
	}
	item.Fetched = mailTime(l.head.Get("Date"))
	if l.saved && item.URL == "" {
		item.URL = l.head.Get("Snapshot-Content-Location")
	}
	return item, nil
}

// root chooses the page among the parts: the one that is named, else the first, unless the article stands in a frame of
// it; else the text, below the subject.
func (l *letter) root() Item {
	subject := decodeWords(l.head.Get("Subject"))
	if len(l.pages) == 0 {
		if len(l.texts) == 0 {
			return Item{}
		}
		item := l.texts[0]
		item.Data = append([]byte(subject+"\n\n"), decodeAs(item.Data, item.ContentType)...)
		return item
	}
	at := 0
	for i, id := range l.ids {
		if id == l.start && id != "" {
			at = i
		}
	}
	page := l.pages[at]
	if l.saved {
		if page.URL == "" || l.head.Get("Snapshot-Content-Location") != "" {
			page.URL = cmp.Or(l.head.Get("Snapshot-Content-Location"), page.URL)
		}
		return withFrames(page, append(l.pages[:at:at], l.pages[at+1:]...))
	}
	if !hasTag(page.Data, "title") && subject != "" {
		page.Data = append([]byte("<title>"+asciiHTML(subject)+"</title>"), page.Data...)
	}
	return page
}

// asciiHTML writes a text so that it reads the same in whatever encoding a page has.
func asciiHTML(s string) string {
	var b strings.Builder
	for _, c := range html.EscapeString(s) {
		if c < 0x80 {
			b.WriteRune(c)
		} else {
			b.WriteString("&#" + strconv.Itoa(int(c)) + ";")
		}
	}
	return b.String()
}

// mailTime reads a Date; Chromium writes GMT where mail has +0000.
func mailTime(date string) time.Time {
	t, err := mail.ParseDate(date)
	if err != nil {
		t, _ = time.Parse(time.RFC1123, date)
	}
	return t
}

// decodeWords undoes the encoding of words in a header (RFC 2047).
func decodeWords(s string) string {
	d := mime.WordDecoder{CharsetReader: func(charset string, in io.Reader) (io.Reader, error) {
		enc, err := htmlindex.Get(charset)
		if err != nil {
			return nil, err
		}
		return enc.NewDecoder().Reader(in), nil
	}}
	if text, err := d.DecodeHeader(s); err == nil {
		return text
	}
	return s
}

// decodeAs turns a text into UTF-8 as its content type says.
func decodeAs(data []byte, contentType string) []byte {
	_, params, _ := mime.ParseMediaType(contentType)
	if enc, err := htmlindex.Get(params["charset"]); err == nil {
		if text, err := enc.NewDecoder().Bytes(data); err == nil {
			return text
		}
	}
	return data
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
