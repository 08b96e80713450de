package extract

import (
	"net/url"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/sites"
)

// page is one page on its way to an Article. The stages run in the order of fromNode and hand what they find on in
// its fields.
type page struct {
	Page
	opts *Options
	root *html.Node
	base *url.URL // against which links resolve; nil where the address is not known
	ix   *document.Index
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
	kind boilerplate.Kind
	text string
	tail bool // it stood after the text
}

// note records where a field comes from.
func (p *page) note(field, from, raw string) {
	p.art.Evidence = append(p.art.Evidence, Evidence{Field: field, From: from, Raw: raw})
}

// fromNode runs the stages over a parsed page.
func fromNode(root *html.Node, info Page, opts *Options) (*Article, error) {
	known := opts.sites().Index(root)
	ix := document.Read(root, known)
	defer ix.Free()
	p := &page{Page: info, opts: opts, root: root, ix: ix, site: site{Index: known}, art: &Article{}}
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
	if p.ix.Base == "" {
		return base
	}
	own, err := url.Parse(p.ix.Base)
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
