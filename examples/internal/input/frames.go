package input

import (
	"bytes"
	"encoding/json"
	"net/url"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// folderSuffixes end the names of folders in which browsers put the pictures and frames of a page.
var folderSuffixes = []string{"_files", ".files", "_파일", "-Dateien", "_fichiers", "_archivos"}

// maxFrames bounds the frames that are looked at, and how deeply they stand in each other.
const (
	maxFrames     = 64
	maxFrameDepth = 3
)

// ownFrames returns the pages that stand in frames of a page: in srcdoc, as SingleFile writes them, and in files of the
// folder beside it, as browsers do. beside reads such a file; it may be nil.
func ownFrames(page Item, beside func(name string) []byte, depth int) (frames []Item) {
	if depth == maxFrameDepth || !hasTag(page.Data, "frame") && !hasTag(page.Data, "iframe") {
		return nil
	}
	z := html.NewTokenizer(bytes.NewReader(page.Data))
	for len(frames) < maxFrames {
		switch z.Next() {
		case html.ErrorToken:
			return frames
		case html.StartTagToken, html.SelfClosingTagToken:
			if frame, ok := frameOf(page, z, beside); ok {
				frames = append(append(frames, frame), ownFrames(frame, beside, depth+1)...)
			}
		}
	}
	return frames
}

// frameOf reads the page in the frame whose tag stands at z.
func frameOf(page Item, z *html.Tokenizer, beside func(string) []byte) (Item, bool) {
	name, more := z.TagName()
	if a := atom.Lookup(name); a != atom.Iframe && a != atom.Frame {
		return Item{}, false
	}
	frame := page
	frame.Data, frame.URL = nil, ""
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "srcdoc":
			frame.Data = bytes.Clone(value)
		case "src":
			if frame.Data == nil && beside != nil {
				name := inFolder(string(value))
				frame.Data, frame.ContentType = beside(name), ""
				if singleFileFrame.MatchString(name) {
					frame.URL = originalURL(beside(path.Join(path.Dir(name), "manifest.json")))
				}
			}
		}
	}
	if inlines(page.Data) {
		frame.Data = withInlined(frame.Data)
	}
	return readNotes(frame), len(frame.Data) > 0
}

// inFolder returns the name of a file that an address inside of a saved page means, where that is in the folder of the
// page's files; else "".
func inFolder(ref string) string {
	u, err := url.Parse(ref)
	if err != nil || u.Scheme != "" || u.Host != "" {
		return ""
	}
	name := path.Clean(u.Path)
	folder, _, inside := strings.Cut(name, "/")
	if !inside || folder == ".." || strings.ContainsAny(name, "\\\x00") {
		return ""
	}
	if singleFileFrame.MatchString(name) {
		return name
	}
	for _, suffix := range folderSuffixes {
		if strings.HasSuffix(folder, suffix) {
			return name
		}
	}
	return ""
}

// singleFileFrame is the name of a frame in the archives that SingleFile writes.
var singleFileFrame = regexp.MustCompile(`^frames/\d+/index\.html$`)

// originalURL reads the address from what SingleFile notes beside a frame.
func originalURL(manifest []byte) string {
	var m struct{ OriginalURL string }
	if json.Unmarshal(manifest, &m) != nil || !strings.HasPrefix(m.OriginalURL, "http") {
		return ""
	}
	return m.OriginalURL
}

// withFrames returns the page, or that of its frames in which the article stands: one that has much to say while the
// page around it has hardly anything.
func withFrames(page Item, frames []Item) Item {
	best, most := page, 0
	for _, f := range frames {
		if n := prose(f.Data); n > most {
			best, most = f, n
		}
	}
	if most < minFrame {
		return page
	}
	own := prose(page.Data)
	if own*4 > most || own >= minFrame && looksLikeArticle(page.Data) {
		return page
	}
	if best.Fetched.IsZero() {
		best.Fetched = page.Fetched
	}
	best.File = page.File
	return best
}

// minFrame is how many syllables an article in a frame has at least.
const minFrame = 60

// looksLikeArticle reports whether a page says of itself that it is an article.
func looksLikeArticle(page []byte) bool {
	return hasTag(page, "article") || bytes.Contains(page, []byte("articleBody")) ||
		bytes.Contains(page, []byte("NewsArticle")) || bytes.Contains(page, []byte("article:published_time"))
}

// prose estimates how many syllables of running text a page shows: what stands outside of links, menus and scripts in
// lines of some length. The encoding need not be known.
func prose(page []byte) (syllables int) {
	z := html.NewTokenizer(bytes.NewReader(page))
	line, hidden := 0, 0
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken:
			return syllables + longLine(line)
		case html.TextToken:
			if hidden == 0 {
				line += syllablesIn(z.Raw())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			switch a := atom.Lookup(name); {
			case isUnread(a) && kind == html.StartTagToken:
				hidden++
			case isUnread(a) && kind == html.EndTagToken:
				hidden = max(0, hidden-1)
			case !isInline(a):
				syllables, line = syllables+longLine(line), 0
			}
		}
	}
}

func longLine(n int) int {
	if n < 15 {
		return 0
	}
	return n
}

// syllablesIn counts Korean syllables in any of their encodings; five Latin letters are as long as one.
func syllablesIn(text []byte) int {
	high := 0
	for _, c := range text {
		if c >= 0x80 {
			high++
		}
	}
	return high/3 + (len(text)-high)/5
}

func isUnread(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Script, atom.Style, atom.Noscript, atom.Select, atom.Button, atom.Title, atom.Textarea, atom.Nav, atom.Footer,
		atom.Iframe, atom.Noframes:
		return true
	}
	return false
}

func isInline(a atom.Atom) bool {
	switch a {
	case atom.B, atom.Strong, atom.I, atom.Em, atom.U, atom.Span, atom.Font, atom.Mark, atom.Small, atom.Sub, atom.Sup, atom.Wbr:
		return true
	}
	return false
}

// hasTag reports whether a tag of this name begins in the page.
func hasTag(page []byte, name string) bool {
	for rest := page; ; {
		i := bytes.IndexByte(rest, '<')
		if i < 0 || len(rest) < i+1+len(name) {
			return false
		}
		if rest = rest[i+1:]; strings.EqualFold(string(rest[:len(name)]), name) {
			return true
		}
	}
}
