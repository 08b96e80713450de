package listing

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// Towns finds by their form the towns that no list holds, where what follows shows one: its office (금호4동
// 행정복지센터), its clubs, its head in a bracket (중마동(동장 김가온)).
func (f *Finder) Towns() {
	var found []candidate.Candidate
	for i := range f.Cands {
		if c := &f.Cands[i]; c.Role == candidate.Unit &&
			(c.Type == kind.Government || c.Type == kind.Association || c.Type == kind.Committee && !c.Alone) {
			if c.Start == 0 || f.Text[c.Start-1] != ' ' {
				continue
			}
			if s, ok := f.townBefore(c.Start - 1); ok {
				found = append(found, f.townAt(s, candidate.Town))
			}
		}
	}
	f.add(found)
	found = nil
	for _, head := range [...]string{"(동장", "(면장", "(읍장"} {
		for at := 0; ; {
			i := strings.Index(f.Text[at:], head)
			if i < 0 {
				break
			}
			at += i
			if s, ok := f.townBefore(at); ok || s.End-s.Start >= 2*reading.Syllable &&
				s.End-s.Start <= reading.LongestTown*reading.Syllable {
				found = append(found, f.townAt(s, candidate.Sure))
			}
			at += len(head)
		}
		f.Overlay(found)
		found = found[:0]
	}
}

func (f *Finder) townAt(s reading.Span, r candidate.Role) candidate.Candidate {
	return candidate.Candidate{Span: s, Role: r, Name: f.Text[s.Start:s.End], Type: kind.Government, Kind: gazetteer.Town,
		Rule: "pattern", Local: true}
}

// add puts candidates, in order, among the others where they overlap none.
func (f *Finder) add(found []candidate.Candidate) {
	k := 0
	free := found[:0]
	for _, c := range found {
		for k < len(f.Cands) && f.Cands[k].End <= c.Start {
			k++
		}
		if k == len(f.Cands) || f.Cands[k].Start >= c.End {
			free = append(free, c)
		}
	}
	f.Overlay(free)
}

// townBefore returns the word that ends at byte i if it has the form of a town's name: 동, 읍 or 면 behind one to four
// syllables that do not make a common noun of it.
func (f *Finder) townBefore(i int) (reading.Span, bool) {
	start := i
	for n := 0; start > 0 && n <= reading.LongestTown; n++ {
		r, size := utf8.DecodeLastRuneInString(f.Text[:start])
		if !(r >= '가' && r <= '힣') && !(r >= '0' && r <= '9') && r != '·' {
			break
		}
		start -= size
	}
	s := reading.Span{Start: start, End: max(i, start)}
	return s, f.IsTownForm(f.Text[s.Start:s.End])
}
