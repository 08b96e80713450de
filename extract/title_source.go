package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/sites"
)

func (v *titleVotes) fromRule(p *page) {
	for src := range p.site.Sources(sites.Title) {
		if text := p.titleOf(src); text != "" {
			v.add("site:"+p.art.Site, text, weightRule)
			return
		}
	}
}

// titleOf reads the title that a site's rule names. The classes of publishing systems name readers' comments as well.
func (p *page) titleOf(src sites.Source) string {
	if src.Selector == nil || src.Labels != nil || src.Attr != "" {
		return p.readSource(src)
	}
	for n, text := range p.nodeTexts(p.site.All(src.Selector)) {
		if text = letters.Clean(text); text != "" && !hasHint(p, n, document.HintComment) {
			return text
		}
	}
	return ""
}

// hasHint reports whether a node or one of those around it has a hint.
func hasHint(p *page, n *html.Node, h document.Hint) bool {
	for i := p.ix.Find(n); i >= 0; i = p.ix.Elements[i].Parent {
		if p.ix.Elements[i].Hints&h != 0 {
			return true
		}
	}
	return false
}

func (v *titleVotes) fromLD(p *page) {
	for _, a := range p.meta.articles {
		text, weight := a.get("headline").name(), weightLD
		switch name := a.get("name").name(); {
		case text == "" && !a.is("WebPage"):
			text, weight = name, weightOG
		case p.namesDocument(name) && !p.namesDocument(text):
			text = name
		}
		if text != "" {
			v.add("jsonld", text, weight)
			return
		}
	}
}

// namesDocument reports whether a title makes up a whole part of <title>.
func (p *page) namesDocument(title string) bool {
	norm := letters.Fold(letters.Clean(title))
	if len(norm) < 6 {
		return false
	}
	text := p.documentTitle()
	return hasPart(text, titleParts(text), norm)
}

// documentTitle returns the text of <title>.
func (p *page) documentTitle() string {
	if p.ix.Title == nil || p.ix.Title.FirstChild == nil {
		return ""
	}
	return letters.Clean(p.ix.Title.FirstChild.Data)
}

func (v *titleVotes) fromMeta(p *page) {
	m := &p.meta
	for _, name := range []string{"headline", "title", "dc.title", "dcterms.title", "citation_title", "sailthru.title", "parsely-title",
		"article:title", "name", "hdl", "dable:title"} {
		if s := m.content(name); s != "" {
			v.addPart("meta "+name, s, weightMetaName)
			break
		}
	}
	if og := m.content("og:title"); og != "" {
		v.addPart("og:title", og, weightOG)
		v.preferOG(m.withoutSite(letters.Clean(og)))
	}
	v.addPart("twitter:title", m.content("twitter:title"), weightTwitter)
}

// addPart counts a vote of a source that may add the site's name or a section: for the title that makes a whole part of
// the text where there is one.
func (v *titleVotes) addPart(from, text string, weight float64) {
	text = letters.Clean(text)
	if vote := v.partOf(text); vote != nil && vote.norm != letters.Fold(text) {
		vote.weight += weight
		return
	}
	v.add(from, text, weight)
}

// preferOG moves the weight of the JSON-LD headline to og:title where the headline is no more than what the page's path ends
// in, which is written for search engines, and og:title is what stands above the text, with or without a kicker.
func (v *titleVotes) preferOG(og string) {
	norm := letters.Fold(og)
	if len(norm) < 12 || !v.isShown(norm) {
		return
	}
	for i := range v.votes {
		if ld := &v.votes[i]; ld.from == "jsonld" && ld.crumb && ld.norm != norm {
			weight := ld.weight
			ld.weight = 0
			v.add("og:title", og, weight)
			return
		}
	}
}

// isShown reports whether a heading outside of the page's path says a title, with or without a kicker before it.
func (v *titleVotes) isShown(norm string) bool {
	for i := range v.votes {
		if v.votes[i].block >= 0 && strings.HasSuffix(v.votes[i].norm, norm) {
			return true
		}
	}
	return false
}

// maxHeadings bounds how many headings are looked at.
const maxHeadings = 40

