package title

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/post"
	"github.com/gisa-go/gisa/extract/internal/view"
	"github.com/gisa-go/gisa/extract/sites"
)

// add counts a vote for a title, without the site's name, and returns what votes there are for it, nil where it is
// none.
func (v *votes) add(from, text string, weight float64) *choice {
	text = v.withoutSections(letters.Clean(text))
	norm := letters.Fold(text)
	if from == "heading" && isDate(text) {
		return nil // of a blog's posts of a day
	}
	if norm == "" || len(text) > 600 || v.head.IsSiteName(text) || head.IsSectionName(text) {
		return nil
	}
	for i := range v.votes {
		if vote := &v.votes[i]; vote.norm == norm {
			vote.weight += weight
			vote.punctuate(text)
			return vote
		}
	}
	v.votes = append(v.votes, choice{text: text, norm: norm, from: from, weight: weight, block: -1})
	return &v.votes[len(v.votes)-1]
}

// addShown is add for a title that the page shows.
func (v *votes) addShown(from, text string, weight float64, block int32) {
	if vote := v.add(from, text, weight); vote != nil && vote.block < 0 {
		vote.block = block
	}
}

// addCrumb is add for an h1 in the navigation: the end of the page's path.
func (v *votes) addCrumb(text string, weight float64) {
	if vote := v.add("heading", text, weight); vote != nil {
		vote.crumb = true
	}
}

func (v *votes) fromRule(p *view.View) {
	for src := range p.Site.Sources(sites.Title) {
		if text := titleOf(p, src); text != "" {
			v.add("site:"+p.Site.Name(), text, weightRule)
			return
		}
	}
}

// titleOf reads the title that a site's rule names. The classes of publishing systems name readers' comments as well.
func titleOf(p *view.View, src sites.Source) string {
	if src.Selector == nil || src.Labels != nil || src.Attr != "" {
		return p.Field(src)
	}
	for n, text := range p.NodeTexts(p.Site.All(src.Selector)) {
		if text = letters.Clean(text); text != "" && !p.Index.HasHint(n, document.HintComment) {
			return text
		}
	}
	return ""
}

func (v *votes) fromLD(p *view.View) {
	for _, a := range p.Head.Articles {
		text, weight := a.Get("headline").Name(), weightLD
		switch name := a.Get("name").Name(); {
		case text == "" && !a.Is("WebPage"):
			text, weight = name, weightOG
		case p.Head.NamesDocument(name) && !p.Head.NamesDocument(text):
			text = name
		}
		if text != "" {
			v.add("jsonld", text, weight)
			return
		}
	}
}

func (v *votes) fromMeta(p *view.View) {
	for _, name := range []string{"headline", "title", "dc.title", "dcterms.title", "citation_title",
		"sailthru.title", "parsely-title", "article:title", "name", "hdl", "dable:title"} {
		if s := p.Head.Content(name); s != "" {
			v.addPart("meta "+name, s, weightMetaName)
			break
		}
	}
	if og := p.Head.Content("og:title"); og != "" && !v.isKeywords(og) {
		v.addPart("og:title", og, weightOG)
	}
	v.addPart("twitter:title", p.Head.Content("twitter:title"), weightTwitter)
}

// addPart counts a vote of a source that may add the site's name or a section: for the title that makes a whole part of
// the text where there is one.
func (v *votes) addPart(from, text string, weight float64) {
	text = letters.Clean(text)
	if vote := v.partOf(text); vote != nil && vote.norm != letters.Fold(text) {
		vote.weight += weight
		return
	}
	v.add(from, text, weight)
}

// isShown reports whether a heading outside of the page's path says a title, with or without a kicker before it.
func (v *votes) isShown(norm string) bool {
	for i := range v.votes {
		if v.votes[i].block >= 0 && strings.HasSuffix(v.votes[i].norm, norm) {
			return true
		}
	}
	return false
}

// The sizes of an element that is named for a title, in bytes.
const (
	minNamedTitle = 12
	maxNamedTitle = 400
)

// maxHeadings bounds how many headings are looked at.
const maxHeadings = 40

