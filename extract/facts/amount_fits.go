package facts

import (
	"strings"
	"unicode/utf8"
)

// fits decides whether a number and the word behind it are an amount at all; it may change the unit's kind.
func (s *scan) fits(q *quantity, spaced bool) bool {
	if q.padded {
		return false
	}
	if spaced && (q.unit.word == "등" || q.unit.word == "인" && q.form == arabic) || !s.formFits(q, spaced) || !s.leftFits(q) {
		return false
	}
	if q.kind == Percent && q.end < len(s.text) && s.text[q.end-1] == '%' {
		if _, w := digitAt(s.text, q.end); w > 0 { // an escape in an address
			return false
		}
	}
	if s.isOther(q) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s.text[:q.end])
	if _, w := digitAt(s.text, q.end); w > 0 && q.unit.is(careful) { // 2015도6809
		return false
	}
	if isHangul(last) && !s.tailFits(q.end) && !s.looseTail(q) {
		return false
	}
	return s.senseFits(q)
}

func (q *quantity) isOne() bool { return q.value == decimal(1, 0) && !q.max.valid }

// isOther reports whether the word behind makes the amount another word: 만원 버스.
func (s *scan) isOther(q *quantity) bool {
	f := s.words.unless.begins(s.text, q.end+spaceAt(s.text, q.end))
	return f != nil && f.head == s.text[q.start:q.end]
}

// formFits tells numbers in words from words: 이번, 사원, 백인, 한편.
func (s *scan) formFits(q *quantity, spaced bool) bool {
	last, _ := utf8.DecodeLastRuneInString(s.text[q.number.start:q.number.end])
	if (last == '조' || last == '경') && q.kind != Money && !spaced { // 4조각, 3경기, 백조자리
		return false
	}
	switch q.form {
	case sino:
		return s.sinoFits(q, spaced)
	case native:
		return s.nativeFits(q, spaced)
	}
	return true
}

// sinoFits tells Sino-Korean numbers in words: a lone digit only with units of foreign words (오 퍼센트; 이리터, but
// not 이유로), a lone scale word only with money, foreign units, or a counter after a space (백 명).
func (s *scan) sinoFits(q *quantity, spaced bool) bool {
	if q.fraction {
		return q.kind != Count && q.kind != Ordinal && q.kind != Age
	}
	syllables := (q.number.end - q.number.start) / 3
	if first, w := utf8.DecodeRuneInString(s.text[q.start:]); syllables == 2 && scaleOf(first) > 0 && !q.vague {
		digit, _ := utf8.DecodeRuneInString(s.text[q.start+w:])
		if _, ok := sinoDigit(digit); ok && (spaced || digit == '일') { // 만일, 나만이 불을
			return false
		}
	}
	switch {
	case syllables == 1:
		first, _ := utf8.DecodeRuneInString(s.text[q.start:])
		return q.unit.sinoCounts(first, spaced)
	case q.unit.is(careful):
		return (spaced || q.kind == Age) && q.kind != Measure // 육십오세
	case q.scale == 0 || !spaced && q.kind == Count && !q.unit.is(fused) && utf8.RuneCountInString(q.unit.word) == 1:
		return false
	}
	return true
}

// sinoCounts tells whether a Sino-Korean numeral of one syllable counts the unit.
func (u *amountUnit) sinoCounts(numeral rune, spaced bool) bool {
	foreign := u.kind == Measure || u.kind == Percent || u.kind == PercentPoint || u.kind == Money && u.word != "원"
	length := utf8.RuneCountInString(u.word)
	scale := scaleOf(numeral)
	switch {
	case u.is(careful):
		return false
	case scale == 0 && length == 2 && !spaced && u.kind == Money && foreign: // 일유로, not 이유로 and 사유로
		return u.is(fused) || numeral != '이' && numeral != '사' && numeral != '구'
	case scale == 0:
		return foreign && (spaced && length > 1 || length > 2 || u.is(fused))
	case foreign:
		return spaced || length > 2 || u.kind == Money || u.is(fused)
	}
	return u.kind == Money || spaced && scale < 8
}

// nativeFits tells native numerals: 두 곳, 세 번째, 두배; not 세종, 열매, 한편, 할 수 있는 두 손.
func (s *scan) nativeFits(q *quantity, spaced bool) bool {
	if first, _ := utf8.DecodeRuneInString(s.text[q.start:]); (first == '석' || first == '넉') && !spaced { // 석명
		return false
	}
	return q.unit.nativeCounts(q.isOne(), spaced)
}

