package organization

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/acting"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/beside"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/judge"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/listing"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/mark"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/memory"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/model"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/naming"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/part"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/team"
)

// longestText is how much of a text, in bytes, is searched as one: what is kept of a text while it is searched is many
// times its length, and no article is as long. A part of it with mostFound possible names is searched in parts
// of its own.
const (
	longestText = 1 << 19
	mostFound   = 1 << 14
	divisor     = 4
)

// partMarks are behind what a part ends, the best first: a name never goes on over a line or a sentence, but over a
// blank.
var partMarks = [...]string{"\n", "다. ", ". ", " "}

// partEnd returns where the part of a text longer than longest ends that begins at start.
func partEnd(text string, start, longest int) int {
	if len(text)-start <= longest {
		return len(text)
	}
	end := start + longest
	for _, mark := range partMarks {
		if i := strings.LastIndex(text[start:end], mark); i > longest/2 {
			return start + i + len(mark)
		}
	}
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return end
}

// findIn finds the names of a text without bytes to fold. ok is false where there may be too many and the
// text can be divided.
func findIn(text string, opts Options, divisible bool) (names []Name, ok bool) {
	f := &candidate.Found{Reading: reading.New(text, opts.Lists)}
	listed := listing.Finder{Found: f}
	if divisible {
		listed.Most = mostFound
	}
	if listed.Classify(); divisible && len(f.Cands) == mostFound {
		return nil, false
	}
	search(f, opts)
	named := naming.Finder{Found: f, When: opts.When}
	return named.Names(opts.Clues), true
}

// search runs the other stages over the candidates from lists and endings: the model's names, then what stands around
// them.
func search(f *candidate.Found, opts Options) {
	listed := listing.Finder{Found: f}
	listed.Towns()
	listed.Join()
	judged := judge.Finder{Found: f}
	if opts.Model {
		asked := model.Finder{Found: f, Own: opts.Tagger}
		asked.Tag()
		asked.Merge()
		judged.Check()
		judged.Complete()
		listed.Municipalities()
		besides := beside.Finder{Found: f}
		besides.Itemised()
		besides.Affiliations()
		besides.Firms()
	}
	decide(f)
	judged.Terms()
	learnt := memory.Finder{Found: f}
	learnt.Learn()
	judged.Categories()
}

// decide settles what is open, and finds what its marks, its parts or its matches tell.
func decide(f *candidate.Found) {
	parts := part.Finder{Found: f}
	parts.Parts()
	teams := team.Finder{Found: f}
	teams.Teams()
	open := acting.Finder{Found: f}
	open.Decide()
	marks := mark.Finder{Found: f}
	marks.Marks()
	teams.Clubs()
}
