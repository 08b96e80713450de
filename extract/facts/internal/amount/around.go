package amount

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// around reads the words beside an amount: 약, 최대, 이상, 1인당, 증가 and their like.
func (s *Reader) around(a *Amount) {
	s.before(a)
	if a.Per == "초" && a.Kind == units.Measure && (a.Unit == "m" || a.Unit == "km") { // 초당 15m
		a.Unit, a.Per = a.Unit+"/s", ""
	}
	front := a.Bound
	a.Bound = ""
	p := s.after(a, s.over(a))
	if a.Bound == "" { // 최대 1조원 이상: what stands behind counts
		a.Bound = front
	}
	s.bracket(a, p)
	s.changed(a, p)
}

// before reads the words in front, from the nearest to the fourth.
func (s *Reader) before(a *Amount) {
	p := s.sign(a)
	for range 4 {
		p = skipBack(s.Text, p)
		if p == 0 || p < s.Last {
			return
		}
		if f := s.Words.Before.Ends(s.Text, p, true); f != nil {
			if f.Bound == "" || a.Unit != "℃" && a.Rule != versusRule { // 최고 30도 and 최고 45대 1 are no bounds
				apply(a, f)
			}
			p -= len(f.Word)
			if f.Head == "minus" {
				a.Value = a.Value.Neg()
				a.Start = p
				p = s.prefix(a) // 화씨 영하 7도
			}
			continue
		}
		if f := s.Words.Per.Ends(s.Text, p, true); f != nil {
			a.Per = f.Head
			p -= len(f.Word)
			continue
		}
		start, ok := s.perBefore(p)
		if one := s.oneBefore(p, a.Kind); one < p && p == skipBack(s.Text, a.Start) {
			a.Per = s.Text[one:p]
			return
		}
		if !ok {
			s.perFurther(a, p)
			return
		}
		a.Per, _, _ = strings.Cut(s.Text[start:p-len("당")], "(")
		p = start
	}
}

// oneBefore gives where 1인 begins that ends at p and the amount is the share of, p if it is none: 1인 5권.
func (s *Reader) oneBefore(p int, kind units.Kind) int {
	for _, width := range [...]int{len("1인"), len("1가구")} {
		start := p - width
		if start < 0 || s.Text[start] != '1' || !isSharedBy(s.Text[start+1:p], kind) {
			continue
		}
		if start == 0 || !runes.IsDigitAt(s.Text, start-1) && s.Text[start-1] != '.' && s.Text[start-1] != ',' {
			return start
		}
	}
	return p
}

// perFurther reads 매달, 연간 one bare noun further: 매달 쌀 70kg, 한 해 매출 5억원.
func (s *Reader) perFurther(a *Amount, p int) {
	start := p
	for start > 0 && p-start <= 12 && s.Text[start-1] >= utf8.RuneSelf {
		start--
	}
	if q := skipBack(s.Text, start); start < p && q < start && q >= s.Last {
		if f := s.Words.Per.Ends(s.Text, q, true); f != nil && len(f.Word) > 3 {
			a.Per = f.Head
		}
	}
}

func skipBack(text string, p int) int {
	for range 2 {
		if p > 0 && (text[p-1] == ' ' || text[p-1] == '\t') {
			p--
		}
	}
	return p
}

// apply puts the effect of a word into the amount; the nearest word wins.
func apply(a *Amount, f *units.Effect) {
	switch {
	case f.Head == "approx":
		a.Approx = true
	case f.Head == "each":
		a.Each = true
	case f.Bound != "" && a.Bound == "":
		a.Bound = f.Bound
	}
}

// sign reads -, △, ▲ and the words of a unit in front of the number, and gives where they begin.
func (s *Reader) sign(a *Amount) int {
	p := a.Start
	r, w := utf8.DecodeLastRuneInString(s.Text[:p])
	switch r {
	case '-', '−', '–', '△', '▽', '▼':
		if p-w > 0 && runes.WordBefore(s.Text, p-w) || (r == '△') && !s.isMinus(a, p-w) || a.Kind == units.Count ||
			a.Kind == units.Ordinal || a.Kind == units.Age || p-w < s.Last {
			return p
		}
		a.Value = a.Value.Neg()
		a.Start = p - w
		return p - w
	case '+', '▲':
		return p - w
	}
	return s.prefix(a)
}

