package input

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Programs that turn pages, mails and printed documents into text break lines at a width: at blanks, or anywhere, as
// Korean allows. unwrapped undoes that where the lines show it.

// minWrap and maxWrap are the widths that lines are broken at.
const (
	minWrap = 30
	maxWrap = 160
)

// textLine is a line of a dump.
type textLine struct {
	text   string // without the blanks around it
	indent int    // columns before the text
	item   int    // columns of the mark of a list's item before its text
}

// blanks are as wide as these.
var blanks = strings.NewReplacer("\t", "        ", "\u00a0", " ")

func readLines(text string) []textLine {
	var lines []textLine
	for line := range strings.Lines(text) {
		line = strings.TrimRight(blanks.Replace(line), " \r\n\f")
		trimmed := strings.TrimLeft(line, " \f\ufeff")
		l := textLine{text: trimmed, indent: len(line) - len(trimmed)}
		l.item = itemMark(trimmed)
		lines = append(lines, l)
	}
	return lines
}

// itemMark returns the size of a bullet or a number with the blanks behind it, or 0.
func itemMark(s string) int {
	mark, rest, ok := strings.Cut(s, " ")
	if !ok {
		return 0
	}
	switch mark {
	case "*", "+", "-", "o", "•", "◦", "·", "▪", "■", "□", "○", "●", "▲", "▶", "※", "#":
	default:
		if number, ok := strings.CutSuffix(mark, "."); !ok || number == "" || strings.Trim(number, "0123456789") != "" {
			return 0
		}
	}
	return len(mark) + len(rest) - len(strings.TrimLeft(rest, " ")) + 1
}

// measure tells how wide a text is: in columns of a terminal, or in characters, which some programs take for the same.
type measure func(string) int

func inColumns(s string) (n int) {
	for _, r := range s {
		switch n++; width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n++
		}
	}
	return n
}

// wrapping says how the lines of a text were broken.
type wrapping struct {
	size     measure
	width    int  // of the widest line
	anywhere bool // also inside of words
	printed  bool // by a printer's measure, which is not exactly that of columns
}

// unwrapped returns the lines with those that were broken put together, and whether there were any.
func unwrapped(lines []textLine, printed bool) ([]textLine, bool) {
	if !mayBeWrapped(lines) {
		return lines, false
	}
	words := vocabularyOf(lines)
	w, ok := wrappingOf(lines, words)
	w.printed = printed
	if !ok {
		return lines, false
	}
	var out []textLine
	var whole strings.Builder // what the last line was put together to
	for i, l := range lines {
		if i > 0 && w.joins(lines[i-1], l) && len(out) > 0 {
			if whole.Len() == 0 {
				whole.WriteString(out[len(out)-1].text)
			}
			if !w.anywhere || !w.printed && !w.full(lines[i-1], l) || !words.inside(lines[i-1].text, l.text) {
				whole.WriteByte(' ')
			}
			whole.WriteString(l.text)
			continue
		}
		out = endJoined(out, &whole)
		out = append(out, l)
	}
	return endJoined(out, &whole), true
}

// endJoined gives the last line the text that it was put together to, if it was.
func endJoined(lines []textLine, whole *strings.Builder) []textLine {
	if whole.Len() > 0 {
		lines[len(lines)-1].text = whole.String()
		whole.Reset()
	}
	return lines
}

// full reports whether the first character of the next line would hardly have fitted behind a line.
func (w *wrapping) full(l, next textLine) bool {
	r, _ := utf8.DecodeRuneInString(next.text)
	return w.of(l)+w.size(string(r)) > w.width-slack
}

// slack is how many columns before the widest line a program may break a line: not all know how wide a character is.
const slack = 2

func (w *wrapping) of(l textLine) int { return l.indent + w.size(l.text) }

// joins reports whether a line was broken off the one before. Behind the end of a sentence a paragraph may end.
func (w *wrapping) joins(l, next textLine) bool {
	switch {
	case !mayGoOn(l, next):
		return false
	case !w.anywhere:
		return !w.wordFits(l, next)
	case endsSentence(l.text):
		return w.full(l, next)
	default:
		return w.of(l)*10 >= w.width*9
	}
}

// mayGoOn reports whether a line stands where the one before would go on.
func mayGoOn(l, next textLine) bool {
	return l.text != "" && next.text != "" && next.item == 0 && (next.indent == l.indent+l.item || next.indent == l.indent)
}

// wordFits reports whether the first word of the next line would have fitted behind a line.
func (w *wrapping) wordFits(l, next textLine) bool {
	word, _, _ := strings.Cut(next.text, " ")
	return w.of(l)+1+w.size(word) <= w.width
}

// mayBeWrapped reports whether the widest line is as wide as those that programs break.
func mayBeWrapped(lines []textLine) bool {
	for _, size := range []measure{inColumns, utf8.RuneCountInString} {
		w := wrapping{size: size}
		if w.measure(lines) {
			return true
		}
	}
	return false
}

// measure finds the width of the widest line, and reports whether lines are broken at such.
func (w *wrapping) measure(lines []textLine) bool {
	for _, l := range lines {
		w.width = max(w.width, w.of(l))
	}
	return w.width >= minWrap && w.width <= maxWrap
}

// minBroken is how many broken lines show that a text was wrapped.
const minBroken = 2

// wrappingOf finds out how the lines were broken, if they were.
func wrappingOf(lines []textLine, words vocabulary) (best wrapping, found bool) {
	most := 0.
	for _, size := range []measure{inColumns, utf8.RuneCountInString} {
		w := wrapping{size: size}
		if !w.measure(lines) {
			continue
		}
		if share := w.share(lines, words); share > most {
			best, most = w, share
		}
	}
	return best, most > 0
}

// share returns how many of the lines that go on were broken as the measure has it, and finds out where they were broken;
// 0 where they were not.
func (w *wrapping) share(lines []textLine, words vocabulary) float64 {
	var gaps []int
	odd, inside := 0, 0
	for i, l := range lines[:max(0, len(lines)-1)] {
		next := lines[i+1]
		if !mayGoOn(l, next) || endsSentence(l.text) || w.of(l)*2 < w.width {
			continue
		}
		if w.wordFits(l, next) && w.of(l)*10 < w.width*9 && !beginsWithSuffix(next.text) {
			odd++
			continue
		}
		gaps = append(gaps, w.width-w.of(l))
		if words.surelyInside(l.text, next.text) {
			inside++
		}
	}
	if len(gaps) < minBroken || len(gaps) <= 2*odd {
		return 0
	}
	slices.Sort(gaps)
	w.anywhere = inside*4 >= len(gaps) && gaps[len(gaps)/2] <= w.width/12
	return float64(len(gaps)) / float64(len(gaps)+odd)
}

// beginsWithSuffix reports whether a line begins with what only ends words.
func beginsWithSuffix(s string) bool {
	rest := strings.TrimLeftFunc(s, unicode.IsLetter)
	return breaks()["suffix"][s[:len(s)-len(rest)]]
}

// endsSentence reports whether a line ends as a paragraph may.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’)]】」』>`)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, ":")
}
