package pipeline

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"github.com/gisa-go/gisa/extract"
)

// errWARC is wrapped by the errors for an archive that is damaged.
var errWARC = errors.New("damaged WARC")

// maxPage is the size of a page, as sent and unpacked, from which it is passed over as no article.
const maxPage = 64 << 20

// response is a page of an archive.
type response struct {
	extract.Page
	body []byte
}

// responses reads the HTML pages of an archive, those that were served with success. What is no page is passed over;
// damage ends it, since what lies behind it would be missing without a word.
func responses(r *bufio.Reader) iter.Seq2[response, error] {
	return func(yield func(response, error) bool) {
		for n := 1; ; n++ {
			version, err := firstLine(r)
			if errors.Is(err, io.EOF) && version == "" {
				return
			}
			var p *response
			if err == nil {
				p, err = record(r, version)
			}
			if err != nil {
				yield(response{}, fmt.Errorf("record %d: %w: %w", n, errWARC, err))
				return
			}
			if p != nil && !yield(*p, nil) {
				return
			}
		}
	}
}

// firstLine reads the next line that is not empty.
func firstLine(r *bufio.Reader) (string, error) {
	for {
		l, err := r.ReadString('\n')
		if l = strings.TrimSpace(l); l != "" || err != nil {
			return l, err
		}
	}
}

// record reads a record to its end and returns the page in it, if there is one.
func record(r *bufio.Reader, version string) (*response, error) {
	if !strings.HasPrefix(version, "WARC/") {
		return nil, fmt.Errorf("it begins with %.40q", version)
	}
	head, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil {
		return nil, err
	}
	size, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		return nil, fmt.Errorf("its length is %q", head.Get("Content-Length"))
	}
	block := io.LimitReader(r, size)
	var p *response
	if head.Get("Warc-Type") == "response" && size <= maxPage && strings.HasPrefix(head.Get("Content-Type"), "application/http") {
		p = page(bufio.NewReader(block), head)
	}
	left := block.(*io.LimitedReader)
	if _, err := io.Copy(io.Discard, left); err != nil {
		return nil, err
	}
	if left.N > 0 {
		return nil, io.ErrUnexpectedEOF
	}
	return p, nil
}

// page reads what a server sent; nil for what is no page.
func page(r *bufio.Reader, head textproto.MIMEHeader) *response {
	sent, err := http.ReadResponse(r, nil)
	if err != nil || sent.StatusCode != http.StatusOK {
		return nil
	}
	defer sent.Body.Close()
	kind, _, _ := mime.ParseMediaType(sent.Header.Get("Content-Type"))
	if kind != "text/html" && kind != "application/xhtml+xml" {
		return nil
	}
	body, err := io.ReadAll(io.LimitReader(sent.Body, maxPage+1))
	if len(body) > maxPage || err != nil && len(body) == 0 {
		return nil
	}
	if strings.EqualFold(sent.Header.Get("Content-Encoding"), "gzip") && bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return nil
		}
		if body, _ = io.ReadAll(io.LimitReader(z, maxPage)); len(body) == 0 { // of one that is cut off, what there is
			return nil
		}
	}
	fetched, _ := time.Parse(time.RFC3339, head.Get("Warc-Date")) // or unknown
	url := strings.Trim(head.Get("Warc-Target-Uri"), "<>")
	return &response{extract.Page{URL: url, ContentType: sent.Header.Get("Content-Type"), Fetched: fetched}, body}
}
