package body

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// findScriptBody looks for the article where a page keeps it for its scripts: in the articleBody of JSON-LD, in
// templates of HTML (Blogger), and in the strings of script data (Next.js, Nuxt and their like). It is asked when the
// visible page holds no article, or one that is much shorter than what the scripts say.
func (s *scorer) findScriptBody(shown *selection) (*view.View, *selection) {
	var bodies []string
	if s.Head.Text != "" {
		bodies = append(bodies, s.Head.Text)
	}
	if text := longestTemplate(s.Index); text != "" && shown.size < minScriptBody { // beside an article they are dialogs
		bodies = append(bodies, text)
	}
	if text := scriptText(s.Index); text != "" && s.isAbout(text, shown) {
		bodies = append(bodies, text)
	}
	var best *view.View
	var chosen *selection
	for _, body := range bodies {
		v, sel := s.readBody(body)
		if sel.root >= 0 && sel.size > max(shown.size*2, minScriptBody) && (chosen == nil || sel.size > chosen.size*3/2) {
			best, chosen = v, &sel
		}
	}
	return best, chosen
}

// isAbout reports whether a text of the scripts is the article of the page rather than a message to its readers or
// another article: it says a line that the page shows, or half the words of the title.
func (s *scorer) isAbout(text string, shown *selection) bool {
	text = letters.Fold(text)
	for _, l := range shown.lines[:min(len(shown.lines), 4)] {
		if begin := letters.Head(letters.Fold(string(s.Index.Text[l.Start:l.Stop])), 60); len(begin) > 20 &&
			strings.Contains(text, begin) {
			return true
		}
	}
	words, said := 0, 0
	for word := range strings.FieldsSeq(s.title) {
		if word = letters.Fold(word); len(word) < 4 {
			continue
		}
		words++
		if strings.Contains(text, letters.Head(word, 6)) { // endings aside
			said++
		}
	}
	return said*2 >= words
}

// minScriptBody is the least text, in characters, that is taken from a script.
const minScriptBody = 200

// readBody reads text or HTML as the body of the page.
func (s *scorer) readBody(body string) (*view.View, selection) {
	body = unescaped(body)
	if !strings.Contains(body, "</") && !strings.Contains(body, "<br") {
		body = "<p>" + strings.ReplaceAll(body, "\n", "</p><p>") + "</p>"
	}
	root, err := document.Parse([]byte(body))
	if err != nil {
		return s.View, selection{root: -1}
	}
	v := s.Over(root)
	return v, newScorer(v, s.title).choose()
}

// longestTemplate returns the longest <script type="text/template">, which scripts put into the page as HTML.
func longestTemplate(ix *document.Index) string {
	longest := ""
	for _, n := range ix.Scripts {
		if kind := document.Attr(n, "type"); strings.Contains(kind, "template") && len(n.FirstChild.Data) > len(longest) {
			longest = n.FirstChild.Data
		}
	}
	return longest
}

// scriptText returns the strings of script data that look like an article's text: those that stand under the same key,
// the key with the most text.
func scriptText(ix *document.Index) string {
	keys := map[string]*strings.Builder{}
	best := ""
	for _, n := range ix.Scripts {
		eachString(n.FirstChild.Data, 0, func(key, s string) {
			s = unescaped(s)
			if !looksWritten(s) || key == "" && !strings.Contains(s, "<p") && !strings.Contains(s, "<br") {
				return // a plain string in code is a message to the reader
			}
			b := keys[key]
			if b == nil {
				b = &strings.Builder{}
				keys[key] = b
			}
			if !strings.Contains(s, "</") {
				s = "<p>" + strings.ReplaceAll(s, "\n", "</p><p>") + "</p>"
			}
			b.WriteString(s)
			if k := keys[best]; k == nil || b.Len() > k.Len() || b.Len() == k.Len() && key < best {
				best = key
			}
		})
	}
	if b := keys[best]; b != nil {
		return b.String()
	}
	return ""
}

// unescaped returns s, or the HTML in it where that is escaped once more than its script asks for.
func unescaped(s string) string {
	if strings.Contains(s, "&lt;/p") || strings.Contains(s, "&lt;br") {
		return html.UnescapeString(s)
	}
	return s
}

// looksWritten tells prose and HTML from code, addresses and data.
func looksWritten(s string) bool {
	if len(s) < 60 || strings.HasPrefix(s, "http") {
		return false
	}
	if strings.Contains(s, "<p") && strings.Contains(s, "</p>") || strings.Contains(s, "<br") {
		return !strings.Contains(s, "<script")
	}
	blanks, odd := 0, 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ':
			blanks++
		case '{', '}', '=', ';', '<', '|', '\\', '$':
			odd++
		}
	}
	return blanks*20 > len(s) && odd*50 < len(s) && letters.EndsSentence([]byte(strings.TrimSpace(s)))
}

// eachString calls f with each string literal of a script that is long enough to matter, and with the key before it.
// JSON inside a string is read as well.
func eachString(script string, depth int, f func(key, s string)) {
	key := ""
	for {
		i := strings.IndexByte(script, '"')
		if i < 0 {
			return
		}
		between := script[:i]
		script = script[i+1:]
		end := stringEnd(script)
		if end < 0 {
			return
		}
		s := script[:end]
		script = script[end+1:]
		if t := strings.TrimSpace(between); t != ":" && t != ":[" && t != "," {
			key = "" // code
		}
		if strings.HasPrefix(strings.TrimLeft(script[:min(len(script), 8)], " \n\t"), ":") {
			key = s
			continue
		}
		if len(s) < 60 {
			continue
		}
		if strings.IndexByte(s, '\\') >= 0 {
			if json.Unmarshal([]byte(`"`+s+`"`), &s) != nil {
				continue
			}
		}
		if !holdsJSON(s) {
			f(key, s)
		} else if depth < 2 {
			eachString(s, depth+1, f)
		}
	}
}

// holdsJSON tells strings that hold JSON, which rows of React's flight data put a number before.
func holdsJSON(s string) bool {
	s = strings.TrimSpace(s)
	if i := strings.IndexByte(s, ':'); i > 0 && i < 8 && strings.Trim(s[:i], "0123456789abcdef") == "" {
		s = s[i+1:]
	}
	return s != "" && (s[0] == '{' || s[0] == '[')
}

// stringEnd returns the offset of the quote that ends a string literal, or -1.
func stringEnd(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return -1
}
