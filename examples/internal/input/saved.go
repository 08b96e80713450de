package input

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// notes are what browsers and copying programs leave at the top of a page they save: its address, and the time.
var notes = []struct {
	program *regexp.Regexp // address, then time where it is told
	layout  string
}{
	// Chrome, Edge and Internet Explorer, with the length of the address.
	{regexp.MustCompile(`<!-- saved from url=\(\d+\)(\S+) -->`), ""},
	// The SingleFile extension.
	{regexp.MustCompile(`<!--\s+Page saved with SingleFile\s+url: (\S+)(?:\s+saved date: \w{3} (\w{3} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}))?`),
		"Jan 02 2006 15:04:05 GMT-0700"},
	// HTTrack, which leaves "http://" out.
	{regexp.MustCompile(`<!-- Mirrored from (\S+) by HTTrack [^,\n]*, (\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT)`), time.RFC1123},
	// monolith.
	{regexp.MustCompile(`<!-- Saved from (\S+) at (\d{4}-\d\d-\d\dT\S+) using monolith`), time.RFC3339},
	// WebScrapBook.
	{regexp.MustCompile(`data-scrapbook-source="([^"]+)"(?:[^>]* data-scrapbook-create="(\d{14})\d*")?`), "20060102150405"},
}

// readNotes takes address and time from the note of the program that saved the page, and undoes what it did to the page.
func readNotes(item Item) Item {
	head := item.Data[:min(len(item.Data), headSize)]
	for i, note := range notes {
		m := note.program.FindSubmatch(head)
		if m == nil {
			continue
		}
		url := string(m[1])
		if i == 2 && !strings.Contains(url, "://") {
			url = "http://" + url
		}
		if item.URL == "" && strings.HasPrefix(url, "http") {
			item.URL = url
		}
		if len(m) > 2 && item.Fetched.IsZero() {
			item.Fetched, _ = time.Parse(note.layout, string(m[2]))
		}
	}
	item.Data = withoutConversion(item.Data)
	item.Data = withLocalPictures(item.Data)
	return item
}

var (
	converter     = regexp.MustCompile(`(?i)<meta\s[^>]*name="?generator"?[^>]*content="(?:pdftohtml|LibreOffice|OpenOffice|Microsoft Word|calibre)`)
	converterDate = regexp.MustCompile(`(?i)(<meta\s+name="?)(date|created|changed|changedby|author)("?\s)`)
)

// withoutConversion hides when and by whom a page was made out of another document: it is no time of an article.
func withoutConversion(page []byte) []byte {
	head := page[:min(len(page), headSize)]
	if !converter.Match(head) {
		return page
	}
	head = converterDate.ReplaceAll(head, []byte("${1}converted-$2$3"))
	return append(head, page[min(len(page), headSize):]...)
}

// Local begins the address of a picture that is in the file itself or beside it: what follows is the name of the file,
// or nothing. It is to be cut off what an article says; without it the name would be taken for an address of the site.
const Local = "saved-with-page:"

// withLocalPictures marks pictures that the saving program put into the page or beside it.
func withLocalPictures(page []byte) []byte {
	if inlines(page) {
		page = withInlined(page)
	}
	if bytes.Contains(page[:min(len(page), headSize)], []byte("<!-- saved from url=")) {
		page = beside.ReplaceAll(page, []byte("${1}"+Local+"$2"))
	}
	return page
}

// inlines reports whether the program that saved a page puts pictures into it.
func inlines(page []byte) bool {
	head := page[:min(len(page), headSize)]
	return bytes.Contains(head, []byte("Page saved with SingleFile")) || bytes.Contains(head, []byte("using monolith"))
}

// withInlined marks the pictures that stand in the page itself, and leaves their bytes out.
func withInlined(page []byte) []byte {
	return inlined.ReplaceAllFunc(page, func(m []byte) []byte {
		if bytes.Contains(m, []byte(dotGIF)) {
			return m
		}
		return append(bytes.Clone(m[:inlined.FindSubmatchIndex(m)[3]]), Local...)
	})
}

// dotGIF begins a picture of one dot, which stands where none is.
const dotGIF = "base64,R0lGODlhAQABA"

var (
	inlined = regexp.MustCompile(`(?i)(<img\b[^>]*?\ssrc=["']?)data:image/[a-z.+-]+[;,][^"'\s>]*`)
	beside  = regexp.MustCompile(`(?i)(<img\b[^>]*?\ssrc=["'])((?:\./)?[^"':/>]*(?:` + strings.Join(folderSuffixes, "|") + `)/)`)
)

// isSelfExtracting reports whether a page is SingleFile's page and ZIP archive in one.
func isSelfExtracting(page []byte) bool {
	return bytes.Contains(page[:min(len(page), headSize)], []byte(selfExtractingMark))
}

const selfExtractingMark = " data-sfz"

// extracted unpacks the page of a self-extracting one, and gives what reads the files that belong to it.
func (r *reader) extracted(page []byte) ([]byte, func(string) []byte, error) {
	z, err := zip.NewReader(bytes.NewReader(page), int64(len(page)))
	if err != nil {
		return nil, nil, fmt.Errorf("damaged self-extracting page: %w", err)
	}
	inside := newFolder(r, z.File)
	f := inside.files["index.html"]
	if f == nil {
		return nil, nil, errors.New("self-extracting page without index.html")
	}
	in, err := f.Open()
	if err != nil {
		return nil, nil, fmt.Errorf("damaged self-extracting page: %w", err)
	}
	defer in.Close()
	data, err := r.all(r.bound(in))
	return data, inside.besideOf(f.Name), err
}

// isOwnIndex reports whether a page is the list of copied sites that HTTrack makes itself.
func isOwnIndex(head []byte) bool {
	return bytes.Contains(head, []byte("<!-- Mirror and index made by HTTrack"))
}

var printedPage = regexp.MustCompile(`(?i)<meta\s+name="generator"\s+content="pdftohtml`)

// fromPrint returns the lines of a page that pdftohtml made of a printed one: it knows lines and their places, but neither
// headings nor paragraphs. A form feed stands between pages, as pdftotext writes it.
func fromPrint(page []byte) (text []byte, ok bool) {
	if !printedPage.Match(page[:min(len(page), headSize)]) {
		return nil, false
	}
	var b bytes.Buffer
	z := html.NewTokenizer(bytes.NewReader(page))
	top, part, body := 0, "", false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.Bytes(), b.Len() > 0
		case html.TextToken:
			if body && z.Raw()[0] != '\n' {
				part = blanks.Replace(strings.ReplaceAll(string(z.Text()), "\n", " "))
				b.WriteString(part)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			switch t := z.Token(); t.DataAtom {
			case atom.Body:
				body = true
			case atom.Br:
				b.WriteByte('\n')
			case atom.Div:
				b.WriteString("\n\f")
			case atom.P:
				before := top
				if top = topOf(t); top < before-sameLine || top > before+sameLine || isMargin(strings.TrimSpace(part)) {
					b.WriteByte('\n')
				}
			}
		}
	}
}

// sameLine is how many pixels apart the parts of a line may stand that are in different fonts.
const sameLine = 6

var topStyle = regexp.MustCompile(`top:(\d{1,6})px`)

// topOf returns how far from the top of the printed page an element stands.
func topOf(t html.Token) int {
	for _, a := range t.Attr {
		if m := topStyle.FindStringSubmatch(a.Val); a.Key == "style" && m != nil {
			n, _ := strconv.Atoi(m[1])
			return n
		}
	}
	return 0
}
