// Package candidate holds the possible names found in a text, and what they are to one another.
package candidate

import (
	"slices"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// Role says what a word or several are to the search for names.
type Role uint8

const (
	Sure    Role = iota // an organization
	Weak                // an organization in the right context
	Unit                // a part of the body named before it
	Place               // a municipality or province: an organization where it acts
	Town                // a town: a part of longer names only
	Country             // a country: a part of longer names only
	Dropped             // decided against
)

// Candidate is a possible name: where it stands, what follows it in its word, what is known of it.
type Candidate struct {
	reading.Span
	Rest    string // particle or other syllables that follow in the same word
	Role    Role
	Name    string // canonical, if listed
	Type    kind.Type
	Rule    string
	Kind    gazetteer.Kind
	Bare    bool // a province without 도 or 시
	Alone   bool // a unit that is a name without its body, too
	Own     bool // from the caller's lists
	Guessed bool // its type is a guess
	Local   bool // begins with a town
	Certain bool // by an ending that the model has no say in
}

// Found is a text with the candidates found in it so far, in order.
type Found struct {
	reading.Reading
	Cands []Candidate
}

// NameOf returns the official name of a candidate, or how the text writes it.
func (f *Found) NameOf(c *Candidate) string {
	if c.Name != "" {
		return c.Name
	}
	return f.Text[c.Start:c.End]
}

// Overlay puts candidates, in order, in the place of those that they overlap.
func (f *Found) Overlay(found []Candidate) {
	if len(found) == 0 {
		return
	}
	out := make([]Candidate, 0, len(f.Cands)+len(found))
	k := 0
	for _, c := range found {
		if len(out) > 0 && out[len(out)-1].End > c.Start {
			continue
		}
		for k < len(f.Cands) && f.Cands[k].End <= c.Start {
			out = append(out, f.Cands[k])
			k++
		}
		for k < len(f.Cands) && f.Cands[k].Start < c.End {
			k++
		}
		out = append(out, c)
	}
	f.Cands = append(out, f.Cands[k:]...)
}

// BodyFollows reports whether an organization other than a place is named at byte i.
func (f *Found) BodyFollows(i int) bool {
	k, ok := slices.BinarySearchFunc(f.Cands, i, func(c Candidate, at int) int { return c.Start - at })
	return ok && f.Cands[k].Role == Sure && f.Cands[k].Kind == gazetteer.Organization
}
