package body

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/script"
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
	if text := script.Template(s.Index); text != "" && shown.size < minScriptBody { // beside an article they are dialogs
		bodies = append(bodies, text)
	}
	if text := script.Text(s.Index); text != "" && s.isAbout(text, shown) {
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
	for word := range strings.FieldsSeq(s.Title) {
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
	body = script.Unescaped(body)
	if !strings.Contains(body, "</") && !strings.Contains(body, "<br") {
		body = "<p>" + strings.ReplaceAll(body, "\n", "</p><p>") + "</p>"
	}
	root, err := document.Parse([]byte(body))
	if err != nil {
		return s.View, selection{root: -1}
	}
	v := s.Over(root)
	return v, newScorer(v, s.Title).choose()
}
