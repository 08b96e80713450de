package dating

import (
	"strings"
	"unicode"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// Bounds of what is read of the paragraphs that open the text: how many, where the date ends, and the place before it,
// in bytes and words.
const (
	maxOpenings   = 4
	datelineReach = 120
	maxPlace      = 48
	placeWords    = 5
)

// fromDateline reads the date that opens one of the first paragraphs of the text, alone or behind a place: (18.01.2018)
// The ferry …; Norhaven, 12.11.2021 – The ferry …
func (d *datings) fromDateline() {
	for n := range min(len(d.body.Text.Paragraphs), maxOpenings) {
		text := d.body.Text.Paragraph(n)
		st, ok := stamp.Find(letters.Head(text, datelineReach), d.order)
		if ok && isDateline(text[:st.Start], text[st.End:]) {
			d.addStamp(st, "text", text[:st.End], trustDateline, false)
			return
		}
	}
}

// isDateline tells by what stands before and behind a date whether it opens a paragraph without being part of its
// first sentence.
func isDateline(before, behind string) bool {
	bracket := strings.ContainsAny(before, "([")
	before = strings.TrimRight(before, " (")
	behind = strings.TrimLeft(behind, " ")
	if before != "" && !isPlace(before) {
		return false
	}
	if bracket {
		return strings.HasPrefix(behind, ")") || strings.HasPrefix(behind, "]")
	}
	if strings.HasPrefix(behind, "(") { // the agency
		if i := strings.IndexByte(behind, ')'); i > 0 && i < maxPlace {
			behind = strings.TrimLeft(behind[i+1:], " ")
		}
	}
	for _, mark := range []string{"–", "—", "- ", "-- ", ": ", "| ", "/ "} {
		if strings.HasPrefix(behind, mark) {
			return true
		}
	}
	return false
}

// isPlace reports whether what stands before a date names where the report is from: some capitalised words or such
// letters as have no capitals, a mark behind them or brackets around.
func isPlace(s string) bool {
	words := strings.Fields(s)
	if len(s) > maxPlace || len(words) > placeWords {
		return false
	}
	last := []rune(s)[len([]rune(s))-1]
	if !strings.ContainsRune(",:=]/-–—|", last) {
		return len(words) <= 2 && isUpper(s)
	}
	for _, word := range words {
		if r := letters.First(strings.TrimLeft(word, "[(")); unicode.IsLetter(r) && unicode.IsLower(r) && len(word) > 3 {
			return false
		}
	}
	return true
}

// isUpper reports whether a text is written in capitals: NORHAVEN.
func isUpper(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }
