package expr

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// slashed reads a month and a day, 10/16, where what stands around shows that they are no share and no score: a range
// of them, a weekday, a time, a label in front, the beginning of a line, a bound behind.
func (r *Reader) slashed(e *Expr, i int, part [3]look.Integer) int {
	end := part[1].End
	if part[0].Digits > 2 || !calendar.Valid(2000, part[0].Value, part[1].Value) || !r.openSlash(i, end) {
		return i
	}
	next := *e
	next.Month, next.Day = Field{Absolute, part[0].Value}, Field{Absolute, part[1].Value}
	next.Form = NumericForm
	next.Name(words.MonthUnit)
	next.Name(words.DayUnit)
	behind := r.afterDigits(&next, end)
	if next.Weekday == 0 && !r.slashRange(end) && !r.timeFollows(end) && !r.slashStands(i, end, part) {
		return i
	}
	*e = next
	return behind
}

// openSlash tells that no further part of a number or of a word is joined to a month and a day.
func (r *Reader) openSlash(i, end int) bool {
	if runes.WordBefore(r.Text, i) || end < len(r.Text) && strings.IndexByte("/-%", r.Text[end]) >= 0 &&
		!r.slashRange(end) {
		return false
	}
	if w, q := r.Words.Find(r.Text, end, 1<<words.BoundWord); w != nil {
		return r.Ends(q)
	}
	c, _ := utf8.DecodeRuneInString(r.Text[end:])
	return runes.SyllableAt(r.Text, end) >= runes.Syllables &&
		runes.ClassOf(int(r.Text[min(end, len(r.Text)-1)])) != runes.Letter &&
		(c != '.' || !runes.IsDigitAt(r.Text, end+1))
}

// slashRange tells whether another month and day follow behind the sign of a range.
func (r *Reader) slashRange(i int) bool {
	i = runes.SkipBlanks(r.Text, i)
	if strings.HasPrefix(r.Text[i:], "(") { // 3/14(월)~3/18(금)
		if k := strings.IndexByte(r.Text[i:min(len(r.Text), i+12)], ')'); k > 0 {
			i = runes.SkipBlanks(r.Text, i+k+1)
		}
	}
	w := runes.RangeSign(r.Text, i)
	if w == 0 {
		return false
	}
	month := look.ReadInt(r.Text, runes.SkipBlanks(r.Text, i+w))
	if month.Digits == 0 || month.Digits > 2 || !strings.HasPrefix(r.Text[month.End:], "/") {
		return false
	}
	day := look.ReadInt(r.Text, month.End+1)
	return day.Digits > 0 && day.Digits <= 2 && calendar.Valid(2000, month.Value, day.Value)
}

// timeFollows tells whether a time of day follows.
func (r *Reader) timeFollows(i int) bool {
	p := runes.SkipBlanks(r.Text, i)
	if w, q := r.Words.Find(r.Text, p, 1<<words.DaytimeWord); w != nil && p > i {
		return r.Open(q) || runes.IsDigitAt(r.Text, runes.SkipBlanks(r.Text, q))
	}
	hour := look.ReadInt(r.Text, p)
	if hour.Digits == 0 || hour.Digits > 2 || p == i {
		return false
	}
	u, _ := r.Words.Find(r.Text, hour.End, 1<<words.UnitWord)
	return u != nil && u.Unit == words.HourUnit || strings.HasPrefix(r.Text[hour.End:], ":") &&
		runes.IsDigitAt(r.Text, hour.End+1)
}

// slashStands tells by a label in front, the beginning of a line or a bound behind that two numbers are a day; or, of
// those that may be a share, that no word of shares stands beside them.
func (r *Reader) slashStands(i, end int, part [3]look.Integer) bool {
	if w, _ := r.Words.Find(r.Text, end, 1<<words.BoundWord); w != nil {
		return true
	}
	if r.PrecededBy(i, words.SlashLabel) || strings.HasSuffix(strings.TrimRight(r.Text[:i], " "), ":") && r.labelled(i) {
		return true
	}
	p := runes.SkipBlanks(r.Text, end)
	if p == end || runes.SyllableAt(r.Text, p) >= runes.Syllables {
		return false
	}
	if w, _ := r.Words.Find(r.Text, p, 1<<words.ShareWord); w != nil {
		return false
	}
	if r.opensLine(i) {
		return true
	}
	share := part[0].Value < part[1].Value && part[1].Value <= 10
	return share && r.topicBefore(i)
}

// labelled tells whether the words before the colon at the end of text[:i] tell a time.
func (r *Reader) labelled(i int) bool {
	return r.PrecededBy(len(strings.TrimRight(strings.TrimRight(r.Text[:i], " "), ":")), words.SlashLabel)
}

// opensLine tells whether a line begins at i, but for the number or the mark of an item: 1) 3/13.
func (r *Reader) opensLine(i int) bool {
	start := strings.LastIndexByte(r.Text[max(0, i-24):i], '\n') + 1 + max(0, i-24)
	if start > 0 && r.Text[start-1] != '\n' {
		return false
	}
	mark := strings.TrimLeft(strings.TrimSpace(r.Text[start:i]), "0123456789")
	switch mark {
	case "", ")", ".", "-", "*", "○", "▲", "△", "·", "ㆍ", "•", "□", "■", "▶", "◇", "◆":
		return true
	}
	return false
}

// topicBefore tells whether a word with 은 or 는 stands before i: 매장은 3/5 문을 연다.
func (r *Reader) topicBefore(i int) bool {
	before := strings.TrimRight(r.Text[:i], " ")
	return len(before) < i && (strings.HasSuffix(before, "은") || strings.HasSuffix(before, "는"))
}
