package expr

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// lengthPart is a number of some unit.
type lengthPart struct {
	Value number.Decimal
	Unit  words.Unit
}

// Length is a length of time as it is written.
type Length struct {
	Parts  [4]lengthPart
	N      int            // how many there are
	Top    number.Decimal // the upper end of a range, of the only part
	Approx bool
	Vague  bool // 수년: the number is not known
	Days   bool // the only part is a bare number of days, which may be a date
}

func (l *Length) Add(value number.Decimal, unit words.Unit) {
	l.Parts[l.N] = lengthPart{value, unit}
	l.N++
}

// Unit gives the finest unit.
func (l *Length) Unit() words.Unit { return l.Parts[l.N-1].Unit }

// Whole gives the number of some unit, 0 where none is named; ok is false where it is no whole number.
func (l *Length) Whole(unit words.Unit) (n int, ok bool) {
	for _, p := range l.Parts[:l.N] {
		if p.Unit == unit {
			n64, ok := p.Value.Int64()
			return int(n64), ok && n64 < 10000
		}
	}
	return 0, true
}

// sizes gives what each unit holds of the next finer one that it is a multiple of.
var sizes = [...]struct {
	unit, of words.Unit
	n        int64
}{
	{words.YearUnit, words.MonthUnit, 12}, {words.QuarterUnit, words.MonthUnit, 3}, {words.WeekUnit, words.DayUnit, 7}, {words.DayUnit, words.HourUnit, 24}, {words.HourUnit, words.MinuteUnit, 60}, {words.MinuteUnit, words.SecondUnit, 60},
}

// In gives the length in its finest unit, if that is exact.
func (l *Length) In() (value number.Decimal, ok bool) {
	unit := l.Unit()
	for _, p := range l.Parts[:l.N] {
		v := p.Value
		for u := p.Unit; u != unit; {
			step := false
			for _, s := range sizes {
				if s.unit == u && !step {
					c, whole := v.Int64()
					if !whole || c > 1<<40 {
						return number.Decimal{}, false
					}
					v, u, step = number.New(c*s.n, 0), s.of, true
				}
			}
			if !step {
				return number.Decimal{}, false
			}
		}
		value = number.Sum(value, v)
	}
	return value, value.Valid()
}

// isoUnits are the letters of ISO 8601.
var isoUnits = [...]byte{words.CenturyUnit: 'C', words.DecadeUnit: 'D', words.YearUnit: 'Y', words.QuarterUnit: 'Q', words.MonthUnit: 'M', words.WeekUnit: 'W', words.DayUnit: 'D', words.HourUnit: 'H', words.MinuteUnit: 'M', words.SecondUnit: 'S'}

// ISO writes the length.
func (l *Length) ISO() string {
	b := append(make([]byte, 0, 32), 'P')
	clock := false
	for _, p := range l.Parts[:l.N] {
		if p.Unit >= words.HourUnit && p.Unit <= words.SecondUnit && !clock {
			clock = true
			b = append(b, 'T')
		}
		value, unit := p.Value, p.Unit
		if unit == words.QuarterUnit {
			n, _ := value.Int64()
			value, unit = number.New(3*n, 0), words.MonthUnit
		}
		if unit == words.NightUnit {
			if l.N > 1 {
				continue // 2박 3일: the days tell
			}
			unit = words.DayUnit
		}
		b = append(append(b, value.String()...), isoUnits[unit])
	}
	return string(b)
}

// Length reads the longest length of time that starts at i.
func (r *Reader) Length(i int) (l Length, end int) {
	end = i
	for at := i; l.N < len(l.Parts); {
		next := l
		p := r.lengthPart(&next, at)
		if p <= at || l.N > 0 && (!finer(next.Unit(), l.Unit()) || next.hoursADay()) {
			break
		}
		l, end = next, p
		if q := r.halfMore(&l, p); q > p {
			return l, q
		}
		if l.Top.Valid() || l.Approx || l.Vague {
			break
		}
		at = runes.SkipBlanks(r.Text, p)
	}
	return l, end
}

// finer reports whether a part in unit a may follow one in unit b: 2시간 30분, 2박 3일.
func finer(a, b words.Unit) bool { return a > b || b == words.NightUnit && a == words.DayUnit }

