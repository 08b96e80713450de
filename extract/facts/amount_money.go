package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// signOf gives the currency sign or code in front of a number, and how wide the gap between them is.
func (s *scan) signOf(n *number) (u *amountUnit, gap int) {
	if u := s.words.signBefore(s.text, n.start); u != nil {
		return u, 0
	}
	if n.start > 3 && s.text[n.start-1] == ' ' && runes.IsLetterAt(s.text, n.start-2) { // USD 500
		if u := s.words.signBefore(s.text, n.start-1); u != nil && len(u.word) == 3 && runes.IsLetterAt(u.word, 0) {
			return u, 1
		}
	}
	if n.start > 1 && s.text[n.start-1] == ' ' && !runes.IsLetterAt(s.text, n.start-2) { // $ 100, not 5$ 100
		if u := s.words.signBefore(s.text, n.start-1); u != nil && !runes.WordBefore(s.text, n.start-1) && !runes.DigitBefore(s.text, n.start-1-len(u.word)) {
			return u, 1
		}
	}
	return nil, 0
}

// multiples are the English words and letters behind the number of a currency sign: $1.5 million, £2bn.
var multiples = [...]struct {
	word  string
	power int
}{{" trillion", 12}, {" billion", 9}, {" million", 6}, {" thousand", 3}, {"bn", 9}, {"tn", 12}, {"m", 6}, {"k", 3}, {"M", 6}, {"B", 9}, {"K", 3}, {"b", 9}}

// signed reads what stands behind the number of a currency sign.
func (s *scan) signed(n *number, u *amountUnit, gap int, q *quantity) bool {
	q.take(n, u, n.end)
	q.start -= gap + len(u.word)
	if q.start < s.last || n.padded && !n.fraction {
		return false
	}
	rest := s.text[q.end:]
	for _, m := range multiples {
		if strings.HasPrefix(rest, m.word) && !runes.IsLetterAt(rest, len(m.word)) {
			q.value = q.value.shift(m.power)
			q.end += len(m.word)
			break
		}
	}
	if w := runes.SpaceAt(s.text, q.end); n.scale > 0 || w == 0 { // $100만달러
		if again := s.words.unitAt(s.text, q.end+w); again != nil && again.symbol == u.symbol && again.kind == Money {
			q.end += w + len(again.word)
		}
	}
	return q.value.valid
}

// addCoins adds the smaller unit that follows: 1달러 20센트.
func (s *scan) addCoins(q *quantity) {
	p := q.end + runes.SpaceAt(s.text, q.end)
	if !runes.IsDigitAt(s.text, p) {
		return
	}
	n, ok := digitsAt(s.text, p)
	if !ok {
		return
	}
	p = n.end + runes.SpaceAt(s.text, n.end)
	u := s.words.unitAt(s.text, p)
	if u == nil || !u.is(coin) || u.symbol != q.unit.symbol || !s.tailFits(p+len(u.word)) {
		return
	}
	if sum := q.value.plus(n.value.times(u.part)); sum.valid {
		q.value, q.end = sum, p+len(u.word)
	}
}

// won is the unit of sums that do not say theirs.
var won = amountUnit{symbol: "KRW", kind: Money, traits: inferred}

// bareMoney takes 억 and 조 without a currency as won where nothing says that people or things are counted.
func (s *scan) bareMoney(n *number, q *quantity) bool {
	written := s.text[n.start:n.end]
	switch {
	case n.form == native, n.form == sino && !n.vague && !strings.ContainsAny(written, "십백천"):
		return false
	case n.scale < 8 && !(n.scale == 4 && strings.Contains(written, "억")): // 3억5천만
		return false
	}
	w := runes.SpaceAt(s.text, n.end)
	if u := s.words.unitAt(s.text, n.end+w); u != nil && !(u.word == "대" && w == 0) && !(u.is(nothing) && w > 0 && !u.lasts()) {
		return false
	}
	q.take(n, &won, n.end)
	return !strings.HasSuffix(s.text[:n.start], "제") && s.isSum(n) && s.tailFits(n.end)
}

// lasts tells the units of time among the words that are no units of amounts, from 편성 and its like.
func (u *amountUnit) lasts() bool {
	switch u.word {
	case "시간", "개월", "개년", "주일", "주간", "세기", "분기":
		return true
	}
	return utf8.RuneCountInString(u.word) == 1
}

// isSum reports whether nothing around a bare 억 or 조 counts people or things.
func (s *scan) isSum(n *number) bool {
	before := s.clause(n.start, 60)
	after := s.text[n.end:min(len(s.text), n.end+24)]
	for _, w := range s.words.things {
		if strings.Contains(before, w) || strings.HasPrefix(strings.TrimLeft(after, " "), w) {
			return false
		}
	}
	last, _ := utf8.DecodeLastRuneInString(s.text[n.start:n.end])
	return last != '조' || !s.isArticle(n) && s.isTrillion(n)
}

// isArticle reports an article of a law: 제3조, 민법 367조, 26조의4, 176조 3항.
func (s *scan) isArticle(n *number) bool {
	if s.words.laws.ends(s.text, skipBack(s.text, n.start), false) != nil {
		return true
	}
	rest := s.text[n.end:]
	for _, mark := range [...]string{"의", " 제", " "} {
		if strings.HasPrefix(rest, mark) && runes.IsDigitAt(rest, len(mark)) {
			return true
		}
	}
	return runes.IsDigitAt(rest, 0)
}

// isTrillion tells 3조 from an article of a law or a team: it has a fraction or a second scale word, or money is spoken of.
func (s *scan) isTrillion(n *number) bool {
	if n.fraction || n.form != sino && strings.ContainsAny(s.text[n.start:n.end], "십백천") { // not 백조, the bird
		return true
	}
	after := s.text[n.end:min(len(s.text), n.end+24)]
	for _, particle := range [...]string{"가 ", "를 ", "에 ", "의 "} {
		after = strings.TrimPrefix(after, particle)
	}
	before := s.clause(n.start, 60)
	for _, cue := range s.words.sums {
		if strings.HasPrefix(strings.TrimLeft(after, " "), cue) || len(cue) > 3 && strings.Contains(before, cue) {
			return true
		}
	}
	return false
}

// clause gives up to n bytes before p, of the same sentence.
func (s *scan) clause(p, n int) string {
	from := max(0, p-n)
	for k := p - 1; k >= from; k-- {
		if c := s.text[k]; c == '\n' || c == '.' && !(runes.DigitBefore(s.text, k) && runes.IsDigitAt(s.text, k+1)) {
			return s.text[k+1 : p]
		}
	}
	return s.text[from:p]
}
