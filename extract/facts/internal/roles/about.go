package roles

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/korean"
)

// abouts finds what each amount of the sentence is of. The questions are asked in the order in which readers settle them.
func (r *reader) abouts(out []Role) {
	for i := range r.toks {
		if r.toks[i].kind != amount {
			continue
		}
		out[r.toks[i].fact].About = r.about(i, out)
	}
	r.samePercent(out)
	for i := len(r.toks) - 1; i >= 0; i-- {
		if t := &r.toks[i]; t.kind == amount && out[t.fact].About.None() && strings.HasPrefix(r.text[t.stem:], "씩") {
			out[t.fact].About = r.shared(i, out)
		}
	}
}

// samePercent gives a percentage that is of nothing what the one before it in the sentence is of.
func (r *reader) samePercent(out []Role) {
	var last Phrase
	for i := range r.toks {
		t := &r.toks[i]
		if t.kind != amount || r.amounts[t.fact].Kind != "percent" {
			continue
		}
		if p, as := &out[t.fact].About, r.behindBracket(i); p.None() && as == topic {
			*p = last
		} else {
			last = *p
		}
	}
}

// behindBracket is the part that the particle of an amount gives it.
func (r *reader) behindBracket(i int) part {
	p, _ := r.partBehind(i)
	return p
}

// shared reads 10만원씩 모두 2억원의 소비쿠폰: what the next amount is of.
func (r *reader) shared(i int, out []Role) Phrase {
	for j := i + 1; j < len(r.toks) && j <= i+4; j++ {
		switch t := &r.toks[j]; {
		case t.kind == amount:
			return out[t.fact].About
		case t.kind != word || !r.has("pass", r.say(j)) && r.say(j) != "씩":
			return Phrase{}
		}
	}
	return Phrase{}
}

func (r *reader) about(i int, out []Role) Phrase {
	if p := r.namedBehind(i); !p.None() {
		return p
	}
	if j := r.headBefore(i); j >= 0 && !r.is(j-1, comma) && (r.amounts[r.toks[i].fact].Kind != "measure" || r.counted(i).None()) {
		return r.nounsTo(j) // 서책 1권
	}
	for _, ask := range [...]func(int) Phrase{r.owned, r.repeated, r.counted, r.inRow} {
		if p := ask(i); !p.None() {
			return p
		}
	}
	if p, done := r.beside(i, out); done {
		return p
	}
	if p, done := r.bracketed(i, out); done {
		return p
	}
	for _, ask := range [...]func(int) Phrase{r.spent, r.paidAs, r.topicOf} {
		if p := ask(i); !p.None() {
			return p
		}
	}
	return Phrase{}
}

// owned reads 1억여 원의 사업비, 300만 원 상당의 수산물, 23명이 넘는 학생: the noun behind.
func (r *reader) owned(i int) Phrase {
	t := &r.toks[i]
	if t.part == of && t.stem-3 >= t.start && strings.HasSuffix(r.text[:t.stem], "사람") {
		return Phrase{} // 두 사람의 손
	}
	if t.part == of || t.part == is && r.describes(i) {
		return r.nounsFrom(i + 1)
	}
	says := r.isNamed(i-1) && r.toks[i-1].part == subject // 기온이 33도 이상인 날
	j := i + 1
	for j < len(r.toks) && j <= i+2 && r.toks[j].kind == word && r.has("tails", r.say(j)) {
		if says && r.toks[j].part != of {
			return Phrase{}
		}
		if r.toks[j].part == is && r.describes(j) {
			return r.nounsFrom(j + 1) // 300건대였던 송치 인원
		}
		if r.toks[j].part == of || strings.HasSuffix(r.say(j), "는") || strings.HasSuffix(r.say(j), "ㄴ") || r.verb(j).form == adnominal {
			if isLink(r.say(j)) || r.toks[j].part == of {
				return r.nounsFrom(j + 1)
			}
		}
		j++
	}
	return Phrase{}
}

// describes reports whether a word with 이다 describes the noun behind: 던, 인.
func (r *reader) describes(i int) bool {
	w := r.text[:r.toks[i].end]
	return strings.HasSuffix(w, "던") || strings.HasSuffix(w, "인")
}

// headBefore returns the noun without a particle that stands right before an amount, or -1.
func (r *reader) headBefore(i int) int {
	j := i - 1
	for j >= 0 && (r.isNameMark(j) || r.is(j, word) && (r.say(j) == "총" || r.say(j) == "약" || r.say(j) == "각" || r.say(j) == "각각")) {
		j--
	}
	if r.isNamed(j) && r.amounts[r.toks[i].fact].Rate && strings.HasSuffix(r.say(j), "당") {
		return -1
	}
	if !r.isNamed(j) || r.words.event["terms"][r.say(j)] || r.toks[j].part != bare || r.toks[j].depth != r.toks[i].depth || r.isMembers(j) || r.isTail(j) {
		return -1
	}
	return j
}