// limits tells 한해 of 경우에 한해 (only where), which is no year.
func (r *Reader) limits(i int) bool {
	return strings.HasPrefix(r.Text[i:], "한해") && strings.HasSuffix(r.Text[:i], "에 ")
}

// hoursADay tells the hours of each day or week from those that go on a length: 하루 8시간, 1주일 40시간, 365일 24시간.
func (l *Length) hoursADay() bool {
	last, each := l.Parts[l.N-1], l.Parts[l.N-2]
	return last.Unit == words.HourUnit && (each.Unit == words.DayUnit || each.Unit == words.WeekUnit) && (each.Value == number.New(1, 0) || last.Value.Cmp(number.New(24, 0)) >= 0)
}

// halfMore reads 반 behind a number of years, months or hours.
func (r *Reader) halfMore(l *Length, i int) int {
	p := runes.SkipBlanks(r.Text, i)
	if !strings.HasPrefix(r.Text[p:], "반") || !r.Open(p+len("반")) || l.Top.Valid() {
		return i
	}
	last := &l.Parts[l.N-1]
	if last.Unit == words.DayUnit || last.Unit == words.MinuteUnit || last.Unit == words.NightUnit || last.Unit == words.SecondUnit {
		return i
	}
	last.Value = number.Sum(last.Value, number.New(5, -1))
	return p + len("반")
}

// lengthPart reads 3년, 한 달, 하루, 10여 일, 2~3주.
func (r *Reader) lengthPart(l *Length, i int) int {
	if w, end := r.Words.Find(r.Text, i, 1<<words.LengthWord|1<<words.NoDateWord); w != nil {
		if w.Kind == words.NoDateWord || !r.lengthEnds(end) || r.limits(i) {
			return i
		}
		l.Add(number.New(int64(w.N), 0), w.Unit)
		return end
	}
	n, top, p, ok := r.quantity(i)
	if !ok {
		return i
	}
	at := runes.SkipBlanks(r.Text, p)
	u, end := r.Words.Find(r.Text, at, 1<<words.LengthUnit)
	if u == nil {
		return r.term(l, n, i, at)
	}
	if !r.fitsUnit(n, u, p) || at > p && l.N == 0 && n.Form == number.Arabic && runes.WordBefore(r.Text, i) { // 코로나19 주간
		return i
	}
	if strings.HasPrefix(r.Text[end:], "여") {
		if q := end + len("여"); r.lengthEnds(q) {
			end, n.Approx = q, true
		}
	}
	if u.Unit == words.YearUnit && strings.HasPrefix(r.Text[end:], "형") && n.Value.Cmp(number.New(100, 0)) < 0 { // 5년형, not 2019년형
		l.Add(n.Value, words.YearUnit)
		return end
	}
	if !r.lengthEnds(end) && !(u.Unit == words.NightUnit && runes.IsDigitAt(r.Text, runes.SkipBlanks(r.Text, end))) {
		return i
	}
	l.Days = l.N == 0 && u.Unit == words.DayUnit
	l.Add(n.Value, u.Unit)
	l.Top, l.Approx, l.Vague = top, n.Approx, n.Vague
	return end
}

// term reads the months of a sentence: 징역 1년 8월, 징역 8월.
func (r *Reader) term(l *Length, n number.Number, i, at int) int {
	u, end := r.Words.Find(r.Text, at, 1<<words.UnitWord)
	if u == nil || u.Unit != words.MonthUnit || n.Form != number.Arabic || n.Value.Cmp(number.New(13, 0)) >= 0 || !r.Open(end) {
		return i
	}
	if l.N != 1 || l.Unit() != words.YearUnit {
		if l.N > 0 || !r.PrecededBy(i, words.TermWord) {
			return i
		}
	}
	l.Add(n.Value, words.MonthUnit)
	return end
}

// quantity reads a number, or a range of two.
func (r *Reader) quantity(i int) (n number.Number, top number.Decimal, end int, ok bool) {
	if strings.HasPrefix(r.Text[i:], "수") { // 수년
		n = number.Number{Start: i, End: i + len("수"), Form: number.Sino, Value: number.New(1, 0), Approx: true, Vague: true}
		w, p := r.Words.Find(r.Text, n.End, 1<<words.LengthUnit)
		if w != nil && (w.Unit == words.YearUnit || w.Unit == words.MonthUnit || r.lasting(runes.SkipBlanks(r.Text, p))) { // not 수주, 수분
			return n, top, n.End, true
		}
	}
	n, ok = number.At(r.Text, i, min(len(r.Text), i+16))
	if !ok || n.End == i {
		return n, top, i, false
	}
	top, end = n.Max, n.End
	p := runes.SkipBlanks(r.Text, end)
	w := runes.RangeSign(r.Text, p)
	if w == 0 {
		w = runes.ListSign(r.Text, p)
	}
	if w > 0 {
		if m, okM := number.At(r.Text, runes.SkipBlanks(r.Text, p+w), len(r.Text)); okM && m.Form == number.Arabic && n.Form == number.Arabic {
			top, end = m.Value, m.End
		}
	}
	return n, top, end, true
}

