package view

import (
	"bytes"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// Field reads what a site rule names: the first text that is not empty.
func (v *View) Field(src sites.Source) string {
	for _, s := range v.Fields(src, 1) {
		return s
	}
	return ""
}

// Fields reads up to limit texts of what a site rule names; 0 means all.
func (v *View) Fields(src sites.Source, limit int) (out []string) {
	add := func(s string) bool {
		if s = letters.Clean(s); s != "" {
			out = append(out, s)
		}
		return limit > 0 && len(out) >= limit
	}
	switch {
	case src.Values != nil:
		for _, s := range src.Values {
			if add(s) {
				break
			}
		}
	case src.Meta != "":
		add(v.Head.Content(strings.ToLower(src.Meta)))
	case src.Text != "":
		add(src.Text)
	case src.Labels != nil:
		for text := range v.labelScopes(src.Selector) {
			if add(AfterLabel(text, src.Labels)) {
				break
			}
		}
	case src.Attr != "":
		for _, n := range v.Site.All(src.Selector) {
			if add(document.Attr(n, src.Attr)) {
				break
			}
		}
	default:
		for _, text := range v.NodeTexts(v.Site.All(src.Selector)) {
			if add(text) {
				break
			}
		}
	}
	return out
}

// NodeTexts yields nodes and their texts. All but the first are looked up in one pass over the page.
func (v *View) NodeTexts(nodes []*html.Node) iter.Seq2[*html.Node, string] {
	return func(yield func(*html.Node, string) bool) {
		var places map[*html.Node]int32
		for k, n := range nodes {
			if k == 0 {
				if !yield(n, v.nodeText(n, v.Index.Find(n))) {
					return
				}
				continue
			}
			if k == 1 {
				places = v.Index.Places(nodes)
			}
			if !yield(n, v.nodeText(n, places[n])) {
				return
			}
		}
	}
}

// maxField bounds the text that is read for a field, in bytes.
const maxField = 1 << 16

// nodeText returns the text of element i, or of the text nodes of n where that is not visible.
func (v *View) nodeText(n *html.Node, i int32) string {
	if i >= 0 {
		e := &v.Index.Elements[i]
		return string(letters.Trim(bytes.ToValidUTF8(v.Index.Text[e.Start:min(e.Stop, e.Start+maxField)], nil)))
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
		if b.Len() > maxField {
			break
		}
	}
	return b.String()
}

// maxScopes bounds the text in which a rule looks for a label, in bytes: elements of a selector may stand inside one
// another.
const maxScopes = 4 << 20

// labelScopes yields the texts in which a label is looked for: the elements of a selector, else what stands above the
// body.
func (v *View) labelScopes(sel *sites.Selector) iter.Seq[string] {
	return func(yield func(string) bool) {
		if sel == nil {
			yield(v.headText())
			return
		}
		left := maxScopes
		for _, text := range v.NodeTexts(v.Site.All(sel)) {
			if left -= len(text); left < 0 || !yield(text) {
				return
			}
		}
	}
}

// labelReach bounds how much of a page is taken for the head of its article.
const labelReach = 4 << 10

// headText returns the text just above the body that the site's rule names.
func (v *View) headText() string {
	for _, n := range v.Site.Nodes(sites.Body) {
		if i := v.Index.Find(n); i >= 0 {
			stop := v.Index.Elements[i].Start
			start := max(0, stop-labelReach)
			for start > 0 && start < stop && !utf8.RuneStart(v.Index.Text[start]) {
				start++
			}
			return string(v.Index.Text[start:stop])
		}
	}
	return ""
}

// AfterLabel returns what follows the first of the labels that stands in a text: to the end of the line, or the next
// line where nothing follows on its own.
func AfterLabel(text string, labels []string) string {
	for _, label := range labels {
		for at := 0; ; {
			i := strings.Index(text[at:], label)
			if i < 0 {
				break
			}
			i += at
			at = i + len(label)
			if !isLabelAt(text, i, at) {
				continue
			}
			rest := strings.TrimLeft(text[at:], " \t\r\n:：·|[]()ㆍ-")
			line, _, _ := strings.Cut(rest, "\n")
			if line = strings.TrimSpace(line); line != "" {
				return line
			}
		}
	}
	return ""
}

// isLabelAt reports whether text[i:j] stands as a word of its own.
func isLabelAt(text string, i, j int) bool {
	if r, _ := utf8.DecodeLastRuneInString(text[:i]); i > 0 && unicode.IsLetter(r) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[j:])
	return j == len(text) || !unicode.IsLetter(r)
}
