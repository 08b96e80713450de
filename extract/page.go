package extract

import (
	"net/url"
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/sites"
)

// page is one page on its way to an Article. The stages run in the order of fromNode and hand what they find on in
// its fields.
type page struct {
	Page
	opts *Options
	root *html.Node
	base *url.URL // against which links resolve; nil where the address is not known
	ix   *index
	site site      // what is known of the page's site
	meta meta      // what the head of the page says
	cut  []cutLine // what clean took out of the body, in order
	body region    // where the text stands
	art  *Article
}

// site is the rule that the page falls under, none where Rule is nil, and the index that its selectors are looked up in.
type site struct {
	*sites.Index
	sites.Match
}

// nodes returns the elements that the rule's layout names for a field.
func (s *site) nodes(f sites.Field) []*html.Node {
	var list []*html.Node
	for _, src := range s.Layout.Sources(f) {
		if src.Selector != nil {
			list = append(list, s.All(src.Selector)...)
		}
	}
	return list
}

// region is where the article stands among the blocks: where its head begins, its title just above the text, the first and
// last line of its text. The head begins with the title too, which boards say twice; -1 is none.
type region struct{ head, title, first, last int32 }

// cutLine is a line that stood in the body's container and is not part of the text.
type cutLine struct {
	kind lineKind
	text string
	tail bool // it stood after the text
}

// note records where a field comes from.
func (p *page) note(field, from, raw string) {
	p.art.Evidence = append(p.art.Evidence, Evidence{Field: field, From: from, Raw: raw})
}

// headOf returns at most n bytes from the beginning of a text, whole characters.
func headOf(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// scratch holds the buffers of a page for the next one.
type scratch struct {
	index  index
	hinter *hinter
}

var scratches = sync.Pool{New: func() any { return &scratch{hinter: newHinter()} }}

// reset empties the buffers, keeping their memory but no node alive.
func (s *scratch) reset() {
	ix := &s.index
	clear(ix.elements)
	clear(ix.metas)
	clear(ix.rels)
	clear(ix.ldjson)
	clear(ix.scripts)
	*ix = index{text: ix.text[:0], elements: ix.elements[:0], blocks: ix.blocks[:0], metas: ix.metas[:0], rels: ix.rels[:0],
		ldjson: ix.ldjson[:0], scripts: ix.scripts[:0], times: ix.times[:0], heads: ix.heads[:0], images: ix.images[:0],
		matter: ix.matter[:0], parts: ix.parts[:0]}
	if len(s.hinter.seen) > 4096 {
		clear(s.hinter.seen)
	}
}

// scratchLimit keeps the buffers of huge pages from staying in memory.
const scratchLimit = 4 << 20

// fromNode runs the stages over a parsed page.
func fromNode(root *html.Node, info Page, opts *Options) (*Article, error) {
	s := scratches.Get().(*scratch)
	defer func() {
		if cap(s.index.text) < scratchLimit {
			s.reset()
			scratches.Put(s)
		}
	}()
	p := &page{Page: info, opts: opts, root: root, ix: &s.index, art: &Article{}}
	p.site.Index = opts.sites().Index(root)
	p.ix.build(root, s.hinter, p.site.Index)
	p.site.Match = opts.sites().Match(info.URL, p.site.Index, info.Fetched)
	if p.site.Rule != nil {
		p.art.Site = p.site.Rule.Name
	}
	p.base = p.baseURL()
	readMeta(p)
	findTitle(p)
	if err := findBody(p); err != nil {
		return nil, err
	}
	findAuthors(p)
	findPublished(p)
	findOutlets(p)
	if err := finish(p); err != nil {
		return nil, err
	}
	return p.art, nil
}

// baseURL returns the address that the page's links are relative to.
func (p *page) baseURL() *url.URL {
	base, err := url.Parse(p.URL)
	if err != nil || p.URL == "" {
		base = nil
	}
	if p.ix.base == "" {
		return base
	}
	own, err := url.Parse(p.ix.base)
	if err != nil {
		return base
	}
	if base != nil {
		return base.ResolveReference(own)
	}
	return own
}

// resolve returns an address of the page as an absolute one where that can be told.
func (p *page) resolve(ref string) string {
	if p.base == nil || ref == "" {
		return ref
	}
	u, err := url.Parse(ref)
	if err != nil {
		return ref
	}
	return p.base.ResolveReference(u).String()
}
