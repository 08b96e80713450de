package amount

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// signOf gives the currency sign or code in front of a number, and how wide the gap between them is.
func (s *Reader) signOf(n *number.Number) (u *unit, gap int) {
	if u := s.Words.signBefore(s.Text, n.Start); u != nil {
		return u, 0
	}
	if n.Start > 3 && s.Text[n.Start-1] == ' ' && runes.IsLetterAt(s.Text, n.Start-2) { // USD 500
		if u := s.Words.signBefore(s.Text, n.Start-1); u != nil && len(u.word) == 3 && runes.IsLetterAt(u.word, 0) {
			return u, 1
		}
	}
	if n.Start > 1 && s.Text[n.Start-1] == ' ' && !runes.IsLetterAt(s.Text, n.Start-2) { // $ 100, not 5$ 100
		if u := s.Words.signBefore(s.Text, n.Start-1); u != nil && !runes.WordBefore(s.Text, n.Start-1) &&
			!runes.DigitBefore(s.Text, n.Start-1-len(u.word)) {
			return u, 1
		}
	}
	return nil, 0
}

// multiple is an English word or letter behind the number of a currency sign: $1.5 million, £2bn.
type multiple struct {
	word  string // with the blank in front, if it has one
	power int
}

// multiplesOf reads the multiples of a lexicon. Words stand apart from the number, letters are joined to it.
func multiplesOf(l lexicon.Entries) (list []multiple) {
	for e := range l.In(sections[multipleSection]) {
		power, _ := strconv.Atoi(e.Head) // checkPower reported it
		for _, word := range e.Words {
			if len(word) > len("bn") {
				word = " " + word
			}
			list = append(list, multiple{word, power})
		}
	}
	return list
}

// signed reads what stands behind the number of a currency sign.
func (s *Reader) signed(n *number.Number, u *unit, gap int, q *quantity) bool {
	q.take(n, u, n.End)
	q.Start -= gap + len(u.word)
	if q.Start < s.Last || n.Padded && !n.Fraction {
		return false
	}
	rest := s.Text[q.end:]
	for _, m := range s.Words.multiples {
		if strings.HasPrefix(rest, m.word) && !runes.IsLetterAt(rest, len(m.word)) {
			q.Value = q.Value.Shift(m.power)
			q.end += len(m.word)
			break
		}
	}
	if w := runes.SpaceAt(s.Text, q.end); n.Scale > 0 || w == 0 { // $100만달러
		if again := s.Words.unitAt(s.Text, q.end+w); again != nil && again.symbol == u.symbol && again.kind == Money {
			q.end += w + len(again.word)
		}
	}
	return q.Value.Valid()
}

// addCoins adds the smaller unit that follows: 1달러 20센트.
func (s *Reader) addCoins(q *quantity) {
	p := q.end + runes.SpaceAt(s.Text, q.end)
	n, ok := number.At(s.Text, p, p)
	if !ok || n.Form != q.Form || n.Form != number.Arabic && n.Form != number.Sino {
		return
	}
	p = n.End + runes.SpaceAt(s.Text, n.End)
	u := s.Words.unitAt(s.Text, p)
	if u == nil || !u.is(coin) || u.symbol != q.unit.symbol || !s.tailFits(p+len(u.word)) {
		return
	}
	if sum := q.Value.Plus(n.Value.Times(u.part)); sum.Valid() {
		q.Value, q.end, q.coined = sum, p+len(u.word), true
	}
}

// bareMoney takes 억 and 조 without a currency as won where nothing says that people or things are counted.
func (s *Reader) bareMoney(n *number.Number, q *quantity) bool {
	written := s.Text[n.Start:n.End]
	switch {
	case n.Form == number.Native, n.Form == number.Sino && !n.Vague && !strings.ContainsAny(written, "십백천"):
		return false
	case n.Scale < 8 && !(n.Scale == 4 && strings.Contains(written, "억")): // 3억5천만
		return false
	}
	w := runes.SpaceAt(s.Text, n.End)
	if u := s.Words.unitAt(s.Text, n.End+w); u != nil && !(u.word == "대" && w == 0) &&
		!(u.is(nothing) && w > 0 && !u.lasts()) {
		return false
	}
	q.take(n, &won, n.End)
	return !strings.HasSuffix(s.Text[:n.Start], "제") && s.isSum(n) && s.tailFits(n.End)
}

// lasts tells the units of time among the words that are no units of amounts, from 편성 and its like.
func (u *unit) lasts() bool {
	switch u.word {
	case "시간", "개월", "개년", "주일", "주간", "세기", "분기":
		return true
	}
	return utf8.RuneCountInString(u.word) == 1
}

// isSum reports whether nothing around a bare 억 or 조 counts people or things.
func (s *Reader) isSum(n *number.Number) bool {
	before := s.clause(n.Start, 60)
	after := s.Text[n.End:min(len(s.Text), n.End+24)]
	for _, w := range s.Words.things {
		if strings.Contains(before, w) || strings.HasPrefix(strings.TrimLeft(after, " "), w) {
			return false
		}
	}
	last, _ := utf8.DecodeLastRuneInString(s.Text[n.Start:n.End])
	return last != '조' || !s.isArticle(n) && s.isTrillion(n)
}

// isArticle reports an article of a law: 제3조, 민법 367조, 26조의4, 176조 3항.
func (s *Reader) isArticle(n *number.Number) bool {
	if s.Words.laws.ends(s.Text, skipBack(s.Text, n.Start), false) != nil {
		return true
	}
	rest := s.Text[n.End:]
	for _, mark := range [...]string{"의", " 제", " "} {
		if strings.HasPrefix(rest, mark) && runes.IsDigitAt(rest, len(mark)) {
			return true
		}
	}
	return runes.IsDigitAt(rest, 0)
}

// isTrillion tells 3조 from an article of a law or a team: it has a fraction or a second scale word, or money is
// spoken of.
func (s *Reader) isTrillion(n *number.Number) bool {
	if n.Fraction || n.Form != number.Sino && strings.ContainsAny(s.Text[n.Start:n.End], "십백천") { // not 백조, the bird
		return true
	}
	after := s.Text[n.End:min(len(s.Text), n.End+24)]
	for _, particle := range [...]string{"가 ", "를 ", "에 ", "의 "} {
		after = strings.TrimPrefix(after, particle)
	}
	before := s.clause(n.Start, 60)
	for _, cue := range s.Words.sums {
		if strings.HasPrefix(strings.TrimLeft(after, " "), cue) || len(cue) > 3 && strings.Contains(before, cue) {
			return true
		}
	}
	return false
}