// fitsUnit tells whether a number that ends at i stands with a unit of time.
func (r *Reader) fitsUnit(n number.Number, u *words.Word, i int) bool {
	word := u.Segments[0]
	switch {
	case n.Padded, n.Value.Sign() == 0, word == "분" && strings.HasPrefix(r.Text[i+len(word):], "의"):
		return false // 3분의 1
	case n.Form == number.Arabic:
		big := n.Value.Cmp(number.New(1000, 0)) >= 0
		switch word {
		case "해":
			return false
		case "주":
			return n.Value.Cmp(number.New(53, 0)) < 0 && !r.shares(i+len(word))
		case "년":
			return !big || r.lasting(runes.SkipBlanks(r.Text, i+len(word)))
		}
		return true
	case n.Form == number.Native:
		if s := r.Text[n.Start:n.End]; s == "석" || s == "넉" {
			return word == "달"
		}
		switch word {
		case "년", "일", "분", "초", "年", "日", "分":
			return n.Value.Cmp(number.New(10, 0)) >= 0 && word == "분" && n.Value.Cmp(number.New(61, 0)) < 0 // 서른 분
		}
		return true
	}
	if r.Text[n.Start:n.End] == "이" && (word == "시간" || i > n.End) {
		return false // 이 시간
	}
	switch word { // 십 년, 삼십 분, 수년, 2천 년
	case "년":
		return n.End == i && (n.Value.Cmp(number.New(1000, 0)) < 0 || n.Form == number.Mixed || r.lasting(i+len(word)))
	case "개월", "시간", "개년":
		return n.End == i
	case "주", "일":
		if n.Vague || r.stretched(n.Start) {
			return true
		}
		at := i + len(word)
		if word == "일" {
			at = runes.SkipBlanks(r.Text, at)
		}
		ago, end := r.Words.Find(r.Text, at, 1<<words.AgoWord) // 이주전, not 이주 전
		return ago != nil && r.Open(end)
	case "분", "초", "주일", "달", "해", "박":
		return n.Vague || n.Form == number.Mixed || n.Value.Cmp(number.New(10, 0)) >= 0 && word != "해" || word != "달" && n.End == i && r.stretched(n.Start)
	}
	return false
}

// shares tells whether 주 that ends at i counts shares: 10주를, 1주당, 1주 1의결권.
func (r *Reader) shares(i int) bool {
	for _, w := range [...]string{"를", "로", "당", "씩"} {
		if strings.HasPrefix(r.Text[i:], w) {
			return true
		}
	}
	return runes.IsDigitAt(r.Text, runes.SkipBlanks(r.Text, i))
}

// stretched tells whether 지난 or 다음 stands before i.
func (r *Reader) stretched(i int) bool { return r.PrecededBy(i, words.DirectionWord) }

// lengthEnds tells whether a length of time may end at i.
func (r *Reader) lengthEnds(i int) bool {
	if r.Open(i) {
		return true
	}
	w, end := r.Words.Find(r.Text, i, 1<<words.LastingWord|1<<words.AgoWord|1<<words.LengthWord|1<<words.LengthUnit)
	if w == nil {
		return false
	}
	if w.Kind == words.LastingWord || w.Kind == words.AgoWord {
		return w.N > 0 && w.Kind == words.LastingWord || r.Open(end) || r.lastingMore(end)
	}
	return w.Kind == words.LengthWord
}

// lastingMore tells whether another word that makes a length, or an offset, stands at i: 일간만, 년여만에.
func (r *Reader) lastingMore(i int) bool {
	w, end := r.Words.Find(r.Text, i, 1<<words.LastingWord|1<<words.AgoWord)
	return w != nil && (w.N > 0 || r.Open(end))
}