func (v *titleVotes) fromHeadings(p *page) {
	ix := p.ix
	ones := 0
	for _, i := range ix.Heads {
		if ix.Elements[i].Node.DataAtom == atom.H1 && ix.Elements[i].Stop > ix.Elements[i].Start {
			ones++
		}
	}
	for n, i := range ix.Heads {
		e := &ix.Elements[i]
		if n == maxHeadings || e.Start == e.Stop || e.Stop-e.Start > 500 {
			continue
		}
		weight := 0.0
		switch {
		case e.Node.DataAtom == atom.H1:
			weight = weightHeading
			if ones > 1 {
				weight *= 0.8
			}
		case e.Hints&document.HintTitle != 0 && ones == 0:
			weight = weightProp
		default:
			weight = weightMinor
		}
		if p.inNoise(i) {
			weight *= 0.4
		}
		if document.Attr(e.Node, "itemprop") == "headline" {
			weight += weightProp
		}
		if e.Node.DataAtom == atom.H1 && p.inNoise(i) {
			v.addCrumb(p.oneLine(i), weight)
			continue
		}
		v.addShown("heading", p.oneLine(i), weight, e.Block)
	}
	for i := range ix.Elements {
		e := &ix.Elements[i]
		if e.Hints&document.HintTitle == 0 || e.Stop-e.Start < 12 || e.Stop-e.Start > 400 || e.Hints&(document.HintRelated|document.HintNoise|document.HintHidden) != 0 {
			continue
		}
		switch e.Node.DataAtom {
		case atom.P, atom.Div, atom.Span, atom.Dt, atom.Td, atom.Th, atom.Strong, atom.H4, atom.H5, atom.H6:
			if e.BlockStop-e.Block <= 1 && len(v.votes) < 2*maxHeadings && !p.inNoise(int32(i)) {
				v.addShown("heading", p.oneLine(int32(i)), weightMinor/2, e.Block)
			}
		}
	}
}

// fromDocument counts <title>: for the title that makes a whole part of it where there is one, else for what is left
// without the site's name.
func (v *titleVotes) fromDocument(p *page) {
	text := p.documentTitle()
	if text == "" {
		return
	}
	if vote := v.partOf(text); vote != nil {
		vote.weight += weightDocument
		if vote.from == "heading" {
			v.doubtOthers(text)
		}
		return
	}
	v.doubtHeadings()
	if line := p.titleLine(text, titleParts(text)); line != "" && !isSectionName(line) {
		v.add("text", line, weightDocument)
		return
	}
	v.fromPost(p)
	if v.firstHeading(p) {
		return
	}
	v.add("title", text, weightDocument*0.8)
}

// doubtHeadings takes weight from headings that <title> does not know.
func (v *titleVotes) doubtHeadings() {
	for i := range v.votes {
		if v.votes[i].from == "heading" && v.votes[i].weight <= weightHeading {
			v.votes[i].weight /= 2
		}
	}
}

// doubtOthers takes weight from headings that <title>, which says another, does not hold: names of sites and rubrics.
func (v *titleVotes) doubtOthers(text string) {
	norm := letters.Fold(text)
	for i := range v.votes {
		if vote := &v.votes[i]; vote.from == "heading" && vote.weight <= weightHeading && !strings.Contains(norm, vote.norm) {
			vote.weight /= 2
		}
	}
}

// firstHeading lets a heading stand for a page whose <title> names nothing that it shows: the last before the line that
// says when the article was written, else the first.
func (v *titleVotes) firstHeading(p *page) bool {
	dated := p.datedBlock()
	var best *titleVote
	for i := range v.votes {
		vote := &v.votes[i]
		switch {
		case vote.from != "heading":
			return false
		case vote.weight < weightMinor/4 || len(vote.norm) < 12:
		case dated >= 0 && vote.block <= dated && vote.block >= dated-12:
			if best == nil || best.block < vote.block || best.block > dated {
				best = vote
			}
		case best == nil:
			best = vote
		}
	}
	if best == nil {
		return false
	}
	best.weight += weightDocument
	return true
}

// datedBlock returns the first block in which a label stands before a time, or -1.
func (p *page) datedBlock() int32 {
	order := orderOf(p)
	for b := range p.ix.Blocks {
		line := p.ix.Line(b)
		if len(line) > 160 || !letters.HasDigit(string(line)) {
			continue
		}
		text := string(line)
		st, ok := stamp.Find(text, order)
		if !ok {
			continue
		}
		kind := stamp.LabelBefore(text[:st.Start])
		if kind == stamp.None && b > 0 && st.Start == 0 {
			kind = stamp.LabelBefore(string(p.ix.Line(b - 1)))
		}
		if kind == stamp.Published {
			return int32(b)
		}
	}
	return -1
}

// titleLine returns the visible line that makes up the beginning of <title>, for pages without another source.
func (p *page) titleLine(s string, parts []part) string {
	if len(parts) > 8 {
		parts = parts[:8]
	}
	var norms []string
	for j := len(parts) - 1; j >= 0; j-- {
		for i := range j + 1 {
			if part := s[parts[i].start:parts[j].end]; !p.meta.isSiteName(part) {
				norms = append(norms, letters.Fold(part))
			}
		}
	}
	best := ""
	for b := range p.ix.Blocks {
		line := p.ix.Line(b)
		if len(line) < 12 || len(line) > 400 || p.ix.Blocks[b].Linked*2 > p.ix.Blocks[b].Size {
			continue
		}
		for _, norm := range norms {
			if len(norm) >= 9 && len(norm) <= len(line) && len(line) < 2*len(norm)+20 && len(norm) > len(letters.Fold(best)) &&
				letters.Fold(string(line)) == norm {
				best = string(line)
			}
		}
	}
	return best
}
