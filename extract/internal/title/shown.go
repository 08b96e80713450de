package title

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// markHeadline notes that a text is the page's h1.
func (v *votes) markHeadline(text string) {
	norm := letters.Fold(v.withoutSections(letters.Clean(text)))
	for i := range v.votes {
		if vote := &v.votes[i]; vote.norm == norm {
			vote.headline = true
		}
	}
}

// preferHeadline lets the headline that readers see win over one that only machines are given: the page's only h1 that
// is no section's.
func (v *votes) preferHeadline() {
	var shown, best *choice
	for i := range v.votes {
		vote := &v.votes[i]
		if vote.headline && len(vote.norm) >= minHeadline && !strings.HasSuffix(vote.text, ".") {
			if shown != nil {
				return
			}
			shown = vote
		}
		if best == nil || vote.weight > best.weight {
			best = vote
		}
	}
	if shown == nil || best == shown || best.weight >= weightRule {
		return
	}
	og := letters.Fold(v.withoutSite(letters.Clean(v.head.Content("og:title"))))
	if (shown.block < 0 || best.block >= 0) && og != shown.norm {
		return // the path of the page ends in it, or the other one is shown too, and nobody else calls the page so
	}
	shown.weight = best.weight + weightMinor
}

// minHeadline is the least length, in bytes, of an h1 that is believed alone.
const minHeadline = 30

// preferNamed lets the page's h1 win that <title> names as a whole, whatever is written for search engines and
// networks. Of several the longest is it, the others being sections.
func (v *votes) preferNamed(p *view.View) {
	text := p.Index.DocumentTitle()
	parts := head.Parts(text)
	var named, best *choice
	for i := range v.votes {
		vote := &v.votes[i]
		if vote.headline && len(vote.norm) >= minNamed && (named == nil || len(vote.norm) > len(named.norm)) &&
			(head.HasPart(text, parts, vote.norm) || v.hasTail(text, vote)) {
			named = vote
		}
		if best == nil || vote.weight > best.weight {
			best = vote
		}
	}
	if named != nil && best != named && best.weight < weightRule && len(named.norm)*2 > len(best.norm) {
		named.weight = best.weight + weightMinor
	}
}

// minNamed is the least length, in bytes, of an h1 that <title> confirms.
const minNamed = 12

// preferWhole lets a heading win that goes on where the title for networks ends: that one was cut to fit.
func (v *votes) preferWhole() {
	var best, whole *choice
	for i := range v.votes {
		if best == nil || v.votes[i].weight > best.weight {
			best = &v.votes[i]
		}
	}
	og := letters.Fold(v.withoutSite(letters.Clean(v.head.Content("og:title"))))
	if best == nil || best.weight >= weightRule || len(og) < minHeadline || best.block >= 0 && best.norm == og {
		return
	}
	for i := range v.votes {
		vote := &v.votes[i]
		if vote.block >= 0 && strings.HasPrefix(vote.norm, og) && len(vote.norm) < 3*len(og) && vote.norm != og {
			whole = vote
		}
	}
	if whole != nil && whole != best && (best.norm == og || !strings.HasPrefix(best.norm, og)) {
		whole.weight = best.weight + weightMinor
	}
}

// isKeywords reports whether og:title is a list of words for search engines, of which the page shows none as its
// heading: 해람시청, 해람시, 해람, Haeram.
func (v *votes) isKeywords(og string) bool {
	items := strings.FieldsFunc(og, func(r rune) bool { return r == ',' || r == '，' || r == '、' || r == ';' })
	if len(items) < 4 || v.isShown(letters.Fold(og)) {
		return false
	}
	for _, item := range items {
		if len(strings.Fields(item)) > 3 {
			return false
		}
	}
	return !strings.Contains(letters.Fold(v.head.Title()), letters.Fold(og))
}
