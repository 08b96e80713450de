// Package title finds the headline: the sources of a page vote. Rule, JSON-LD, headings, meta elements and <title>
// each have a weight, and titles that differ only in case, marks and the site's name are one.
package title

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// Found is the headline of an article.
type Found struct {
	Text  string
	Notes evidence.Notes
}

// Find decides the title by agreement between the sources of a page.
func Find(p *view.View) (f Found) {
	if text := frontPage(p); text != "" {
		f.Text = text
		f.Notes.Add("title", "title", text)
		return f
	}
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
	v.fromTable(p)
	v.fromDocument(p)
	v.preferHeadline()
	v.preferNamed(p)
	v.preferWhole()
}

// frontPage returns what a site calls itself in <title>, for a page at the site's own address, which is no article.
func frontPage(p *view.View) string {
	text := p.Index.DocumentTitle()
	if p.Site.Rule != nil || !head.IsFrontAddress(p.URL) || text == "" || !p.Head.IsSiteName(text) {
		return ""
	}
	return text
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

// shorter returns the title that stands before the section in a heading such as "Title > Section".
func (v *votes) shorter(best *choice) *choice {
	for _, sep := range []string{" > ", " < ", " | ", " :: "} {
		head, _, ok := strings.Cut(best.text, sep)
		if !ok {
			continue
		}
		for i := range v.votes {
			if vote := &v.votes[i]; vote.norm == letters.Fold(head) && vote.block >= 0 {
				return vote
			}
		}
	}
	return nil
}

// cutOff returns a title that ends in dots without them.
func cutOff(s string) (string, bool) {
	for _, dots := range []string{"…", "...", ".."} {
		if head, ok := strings.CutSuffix(s, dots); ok && len(head) > 12 {
			return head, true
		}
	}
	return s, false
}
