package dedupe

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// windows returns n texts that each drop some of the sentences of the one before and go on further: neighbours are alike,
// those far apart are not.
func windows(n, length, step int, sentence func(int) string) []Document {
	docs := make([]Document, n)
	for i := range docs {
		var b strings.Builder
		for k := range length {
			b.WriteString(sentence(i*step+k) + " ")
		}
		docs[i] = Document{ID: fmt.Sprintf("%02d", i), Text: b.String()}
	}
	return docs
}

// movingOn are collections in which each text resembles some others, and many do not resemble the first.
func movingOn() map[string][]Document {
	rng := rand.New(rand.NewPCG(74, 1))
	said := map[int]string{}
	invented := func(i int) string {
		if said[i] == "" {
			said[i] = invent(rng, 28) + "."
		}
		return said[i]
	}
	english := func(i int) string {
		rng := rand.New(rand.NewPCG(uint64(i), 74))
		return fmt.Sprintf("Ferry %d left quay %d with %d crates at minute %d.", rng.IntN(900), rng.IntN(900), rng.IntN(900), rng.IntN(60))
	}
	table := func(i int) string { // rows of a timetable that moves on
		rng := rand.New(rand.NewPCG(uint64(i), 75))
		return fmt.Sprintf("%02d:%02d 누리항 %d번 승강장 → 마루섬 %d명", i%24, rng.IntN(60), rng.IntN(400), rng.IntN(1000))
	}
	ticker := windows(15, 9, 2, invented)
	for i := range ticker {
		ticker[i].Time = time.Date(2026, 4, 1, i, 0, 0, 0, time.UTC)
	}
	late := windows(12, 8, 2, english)
	for i := range late { // the earliest one is in the middle
		late[i].Time = time.Date(2026, 4, 1, (i+7)%12, 0, 0, 0, time.UTC)
	}
	return map[string][]Document{
		"a ticker": ticker, "the middle first": late, "a timetable": windows(20, 12, 3, table),
		"slowly": windows(30, 20, 1, english), "without times": windows(14, 10, 3, invented),
	}
}

// Every copy resembles the original that it is listed for, or stands inside it, however the two came together.
func TestCopiesResembleTheirOriginal(t *testing.T) {
	all := movingOn()
	for name, docs := range collections(t) {
		all[name] = docs
	}
	for name, docs := range all {
		texts := map[string]string{}
		for _, d := range docs {
			texts[d.ID] = d.Text
		}
		clusters, err := Group(t.Context(), Documents(docs...), nil)
		if err != nil {
			t.Fatal(err)
		}
		copies := 0
		for _, c := range clusters {
			for _, m := range c.Copies {
				copies++
				want, err := Compare(texts[c.Original], texts[m.ID], nil)
				if err != nil {
					t.Fatal(err)
				}
				if m.Kind != want.Kind || m.Similarity != want.Similarity {
					t.Errorf("%s: %s is %v, %.3f to %s, but %v, %.3f", name, m.ID, m.Kind, m.Similarity, c.Original, want.Kind, want.Similarity)
				}
				if inside := m.Kind == Contains || m.Kind == Contained; m.Similarity < .4 && !inside {
					t.Errorf("%s: %s is a copy of %s by a similarity of %.3f", name, m.ID, c.Original, m.Similarity)
				}
			}
		}
		if copies == 0 && movingOn()[name] != nil {
			t.Errorf("%s: no copies", name)
		}
	}
}

// Of a chain the links are still told.
func TestChainsAreRelated(t *testing.T) {
	for name, docs := range movingOn() {
		clusters, err := Group(t.Context(), Documents(docs...), nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(clusters) < 2 {
			t.Errorf("%s: %d clusters", name, len(clusters))
		}
		for _, c := range clusters {
			if len(c.Related) == 0 {
				t.Errorf("%s: nothing is related to %s", name, c.Original)
			}
		}
	}
}

// naiveOriginals looks at all pairs.
func naiveOriginals(first []int, ties []Tie) []int {
	out := make([]int, len(first))
	for b := range out {
		out[b] = b
		most := -1.0
		for a := range b {
			n := slices.IndexFunc(ties, func(t Tie) bool { return t.A == a && t.B == b })
			if n < 0 || out[a] != a || first[a] != first[b] || ties[n].Kind == None {
				continue
			}
			t := ties[n]
			if (t.Similarity >= .4 || t.Kind == Contains || t.Kind == Contained) && t.Similarity > most {
				most, out[b] = t.Similarity, a
			}
		}
	}
	return out
}

func TestOriginals(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 13))
	moved := 0
	for range 200 {
		n := 2 + rng.IntN(30)
		known := map[[2]int]bool{}
		var ties []Tie
		for range 6 * n {
			a, b := rng.IntN(n), rng.IntN(n)
			if a < b && !known[[2]int{a, b}] {
				known[[2]int{a, b}] = true
				ties = append(ties, Tie{A: a, B: b, Match: Match{Kind: Kind(rng.IntN(6)), Similarity: float64(6+rng.IntN(14)) / 20, Containment: 1}})
			}
		}
		first, err := Link(n, ties, nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Originals(first, ties, nil)
		if err != nil {
			t.Fatal(err)
		}
		if want := naiveOriginals(first, ties); !slices.Equal(got, want) {
			t.Fatalf("%v of %v: %v, want %v", ties, first, got, want)
		}
		if !slices.Equal(got, first) {
			moved++
		}
	}
	if moved < 20 {
		t.Errorf("only %d of 200 had anything to move", moved)
	}
	for name, first := range map[string][]int{"later": {1, 1}, "negative": {-1, 1}, "of none": {0, 0, 1}} {
		if got, err := Originals(first, nil, nil); err == nil {
			t.Errorf("%s: %v and no error", name, got)
		}
	}
}
