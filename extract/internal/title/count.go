package title

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
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

// isShown reports whether a heading outside of the page's path says a title, with or without a kicker before it.
func (v *votes) isShown(norm string) bool {
	for i := range v.votes {
		if v.votes[i].block >= 0 && strings.HasSuffix(v.votes[i].norm, norm) {
			return true
		}
	}
	return false
}

// isDate reports whether a heading is a day and nothing else.
func isDate(s string) bool {
	if len(s) > 60 || !letters.HasDigit(s) {
		return false
	}
	st, ok := stamp.Find(s, stamp.DayFirst)
	if !ok {
		return false
	}
	for word := range strings.FieldsSeq(s[:st.Start] + " " + s[st.End:]) {
		if word = strings.Trim(word, ".,()|·-–"); word != "" && !stamp.IsWeekday(strings.ToLower(word)) {
			return false
		}
	}
	return true
}