func (v *votes) fromHeadings(p *view.View) {
	ix := p.Index
	ones := 0
	for _, i := range ix.Heads {
		if ix.Elements[i].Node.DataAtom == atom.H1 && ix.Elements[i].Stop > ix.Elements[i].Start {
			ones++
		}
	}
	for n, i := range ix.Heads {
		e := &ix.Elements[i]
		if n == maxHeadings || e.Start == e.Stop || e.Size() > 500 {
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
		if p.Index.InNoise(i) {
			weight *= 0.4
		}
		if document.Attr(e.Node, "itemprop") == "headline" {
			weight += weightProp
		}
		if e.Node.DataAtom == atom.H1 && p.Index.InNoise(i) {
			v.addCrumb(p.Index.OneLine(i), weight)
			v.markHeadline(p.Index.OneLine(i))
			continue
		}
		v.addShown("heading", p.Index.OneLine(i), weight, e.Block)
		if e.Node.DataAtom == atom.H1 {
			v.markHeadline(p.Index.OneLine(i))
		}
	}
	for i := range ix.Elements {
		e := &ix.Elements[i]
		if e.Hints&document.HintTitle == 0 || e.Size() < minNamedTitle || e.Size() > maxNamedTitle {
			continue
		}
		if e.Hints&(document.HintRelated|document.HintNoise|document.HintHidden) != 0 {
			continue
		}
		switch e.Node.DataAtom {
		case atom.P, atom.Div, atom.Span, atom.Dt, atom.Td, atom.Th, atom.Strong, atom.H4, atom.H5, atom.H6:
			if e.Lines() <= 1 && len(v.votes) < 2*maxHeadings && !p.Index.InNoise(int32(i)) {
				v.addShown("heading", p.Index.OneLine(int32(i)), weightMinor/2, e.Block)
			}
		}
	}
}

// fromDocument counts <title>: for the title that makes a whole part of it where there is one, else for what is left
// without the site's name.
func (v *votes) fromDocument(p *view.View) {
	text := p.Index.DocumentTitle()
	if text == "" {
		return
	}
	if vote := v.partOf(text); vote != nil && !v.isMenu(p, vote, text) {
		vote.weight += weightDocument
		if vote.from == "heading" {
			v.doubtOthers(text)
		}
		return
	}
	v.doubtHeadings()
	if line := titleLine(p, text, head.Parts(text)); line != "" && !head.IsSectionName(line) {
		v.add("text", line, weightDocument)
		return
	}
	v.fromPost(p)
	if v.firstHeading(p) {
		return
	}
	v.add("title", withoutName(text), weightDocument*0.8)
}

// doubtHeadings takes weight from headings that <title> does not know.
func (v *votes) doubtHeadings() {
	for i := range v.votes {
		if v.votes[i].from == "heading" && v.votes[i].weight <= weightHeading {
			v.votes[i].weight /= 2
		}
	}
}

// doubtOthers takes weight from headings that <title>, which says another, does not hold: names of sites and rubrics.
func (v *votes) doubtOthers(text string) {
	norm := letters.Fold(text)
	for i := range v.votes {
		if vote := &v.votes[i]; vote.from == "heading" && vote.weight <= weightHeading && !strings.Contains(norm, vote.norm) {
			vote.weight /= 2
		}
	}
}

// titleLine returns the visible line that makes up the beginning of <title>, for pages without another source.
func titleLine(p *view.View, s string, parts []head.Part) string {
	if len(parts) > 8 {
		parts = parts[:8]
	}
	var norms []string
	for j := len(parts) - 1; j >= 0; j-- {
		for i := range j + 1 {
			if part := s[parts[i].Start:parts[j].End]; !p.Head.IsSiteName(part) {
				norms = append(norms, letters.Fold(part))
			}
		}
	}
	best := ""
	for b := range p.Index.Blocks {
		line := p.Index.Line(b)
		if len(line) < 12 || len(line) > 400 || p.Index.IsLinkedMostly(int32(b)) {
			continue
		}
		for _, norm := range norms {
			if len(norm) >= 9 && len(norm) <= len(line) && len(line) < 2*len(norm)+20 &&
				len(norm) > len(letters.Fold(best)) &&
				letters.Fold(string(line)) == norm {
				best = string(line)
			}
		}
	}
	return best
}

// fromPost counts the title of a board's post, which often no heading holds.
func (v *votes) fromPost(p *view.View) {
	if len(p.Head.Articles) > 0 || !p.Korean {
		return
	}
	if title, block := post.Title(p); title != "" {
		v.addShown("heading", title, weightMinor, block)
	}
}