// nativeCounts tells whether a native numeral, one if it is 한, counts the unit.
func (u *amountUnit) nativeCounts(one, spaced bool) bool {
	switch u.kind {
	case Money, Percent, PercentPoint:
		return false
	case Ordinal:
		return u.word == "번째" || u.word == "째" && !one
	case Measure, Ratio:
		return spaced || u.is(fused)
	case Count:
		if one {
			return u.is(single) && (spaced || u.is(singleFused))
		}
		if u.part.valid || u.is(bodily) {
			return false
		}
	}
	return spaced || u.is(fused) || !u.is(careful) && utf8.RuneCountInString(u.word) > 1
}

// leftFits refuses what stands before the number as part of one name with it: 형사합의21부, 상계5동.
func (s *scan) leftFits(q *quantity) bool {
	if !wordBefore(s.text, q.start) {
		return true
	}
	if q.form == native || q.form == sino {
		return false
	}
	if s.words.before.ends(s.text, q.start, true) != nil {
		return true
	}
	if s.words.per.ends(s.text, q.start, true) != nil {
		return true
	}
	if s.words.prefix.ends(s.text, q.start, true) != nil {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:q.start])
	return r == '제' || q.unit.word == "사" || !q.unit.is(careful) || q.unit.kind == Ordinal && q.unit.word != "호" && q.unit.word != "급"
}

// tailFits reports whether what follows in the same word is made of particles, endings and suffixes.
func (s *scan) tailFits(end int) bool {
	for range 4 {
		if !startsHangul(s.text[end:]) {
			return true
		}
		f := s.tail(end)
		if f == nil {
			return false
		}
		end += len(f.word)
		if r, _ := utf8.DecodeRuneInString(f.word); len(f.word) > 3 && (r == '이' || r == '입') || r == '였' { // the copula, in any ending
			return true
		}
	}
	return false
}

// tail gives the longest particle or ending at end that agrees with the syllable before it, nil if there is none.
func (s *scan) tail(end int) *effect {
	before, _ := utf8.DecodeLastRuneInString(s.text[:end])
	final := rune(-1) // 0 a vowel, 8 ㄹ
	if isHangul(before) {
		final = (before - firstSyllable) % 28
	}
	list := s.words.tail.at(startOf(s.text, end))
	for k := range list {
		if hasPrefix(s.text[end:], list[k].word) && agrees(list[k].head, final) {
			return &list[k]
		}
	}
	return nil
}

// agrees reports whether a particle may stand behind a syllable with that final consonant; -1 is none of Hangul.
func agrees(class string, final rune) bool {
	switch {
	case final < 0:
		return true
	case class == "c":
		return final != 0
	case class == "v":
		return final == 0
	case class == "l":
		return final == 0 || final == 8
	case class == "n":
		return final != 0 && final != 8
	}
	return true
}

// looseTail lets a word go on behind a unit that cannot be part of it: 3억원대출, 100명선발.
func (s *scan) looseTail(q *quantity) bool {
	switch q.kind {
	case Money:
		return q.scale >= 4 || q.grouped
	case Percent, PercentPoint:
		return true
	case Count:
		return !q.unit.is(careful) && len(q.unit.word) > 3 || q.unit.word == "개" && q.form != native
	case Measure:
		return !q.unit.is(careful) && (len(q.unit.word) > 6 || s.tailed(q.end, "형", "급"))
	}
	return false
}

// senseFits decides by the words around what the ambiguous units mean.
func (s *scan) senseFits(q *quantity) bool {
	if s.isOrdinal(q) {
		q.kind = Ordinal
		return true
	}
	switch q.kind {
	case Count:
		if least := q.unit.part; least.valid && q.value.Cmp(least) < 0 && q.form != native {
			return false
		}
	case Ordinal:
		if s.beforeIs(q.start, "총") {
			q.kind = Count
		}
		return !q.fraction
	}
	if s.inRow(q) {
		q.set(Ordinal, q.unit.word)
		return true
	}
	if s.isUnlike(q) {
		return false
	}
	switch q.unit.word {
	case "대":
		return s.daeFits(q)
	case "세대":
		if q.form == arabic && q.value.Cmp(decimal(10, 0)) < 0 && s.nounAfter(q.end) && s.text[q.end] == ' ' { // 4세대 이동통신
			q.kind = Ordinal
		}
		return q.plain != 4 || !isDecades(q.value)
	case "세", "살":
		return q.value.Cmp(decimal(150, 0)) < 0
	case "분":
		return q.form == native // persons; minutes are counted by Sino-Korean numbers
	case "회":
		return q.plain > 2 || !s.followedBy(q.end, "초") && !s.followedBy(q.end, "말")
	case "단계":
		if q.form != native && !s.beforeIs(q.start, "총") {
			q.kind = Ordinal
		}
	case "권":
		if s.numbered(q.end, "호") { // 63권 4호
			q.kind = Ordinal
		}
	case "동", "호":
		if s.isDoor(q) {
			return false
		}
	case "도":
		return s.degrees(q)
	case "파운드":
		if s.weighed(q) {
			q.set(Measure, "lb")
		}
	}
	if q.unit.cues != nil {
		return s.cued(q)
	}
	return true
}

