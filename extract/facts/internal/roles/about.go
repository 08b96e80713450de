package roles

import (
	"strings"
)

// abouts finds what each amount of the sentence is of. The questions are asked in the order in which readers settle
// them.
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
		if p := &out[t.fact].About; p.None() && r.toks[i].part == topic {
			*p = last
		} else {
			last = *p
		}
	}
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
	if j := r.headBefore(i); j >= 0 && !r.is(j-1, comma) &&
		(r.amounts[r.toks[i].fact].Kind != "measure" || r.counted(i).None()) {
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
	for _, ask := range [...]func(int) Phrase{r.spent, r.topicOf} {
		if p := ask(i); !p.None() {
			return p
		}
	}
	return Phrase{}
}

// owned reads 1억여 원의 사업비, 300만 원 상당의 수산물, 23명이 넘는 학생: the noun behind.
func (r *reader) owned(i int) Phrase {
	t := &r.toks[i]
	if t.part == of || t.part == is && (strings.HasSuffix(r.text[:t.end], "던") || strings.HasSuffix(r.text[:t.end], "인")) {
		return r.nounsFrom(i + 1)
	}
	j := i + 1
	for j < len(r.toks) && j <= i+2 && r.toks[j].kind == word && r.has("tails", r.say(j)) {
		if r.toks[j].part == of || strings.HasSuffix(r.say(j), "는") || strings.HasSuffix(r.say(j), "ㄴ") ||
			r.verb(j).form == adnominal {
			if isLink(r.say(j)) || r.toks[j].part == of {
				return r.nounsFrom(j + 1)
			}
		}
		j++
	}
	return Phrase{}
}

// headBefore returns the noun without a particle that stands right before an amount, or -1.
func (r *reader) headBefore(i int) int {
	j := i - 1
	for j >= 0 && (r.isNameMark(j) || r.is(j, word) &&
		(r.say(j) == "총" || r.say(j) == "약" || r.say(j) == "각" || r.say(j) == "각각")) {
		j--
	}
	if r.isNamed(j) && r.amounts[r.toks[i].fact].Rate && strings.HasSuffix(r.say(j), "당") {
		return -1
	}
	if !r.isNamed(j) || r.words.event["terms"][r.say(j)] || r.toks[j].part != bare || r.toks[j].depth != r.toks[i].depth ||
		r.isMembers(j) || r.isTail(j) {
		return -1
	}
	return j
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

// isLink reports whether a word behind an amount leads to the noun that it measures.
func isLink(w string) bool {
	for _, end := range []string{"는", "한", "된", "인", "린", "운", "은"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// counted reads 4개 팀, 47개 필지, 10% 할인: a noun behind that no particle parts from the amount.
func (r *reader) counted(i int) Phrase {
	t := &r.toks[i]
	if t.part != bare || t.end != t.stem || i+1 >= len(r.toks) || r.toks[i+1].depth != t.depth || !r.near(i, i+1) {
		return Phrase{}
	}
	if v := r.verb(i + 1); v.state && v.form == adnominal {
		return r.nounsFrom(i + 2)
	}
	if !r.isNoun(i + 1) {
		return Phrase{}
	}
	next := r.say(i + 1)
	if r.has("tails", next) || r.has("apart", next) || r.has("pass", next) || r.has("members", next) ||
		r.isNumberWord(next) {
		return Phrase{}
	}
	kind := r.amounts[t.fact].Kind
	if r.happens(next) && r.hasNounBefore(i) || kind == "money" && (r.happens(next) || r.hasNounBefore(i)) {
		return Phrase{}
	}
	return r.nounsFrom(i + 1)
}

// isNumberWord reports whether a word goes on counting: 씩, 이상, 여.
func (r *reader) isNumberWord(w string) bool {
	return w == "씩" || w == "여" || w == "중" || w == "등" || w == "대"
}

// nounsFrom returns the noun phrase that begins at token i: words up to the first with a particle.
func (r *reader) nounsFrom(i int) Phrase {
	for i < len(r.toks) && r.toks[i].kind == word &&
		(r.has("pass", r.say(i)) || r.verb(i).form == adnominal && r.verb(i).lemma != "") {
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
	return r.isNoun(j) && r.toks[j].depth == r.toks[i].depth &&
		(r.toks[j].part == bare || r.toks[j].part == subject || r.toks[j].part == object)
}

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
		if !r.isLevel(i) {
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
	case is, subject:
		return true
	case of, topic, and:
		return false
	}
	if p == at && strings.HasSuffix(r.text[:r.toks[next-1].end], "로") {
		return true
	}
	if next >= len(r.toks) || r.toks[next].kind == comma {
		return p != object
	}
	if r.toks[next].kind != word {
		return false
	}
	if p == at && strings.HasPrefix(r.say(next), "걸") ||
		p == bare && r.has("tails", r.say(next)) && strings.HasSuffix(r.text[:r.toks[next].end], "로") {
		return true // 2회에 걸쳐, 960㎡ 규모로
	}
	lemma := strings.TrimSuffix(r.verb(next).lemma, "다")
	if lemma == "" {
		lemma = r.say(next)
	}
	return r.has("change", lemma) || r.has("level", lemma) ||
		lemma == "달하" || lemma == "그치" || lemma == "이르" || lemma == "머무르" ||
		strings.HasPrefix(r.say(next), "달하") || strings.HasPrefix(r.say(next), "넘")
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
	for j := i - 1; j >= 0 && i-j < 20; j-- {
		t := &r.toks[j]
		if t.depth != r.toks[i].depth {
			continue
		}
		if t.kind == comma && r.isNoun(j-1) && r.toks[j-1].part == at && strings.HasSuffix(r.text[:r.toks[j-1].end], "로") &&
			j == r.skipPass(i-1) {
			return r.nounsTo(j - 1)
		}
		if t.kind == word && (t.part == topic || t.part == subject || t.part == object && r.isRaised(i)) &&
			r.verb(j).lemma == "" && !r.has("pass", r.say(j)) && !r.isTail(j) {
			if r.words.isReceiver(r.say(j)) && r.amounts[r.toks[i].fact].Kind == "money" {
				return Phrase{}
			}
			return r.nounsTo(j)
		}
		if t.kind == quote || r.verb(j).form == final && r.verb(j).lemma != "" && !r.verb(j).state {
			break
		}
	}
	return Phrase{}
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

// isReceiver reports whether a noun is one that money is given to.
func (w *words) isReceiver(noun string) (yes bool) {
	w.receives.Each(noun, func(start int, _ *bool) { yes = true })
	return yes
}
