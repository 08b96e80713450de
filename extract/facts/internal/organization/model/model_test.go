package model

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
)

func finder(text string) Finder {
	return Finder{Found: &candidate.Found{Reading: reading.New(text, data.Lists())}}
}

// TestTag: what is marked stands where the text says it, line by line; lines without Hangul are not asked of.
func TestTag(t *testing.T) {
	text := "Tomorrow it rains.\n한국수자원공사는 3일 밝혔다.\n그리고 한국수자원공사가 맡는다."
	f := finder(text)
	f.Tag()
	marked := 0
	for _, m := range f.Marked {
		if m.Class == tagger.BeginOrganization && strings.HasPrefix(text[m.Start:], "한국수자원공사") {
			marked++
		}
	}
	if marked != 2 {
		t.Errorf("marked %d of 2: %v", marked, f.Marked)
	}
	if at := strings.Index(text, "rains"); f.Lean[at] != unasked || f.Lean[len(text)-1] == unasked {
		t.Errorf("leaning %d in a line without Hangul, %d in one with", f.Lean[at], f.Lean[len(text)-1])
	}
}

// TestLineEnd: a line ends behind its break, a very long one at a blank or between characters.
func TestLineEnd(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"line":     {"가나\n다", len("가나\n")},
		"last":     {"가나", len("가나")},
		"blank":    {strings.Repeat("a", 100) + " " + strings.Repeat("b", longestLine), 101},
		"no blank": {strings.Repeat("가", longestLine), longestLine / 3 * 3},
	} {
		if got := lineEnd(c.text, 0); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

// TestMerge: a name of the model joins what the lists found, keeps what they know of it, and yields to a direction.
func TestMerge(t *testing.T) {
	text := "해람시로 새솔공사는 간다"
	place := candidate.Candidate{Span: reading.Span{End: 9}, Rest: "로", Role: candidate.Place, Rule: "list"}
	start := len("해람시로 ")
	body := candidate.Candidate{Span: reading.Span{Start: start, End: start + 12}, Rest: "는", Rule: "suffix",
		Type: kind.PublicInstitution}
	for name, c := range map[string]struct {
		cands  []candidate.Candidate
		marked tagger.Span
		want   string
	}{
		"alone": {nil, tagger.Span{Start: start, End: start + 12, Class: tagger.BeginOrganization}, "새솔공사/model"},
		"both": {[]candidate.Candidate{body}, tagger.Span{Start: start, End: start + 12, Class: tagger.BeginOrganization},
			"새솔공사/suffix+model"},
		"direction": {[]candidate.Candidate{place}, tagger.Span{End: 9, Class: tagger.BeginOrganization}, "해람시/list"},
		"person":    {[]candidate.Candidate{body}, tagger.Span{End: 9, Class: tagger.BeginPerson}, "새솔공사/suffix"},
	} {
		f := finder(text)
		f.Cands, f.Marked = c.cands, []tagger.Span{c.marked}
		f.Merge()
		if len(f.Cands) != 1 || text[f.Cands[0].Start:f.Cands[0].End]+"/"+f.Cands[0].Rule != c.want {
			t.Errorf("%s: %+v, want %s", name, f.Cands, c.want)
		}
	}
}