// isNameMark reports whether token i is a mark around a name.
func (r *reader) isNameMark(i int) bool {
	return r.is(i, mark) && strings.Contains("‘’'<>《》「」『』", r.text[r.toks[i].start:r.toks[i].end])
}

// repeated reads 4회에 걸쳐 진행된 컨설팅.
func (r *reader) repeated(i int) Phrase {
	if r.toks[i].part != at || !r.is(i+1, word) || !strings.HasPrefix(r.say(i+1), "걸") {
		return Phrase{}
	}
	j := i + 2
	if j < len(r.toks) && r.verb(j).form == adnominal && r.verb(j).lemma != "" {
		return r.nounsFrom(j)
	}
	return Phrase{}
}

// inRow reads 올해 40명, 내년 50명의 근로자: the noun behind the last amount of a row.
func (r *reader) inRow(i int) Phrase {
	if r.toks[i].part != bare || !r.is(i+1, comma) {
		return Phrase{}
	}
	a := r.amounts[r.toks[i].fact]
	for j := i + 2; j < len(r.toks) && j <= i+4; j++ {
		if t := &r.toks[j]; t.kind == amount {
			if b := r.amounts[t.fact]; b.Kind == a.Kind && b.Unit == a.Unit {
				return r.owned(j)
			}
			return Phrase{}
		} else if t.kind != date && t.kind != word {
			return Phrase{}
		}
	}
	return Phrase{}
}

// isNamed reports whether token i is a noun that can be measured: no number with a word behind (3일간).
func (r *reader) isNamed(i int) bool {
	if !r.isNoun(i) {
		return false
	}
	c := r.text[r.toks[i].start]
	return (c < '0' || c > '9' || strings.HasSuffix(r.say(i), "학년")) && !bound[r.say(i)]
}

