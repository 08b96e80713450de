// Package title finds the headline: the sources of a page vote. Rule, JSON-LD, headings, meta elements and <title> each have
// a weight, and titles that differ only in case, marks and the site's name are one.
package title

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// choice is a title that some sources of a page agree on.
type choice struct {
	text, norm, from string
	weight           float64
	block            int32 // of the page, where it is shown; -1 elsewhere
	crumb            bool  // the page's path ends in it
}

// votes collects titles; those that differ only in case and marks are one.
type votes struct {
	head  *head.Head
	votes []choice
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

// Found is the headline of an article.
type Found struct {
	Text  string
	Notes evidence.Notes
}

// Find decides the title by agreement between the sources of a page.
func Find(p *view.View) (f Found) {
	v := votes{head: p.Head}
	v.collect(p)
	if best := v.best(); best != nil {
		f.Text = best.text
		f.Notes.Add("title", best.from, best.text)
	}
	return f
}

// collect gathers the votes. Sources that hold the title alone come before those that may hold the site's name as well.
func (v *votes) collect(p *view.View) {
	v.fromRule(p)
	v.fromLD(p)
	v.fromHeadings(p)
	v.fromMeta(p)
	v.fromDocument(p)
}

// add counts a vote for a title, without the site's name, and returns what votes there are for it, nil where it is none.
func (v *votes) add(from, text string, weight float64) *choice {
	text = v.withoutSections(letters.Clean(text))
	norm := letters.Fold(text)
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

// punctuate takes the text of another source which says the same, where the heading sets its kicker apart by type alone.
func (t *choice) punctuate(text string) {
	if t.from == "heading" && strings.Contains(text, ": ") && !strings.Contains(t.text, ":") {
		t.text = text
	}
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

// best returns the title with most weight. One that is cut off gives way to the whole.
func (v *votes) best() *choice {
	var best *choice
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
func (v *votes) withoutSections(s string) string {
	for range 4 {
		s = v.withoutSite(s)
		parts := head.Parts(s)
		last := parts[len(parts)-1]
		if name := s[last.Start:last.End]; len(parts) < 2 || !head.IsSectionName(name) && !v.head.IsSection(name) {
			break
		}
		s = strings.TrimSpace(s[:parts[len(parts)-2].End])
	}
	return s
}
