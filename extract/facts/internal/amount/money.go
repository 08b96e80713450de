package amount

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// signOf gives the currency sign or code in front of a number, and how wide the gap between them is.
func (s *Reader) signOf(n *number.Number) (u *units.Unit, gap int) {
	if u := s.Words.SignBefore(s.Text, n.Start); u != nil {
		return u, 0
	}
	if n.Start > 3 && s.Text[n.Start-1] == ' ' && runes.IsLetterAt(s.Text, n.Start-2) { // USD 500
		if u := s.Words.SignBefore(s.Text, n.Start-1); u != nil && len(u.Word) == 3 && runes.IsLetterAt(u.Word, 0) {
			return u, 1
		}
	}
	if n.Start > 1 && s.Text[n.Start-1] == ' ' && !runes.IsLetterAt(s.Text, n.Start-2) { // $ 100, not 5$ 100
		if u := s.Words.SignBefore(s.Text, n.Start-1); u != nil && !runes.WordBefore(s.Text, n.Start-1) &&
			!runes.DigitBefore(s.Text, n.Start-1-len(u.Word)) {
			return u, 1
		}
	}
	return nil, 0
}

// signed reads what stands behind the number of a currency sign.
func (s *Reader) signed(n *number.Number, u *units.Unit, gap int, q *quantity) bool {
	q.take(n, u, n.End)
	q.Start -= gap + len(u.Word)
	if q.Start < s.Last || n.Padded && !n.Fraction {
		return false
	}
	rest := s.Text[q.end:]
	for _, m := range s.Words.Multiples {
		if strings.HasPrefix(rest, m.Word) && !runes.IsLetterAt(rest, len(m.Word)) {
			q.Value = q.Value.Shift(m.Power)
			q.end += len(m.Word)
			break
		}
	}
	if w := runes.SpaceAt(s.Text, q.end); n.Scale > 0 || w == 0 { // $100만달러
		if again := s.Words.UnitAt(s.Text, q.end+w); again != nil && again.Symbol == u.Symbol && again.Kind == units.Money {
			q.end += w + len(again.Word)
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
	u := s.Words.UnitAt(s.Text, p)
	if u == nil || !u.Is(units.Coin) || u.Symbol != q.unit.Symbol || !s.tailFits(p+len(u.Word)) {
		return
	}
	if sum := q.Value.Plus(n.Value.Times(u.Part)); sum.Valid() {
		q.Value, q.end, q.coined = sum, p+len(u.Word), true
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
	if u := s.Words.UnitAt(s.Text, n.End+w); u != nil && !(u.Word == "대" && w == 0) &&
		!(u.Is(units.Nothing) && w > 0 && !u.Lasts()) {
		return false
	}
	q.take(n, &won, n.End)
	return !strings.HasSuffix(s.Text[:n.Start], "제") && s.isSum(n) && s.tailFits(n.End)
}

// isSum reports whether nothing around a bare 억 or 조 counts people or things.
func (s *Reader) isSum(n *number.Number) bool {
	before := s.clause(n.Start, 60)
	after := s.Text[n.End:min(len(s.Text), n.End+24)]
	for _, w := range s.Words.Things {
		if strings.Contains(before, w) || strings.HasPrefix(strings.TrimLeft(after, " "), w) {
			return false
		}
	}
	last, _ := utf8.DecodeLastRuneInString(s.Text[n.Start:n.End])
	return last != '조' || !s.isArticle(n) && s.isTrillion(n)
}

// isArticle reports an article of a law: 제3조, 민법 367조, 26조의4, 176조 3항.
func (s *Reader) isArticle(n *number.Number) bool {
	if s.Words.Laws.Ends(s.Text, skipBack(s.Text, n.Start), false) != nil {
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
	for _, cue := range s.Words.Sums {
		if strings.HasPrefix(strings.TrimLeft(after, " "), cue) || len(cue) > 3 && strings.Contains(before, cue) {
			return true
		}
	}
	return false
}
