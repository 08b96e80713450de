package extract

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// titleVote is a title that some sources of a page agree on.
type titleVote struct {
	text, norm, from string
	weight           float64
	block            int32 // of the page, where it is shown; -1 elsewhere
	crumb            bool  // the page's path ends in it
}

// titleVotes collects titles; those that differ only in case and marks are one.
type titleVotes struct {
	m     *meta
	votes []titleVote
}

// The weights of the sources. One source alone is right for at most three pages of four; two that agree nearly always.
const (
	weightRule     = 10
	weightLD       = 5.0
	weightOG       = 1.9
	weightHeading  = 2.0
	weightProp     = 1.0
	weightMinor    = 0.3 // h2 and h3
	weightTwitter  = 0.7
	weightMetaName = 0.9
	weightDocument = 1.5
)

// findTitle decides the title by agreement between the sources of a page.
func findTitle(p *page) {
	v := titleVotes{m: &p.meta}
	v.collect(p)
	best := v.best()
	if best == nil {
		return
	}
	p.art.Title = best.text
	p.note("title", best.from, best.text)
}

// collect gathers the votes. Sources that hold the title alone come before those that may hold the site's name as well.
func (v *titleVotes) collect(p *page) {
	v.fromRule(p)
	v.fromLD(p)
	v.fromHeadings(p)
	v.fromMeta(p)
	v.fromDocument(p)
}

// add counts a vote for a title, without the site's name, and returns what votes there are for it, nil where it is none.
func (v *titleVotes) add(from, text string, weight float64) *titleVote {
	text = v.withoutSections(letters.Clean(text))
	norm := letters.Fold(text)
	if norm == "" || len(text) > 600 || v.m.isSiteName(text) || isSectionName(text) {
		return nil
	}
	for i := range v.votes {
		if vote := &v.votes[i]; vote.norm == norm {
			vote.weight += weight
			vote.punctuate(text)
			return vote
		}
	}
	v.votes = append(v.votes, titleVote{text: text, norm: norm, from: from, weight: weight, block: -1})
	return &v.votes[len(v.votes)-1]
}

// punctuate takes the text of another source which says the same, where the heading sets its kicker apart by type alone.
func (t *titleVote) punctuate(text string) {
	if t.from == "heading" && strings.Contains(text, ": ") && !strings.Contains(t.text, ":") {
		t.text = text
	}
}

// addShown is add for a title that the page shows.
func (v *titleVotes) addShown(from, text string, weight float64, block int32) {
	if vote := v.add(from, text, weight); vote != nil && vote.block < 0 {
		vote.block = block
	}
}

// addCrumb is add for an h1 in the navigation: the end of the page's path.
func (v *titleVotes) addCrumb(text string, weight float64) {
	if vote := v.add("heading", text, weight); vote != nil {
		vote.crumb = true
	}
}

// inNoise reports whether an element, or one around it, looks like no part of an article.
func (p *page) inNoise(i int32) bool {
	for n := 0; i >= 0 && n < 6; n++ {
		if p.ix.Elements[i].Hints&(document.HintNoise|document.HintRelated|document.HintHidden|document.HintComment) != 0 {
			return true
		}
		i = p.ix.Elements[i].Parent
	}
	return false
}

// oneLine returns the text of an element, its lines joined by blanks.
func (p *page) oneLine(i int32) string { return strings.ReplaceAll(p.ix.TextOf(i), "\n", " ") }

// best returns the title with most weight. One that is cut off gives way to the whole.
func (v *titleVotes) best() *titleVote {
	var best *titleVote
	for i := range v.votes {
		if best == nil || v.votes[i].weight > best.weight {
			best = &v.votes[i]
		}
	}
	if best == nil {
		return nil
	}
	if whole := v.shorter(best); whole != nil {
		return whole
	}
	if head, ok := cutOff(best.text); ok {
		for i := range v.votes {
			if vote := &v.votes[i]; len(vote.norm) > len(best.norm) && strings.HasPrefix(vote.norm, letters.Fold(head)) {
				return vote
			}
		}
	}
	return best
}

// withoutSections cuts the site's name and the names of its boards from the end of a title.
func (v *titleVotes) withoutSections(s string) string {
	for range 4 {
		s = v.m.withoutSite(s)
		parts := titleParts(s)
		last := parts[len(parts)-1]
		if name := s[last.start:last.end]; len(parts) < 2 || !isSectionName(name) && !v.m.isSection(name) {
			break
		}
		s = strings.TrimSpace(s[:parts[len(parts)-2].end])
	}
	return s
}
