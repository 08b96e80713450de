package judge

import (
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// The model's mean preference for organization below which a name that it does not mark is not believed.
const (
	leastEnding  = 6000   // of one known by its ending alone
	leastCertain = -14000 // of an ending that hardly leaves a doubt
)

// Check holds the model's names against what it cannot know, and the lists' names against the model.
func (f *Finder) Check() {
	out := make([]candidate.Candidate, 0, len(f.Cands))
	for _, c := range f.Cands {
		switch c.Rule {
		case "model":
			if start := f.wordStart(c.Start); len(out) == 0 || out[len(out)-1].End <= start {
				c.Start = start
			}
			f.unfuse(&c)
			f.mend(&c)
			f.dropPerson(&c)
			if !f.tidy(&c) || !f.stands(&c) || f.isFragment(&c) || f.isBoy(&c) || f.isEvent(&c) || f.isCommonList(&c) {
				continue
			}
			if f.isTerm(&c) || f.isNoSchool(&c) || f.isNoName(&c) {
				continue
			}
		case "list+model":
			if f.isCommonNoun(&c) || f.isEvent(&c) || f.isAddress(&c) || f.isNoName(&c) {
				continue
			}
		case "list":
			if c.Role == candidate.Sure && !c.Own && f.Leaning(c.Span) < f.leastOf(&c) {
				continue
			}
		case "suffix", "suffix+model":
			if c.Role == candidate.Sure && (c.Rule == "suffix" && f.Leaning(c.Span) < f.leastOf(&c) || f.isNoName(&c)) {
				continue
			}
		}
		if parts := f.listOf(&c); parts != nil {
			out = append(out, parts...)
			continue
		}
		out = append(out, c)
	}
	f.Cands = out
}

// leastOf returns the model's least mean preference for a name of the lists, or one known by its ending, that it does
// not mark.
func (f *Finder) leastOf(c *candidate.Candidate) int {
	long := utf8.RuneCountInString(f.Text[c.Start:c.End]) >= 5
	switch {
	case c.Certain:
		return leastCertain
	case c.Rule == "suffix":
		return leastEnding
	case long && f.Lists.Endings.Longest(f.Text[c.Start:c.End], gazetteer.NameEnding, gazetteer.CertainEnding) != nil:
		return leastCertain
	}
	return reading.LeastListed
}
