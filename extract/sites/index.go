package sites

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Index holds the elements of one page that some rule of a set may ask for, so that a selector costs a look-up and not
// a walk. It is filled by one walk in document order. An Index serves one goroutine.
type Index struct {
	words   *vocabulary
	root    *html.Node
	hits    []hit
	scripts []string // short inline scripts
	comment []string // starts of comments that a rule asks for
	metas   []*html.Node
}

type hit struct {
	word int32
	node *html.Node
}

func (v *vocabulary) addRule(r *Rule) {
	for _, all := range r.when {
		for _, c := range all {
			v.add(c.selector)
			if c.kind == onComment && !slices.Contains(v.comments, c.text) {
				v.comments = append(v.comments, c.text)
			}
		}
	}
	for _, l := range r.Layouts {
		for _, sources := range l.fields {
			for _, src := range sources {
				v.add(src.Selector)
			}
		}
	}
}

// Index returns the empty index of a page whose root is given; the caller adds the nodes.
func (s *Set) Index(root *html.Node) *Index {
	return &Index{words: &s.words, root: root, hits: make([]hit, 0, 64)}
}

// IndexAll walks a page and returns its index.
func (s *Set) IndexAll(root *html.Node) *Index {
	ix := s.Index(root)
	for n := range root.Descendants() {
		ix.Add(n)
	}
	return ix
}

const shortScript = 4 << 10

// Add records one node. Nodes are to be added in document order.
func (ix *Index) Add(n *html.Node) {
	switch n.Type {
	case html.ElementNode:
		ix.addElement(n)
	case html.CommentNode:
		for _, c := range ix.words.comments {
			if len(ix.comment) < 16 && strings.HasPrefix(strings.TrimSpace(n.Data), c) {
				ix.comment = append(ix.comment, c)
			}
		}
	}
}

func (ix *Index) addElement(n *html.Node) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.Time, atom.Article, atom.Main, atom.Figcaption, atom.Title, atom.Address:
		ix.note(ix.words.tags, n.Data, n)
	case atom.Script:
		if c := n.FirstChild; c != nil && len(c.Data) < shortScript && len(ix.scripts) < 32 {
			ix.scripts = append(ix.scripts, c.Data)
		}
	case atom.Meta:
		ix.metas = append(ix.metas, n)
	}
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "id":
			ix.note(ix.words.ids, a.Val, n)
		case "class":
			ix.addClasses(n, a.Val)
		case "itemprop":
			ix.note(ix.words.props, a.Val, n)
		}
	}
}

// note records an element where a rule asks for its key.
func (ix *Index) note(table map[string]int32, name string, n *html.Node) {
	if w, ok := table[name]; ok {
		ix.hits = append(ix.hits, hit{w, n})
	}
}

func (ix *Index) addClasses(n *html.Node, classes string) {
	for i := 0; i < len(classes); {
		if classes[i] <= ' ' {
			i++
			continue
		}
		j := i + 1
		for j < len(classes) && classes[j] > ' ' {
			j++
		}
		ix.note(ix.words.classes, classes[i:j], n)
		i = j
	}
}

// First returns the first element that matches, by the order of the selectors in the group and then of the page, or
// nil.
func (ix *Index) First(s *Selector) *html.Node {
	for n := range ix.each(s) {
		return n
	}
	return nil
}

// All returns the elements that match, by the order of the selectors in the group and then of the page.
func (ix *Index) All(s *Selector) []*html.Node {
	var out []*html.Node
	seen := map[*html.Node]bool{}
	for n := range ix.each(s) {
		if !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}

func (ix *Index) each(s *Selector) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for i := range s.parts {
			if !ix.eachOf(&s.parts[i], yield) {
				return
			}
		}
	}
}

func (ix *Index) eachOf(p *part, yield func(*html.Node) bool) bool {
	t := ix.words.table(p.key.kind)
	if t == nil {
		return below(ix.root, p.match.Match, yield)
	}
	word := t[p.key.name]
	var last *html.Node // the subtree walked last; a nested hit adds nothing to it
	for _, h := range ix.hits {
		switch {
		case h.word != word:
		case !p.within:
			if p.match.Match(h.node) && !yield(h.node) {
				return false
			}
		default:
			top := h.node
			if top.Parent != nil {
				top = top.Parent // for selectors of siblings
			}
			if last != nil && (top == last || isBelow(top, last)) {
				continue
			}
			last = top
			if !below(top, p.match.Match, yield) {
				return false
			}
		}
	}
	return true
}

func below(top *html.Node, match func(*html.Node) bool, yield func(*html.Node) bool) bool {
	for n := range top.Descendants() {
		if n.Type == html.ElementNode && match(n) && !yield(n) {
			return false
		}
	}
	return true
}

func isBelow(n, top *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == top {
			return true
		}
	}
	return false
}

// meta returns the content of the first meta element of a name or property.
func (ix *Index) meta(name string) string {
	for _, n := range ix.metas {
		var is bool
		var content string
		for _, a := range n.Attr {
			switch a.Key {
			case "name", "property":
				is = is || strings.EqualFold(a.Val, name)
			case "content":
				content = a.Val
			}
		}
		if is {
			return content
		}
	}
	return ""
}
