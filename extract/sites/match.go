package sites

import (
	"iter"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// Match is the rule that a page falls under. Layout is nil where none of the rule's designs has its body on the page.
type Match struct {
	Rule   *Rule
	Layout *Layout
	root   *html.Node // of the page, for what Go reads
}

// Sources yields the places of a field: what the rule's Go reads, then those of the page's layout, then those of the
// rule's other layouts, since a design seldom changes as a whole. It yields nothing where no rule matched.
func (m Match) Sources(f Field) iter.Seq[Source] {
	return func(yield func(Source) bool) {
		if values := m.read(f); len(values) > 0 && !yield(Source{Values: values}) {
			return
		}
		for _, src := range m.Layout.Sources(f) {
			if !yield(src) {
				return
			}
		}
		if m.Rule == nil {
			return
		}
		for _, l := range m.Rule.Layouts {
			if l == m.Layout {
				continue
			}
			for _, src := range l.fields[f] {
				if !yield(src) {
					return
				}
			}
		}
	}
}

// read returns what the rule's Go reads of a field.
func (m Match) read(f Field) []string {
	if m.Rule == nil || m.Rule.Read[f] == nil || m.root == nil {
		return nil
	}
	return m.Rule.Read[f](goquery.NewDocumentFromNode(m.root))
}

// Match finds the rule of a page: by host, else by the fingerprint of its publishing system, else none. Of a rule's
// layouts it takes the first whose body is on the page, those valid at the given time before those outdated by then.
// A zero time takes them in their order.
func (s *Set) Match(address string, ix *Index, at time.Time) Match {
	m := s.match(address, ix, at)
	m.root = ix.root
	return m
}

func (s *Set) match(address string, ix *Index, at time.Time) Match {
	var known Match
	for _, r := range s.ofHost(address) {
		if l := r.layout(ix, at); l != nil {
			return Match{Rule: r, Layout: l}
		}
		if known.Rule == nil {
			known.Rule = r
		}
	}
	for _, r := range s.rules {
		if len(r.when) == 0 || !r.recognises(address, ix) {
			continue
		}
		if l := r.layout(ix, at); l != nil {
			if known.Rule != nil && known.Rule.Publisher != "" { // the newspaper is known, its system is seen
				c := *known.Rule
				c.Zone = r.Zone
				return Match{Rule: &c, Layout: l}
			}
			return Match{Rule: r, Layout: l}
		}
	}
	return known
}

// ofHost returns the rules of the longest known suffix of the address's host.
func (s *Set) ofHost(address string) []*Rule {
	for host := Host(address); host != ""; {
		if rules := s.hosts[host]; rules != nil {
			return rules
		}
		_, up, ok := strings.Cut(host, ".")
		if !ok {
			break
		}
		host = up
	}
	return nil
}

// Host returns the host name of an address in lower case, without its port and a leading www. Of an address in the
// Internet Archive it is that of the page which is kept there.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if u.Host == "web.archive.org" {
		if i := strings.Index(u.Path, "/http"); strings.HasPrefix(u.Path, "/web/") && i >= 0 {
			return Host(u.Path[i+1:])
		}
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// layout returns the first design of the rule whose body is on the page.
func (r *Rule) layout(ix *Index, at time.Time) *Layout {
	var outdated *Layout
	for _, l := range r.Layouts {
		if !l.onPage(ix) {
			continue
		}
		if at.IsZero() || l.ValidUntil.IsZero() || !at.After(l.ValidUntil) {
			return l
		}
		if outdated == nil {
			outdated = l
		}
	}
	return outdated
}

func (l *Layout) onPage(ix *Index) bool {
	for _, src := range l.fields[Body] {
		if src.Selector != nil && ix.First(src.Selector) != nil {
			return true
		}
	}
	return false
}

func (r *Rule) recognises(address string, ix *Index) bool {
	return slices.ContainsFunc(r.when, func(all []condition) bool { return holdAll(all, address, ix) })
}

func holdAll(all []condition, address string, ix *Index) bool {
	return !slices.ContainsFunc(all, func(c condition) bool { return !c.holds(address, ix) })
}

func (c condition) holds(address string, ix *Index) bool {
	switch c.kind {
	case onSelector:
		return ix.First(c.selector) != nil
	case onScript:
		return slices.ContainsFunc(ix.scripts, func(s string) bool { return strings.Contains(s, c.text) })
	case onComment:
		return slices.Contains(ix.comment, c.text)
	case onURL:
		return strings.Contains(address, c.text)
	}
	return strings.Contains(strings.ToLower(ix.meta(c.name)), strings.ToLower(c.text))
}
