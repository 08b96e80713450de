// Package length reads lengths of time as they are written, at one place of a text.
package length

import (
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

// Length is a length of time as it is written.
type Length struct {
	Parts  [4]part
	N      int            // how many there are
	Top    number.Decimal // the upper end of a range, of the only part
	Approx bool
	Vague  bool // 수년: the number is not known
	Days   bool // the only part is a bare number of days, which may be a date
}

// part is a number of some unit.
type part struct {
	Value number.Decimal
	Unit  words.Unit
}

// Add adds a part, behind those there are.
func (l *Length) Add(value number.Decimal, unit words.Unit) {
	l.Parts[l.N] = part{value, unit}
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
	{words.YearUnit, words.MonthUnit, 12}, {words.QuarterUnit, words.MonthUnit, 3}, {words.WeekUnit, words.DayUnit, 7},
	{words.DayUnit, words.HourUnit, 24}, {words.HourUnit, words.MinuteUnit, 60}, {words.MinuteUnit, words.SecondUnit, 60},
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
var isoUnits = [...]byte{words.CenturyUnit: 'C', words.DecadeUnit: 'D', words.YearUnit: 'Y', words.QuarterUnit: 'Q',
	words.MonthUnit: 'M', words.WeekUnit: 'W', words.DayUnit: 'D', words.HourUnit: 'H', words.MinuteUnit: 'M',
	words.SecondUnit: 'S'}

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

// StretchDirection turns 지난 and 다음 before a length into the direction of a stretch.
func StretchDirection(n int) int {
	switch n {
	case words.ToLast, words.Recently:
		return words.Recently
	case words.ToNext, words.ToFollowing, words.Comingly:
		return words.Comingly
	}
	return 0
}

// finer reports whether a part in unit a may follow one in unit b: 2시간 30분, 2박 3일.
func finer(a, b words.Unit) bool { return a > b || b == words.NightUnit && a == words.DayUnit }

// hoursADay tells the hours of each day or week from those that go on a length: 하루 8시간, 1주일 40시간, 365일 24시간.
func (l *Length) hoursADay() bool {
	last, each := l.Parts[l.N-1], l.Parts[l.N-2]
	return last.Unit == words.HourUnit && (each.Unit == words.DayUnit || each.Unit == words.WeekUnit) &&
		(each.Value == number.New(1, 0) || last.Value.Cmp(number.New(24, 0)) >= 0)
}
