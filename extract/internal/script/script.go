// Package script reads the text of articles that pages keep in their scripts.
package script

import (
	"encoding/json"
	"html"
	"strings"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// Template returns the longest <script type="text/template">, which scripts put into the page as HTML.
func Template(ix *document.Index) string {
	longest := ""
	for _, n := range ix.Scripts {
		if kind := document.Attr(n, "type"); strings.Contains(kind, "template") && len(n.FirstChild.Data) > len(longest) {
			longest = n.FirstChild.Data
		}
	}
	return longest
}

// Text returns the strings of script data that look like an article's text: those that stand under the same key,
// the key with the most text.
func Text(ix *document.Index) string {
	keys := map[string]*strings.Builder{}
	best := ""
	for _, n := range ix.Scripts {
		eachString(n.FirstChild.Data, 0, func(key, s string) {
			s = Unescaped(s)
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

// Unescaped returns s, or the HTML in it where that is escaped once more than its script asks for.
func Unescaped(s string) string {
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
