package sites

import (
	"fmt"
	"strings"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
)

// Selector is a compiled group of CSS selectors, each with the key under which an Index finds its candidates. It is a
// goquery.Matcher: doc.FindMatcher(sel).
type Selector struct {
	text  string
	parts []part
}

type part struct {
	key    key
	within bool // the key belongs to an ancestor: look below it
	match  cascadia.Sel
}

// key is what an element is indexed by: '#' and an id, '.' and a class, '=' and an itemprop, '<' and a tag.
type key struct {
	kind byte
	name string
}

// CompileSelector compiles a group of CSS selectors, separated by commas.
func CompileSelector(s string) (*Selector, error) {
	sel := &Selector{text: s}
	for _, text := range splitTop(s, func(c byte) bool { return c == ',' }) {
		match, err := cascadia.Parse(strings.TrimSpace(text))
		if err != nil {
			return nil, fmt.Errorf("selector %q: %w", strings.TrimSpace(text), err)
		}
		p := part{match: match}
		p.key, p.within = keyOf(strings.TrimSpace(text))
		sel.parts = append(sel.parts, p)
	}
	return sel, nil
}

// String returns the selector as it was written.
func (s *Selector) String() string { return s.text }

// Match reports whether an element matches any selector of the group.
func (s *Selector) Match(n *html.Node) bool {
	for _, p := range s.parts {
		if p.match.Match(n) {
			return true
		}
	}
	return false
}

// MatchAll returns the elements below n, n included, that match, in document order.
func (s *Selector) MatchAll(n *html.Node) []*html.Node {
	var list []*html.Node
	for d := range n.Descendants() {
		if s.Match(d) {
			list = append(list, d)
		}
	}
	if s.Match(n) {
		list = append([]*html.Node{n}, list...)
	}
	return list
}

// Filter returns those of a list of nodes that match.
func (s *Selector) Filter(nodes []*html.Node) []*html.Node {
	var list []*html.Node
	for _, n := range nodes {
		if s.Match(n) {
			list = append(list, n)
		}
	}
	return list
}

// keyOf finds the rightmost compound of a selector that names an id, a class, an itemprop or a rare tag.
func keyOf(s string) (k key, within bool) {
	compounds := splitTop(s, func(c byte) bool { return c == ' ' || c == '>' || c == '+' || c == '~' })
	for i := len(compounds) - 1; i >= 0; i-- {
		if compounds[i] == "" {
			continue
		}
		if k := compoundKey(compounds[i]); k.kind != 0 {
			return k, within
		}
		within = true
	}
	return key{}, true
}

func compoundKey(s string) key {
	tag := s
	if i := strings.IndexAny(s, "#.[:"); i >= 0 {
		tag = s[:i]
	}
	best := key{}
	depth := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '[' || c == '(':
			if v, ok := strings.CutPrefix(s[i:], "[itemprop="); ok && depth == 0 && best.kind != '#' {
				best = key{'=', strings.Trim(v[:strings.IndexByte(v+"]", ']')], `"'`)}
			}
			depth++
		case c == ']' || c == ')':
			depth--
		case depth == 0 && (c == '#' || c == '.') && best.kind != '#':
			if name := identifier(s[i+1:]); name != "" && (c == '#' || best.kind == 0) {
				best = key{c, name}
			}
		}
	}
	if best.kind == 0 && rareTags[tag] {
		return key{'<', tag}
	}
	return best
}

// identifier returns the leading CSS identifier of s, or "" where it is escaped.
func identifier(s string) string {
	end := strings.IndexAny(s, "#.[:()],> +~")
	if end < 0 {
		end = len(s)
	}
	if strings.Contains(s[:end], `\`) {
		return ""
	}
	return s[:end]
}

// rareTags are those of which a page has few.
var rareTags = map[string]bool{"h1": true, "h2": true, "h3": true, "time": true, "article": true, "main": true,
	"figcaption": true, "title": true, "address": true}

// splitTop splits s where sep holds, outside brackets and quotes.
func splitTop(s string, sep func(byte) bool) []string {
	var out []string
	depth, start := 0, 0
	var quote byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '[' || c == '(':
			depth++
		case c == ']' || c == ')':
			depth--
		case depth == 0 && sep(c):
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}
