package team

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// TestTeams: a country is a team where it plays.
func TestTeams(t *testing.T) {
	for text, want := range map[string]candidate.Role{
		"해온국은 어제 2-0으로 이겼다.":   candidate.Sure,
		"해온국(승점 4)은 3-1로 이겼다.": candidate.Sure,
		"해온국은 어제 두 나라와 만났다.":   candidate.Country,
		"해온국에서 어제 2-0으로 이겼다.":  candidate.Country,
		"해온국은 바다를 끼고 있다. 끝났다.": candidate.Country,
	} {
		f := Finder{Found: &candidate.Found{Reading: reading.New(text, data.Lists())}}
		c := candidate.Candidate{Span: reading.Span{End: len("해온국")}, Role: candidate.Country, Kind: gazetteer.Country}
		c.Rest = text[c.End:f.WordEnd(c.End)]
		f.Cands = []candidate.Candidate{c}
		f.Teams()
		if got := f.Cands[0]; got.Role != want || want == candidate.Sure && got.Type != kind.Team {
			t.Errorf("%q: role %d, type %s; want %d", text, got.Role, got.Type, want)
		}
	}
}

// TestClubs: places are clubs where two of them meet and fare; the pairs are those of the list.
func TestClubs(t *testing.T) {
	var places []string
	for _, pair := range data.Lists().Context.List("club place")[:2] {
		short, _, _ := strings.Cut(pair, "=")
		places = append(places, short)
	}
	a, b := places[0], places[1]
	for text, want := range map[string]int{
		with(a, "은", "는") + " 어제 " + with(b, "을", "를") + " 2-0으로 꺾었다.":  2,
		with(a, "은", "는") + " 어제 " + with(b, "을", "를") + " 찾아 회의를 열었다.": 0,
		with(a, "은", "는") + " 어제 골을 넣었다. 2-0으로 끝난 경기였다.":                0,
		a + "에서 어제 " + b + "까지 2-0으로 꺾이는 길이다.":                          0,
	} {
		f := Finder{Found: &candidate.Found{Reading: reading.New(text, data.Lists())}}
		if f.Clubs(); len(f.Cands) != want {
			t.Errorf("%q: %d clubs, want %d: %+v", text, len(f.Cands), want, f.Cands)
		}
	}
}

// with puts the particle behind a name that its last syllable asks for.
func with(name, consonant, vowel string) string {
	if last, _ := utf8.DecodeLastRuneInString(name); korean.FinalOf(last) == korean.Vowel {
		return name + vowel
	}
	return name + consonant
}

func TestScore(t *testing.T) {
	for text, want := range map[string]bool{
		"2-0으로": true, "3:1로": true, "1-1 무승부": true, "2-0": false, "2024-05로": false, "12-3456으로": false, "5대 도시": false,
	} {
		if got := isScore(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
