package length

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Reader reads lengths of time at one place of a text.
type Reader struct{ look.Source }

// lengthPart reads 3년, 한 달, 하루, 10여 일, 2~3주.
func (r *Reader) lengthPart(l *Length, i int) int {
	if w, end := r.Words.Find(r.Text, i, 1<<words.LengthWord|1<<words.NoDateWord); w != nil {
		if w.Kind == words.NoDateWord || !r.Ends(end) && !r.lengthMore(end) || r.limits(i) { // not 하루살이
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
	// 5년형, not 2019년형
	if u.Unit == words.YearUnit && strings.HasPrefix(r.Text[end:], "형") && n.Value.Cmp(number.New(100, 0)) < 0 {
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

// limits tells 한해 of 경우에 한해 (only where), which is no year.
func (r *Reader) limits(i int) bool {
	return strings.HasPrefix(r.Text[i:], "한해") && strings.HasSuffix(r.Text[:i], "에 ")
}

// halfMore reads 반 behind a number of years, months or hours.
func (r *Reader) halfMore(l *Length, i int) int {
	p := runes.SkipBlanks(r.Text, i)
	if !r.Half(p) || l.Top.Valid() {
		return i
	}
	last := &l.Parts[l.N-1]
	if last.Unit == words.DayUnit || last.Unit == words.MinuteUnit || last.Unit == words.NightUnit ||
		last.Unit == words.SecondUnit {
		return i
	}
	last.Value = number.Sum(last.Value, number.New(5, -1))
	return p + len("반")
}

// term reads the months of a sentence: 징역 1년 8월, 징역 8월.
func (r *Reader) term(l *Length, n number.Number, i, at int) int {
	u, end := r.Words.Find(r.Text, at, 1<<words.UnitWord)
	if u == nil || u.Unit != words.MonthUnit || n.Form != number.Arabic || n.Value.Cmp(number.New(13, 0)) >= 0 ||
		!r.Open(end) {
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
		// not 수주, 수분
		if w != nil && w.Segments[0] != "달" && w.Segments[0] != "해" &&
			(w.Unit == words.YearUnit || w.Unit == words.MonthUnit || r.Lasting(runes.SkipBlanks(r.Text, p))) {
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
		if m, okM := number.At(r.Text, runes.SkipBlanks(r.Text, p+w), len(r.Text)); okM && m.Form == number.Arabic &&
			n.Form == number.Arabic {
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
	case word == "분" && r.isRespect(n.Start, i+len(word)):
		return false
	case n.Form == number.Arabic:
		big := n.Value.Cmp(number.New(1000, 0)) >= 0
		switch word {
		case "해":
			return false
		case "주":
			return n.Value.Cmp(number.New(53, 0)) < 0 && !r.shares(i+len(word))
		case "년":
			return !big || r.Lasting(runes.SkipBlanks(r.Text, i+len(word)))
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
		return n.End == i && (n.Value.Cmp(number.New(1000, 0)) < 0 || n.Form == number.Mixed || r.Lasting(i+len(word)))
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
		ago, _ := r.Ago(at) // 이주전, not 이주 전
		return ago != nil
	case "분", "초", "주일", "달", "해", "박":
		return n.Vague || n.Form == number.Mixed || n.Value.Cmp(number.New(10, 0)) >= 0 && word != "해" || word != "달" &&
			n.End == i && r.stretched(n.Start)
	}
	return false
}

// isRespect tells whether 분 that ends at end counts people: 어르신 12분, 12분이 참석했다.
func (r *Reader) isRespect(start, end int) bool {
	if r.PrecededBy(start, words.PersonNoun) {
		return true
	}
	for _, particle := range [...]string{"께서", "이", "을", "의"} {
		if strings.HasPrefix(r.Text[end:], particle) {
			w, _ := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, end+len(particle)), 1<<words.PersonVerb)
			return w != nil || particle == "께서"
		}
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

// lasting are the kinds of words that make a length of the unit they are joined to.
const lasting = 1<<words.LastingWord | 1<<words.LastingJoined

// lengthEnds tells whether a length of time may end at i.
func (r *Reader) lengthEnds(i int) bool {
	return r.Open(i) || r.lengthMore(i)
}

// lengthMore tells whether a word that makes a length, or more of one, is joined at i: 하루동안, 이틀째, 3년여.
func (r *Reader) lengthMore(i int) bool {
	w, end := r.Words.Find(r.Text, i, lasting|1<<words.AgoWord|1<<words.LengthWord|1<<words.LengthUnit)
	if w == nil {
		return false
	}
	if w.Kind == words.LastingWord || w.Kind == words.LastingJoined || w.Kind == words.AgoWord {
		return w.N > 0 && w.Kind == words.LastingWord || r.Open(end) || r.lastingMore(end)
	}
	return w.Kind == words.LengthWord
}

// lastingMore tells whether another word that makes a length, or an offset, stands at i: 일간만, 년여만에.
func (r *Reader) lastingMore(i int) bool {
	w, end := r.Words.Find(r.Text, i, lasting|1<<words.AgoWord)
	return w != nil && (w.N > 0 || r.Open(end))
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
