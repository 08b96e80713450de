package organization

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa/internal/korean"
)

// player is a club named by its place or owner: where, as what, and in which of the two ways.
type player struct {
	Span
	rest, club, section string
}

// clubs makes teams of the places and companies that a report on a match calls clubs by (부천은 김포를 2-0으로 꺾었다). It does
// so only in a text that has a sentence in which two of them meet and fare; elsewhere a place is a place.
func (f *finder) clubs() {
	if !f.hasScore() {
		return
	}
	players := f.players()
	met := f.meetings(players)
	if len(met) == 0 {
		return
	}
	var found []candidate
	said, match := Span{}, false
	for _, p := range players {
		if !met[p.club] || !f.isPlayer(&p) {
			continue
		}
		if p.Start >= said.End {
			said = f.sentence(p.Span, said.End)
			match = f.reportsMatch(said, 0) || f.fares(said)
		}
		if match {
			found = append(found, candidate{Span: p.Span, rest: p.rest, role: sure, rule: "club", typ: Team, name: p.club})
		}
	}
	f.overlay(found)
}

// hasScore reports whether a text has a score (2-0으로) or a minute of a match (후반 24분): no report on one lacks both.
func (f *finder) hasScore() bool {
	for i, w := range f.words {
		if c := f.text[w.Start]; c < '0' || c > '9' {
			continue
		}
		if isScore(f.text[w.Start:]) {
			return true
		}
		if i > 0 && f.lists.Context.Section("half")[f.text[f.words[i-1].Start:f.words[i-1].End]] {
			return true
		}
	}
	return false
}

// players finds the words that may name a club.
func (f *finder) players() (out []player) {
	for _, w := range f.words {
		word := f.text[w.Start:w.End]
		if len(word) > 40 {
			continue
		}
		f.stems = f.lists.Particles.Stems(word, append(f.stems[:0], len(word)))
		for _, n := range f.stems {
			if club, section := f.clubOf(word[:n]); club != "" {
				out = append(out, player{Span{w.Start, w.Start + n}, word[n:], club, section})
				break
			}
		}
	}
	return out
}

// clubOf returns the club that a place or a company stands for.
func (f *finder) clubOf(name string) (club, section string) {
	for _, section := range [...]string{"club place", "club company"} {
		for _, pair := range f.lists.Context.List(section) {
			if short, long, _ := strings.Cut(pair, "="); short == name {
				return strings.ReplaceAll(long, "_", " "), section
			}
		}
	}
	return "", ""
}

// meetings returns the clubs that meet another of the same kind in a sentence that tells how they fared.
func (f *finder) meetings(players []player) map[string]bool {
	var met map[string]bool
	end := 0
	for i := 0; i+1 < len(players); i++ {
		a := &players[i]
		said := f.sentence(a.Span, end)
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
func (f *finder) isPlayer(p *player) bool {
	switch p.rest {
	case "은", "는", "이", "가", "을", "를", "와", "과", "와의", "과의", "에", "에게", "도":
		return true
	case "의":
		next, _ := f.nextWord(p.End + len(p.rest))
		return f.beginsWith("against", next)
	}
	return false
}

// fares reports whether a sentence says how two clubs fared.
func (f *finder) fares(said Span) bool {
	first, _ := slices.BinarySearchFunc(f.words, said.Start, func(w korean.Word, at int) int { return w.Start - at })
	for _, w := range f.words[first:] {
		if w.Start >= said.End {
			break
		}
		if f.beginsWith("beats", f.text[w.Start:w.End]) {
			return true
		}
	}
	return false
}
