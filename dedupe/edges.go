package dedupe

import (
	"sort"
	"strings"
)

// longLine is the number of units from which a line is no paragraph of a newspaper but a text whose line breaks were
// lost, as is one that is most of its text; its sentences are taken as lines.
const longLine = 400

// layout is how the units of a text stand in it.
type layout struct {
	units []uint16
	at    []place
	edges []int // where lines begin and end, in units: 0, …, len(units)
}

// set lays out a text whose units are given, in the memory of the one before.
func (l *layout) set(text string, units []uint16) {
	l.units, l.at, l.edges = units, places(l.at, text), append(l.edges[:0], 0)
	var sentences []int // of the line that is being read
	for k := 1; k < len(units); k++ {
		between := text[l.at[k-1].end:max(l.at[k].start, l.at[k-1].end)]
		switch {
		case breaksLine(between):
			l.closeLine(k, sentences)
			sentences = sentences[:0]
		case l.endsSentence(k, between != ""):
			sentences = append(sentences, k)
		}
	}
	if len(units) > 0 {
		l.closeLine(len(units), sentences)
	}
}

// breaksLine reports whether a line ends in what stands between two units: mostly nothing, or a single space.
func breaksLine(between string) bool {
	return between != "" && between != " " && strings.ContainsAny(between, "\n\r\u2028\u2029")
}

// closeLine adds the edge at the end of a line, and those of its sentences where it is a long one.
func (l *layout) closeLine(end int, sentences []int) {
	if n := end - l.edges[len(l.edges)-1]; n > longLine || 2*n > len(l.units) {
		l.edges = append(l.edges, sentences...)
	}
	l.edges = append(l.edges, end)
}

// endsSentence reports whether a sentence ends before unit k, which white space may precede.
func (l *layout) endsSentence(k int, space bool) bool {
	last := l.units[k-1]
	if last == '。' || last == '！' || last == '？' {
		return true
	}
	if !space {
		return false
	}
	if k > 1 && (last == '"' || last == '\'' || last == ')' || last == '」') {
		last = l.units[k-2]
	}
	return last == '.' || last == '!' || last == '?' || last == '。'
}

// within returns the widest range from edge to edge inside of [from, to); it may be empty.
func (l *layout) within(from, to int) (int, int) {
	a := sort.SearchInts(l.edges, from)
	b := sort.SearchInts(l.edges, to+1) - 1
	if a >= b {
		return from, from
	}
	return l.edges[a], l.edges[b]
}

// longest returns the length of the longest line in [from, to), two edges, and the number of lines.
func (l *layout) longest(from, to int) (n, lines int) {
	for a := sort.SearchInts(l.edges, from); l.edges[a] < to; a++ {
		n = max(n, l.edges[a+1]-l.edges[a])
		lines++
	}
	return n, lines
}

// edge returns the first edge at or after unit k where dir is 1, the last one at or before it where dir is −1.
func (l *layout) edge(k, dir int) int {
	a := sort.SearchInts(l.edges, k)
	if dir < 0 && l.edges[a] > k {
		a--
	}
	return l.edges[a]
}

// span returns the bytes of the units [from, to), at least one.
func (l *layout) span(from, to int) Span {
	return Span{Start: l.at[from].start, End: l.at[to-1].end}
}