// prefix reads the part of a unit that stands in front: 섭씨 20도, 시속 100km. The head is a unit that takes the
// place of the other, or the time that it is divided by.
func (s *Reader) prefix(a *Amount) int {
	p := skipBack(s.Text, a.Start)
	if a.Kind != units.Measure {
		return a.Start
	}
	f := s.Words.Prefix.Ends(s.Text, p, true)
	if lead := s.Words.Leading.Ends(s.Text, p, true); f == nil && lead != nil && lead.Head == a.Unit {
		f = lead
	}
	if f == nil || p-len(f.Word) < s.Last {
		return a.Start
	}
	p -= len(f.Word)
	if !strings.HasPrefix(f.Head, "/") {
		a.Unit = f.Head
	} else if !strings.Contains(a.Unit, "/") {
		a.Unit += f.Head
	}
	a.Start = p
	return p
}

// isMinus tells the minus of statistics from a bullet: the line has no △ before a word.
func (s *Reader) isMinus(a *Amount, p int) bool {
	if a.Kind != units.Percent && a.Kind != units.PercentPoint && a.Kind != units.Money {
		return false
	}
	from, to := max(0, p-300), min(len(s.Text), p+300)
	for i := from; i < to; i++ {
		if strings.HasPrefix(s.Text[i:], "△") && !runes.IsDigitAt(s.Text, i+len("△")) {
			return false
		}
	}
	return true
}

// perBefore reads 1인당, 가구당, 3.3㎡당 that ends at p.
func (s *Reader) perBefore(p int) (start int, ok bool) {
	if !strings.HasSuffix(s.Text[:p], "당") {
		return p, false
	}
	end := p - len("당")
	if end > 0 && s.Text[end-1] == ')' { // 3.3㎡(1평)당
		if k := strings.LastIndexByte(s.Text[max(0, end-24):end], '('); k >= 0 {
			end = max(0, end-24) + k
		}
	}
	start = end
	for start > 0 && end-start < 24 && s.Text[start-1] > ' ' && s.Text[start-1] != '(' && s.Text[start-1] != '"' {
		start--
	}
	word := strings.TrimLeft(s.Text[start:end], "0123456789.,십백천만억")
	return start, word != "" && s.isPerUnit(word)
}

// isPerUnit reports whether the word can stand before 당: a unit, or one of the list.
func (s *Reader) isPerUnit(word string) bool {
	if u := s.Words.UnitAt(word, 0); u != nil && len(u.Word) == len(word) && u.Kind != units.Ordinal {
		return true
	}
	for _, w := range s.Words.Rated {
		if w == word {
			return true
		}
	}
	return false
}

// after reads the words behind, from end on, and gives where they end.
func (s *Reader) after(a *Amount, end int) int {
	for range 4 {
		p := end + runes.SpaceAt(s.Text, end)
		f := s.Words.After.Begins(s.Text, p)
		if f == nil {
			if p, f = s.afterParticle(end); f == nil {
				return end
			}
		}
		if !s.afterFits(a, f, p, end) {
			return end
		}
		apply(a, f)
		end = p + len(f.Word)
	}
	return end
}

// afterParticle reads what a particle parts from the amount: 5억원을 초과, 1원이라도 넘는.
func (s *Reader) afterParticle(end int) (p int, f *units.Effect) {
	p = particleEnd(s.Text, end)
	if p == end {
		return end, nil
	}
	if f := s.Words.After.Begins(s.Text, p); f != nil && verbal(f) {
		return p, f
	}
	return end, nil
}

// particleEnd gives where the blank behind a particle ends, i if there is none.
func particleEnd(text string, i int) int {
	for p := i + len("가"); p < len(text) && p <= i+len("이라도"); p += len("가") {
		if w := runes.SpaceAt(text, p); w > 0 {
			if isParticle(text[i:p]) {
				return p + w
			}
			break
		}
	}
	return i
}

// isParticle tells the particles that may stand between an amount and the verb of its bound.
func isParticle(word string) bool {
	switch word {
	case "이라도", "라도", "으로", "이", "가", "을", "를", "에", "도", "만", "은", "는", "의":
		return true
	}
	return false
}

// verbal reports whether a word behind an amount may stand behind its particle too.
func verbal(f *units.Effect) bool {
	switch f.Word {
	case "육박", "가까운", "가까이", "가까워":
		return true
	case "아래":
		return false
	}
	return f.Bound == lexicon.MoreThan || f.Bound == lexicon.LessThan || f.Head == "-" ||
		strings.HasPrefix(f.Word, "넘") || strings.HasPrefix(f.Word, "초과")
}

