// Package gisa is the root of a library that turns saved news pages into clean, de-duplicated, structured articles.
// Korean regional news comes first; page extraction and de-duplication work for any language.
//
// The work is done by four packages:
//
//   - [github.com/gisa-go/gisa/extract] reads a page (bytes, a parsed tree, a text dump) and gives its article: headline,
//     reporters, outlet, times, the text once, pictures, and where each of these came from.
//   - [github.com/gisa-go/gisa/extract/facts] finds amounts, dates, durations and organizations in any Korean text, each with its
//     span and its resolved value. It knows no HTML.
//   - [github.com/gisa-go/gisa/extract/sites] holds what is known of newspapers and publishing systems, as lines of text.
//   - [github.com/gisa-go/gisa/dedupe] finds what repeats: within a text, between two, in a collection, in an index on disk.
//
// What they share is a [Span]. Nothing here reads the clock, the network or a global; the same bytes and options give the same
// answer on any machine.
package gisa

// Span is a half-open range of bytes, [Start, End), into the text it was found in.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// In returns what the span says: text[Start:End]. It panics where the span does not lie within the text.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Len returns the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether other lies within s.
func (s Span) Contains(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Overlaps reports whether s and other share a byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }
