package document

import (
	_ "embed"
	"errors"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/table"
)

// Hint is a set of what an element's class, id, itemprop, role and rel suggest it is.
type Hint uint32

// The hints.
const (
	HintBody     Hint = 1 << iota // the text of the article
	HintTitle                     // headline
	HintDek                       // subtitle, lead
	HintAuthor                    // byline
	HintDate                      // times
	HintCaption                   // caption, credit
	HintNoise                     // never part of an article: navigation, ads, sharing, comments …
	HintDoubt                     // seldom part of it
	HintRelated                   // other articles
	HintTags                      // keywords
	hintSection                   // rubric, breadcrumb
	HintHidden                    // not shown
	HintBodyProp                  // itemprop=articleBody
	HintComment                   // reader comments
	HintNever                     // as hintNoise, by a name that is seldom wrong
)

//go:embed data/hints.txt
var hintLines string

// hintNames are the names that data/hints.txt uses.
var hintNames = map[string]Hint{"body": HintBody, "title": HintTitle, "dek": HintDek, "author": HintAuthor,
	"date": HintDate, "caption": HintCaption, "noise": HintNoise, "doubt": HintDoubt, "related": HintRelated,
	"tags": HintTags, "section": hintSection, "hidden": HintHidden, "comment": HintComment,
	"never": HintNever | HintNoise}

// hintWords maps the words of class names to hints; a name of several words is looked up whole and word by word.
var hintWords = sync.OnceValue(func() map[string]Hint {
	words := map[string]Hint{}
	table.Must(table.Keys("document/data/hints.txt", hintLines, nil, func(_, name string, list []string) error {
		h, known := hintNames[name]
		if !known {
			return errors.New("want KIND: words")
		}
		for _, word := range list {
			words[word] |= h
		}
		return nil
	}))
	return words
})

// hinter reads hints and remembers those of the names it has seen. It serves one page at a time.
type hinter struct {
	words map[string]Hint
	seen  map[string]Hint
	buf   []byte
}

func newHinter() *hinter { return &hinter{words: hintWords(), seen: map[string]Hint{}} }

// of returns the hints of an element.
func (h *hinter) of(n *html.Node) Hint {
	var set Hint
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id":
			set |= h.name(a.Val)
		case "itemprop":
			set |= h.name(a.Val)
			if strings.EqualFold(a.Val, "articleBody") {
				set |= HintBodyProp
			}
		case "role", "rel", "data-component", "data-testid":
			set |= h.name(a.Val)
		case "hidden":
			set |= HintHidden
		case "style":
			if isHiddenStyle(a.Val) {
				set |= HintHidden
			}
		}
	}
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Button, atom.Dialog:
		set |= HintNoise | HintNever
	case atom.Aside:
		set |= HintNoise
	case atom.Figcaption:
		set |= HintCaption
	}
	return set
}

// isHiddenStyle reads display:none and visibility:hidden.
func isHiddenStyle(style string) bool {
	if !strings.Contains(style, "display") && !strings.Contains(style, "visibility") {
		return false
	}
	style = strings.ReplaceAll(strings.ToLower(style), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// name returns the hints of the names in a class attribute.
func (h *hinter) name(value string) Hint {
	if len(value) > 400 {
		value = strings.Clone(value[:400]) // what is remembered is not to hold the rest
	}
	if set, ok := h.seen[value]; ok {
		return set
	}
	var set Hint
	for name := range strings.FieldsSeq(value) {
		if strings.IndexByte(name, ':') < 0 { // print:hidden and its like name a state, not a thing
			set |= h.one(name)
		}
	}
	h.seen[value] = set
	return set
}

// one looks a single name up: whole (without its separators), then pair by pair and word by word.
func (h *hinter) one(name string) Hint {
	h.buf = h.buf[:0]
	var cuts [16]int // ends of the words in buf
	n := 0
	lower := false
	for i := 0; i < len(name); i++ {
		c := name[i]
		upper := c >= 'A' && c <= 'Z'
		if endsWord := isSeparator(c) || upper && lower; endsWord && h.endsNew(cuts[:n]) && n < len(cuts)-1 {
			cuts[n] = len(h.buf)
			n++
		}
		lower = c >= 'a' && c <= 'z'
		if upper {
			c += 'a' - 'A'
		}
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80 {
			h.buf = append(h.buf, c)
		}
	}
	cuts[n] = len(h.buf)
	n++
	set := h.words[string(h.buf)]
	if n == 1 {
		return set
	}
	start := 0
	for i := 0; i < n; i++ {
		set |= h.words[string(h.buf[start:cuts[i]])]
		if i+1 < n {
			set |= h.words[string(h.buf[start:cuts[i+1]])]
		}
		start = cuts[i]
	}
	return set
}

// isSeparator tells the marks between the words of a name.
func isSeparator(c byte) bool { return c == '-' || c == '_' || c == ':' || c == '/' || c == '.' }

// endsNew reports whether a word stands in buf behind the ends of those before.
func (h *hinter) endsNew(cuts []int) bool {
	if len(cuts) == 0 {
		return len(h.buf) > 0
	}
	return cuts[len(cuts)-1] < len(h.buf)
}
