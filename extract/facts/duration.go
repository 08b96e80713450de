package facts

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Duration is a length of time or a set of times: 3년간, 36일, 2시간 반, 10년 만에, 매년. It stands on no calendar.
// Its span holds the number and the unit, without 간, 동안, 만에 or a particle; a set's holds what is repeated as
// well: 매주 금요일, 매일 오후 3시.
type Duration struct {
	Span
	Raw    string         `json:"raw"`
	Value  number.Decimal `json:"value,omitzero"`  // in Unit; none where no one unit is exact, as in 한 달 이틀
	Max    number.Decimal `json:"max,omitzero"`    // the upper end of a range, else none
	Unit   Grain          `json:"unit,omitempty"`  // Second to Century
	ISO    string         `json:"iso"`             // ISO 8601: P3Y, PT2H30M; of a set what lies between two times
	Every  bool           `json:"every,omitempty"` // a set: 매년, 매주 금요일, 사흘마다
	Bound  Bound          `json:"bound,omitempty"`
	Approx bool           `json:"approx,omitempty"`
	Rule   string         `json:"rule,omitempty"`
}

// lengthPart is a number of some unit.
type lengthPart struct {
	value number.Decimal
	unit  dateUnit
}

// length is a length of time as it is written.
type length struct {
	parts  [4]lengthPart
	n      int            // how many there are
	top    number.Decimal // the upper end of a range, of the only part
	approx bool
	vague  bool // 수년: the number is not known
	days   bool // the only part is a bare number of days, which may be a date
}

func (l *length) add(value number.Decimal, unit dateUnit) {
	l.parts[l.n] = lengthPart{value, unit}
	l.n++
}

// unit gives the finest unit.
func (l *length) unit() dateUnit { return l.parts[l.n-1].unit }

// whole gives the number of some unit, 0 where none is named; ok is false where it is no whole number.
func (l *length) whole(unit dateUnit) (n int, ok bool) {
	for _, p := range l.parts[:l.n] {
		if p.unit == unit {
			n64, ok := p.value.Int64()
			return int(n64), ok && n64 < 10000
		}
	}
	return 0, true
}

// sizes gives what each unit holds of the next finer one that it is a multiple of.
var sizes = [...]struct {
	unit, of dateUnit
	n        int64
}{
	{yearUnit, monthUnit, 12}, {quarterUnit, monthUnit, 3}, {weekUnit, dayUnit, 7}, {dayUnit, hourUnit, 24}, {hourUnit, minuteUnit, 60}, {minuteUnit, secondUnit, 60},
}