// isLink reports whether a word behind an amount leads to the noun that it measures.
func isLink(w string) bool {
	for _, end := range []string{"는", "한", "된", "인", "린", "운", "은"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// counted reads 4개 팀, 47개 필지, 10% 할인, 590명 이상 변호사: a noun behind that no particle parts from the amount.
func (r *reader) counted(i int) Phrase {
	t := &r.toks[i]
	if t.part != bare || t.end != t.stem || i+1 >= len(r.toks) || r.toks[i+1].depth != t.depth || !r.near(i, i+1) {
		return Phrase{}
	}
	at := i + 1
	if r.countsOn(at) && r.isNoun(at+1) && r.near(at, at+1) {
		at++
	}
	if v := r.verb(at); v.state && v.form == adnominal {
		return r.nounsFrom(at + 1)
	}
	if !r.isNoun(at) {
		return Phrase{}
	}
	next := r.say(at)
	if r.has("tails", next) || r.has("apart", next) || r.has("pass", next) || r.has("members", next) || r.isNumberWord(next) {
		return Phrase{}
	}
	kind := r.amounts[t.fact].Kind
	if r.is(at+1, word) && r.toks[at].part == bare && r.verb(at+1).noun > 0 && r.happens(next) {
		return Phrase{} // 두 차례 시범 운영한
	}
	if r.happens(next) && (r.hasNounBefore(i) || at > i+1) || kind == "money" && (r.happens(next) || r.hasNounBefore(i)) {
		return Phrase{}
	}
	return r.nounsFrom(at)
}

// countsOn reports whether token i only makes the number in front of it less sharp: 이상, 가량, 대.
func (r *reader) countsOn(i int) bool {
	return r.is(i, word) && r.toks[i].part == bare && r.has("sharpness", r.say(i))
}

// namedBehind reads 가람시 86개 투표소: a counter that says nothing of what it counts leaves that to the noun behind it, whatever
// stands in front.
func (r *reader) namedBehind(i int) Phrase {
	a := r.amounts[r.toks[i].fact]
	if a.Kind != "count" || !r.has("generic", a.Unit) {
		return Phrase{}
	}
	at := i + 1
	if r.countsOn(at) {
		at++
	}
	if !r.isNamed(at) || r.isTail(at) || r.happens(r.say(at)) || r.has("whole", r.say(at)) {
		return Phrase{}
	}
	return r.counted(i)
}

// isNumberWord reports whether a word goes on counting: 씩, 이상, 여.
func (r *reader) isNumberWord(w string) bool {
	return w == "씩" || w == "여" || w == "중" || w == "등" || w == "대"
}

// near reports whether only blanks stand between two tokens.
func (r *reader) near(i, j int) bool {
	return strings.TrimSpace(r.text[r.toks[i].end:r.toks[j].start]) == ""
}

func (r *reader) has(section, w string) bool { return r.words.measure[section][w] }

// nounsFrom returns the noun phrase that begins at token i: words up to the first with a particle.
func (r *reader) nounsFrom(i int) Phrase {
	for i < len(r.toks) && r.toks[i].kind == word && (r.has("pass", r.say(i)) || r.verb(i).form == adnominal && r.verb(i).lemma != "") {
		i++
	}
	if i < len(r.toks) && (r.toks[i].kind == mark || r.toks[i].kind == quote) {
		i++
	}
	if !r.isNamed(i) {
		return Phrase{}
	}
	end := i
	for r.toks[end].part == bare || r.isModifier(end) {
		if !r.isNoun(end+1) || r.toks[end+1].depth != r.toks[i].depth || r.isTail(end+1) || !r.near(end, end+1) {
			break
		}
		end++
	}
	return Phrase{Start: r.toks[i].start, End: r.toks[end].stem}
}

// isModifier reports whether a word with a particle-like end only describes what follows: 안정적인.
func (r *reader) isModifier(i int) bool {
	return r.toks[i].part == is && strings.HasSuffix(r.text[:r.toks[i].end], "인")
}

// isTail reports whether a word ends a phrase without being of it: 등, 중, 이상.
func (r *reader) isTail(i int) bool {
	w := r.say(i)
	return r.has("tails", w) || r.has("members", w) || r.isNumberWord(w) || r.has("pass", w)
}

// hasNounBefore reports whether a noun stands right before an amount.
func (r *reader) hasNounBefore(i int) bool {
	j := r.skipPass(i - 1)
	return r.isNoun(j) && r.toks[j].depth == r.toks[i].depth && (r.toks[j].part == bare || r.toks[j].part == subject || r.toks[j].part == object)
}

// skipPass goes back over words that name nothing: 총, 약, 1인당, dates.
func (r *reader) skipPass(j int) int {
	for j >= 0 {
		t := &r.toks[j]
		switch {
		case t.kind == date && t.part == bare:
		case r.isNameMark(j):
		case t.kind == word && t.part == bare && r.isTerm(j):
			if r.isNoun(j-1) && r.toks[j-1].part == bare && r.happens(r.say(j-1)) {
				j-- // 인수 당시
			}
		case t.kind == word && r.verb(j).lemma == "" && !r.isNamed(j) && strings.HasSuffix(r.text[:t.end], "간"):
		case t.kind == word && r.verb(j).lemma == "" && t.part == bare && (r.has("pass", r.say(j)) || strings.HasSuffix(r.say(j), "당")):
		case t.kind == amount && strings.HasPrefix(r.text[t.stem:], "당"):
		default:
			return j
		}
		j--
	}
	return j
}

// isTerm reports whether token j is a noun that only tells when: 당시, 이후.
func (r *reader) isTerm(j int) bool { return r.has("when", r.say(j)) && r.verb(j).lemma == "" }

// nounsTo returns the noun phrase that ends with token j.
func (r *reader) nounsTo(j int) Phrase {
	first := j
	for first > 0 && r.isNoun(first-1) && r.toks[first-1].depth == r.toks[j].depth && r.near(first-1, first) &&
		(r.toks[first-1].part == bare || r.isModifier(first-1)) && !r.isTail(first-1) && j-first < 3 {
		first--
	}
	return Phrase{Start: r.toks[first].start, End: r.toks[j].stem}
}

// beside reads 특별교부세 1억 원, 지지율이 91%, 책을 두 권, and the second of two amounts in a row. done tells that the answer,
// also none, is final.
func (r *reader) beside(i int, out []Role) (p Phrase, done bool) {
	j := r.skipPass(i - 1)
	if j < 0 || r.toks[j].depth != r.toks[i].depth {
		return Phrase{}, false
	}
	t := &r.toks[j]
	if (t.kind == amount || t.kind == comma && r.is(j-1, amount) && r.near(j-1, j)) && r.sharesNoun(i, j) {
		if t.kind == comma {
			t = &r.toks[j-1]
		}
		return out[t.fact].About, true
	}
	if t.kind == amount && (t.part == topic || t.part == at && r.behind(j) == "에") && r.amounts[r.toks[i].fact].Kind == "money" {
		return out[t.fact].About, !out[t.fact].About.None() // 닭 한 마리에 2만원
	}
	if !r.isNamed(j) {
		return Phrase{}, false
	}
	switch t.part {
	case bare, subject, is:
	case of:
		if r.amounts[r.toks[i].fact].Kind == "percent" {
			return r.nounsTo(j), true
		}
		return Phrase{}, false
	case at:
		if p, _ := r.partBehind(i); p == is && strings.HasSuffix(r.text[:t.end], "로") {
			return r.nounsTo(j), true // 목판으로 총 11판이다
		}
		return Phrase{}, false
	case object:
		return r.nounsTo(j), true
	case topic:
		if !r.isLevel(i) || r.acts(i) && !endsIn(r.words.persons, r.say(j)) {
			return Phrase{}, false
		}
	default:
		return Phrase{}, false
	}
	if t.part == subject && !r.isLevel(i) && r.toks[i].part == object {
		return Phrase{}, false
	}
	if r.isMembers(j) && r.isNoun(j-1) && r.toks[j-1].part == bare && r.say(j-1) != "이" {
		return r.nounsTo(j - 1), true
	}
	if r.has("members", r.say(j)) || r.isTail(j) {
		return Phrase{}, r.isMembers(j) // what the whole is of
	}
	if r.amounts[r.toks[i].fact].Rate && strings.HasSuffix(r.say(j), "당") {
		return Phrase{}, false
	}
	return r.nounsTo(j), true
}

// sharesNoun reports whether amount i is of what the amount before it is of: no word between, of another unit.
func (r *reader) sharesNoun(i, j int) bool {
	if r.toks[j].kind == comma {
		j--
	}
	a, b := r.amounts[r.toks[j].fact], r.amounts[r.toks[i].fact]
	return r.toks[j].part == bare && (a.Kind != b.Kind || a.Unit != b.Unit)
}

// bracketed reads X(N), N(M) and N(국비 M): what stands before the bracket where no noun inside says more.
func (r *reader) bracketed(i int, out []Role) (p Phrase, done bool) {
	j := r.skipPass(i - 1)
	if !r.is(j, open) || j == 0 {
		return Phrase{}, false
	}
	switch t := &r.toks[j-1]; {
	case t.kind == amount:
		return out[t.fact].About, true
	case r.isNoun(j - 1):
		return r.nounsTo(j - 1), true
	}
	return Phrase{}, false
}

// isLevel reports whether the amount is said of its topic: 320억원이다, 91%로, 340억원에 그쳤다, 12.5% 늘었다.
func (r *reader) isLevel(i int) bool {
	p, next := r.partBehind(i)
	switch p {
	case is:
		return true
	case subject:
		return !r.has("times", r.amounts[r.toks[i].fact].Unit)
	case of, topic, and:
		return false
	}
	if p == at && strings.HasSuffix(r.text[:r.toks[next-1].end], "로") {
		return true
	}
	if p == at && r.is(next, amount) && strings.HasSuffix(r.text[:r.toks[next-1].end], "에서") {
		return r.isLevel(next) // 70억원에서 120억원으로 뛰었다
	}
	if next >= len(r.toks) || r.toks[next].kind == comma {
		return p != object
	}
	if r.toks[next].kind != word {
		return false
	}
	if p == at && strings.HasPrefix(r.say(next), "걸") || p == bare && r.has("tails", r.say(next)) && strings.HasSuffix(r.text[:r.toks[next].end], "로") {
		return true // 2회에 걸쳐, 960㎡ 규모로
	}
	if r.countsOn(next) && r.is(next+1, word) {
		next++ // 두 배 이상 많아
	}
	lemma := strings.TrimSuffix(r.verb(next).lemma, "다")
	if lemma == "" {
		lemma = r.say(next)
	}
	if k := r.amounts[r.toks[i].fact].Kind; (k == "ratio" || k == "percent") && r.has("compare", lemma) {
		return true
	}
	return r.has("change", lemma) || r.has("level", lemma) || lemma == "달하" || lemma == "그치" || lemma == "이르" || lemma == "머무르" ||
		strings.HasPrefix(r.say(next), "달하") || strings.HasPrefix(r.say(next), "넘")
}

// partBehind returns the part that the particle of an amount gives it, also where a bracket parts them (60억원(410만달러)이다), and
// the token behind.
func (r *reader) partBehind(i int) (p part, next int) {
	t := &r.toks[i]
	next = i + 1
	if !r.is(next, open) || t.end != t.stem {
		return t.part, next
	}
	for next < len(r.toks) && !(r.toks[next].kind == shut && r.toks[next].depth == t.depth) {
		next++
	}
	next++
	if next < len(r.toks) && r.toks[next].kind == word && r.near(next-1, next) {
		before, _ := utf8.DecodeLastRuneInString(r.text[:t.stem])
		if n, q := r.words.partOf(r.text[r.toks[next].start:r.toks[next].end], before); n == 0 {
			return q, next + 1
		}
	}
	return t.part, next
}

// isRaised reports whether what the amount is of is made more or less: 7억 달러까지 확대.
func (r *reader) isRaised(i int) bool {
	_, next := r.partBehind(i)
	return r.is(next, word) && r.has("change", strings.TrimSuffix(r.verb(next).lemma, "다"))
}

// topicOf returns the topic or subject of the clause where the amount is said of it.
func (r *reader) topicOf(i int) Phrase {
	if !r.isLevel(i) {
		return Phrase{}
	}
	acts := r.acts(i)
	inner := 0 // clauses that describe a noun, whose subjects are their own
	for j := i - 1; j >= 0 && i-j < 20; j-- {
		t := &r.toks[j]
		if t.depth != r.toks[i].depth {
			continue
		}
		if t.kind == comma && r.isNoun(j-1) && r.toks[j-1].part == at && strings.HasSuffix(r.text[:r.toks[j-1].end], "로") && j == r.skipPass(i-1) {
			return r.nounsTo(j - 1)
		}
		if r.isMeasured(j, i) {
			if inner > 0 && t.part == subject && r.hasSubjectBefore(j) {
				inner--
				continue
			}
			if r.words.isReceiver(r.say(j)) && r.amounts[r.toks[i].fact].Kind == "money" || acts && !endsIn(r.words.persons, r.say(j)) {
				return Phrase{}
			}
			return r.nounsTo(j)
		}
		v := r.verb(j)
		if t.kind == quote || v.form == final && v.lemma != "" && !v.state {
			break
		}
		if v.form == adnominal && v.lemma != "" && r.skipPass(i-1) != j {
			inner++
		}
	}
	return Phrase{}
}

// acts reports whether the amount is people who do something: 전당은 900명이 찾았다.
func (r *reader) acts(i int) bool {
	return r.behindBracket(i) == subject && r.has("people", r.amounts[r.toks[i].fact].Unit)
}

// isMeasured reports whether token j can be the topic, subject or object that the amount i is said of.
func (r *reader) isMeasured(j, i int) bool {
	t := &r.toks[j]
	return t.kind == word && (t.part == topic || t.part == subject || t.part == object && r.isRaised(i)) && r.verb(j).lemma == "" &&
		!r.has("pass", r.say(j)) && !r.isTail(j)
}

// hasSubjectBefore reports whether a topic or subject stands in front of token j in its clause.
func (r *reader) hasSubjectBefore(j int) bool {
	for k := j - 1; k >= 0 && j-k < 8; k-- {
		t := &r.toks[k]
		if t.kind == quote || r.verb(k).lemma != "" && r.verb(k).form != adnominal {
			return false
		}
		if r.isNoun(k) && t.depth == r.toks[j].depth && (t.part == topic || t.part == subject) && !r.has("pass", r.say(k)) {
			return true
		}
	}
	return false
}

// spent reads 산불 예방에 8억원을 투입: money is of what it goes into, never of whom it goes to.
func (r *reader) spent(i int) Phrase {
	if r.amounts[r.toks[i].fact].Kind != "money" {
		return Phrase{}
	}
	j := r.skipPass(i - 1)
	if !r.isNoun(j) || r.toks[j].part != at || !strings.HasSuffix(r.text[:r.toks[j].end], "에") && r.behind(j) != "에는" {
		return Phrase{}
	}
	if r.words.isReceiver(r.say(j)) {
		return Phrase{}
	}
	return r.nounsTo(j)
}

// paidAs reads 축의금으로 10만원을 낸다, 연금으로 3조원이 나간다: what the money comes as.
func (r *reader) paidAs(i int) Phrase {
	if p := r.toks[i].part; r.amounts[r.toks[i].fact].Kind != "money" || p != object && p != subject && p != bare {
		return Phrase{}
	}
	j := r.skipPass(i - 1)
	if !r.isNoun(j) || r.toks[j].part != at || !strings.HasSuffix(r.behind(j), "로") || !endsIn(r.words.sums, r.say(j)) {
		return Phrase{}
	}
	return r.nounsTo(j)
}

// isReceiver reports whether a noun is one that money is given to.
func (w *words) isReceiver(noun string) bool { return endsIn(w.receives, noun) }

// endsIn reports whether a word ends in one of a list.
func endsIn(list *korean.Suffixes[bool], word string) (yes bool) {
	list.Each(word, func(int, *bool) { yes = true })
	return yes
}
