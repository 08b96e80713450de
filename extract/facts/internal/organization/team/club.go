package team

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// player is a club named by its place or owner: where, as what, and in which of the two ways.
type player struct {
	reading.Span
	rest, club, section string
}

// Clubs makes teams of the places and companies that a report on a match calls clubs by (부천은 김포를 2-0으로 꺾었다). It does
// so only in a text that has a sentence in which two of them meet and fare; elsewhere a place is a place.
func (f *Finder) Clubs() {
	if !f.hasScore() {
		return
	}
	players := f.players()
	met := f.meetings(players)
	if len(met) == 0 {
		return
	}
	var found []candidate.Candidate
	said, match := reading.Span{}, false
	for _, p := range players {
		if !met[p.club] || !f.isPlayer(&p) {
			continue
		}
		if p.Start >= said.End {
			said = f.Sentence(p.Span, said.End)
			match = f.reportsMatch(said, 0) || f.fares(said)
		}
		if match {
			found = append(found, candidate.Candidate{Span: p.Span, Rest: p.rest, Role: candidate.Sure, Rule: "club",
				Type: kind.Team, Name: p.club})
		}
	}
	f.Overlay(found)
}

// hasScore reports whether a text has a score (2-0으로) or a minute of a match (후반 24분): no report on one lacks both.
func (f *Finder) hasScore() bool {
	for i, w := range f.Words {
		if c := f.Text[w.Start]; c < '0' || c > '9' {
			continue
		}
		if isScore(f.Text[w.Start:]) {
			return true
		}
		if i > 0 && f.Lists.Context.Section("half")[f.Text[f.Words[i-1].Start:f.Words[i-1].End]] {
			return true
		}
	}
	return false
}

// players finds the words that may name a club.
func (f *Finder) players() (out []player) {
	for _, w := range f.Words {
		word := f.Text[w.Start:w.End]
		if len(word) > 40 {
			continue
		}
		f.stems = f.Lists.Particles.Stems(word, append(f.stems[:0], len(word)))
		for _, with := range [...]string{"과의", "와의"} {
			if strings.HasSuffix(word, with) {
				f.stems = append(f.stems, len(word)-len(with))
			}
		}
		for _, n := range f.stems {
			if club, section := f.clubOf(word[:n]); club != "" {
				out = append(out, player{reading.Span{Start: w.Start, End: w.Start + n}, word[n:], club, section})
				break
			}
		}
	}
	return out
}

// clubOf returns the club that a place or a company stands for.
func (f *Finder) clubOf(name string) (club, section string) {
	for _, section := range [...]string{"club place", "club company"} {
		for _, pair := range f.Lists.Context.List(section) {
			if short, long, _ := strings.Cut(pair, "="); short == name {
				return strings.ReplaceAll(long, "_", " "), section
			}
		}
	}
	return "", ""
}

// meetings returns the clubs that meet another of the same kind in a sentence that tells how they fared.
func (f *Finder) meetings(players []player) map[string]bool {
	var met map[string]bool
	end := 0
	for i := 0; i+1 < len(players); i++ {
		a := &players[i]
		said := f.Sentence(a.Span, end)
		for _, b := range players[i+1:] {
			if b.Start >= said.End {
				break
			}
			if b.club == a.club || b.section != a.section || !f.isPlayer(a) || !f.isPlayer(&b) {
				continue
			}
			if f.fares(said) && f.reportsMatch(said, 0) {
				if met == nil {
					met = map[string]bool{}
				}
				met[a.club], met[b.club] = true, true
			}
			break
		}
		if i+1 < len(players) && players[i+1].Start >= said.End {
			end = said.End
		}
	}
	return met
}

// isPlayer reports whether a club is named as who plays: by its particle.
func (f *Finder) isPlayer(p *player) bool {
	switch p.rest {
	case "은", "는", "이", "가", "을", "를", "와", "과", "와의", "과의", "에", "에게", "도":
		return true
	case "의":
		next, _ := f.NextWord(p.End + len(p.rest))
		return f.BeginsWith("against", next)
	}
	return false
}

// fares reports whether a sentence says how two clubs fared.
func (f *Finder) fares(said reading.Span) bool {
	first, _ := slices.BinarySearchFunc(f.Words, said.Start, func(w korean.Word, at int) int { return w.Start - at })
	for _, w := range f.Words[first:] {
		if w.Start >= said.End {
			break
		}
		if f.BeginsWith("beats", f.Text[w.Start:w.End]) {
			return true
		}
	}
	return false
}