// afterFits refuses the words of one syllable where they are not suffixes: 대 only of rates, sums and crowds.
func (s *Reader) afterFits(a *Amount, f *units.Effect, p, end int) bool {
	switch f.Word {
	case "이상", "이하", "이내", "미만": // not 이상한, 이상민
		behind := p + len(f.Word)
		return p == end || s.tailFits(behind) || strings.HasPrefix(s.Text[behind:], "면")
	case "대", "선", "초반", "중반", "후반":
		if p > end && f.Word != "선" && len(f.Word) == 3 {
			return false
		}
		if len(f.Word) > 3 && a.Kind != units.Age && a.Kind != units.Percent && a.Kind != units.Money {
			return false
		}
		return len(f.Word) > 3 || s.tailFits(p+len(f.Word))
	case "권":
		return p == end
	case "아래": // 5m 아래로 떨어졌다
		return a.Kind != units.Measure || a.Unit == "℃"
	}
	return true
}

// bracket reads what stands around a sum that is said again in brackets: 350억 유로(약 50조 원)가량.
func (s *Reader) bracket(a *Amount, p int) {
	if a.Kind != units.Money || p >= len(s.Text) || s.Text[p] != ')' || len(s.Found) == 0 {
		return
	}
	prev := &s.Found[len(s.Found)-1]
	open := strings.TrimLeft(s.Text[prev.End:a.Start], " ")
	if prev.Kind != units.Money || prev.Unit == a.Unit || !strings.HasPrefix(open, "(") || len(open) > 20 {
		return
	}
	a.Converted = true
	s.after(a, p+1)
	s.after(prev, p+1)
}

// changed reads the direction of a change: 12.5% 증가, 20원 내린; and what it is compared with.
func (s *Reader) changed(a *Amount, end int) {
	rate := a.Kind == units.Money || a.Kind == units.Percent || a.Kind == units.PercentPoint || a.Kind == units.Ratio
	if !rate && a.Kind != units.Count && a.Kind != units.Measure {
		return
	}
	p := end
	if p < len(s.Text) && s.Text[p] == ')' {
		p++
	}
	// a level, not a change
	if rest := s.Text[p:]; strings.HasPrefix(rest, "로") || strings.HasPrefix(rest, "으로") || strings.HasPrefix(rest, "까지") {
		return
	}
	for word := 0; word < 3; word++ { // this word and the next two
		f := s.Words.Change.Begins(s.Text, p)
		if f == nil && rate && p > end && !s.tailed(end, "을", "를") { // not: 매출 5억원을 올렸다
			f = s.Words.Course.Begins(s.Text, p)
		}
		if f != nil && f.Head != "none" {
			a.Change = Change(f.Head)
			s.base(a)
			return
		}
		for p < len(s.Text) && !endsWords[s.Text[p]] {
			p++
		}
		w := runes.SpaceAt(s.Text, p)
		if w == 0 || word > 0 && (strings.HasSuffix(s.Text[:p], "을") || strings.HasSuffix(s.Text[:p], "를")) { // 벌금형을 내렸다
			return
		}
		p += w
	}
}

// endsWords holds the bytes at which the search for a change stops: blanks, marks and digits.
var endsWords = func() (ends [256]bool) {
	for c := range ' ' + 1 {
		ends[c] = true
	}
	for _, c := range ".,()\"'0123456789" {
		ends[c] = true
	}
	return ends
}()

// base reads 전년 대비, 지난해보다, 작년 같은 기간에 비해 in the words before the amount.
func (s *Reader) base(a *Amount) {
	from := max(0, a.Start-120)
	before := s.Text[from:a.Start]
	for _, stop := range [...]string{"\n", ", ", ". "} {
		before = before[strings.LastIndex(before, stop)+1:]
	}
	for _, mark := range s.Words.Against {
		k := strings.LastIndex(before, mark)
		if k <= 0 {
			continue
		}
		a.Base = s.baseWords(strings.TrimSpace(before[:k]))
		return
	}
}

// baseWords gives the last word, and those before it that belong to it: 지난해 같은 기간.
func (s *Reader) baseWords(text string) string {
	if strings.HasSuffix(text, ")") { // 전년(79.6%) 대비
		if k := strings.LastIndexByte(text, '('); k > 0 {
			text = text[:k]
		}
	}
	words := strings.Fields(text)
	n := len(words)
	if n == 0 {
		return ""
	}
	start := n - 1
	for start > 0 && n-start < 3 && (s.Words.Grounds[words[start]] || strings.HasSuffix(words[start], "%")) {
		start--
	}
	return strings.Join(words[start:], " ")
}