// in gives the length in its finest unit, if that is exact.
func (l *length) in() (value number.Decimal, ok bool) {
	unit := l.unit()
	for _, p := range l.parts[:l.n] {
		v := p.value
		for u := p.unit; u != unit; {
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
var isoUnits = [...]byte{centuryUnit: 'C', decadeUnit: 'D', yearUnit: 'Y', quarterUnit: 'Q', monthUnit: 'M', weekUnit: 'W', dayUnit: 'D', hourUnit: 'H', minuteUnit: 'M', secondUnit: 'S'}

// iso writes the length.
func (l *length) iso() string {
	b := append(make([]byte, 0, 32), 'P')
	clock := false
	for _, p := range l.parts[:l.n] {
		if p.unit >= hourUnit && p.unit <= secondUnit && !clock {
			clock = true
			b = append(b, 'T')
		}
		value, unit := p.value, p.unit
		if unit == quarterUnit {
			n, _ := value.Int64()
			value, unit = number.New(3*n, 0), monthUnit
		}
		if unit == nightUnit {
			if l.n > 1 {
				continue // 2박 3일: the days tell
			}
			unit = dayUnit
		}
		b = append(append(b, value.String()...), isoUnits[unit])
	}
	return string(b)
}

// length reads the longest length of time that starts at i.
func (r *dateReader) length(i int) (l length, end int) {
	end = i
	for at := i; l.n < len(l.parts); {
		next := l
		p := r.lengthPart(&next, at)
		if p <= at || l.n > 0 && (!finer(next.unit(), l.unit()) || next.hoursADay()) {
			break
		}
		l, end = next, p
		if q := r.halfMore(&l, p); q > p {
			return l, q
		}
		if l.top.Valid() || l.approx || l.vague {
			break
		}
		at = runes.SkipBlanks(r.text, p)
	}
	return l, end
}

// finer reports whether a part in unit a may follow one in unit b: 2시간 30분, 2박 3일.
func finer(a, b dateUnit) bool { return a > b || b == nightUnit && a == dayUnit }

// limits tells 한해 of 경우에 한해 (only where), which is no year.
func (r *dateReader) limits(i int) bool {
	return strings.HasPrefix(r.text[i:], "한해") && strings.HasSuffix(r.text[:i], "에 ")
}

// hoursADay tells the hours of each day or week from those that go on a length: 하루 8시간, 1주일 40시간, 365일 24시간.
func (l *length) hoursADay() bool {
	last, each := l.parts[l.n-1], l.parts[l.n-2]
	return last.unit == hourUnit && (each.unit == dayUnit || each.unit == weekUnit) && (each.value == number.New(1, 0) || last.value.Cmp(number.New(24, 0)) >= 0)
}

// halfMore reads 반 behind a number of years, months or hours.
func (r *dateReader) halfMore(l *length, i int) int {
	p := runes.SkipBlanks(r.text, i)
	if !strings.HasPrefix(r.text[p:], "반") || !r.open(p+len("반")) || l.top.Valid() {
		return i
	}
	last := &l.parts[l.n-1]
	if last.unit == dayUnit || last.unit == minuteUnit || last.unit == nightUnit || last.unit == secondUnit {
		return i
	}
	last.value = number.Sum(last.value, number.New(5, -1))
	return p + len("반")
}

// lengthPart reads 3년, 한 달, 하루, 10여 일, 2~3주.
func (r *dateReader) lengthPart(l *length, i int) int {
	if w, end := r.words.find(r.text, i, 1<<lengthWord|1<<noDateWord); w != nil {
		if w.kind == noDateWord || !r.lengthEnds(end) || r.limits(i) {
			return i
		}
		l.add(number.New(int64(w.n), 0), w.unit)
		return end
	}
	n, top, p, ok := r.quantity(i)
	if !ok {
		return i
	}
	at := runes.SkipBlanks(r.text, p)
	u, end := r.words.find(r.text, at, 1<<lengthUnit)
	if u == nil {
		return r.term(l, n, i, at)
	}
	if !r.fitsUnit(n, u, p) || at > p && l.n == 0 && n.Form == number.Arabic && runes.WordBefore(r.text, i) { // 코로나19 주간
		return i
	}
	if strings.HasPrefix(r.text[end:], "여") {
		if q := end + len("여"); r.lengthEnds(q) {
			end, n.Approx = q, true
		}
	}
	if u.unit == yearUnit && strings.HasPrefix(r.text[end:], "형") && n.Value.Cmp(number.New(100, 0)) < 0 { // 5년형, not 2019년형
		l.add(n.Value, yearUnit)
		return end
	}
	if !r.lengthEnds(end) && !(u.unit == nightUnit && runes.IsDigitAt(r.text, runes.SkipBlanks(r.text, end))) {
		return i
	}
	l.days = l.n == 0 && u.unit == dayUnit
	l.add(n.Value, u.unit)
	l.top, l.approx, l.vague = top, n.Approx, n.Vague
	return end
}

// term reads the months of a sentence: 징역 1년 8월, 징역 8월.
func (r *dateReader) term(l *length, n number.Number, i, at int) int {
	u, end := r.words.find(r.text, at, 1<<unitWord)
	if u == nil || u.unit != monthUnit || n.Form != number.Arabic || n.Value.Cmp(number.New(13, 0)) >= 0 || !r.open(end) {
		return i
	}
	if l.n != 1 || l.unit() != yearUnit {
		if l.n > 0 || !r.precededBy(i, termWord) {
			return i
		}
	}
	l.add(n.Value, monthUnit)
	return end
}

// quantity reads a number, or a range of two.
func (r *dateReader) quantity(i int) (n number.Number, top number.Decimal, end int, ok bool) {
	if strings.HasPrefix(r.text[i:], "수") { // 수년
		n = number.Number{Start: i, End: i + len("수"), Form: number.Sino, Value: number.New(1, 0), Approx: true, Vague: true}
		w, p := r.words.find(r.text, n.End, 1<<lengthUnit)
		if w != nil && (w.unit == yearUnit || w.unit == monthUnit || r.lasting(runes.SkipBlanks(r.text, p))) { // not 수주, 수분
			return n, top, n.End, true
		}
	}
	n, ok = number.At(r.text, i, min(len(r.text), i+16))
	if !ok || n.End == i {
		return n, top, i, false
	}
	top, end = n.Max, n.End
	p := runes.SkipBlanks(r.text, end)
	w := runes.RangeSign(r.text, p)
	if w == 0 {
		w = runes.ListSign(r.text, p)
	}
	if w > 0 {
		if m, okM := number.At(r.text, runes.SkipBlanks(r.text, p+w), len(r.text)); okM && m.Form == number.Arabic && n.Form == number.Arabic {
			top, end = m.Value, m.End
		}
	}
	return n, top, end, true
}

// fitsUnit tells whether a number that ends at i stands with a unit of time.
func (r *dateReader) fitsUnit(n number.Number, u *dateWord, i int) bool {
	word := u.segments[0]
	switch {
	case n.Padded, n.Value.Sign() == 0, word == "분" && strings.HasPrefix(r.text[i+len(word):], "의"):
		return false // 3분의 1
	case n.Form == number.Arabic:
		big := n.Value.Cmp(number.New(1000, 0)) >= 0
		switch word {
		case "해":
			return false
		case "주":
			return n.Value.Cmp(number.New(53, 0)) < 0 && !r.shares(i+len(word))
		case "년":
			return !big || r.lasting(runes.SkipBlanks(r.text, i+len(word)))
		}
		return true
	case n.Form == number.Native:
		if s := r.text[n.Start:n.End]; s == "석" || s == "넉" {
			return word == "달"
		}
		switch word {
		case "년", "일", "분", "초", "年", "日", "分":
			return n.Value.Cmp(number.New(10, 0)) >= 0 && word == "분" && n.Value.Cmp(number.New(61, 0)) < 0 // 서른 분
		}
		return true
	}
	if r.text[n.Start:n.End] == "이" && (word == "시간" || i > n.End) {
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
			at = runes.SkipBlanks(r.text, at)
		}
		ago, end := r.words.find(r.text, at, 1<<agoWord) // 이주전, not 이주 전
		return ago != nil && r.open(end)
	case "분", "초", "주일", "달", "해", "박":
		return n.Vague || n.Form == number.Mixed || n.Value.Cmp(number.New(10, 0)) >= 0 && word != "해" || word != "달" && n.End == i && r.stretched(n.Start)
	}
	return false
}

// shares tells whether 주 that ends at i counts shares: 10주를, 1주당, 1주 1의결권.
func (r *dateReader) shares(i int) bool {
	for _, w := range [...]string{"를", "로", "당", "씩"} {
		if strings.HasPrefix(r.text[i:], w) {
			return true
		}
	}
	return runes.IsDigitAt(r.text, runes.SkipBlanks(r.text, i))
}

// stretched tells whether 지난 or 다음 stands before i.
func (r *dateReader) stretched(i int) bool { return r.precededBy(i, directionWord) }

// lengthEnds tells whether a length of time may end at i.
func (r *dateReader) lengthEnds(i int) bool {
	if r.open(i) {
		return true
	}
	w, end := r.words.find(r.text, i, 1<<lastingWord|1<<agoWord|1<<lengthWord|1<<lengthUnit)
	if w == nil {
		return false
	}
	if w.kind == lastingWord || w.kind == agoWord {
		return w.n > 0 && w.kind == lastingWord || r.open(end) || r.lastingMore(end)
	}
	return w.kind == lengthWord
}

// lastingMore tells whether another word that makes a length, or an offset, stands at i: 일간만, 년여만에.
func (r *dateReader) lastingMore(i int) bool {
	w, end := r.words.find(r.text, i, 1<<lastingWord|1<<agoWord)
	return w != nil && (w.n > 0 || r.open(end))
}