// inRow reports whether a word beside the number makes it a place in a row: 변시 12회, 3번 출구.
func (s *scan) inRow(q *quantity) bool {
	if q.form == native || q.unit.series == nil && q.unit.borne == nil {
		return false
	}
	before, after := s.text[:skipBack(s.text, q.start)], s.text[q.end+spaceAt(s.text, q.end):]
	for _, w := range q.unit.series {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	for _, w := range q.unit.borne {
		if q.form == arabic && hasPrefix(after, w) {
			return true
		}
	}
	return false
}

// isUnlike reports whether a word near the number makes its unit something else.
func (s *scan) isUnlike(q *quantity) bool {
	if q.unit.unlike == nil || q.kind == Count && q.plain > 2 {
		return false
	}
	around := s.text[max(0, q.start-60):min(len(s.text), q.end+60)]
	for _, w := range q.unit.unlike {
		if strings.Contains(around, w) {
			return true
		}
	}
	return false
}

// isDoor reports the numbers of a building and a door: 101동 1203호.
func (s *scan) isDoor(q *quantity) bool {
	if q.form != arabic || q.grouped {
		return false
	}
	if q.unit.word == "호" {
		before := strings.TrimSuffix(s.text[:q.start], " ")
		return strings.HasSuffix(before, "동") && digitBefore(before, len(before)-len("동"))
	}
	return s.numbered(q.end, "호")
}

// numbered reports whether digits with the unit follow.
func (s *scan) numbered(p int, unit string) bool {
	p += spaceAt(s.text, p)
	return digitFollows(s.text, p) && hasPrefix(s.text[digitsEnd(s.text, p):], unit)
}

// isOrdinal reports 제 before a counter.
func (s *scan) isOrdinal(q *quantity) bool {
	p := q.start
	if p > 0 && s.text[p-1] == ' ' {
		p--
	}
	return q.unit.is(numberable) && strings.HasSuffix(s.text[:p], "제") && !wordBefore(s.text, p-len("제"))
}

// daeFits sorts the senses of 대: machines, decades of age, places in a row.
func (s *scan) daeFits(q *quantity) bool {
	machine := s.endsWord(&s.words.machine, q.start) || s.beforeIs(q.start, "총") || s.beforeIs(q.start, "약")
	if q.form == native {
		return true
	}
	if r, _ := utf8.DecodeLastRuneInString(s.text[:q.number.end]); (r == '억' || r == '조') && q.number.end+len("대") == q.end { // 수백억대
		return false
	}
	if r, w := utf8.DecodeRuneInString(s.text[q.end:]); digitFollows(s.text, q.end) || r == ' ' && digitFollows(s.text, q.end+w) { // a score
		if !s.isGroup(q) {
			return false
		}
	}
	if s.tailed(q.end, "째", "(代", "代") {
		q.kind = Ordinal
		return true
	}
	if n, ok := q.value.Int64(); ok && !machine && n >= 10 && n <= 90 && n%10 == 0 && q.form == arabic && !q.approx {
		q.set(Age, "세")
		if s.ranked(q.end) {
			q.set(Ordinal, "대")
		} else {
			q.max = decimal(n+9, 0)
		}
		return true
	}
	if q.scale >= 3 || q.value.Cmp(decimal(100, 0)) > 0 || q.approx || machine {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.text[q.end:])
	if s.ranked(q.end) || r == ' ' && s.nounAfter(q.end) {
		q.kind = Ordinal
	}
	return true
}

// isGroup tells how many are of an age from a score: 30대 128명.
func (s *scan) isGroup(q *quantity) bool {
	if n, ok := q.value.Int64(); !ok || n%10 != 0 || n < 10 || n > 90 || q.form != arabic {
		return false
	}
	p := q.end + spaceAt(s.text, q.end)
	n, ok := numberAt(s.text, p, p)
	return ok && p > q.end && s.counted(n.end)
}

// counted reports whether the counter of people follows.
func (s *scan) counted(p int) bool {
	return s.followedBy(p, "명") || s.followedBy(p, "여 명") || s.followedBy(p, "여명")
}

// ranked reports whether a word of the rank list follows.
func (s *scan) ranked(p int) bool {
	return s.words.rank.begins(s.text, p+spaceAt(s.text, p)) != nil
}

// nounAfter reports whether a Hangul word follows behind a space that is no suffix of amounts.
func (s *scan) nounAfter(p int) bool {
	p += spaceAt(s.text, p)
	r, _ := utf8.DecodeRuneInString(s.text[p:])
	if !isHangul(r) {
		return false
	}
	for _, word := range [...]string{"등", "중"} { // of their own, not 중점
		if hasPrefix(s.text[p:], word) && (!startsHangul(s.text[p+len(word):]) || s.tailFits(p+len(word))) {
			return false
		}
	}
	return s.words.after.begins(s.text, p) == nil
}

// degrees tells temperatures from angles.
func (s *scan) degrees(q *quantity) bool {
	if q.form == native || s.followedBy(q.end, "시") {
		return false
	}
	if s.near(q.unit.cues, q.start, 40) || s.warm(q) {
		q.sign = "℃"
	}
	return true
}

// hottest is the first number of degrees that is an angle unless a word of warmth stands beside it.
var hottest = decimal(60, 0)

// warm reports whether the sentence speaks of warmth, or a temperature stands shortly before in the paragraph.
func (s *scan) warm(q *quantity) bool {
	if q.value.Cmp(hottest) >= 0 {
		return false
	}
	before := s.clause(q.start, 160)
	after, _, _ := strings.Cut(s.text[q.end:min(len(s.text), q.end+60)], "\n")
	for _, w := range s.words.warmth {
		if strings.Contains(before, w) || strings.Contains(after, w) {
			return true
		}
	}
	k := len(s.facts.Amounts) - 1
	if k < 0 || s.facts.Amounts[k].Unit != "℃" {
		return false
	}
	between := s.text[s.facts.Amounts[k].End:q.start]
	return len(between) < 240 && strings.IndexByte(between, '\n') < 0
}

func (s *scan) weighed(q *quantity) bool {
	before := s.clause(q.start, 60)
	after := s.text[q.end:min(len(s.text), q.end+24)]
	for _, w := range s.words.weight {
		if strings.Contains(before, w) || len(w) > 3 && strings.Contains(after, w) {
			return true
		}
	}
	return false
}

// cued reports whether a noun before the number says that the careful counter counts. If none does, a place in a
// row is meant by those that 제 makes ordinals, and nothing by others.
func (s *scan) cued(q *quantity) bool {
	if q.form == native && q.kind == Count || s.near(q.unit.cues, q.start, 40) {
		return true
	}
	if q.kind == Count && (q.scale >= 3 || q.approx || s.beforeIs(q.start, "총") || s.beforeIs(q.start, "모두")) {
		return true
	}
	if q.unit.is(numberable) && !q.fraction {
		q.kind = Ordinal
		return true
	}
	return false
}

// near reports whether a cue for the counter ends a word in the bytes before p.
func (s *scan) near(cues []string, p, bytes int) bool {
	before := s.clause(p, bytes)
	for _, cue := range cues {
		for rest := before; ; {
			k := strings.Index(rest, cue)
			if k < 0 {
				break
			}
			rest = rest[k+len(cue):]
			if r, w := utf8.DecodeRuneInString(rest); !isHangul(r) || strings.ContainsRune("은는이가을를에의로도와과", r) && !startsHangul(rest[w:]) {
				return true
			}
		}
	}
	return false
}

func startsHangul(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isHangul(r)
}

// endsWord reports whether the word before p ends in one of the list, whatever particle it bears.
func (s *scan) endsWord(set *wordTable, p int) bool {
	for range 2 {
		p = len(strings.TrimRight(s.text[:p], " "))
		if set.ends(s.text, p, false) != nil {
			return true
		}
		_, w := utf8.DecodeLastRuneInString(s.text[:p])
		p -= w
	}
	return false
}

// beforeIs reports whether the word stands right before p, joined or after a space.
func (s *scan) beforeIs(p int, word string) bool {
	if p > 0 && s.text[p-1] == ' ' {
		p--
	}
	return strings.HasSuffix(s.text[:p], word) && !wordBefore(s.text, p-len(word))
}

// followedBy reports whether the word follows, joined or after a space.
func (s *scan) followedBy(p int, word string) bool {
	return hasPrefix(s.text[p+spaceAt(s.text, p):], word)
}

// tailed reports whether one of the words follows in the same word.
func (s *scan) tailed(p int, words ...string) bool {
	for _, w := range words {
		if hasPrefix(s.text[p:], w) {
			return true
		}
	}
	return false
}

// isDecades reports two decades of age in one number: 2030세대.
func isDecades(d Decimal) bool {
	n, ok := d.Int64()
	return ok && n%10 == 0 && n/100%10 == 0 && n%100 == n/100+10
}
