package dedupe

import (
	"slices"
	"sort"
	"strings"
	"unicode"
)

// Kept is what remains of a text, as spans of it in order. They do not overlap.
type Kept []Span

// Once returns text without the copies of the repeats that Within found in it, and which spans of text that is made of.
// Where something goes, the wider of the white space before and after it stays.
func Once(text string, repeats []Repeat) (string, Kept) {
	var kept Kept
	from := 0 // where what remains goes on
	for _, g := range gone(text, repeats) {
		before := text[from:g.Start]
		before = before[len(strings.TrimRightFunc(before, blank)):]
		after := leadingSpace(text[g.End:])
		kept.add(from, g.Start-len(before))
		from = g.End
		switch {
		case len(kept) == 0, g.End+len(after) == len(text):
			from += len(after)
		case !wider(after, before):
			kept.add(g.Start-len(before), g.Start)
			from += len(after)
		}
	}
	kept.add(from, len(text))
	return kept.of(text), kept
}

// gone returns the copies of repeats in order, those with nothing but white space between them as one.
func gone(text string, repeats []Repeat) []Span {
	var all []Span
	for _, r := range repeats {
		all = append(all, r.Copies...)
	}
	slices.SortFunc(all, func(a, b Span) int { return a.Start - b.Start })
	var out []Span
	for _, s := range all {
		s.Start, s.End = max(s.Start, 0), min(s.End, len(text))
		if n := len(out); n > 0 && s.Start <= out[n-1].End+len(leadingSpace(text[out[n-1].End:])) {
			out[n-1].End = max(out[n-1].End, s.End)
		} else if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}

func leadingSpace(s string) string {
	return s[:len(s)-len(strings.TrimLeftFunc(s, blank))]
}

// blank reports whether r is white space or invisible.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r > unicode.MaxASCII && r <= 0xffff && plainRune(r) == 0
}

// wider reports whether the white space a parts texts more than b does.
func wider(a, b string) bool {
	if m, n := strings.Count(a, "\n"), strings.Count(b, "\n"); m != n {
		return m > n
	}
	return len(a) > len(b)
}

// add appends [from, to), joined to the last span where it adjoins it.
func (k *Kept) add(from, to int) {
	if from >= to {
		return
	}
	if n := len(*k); n > 0 && (*k)[n-1].End == from {
		(*k)[n-1].End = to
		return
	}
	*k = append(*k, Span{Start: from, End: to})
}

// of returns what remains of text.
func (k Kept) of(text string) string {
	if len(k) == 1 {
		return text[k[0].Start:k[0].End]
	}
	var out strings.Builder
	for _, s := range k {
		out.WriteString(text[s.Start:s.End])
	}
	return out.String()
}

// Offset returns where the byte of the whole text at old stands in what remains, and whether it remains; where it is
// gone, the place of the next byte that remains.
func (k Kept) Offset(old int) (at int, ok bool) {
	n := sort.Search(len(k), func(i int) bool { return k[i].End > old })
	for _, s := range k[:n] {
		at += s.End - s.Start
	}
	if n < len(k) && k[n].Start <= old {
		return at + old - k[n].Start, true
	}
	return at, false
}
