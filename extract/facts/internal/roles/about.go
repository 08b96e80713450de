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
		if p, as := &out[t.fact].About, r.behindBracket(i); p.None() && as == topic {
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
	if r.is(i-1, word) && r.say(i-1) == "외" {
		return Phrase{} // 남모씨 외 4명
	}
	if p := r.namedBehind(i); !p.None() {
		return p
	}
	if p := r.ownedBehind(i); !p.None() {
		return p
	}
	if j := r.headBefore(i); j >= 0 && !r.is(j-1, comma) && (r.amounts[r.toks[i].fact].Kind != "measure" ||
		r.has("sizes", r.say(j)) || r.counted(i).None()) {
		return r.nounsTo(j) // 서책 1권
	}
	for _, ask := range [...]func(int) Phrase{r.owned, r.enlarged, r.repeated, r.counted, r.inRow} {
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
	for _, ask := range [...]func(int) Phrase{r.spent, r.paidAs, r.risen, r.topicOf, r.heading} {
		if p := ask(i); !p.None() {
			return p
		}
	}
	return Phrase{}
}

// ownedBehind reads 학계 30여 명의 연사: the people behind 의, unless people stand in front as well (학생 3명의 보호자).
func (r *reader) ownedBehind(i int) Phrase {
	if r.toks[i].part != of || r.amounts[r.toks[i].fact].Kind != "count" || !r.is(i+1, word) || r.happens(r.say(i+1)) {
		return Phrase{}
	}
	j := r.skipPass(i - 1)
	if !r.isNamed(j) || r.toks[j].part != bare || endsIn(r.words.Persons, r.say(j)) {
		return Phrase{}
	}
	p := r.nounsFrom(i + 1)
	if p.None() || !endsIn(r.words.Persons, r.text[p.Start:p.End]) && !strings.HasSuffix(r.text[p.Start:p.End], "사") {
		return Phrase{}
	}
	return p
}

// owned reads 1억여 원의 사업비, 300만 원 상당의 수산물, 23명이 넘는 학생: the noun behind.
func (r *reader) owned(i int) Phrase {
	t := &r.toks[i]
	if t.part == of && (strings.HasSuffix(r.text[:t.stem], "사람") || strings.HasSuffix(r.text[:t.stem], "나라")) {
		return Phrase{} // 두 사람의 손, 두 나라의 법
	}
	if t.part == of && (r.is(i-1, word) && r.isMembers(i-1) || r.listsPeople(i)) {
		return Phrase{} // 네 동 중 한 동의 지하
	}
	if r.isEstimated(i) {
		return r.nounsFrom(i + 2)
	}
	if p, next := r.partBehind(i); p == of || p == is && r.describes(next-1) {
		return r.nounsFrom(next)
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
		if r.toks[j].part == of || isLink(r.say(j)) {
			return r.nounsFrom(j + 1)
		}
		j++
	}
	return Phrase{}
}

// isEstimated reads 9억원으로 추정되는 주식.
func (r *reader) isEstimated(i int) bool {
	return r.toks[i].part == at && strings.HasSuffix(r.behind(i), "로") && r.is(i+1, word) &&
		r.verb(i+1).Form == adnominal &&
		r.does("estimates", i+1) && !r.isHung(i+2)
}

// listsPeople reports whether an amount ends a list of people whose thing follows: 가족, 지인 등 60명의 주소.
func (r *reader) listsPeople(i int) bool {
	if !r.is(i-1, word) || r.say(i-1) != "등" || !r.isNamed(i-2) || !endsIn(r.words.Persons, r.say(i-2)) {
		return false
	}
	p := r.nounsFrom(i + 1)
	return !p.None() && !endsIn(r.words.Persons, r.text[p.Start:p.End])
}

// headBefore returns the noun without a particle that stands right before an amount, or -1.
func (r *reader) headBefore(i int) int {
	j := i - 1
	for j >= 0 && (r.isNameMark(j) || r.isColon(j) || r.is(j, word) && (r.say(j) == "총" || r.say(j) == "약" ||
		r.say(j) == "각" || r.say(j) == "각각")) {
		j--
	}
	if r.isNamed(j) && r.amounts[r.toks[i].fact].Rate && strings.HasSuffix(r.say(j), "당") {
		return -1
	}
	if !r.isNamed(j) || r.words.Event["terms"][r.say(j)] || r.toks[j].part != bare ||
		r.toks[j].depth != r.toks[i].depth || r.isMembers(j) || r.isTail(j) || r.isFrame(j) {
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
	if j < len(r.toks) && r.verb(j).Form == adnominal && r.verb(j).Lemma != "" {
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
				if p := r.owned(j); !p.None() {
					return p
				}
				return r.inRow(j)
			} else if b.Kind == "ordinal" {
				continue // 1차 30만원, 2차 40만원의 과태료
			}
			return Phrase{}
		} else if t.kind != date && t.kind != word {
			return Phrase{}
		}
	}
	return Phrase{}
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
	if at == i+1 && r.is(at, word) && r.has("large", r.text[r.toks[at].start:r.toks[at].end]) {
		return r.nounsFrom(at + 1) // 세 차례 큰 전쟁
	}
	if v := r.verb(at); v.State && v.Form == adnominal {
		return r.nounsFrom(at + 1)
	}
	if !r.isNoun(at) {
		return Phrase{}
	}
	next := r.say(at)
	if r.has("tails", next) || r.has("apart", next) || r.has("pass", next) || r.has("members", next) ||
		r.isNumberWord(next) {
		return Phrase{}
	}
	kind := r.amounts[t.fact].Kind
	if len(next) == len("뛸") && (r.isBound(at+1) || next == "한" || next == "된") ||
		r.has("times", r.amounts[t.fact].Unit) && r.isFrom(at) {
		return Phrase{} // 80% 뛸 예정, 한 차례 시로부터
	}
	if r.is(at+1, word) && r.toks[at].part == bare && r.verb(at+1).Noun > 0 && r.happens(next) {
		return Phrase{} // 두 차례 시범 운영한
	}
	if r.happens(next) && (r.hasNounBefore(i) || at > i+1) || kind == "money" && at == i+1 && (r.happens(next) ||
		r.hasNounBefore(i)) {
		return Phrase{}
	}
	return r.nounsFrom(at)
}

// isFrom reports whether the phrase at token i is whom something comes from or goes to.
func (r *reader) isFrom(i int) bool {
	for r.isNoun(i) && r.toks[i].part == bare {
		i++
	}
	if !r.isNoun(i) || r.toks[i].part != at {
		return false
	}
	w := r.behind(i)
	return strings.HasPrefix(w, "로부터") || strings.HasPrefix(w, "으로부터") || strings.HasPrefix(w, "에게") ||
		strings.HasPrefix(w, "에서")
}

// namedBehind reads 가람시 86개 투표소: a counter that says nothing of what it counts leaves that to the noun behind it,
// whatever stands in front.
func (r *reader) namedBehind(i int) Phrase {
	a := r.amounts[r.toks[i].fact]
	if j := r.headBefore(i); a.Kind == "count" && r.toks[i].part == of && j >= 0 && endsIn(r.words.Regions, r.say(j)) {
		return r.nounsFrom(i + 1) // 아시아 44개국의 협회, 해람지역 12곳의 식당
	}
	if a.Kind != "count" || !r.has("generic", a.Unit) {
		return Phrase{}
	}
	if j := r.headBefore(i); a.Unit == "인" && j >= 0 && endsIn(r.words.Persons, r.say(j)) {
		return Phrase{} // 재판관 8인 전원일치
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
	if t.kind == amount && (t.part == topic || t.part == at && r.behind(j) == "에") &&
		r.amounts[r.toks[i].fact].Kind == "money" {
		return out[t.fact].About, !out[t.fact].About.None() // 닭 한 마리에 2만원
	}
	if r.isNoun(j) && r.say(j) == "경우" && r.isNamed(j-1) && r.toks[j-1].part == of && r.isLevel(i) {
		return r.nounsTo(j - 1), true // 중형차의 경우 9400원이다
	}
	if !r.isNamed(j) {
		return Phrase{}, false
	}
	if (t.part == subject || t.part == object) && r.isPlace(i) {
		return Phrase{}, true
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
		if !r.isLevel(i) || r.acts(i) && !endsIn(r.words.Persons, r.say(j)) || r.often(i) && !r.happens(r.say(j)) {
			return Phrase{}, false
		}
	default:
		return Phrase{}, false
	}
	if t.part == subject && !r.isLevel(i) && (r.toks[i].part == object || r.amounts[r.toks[i].fact].Kind == "money") {
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

// isPlace reports whether what is counted is where, for whom or with whom something happens, and no measure of it:
// 예매를 한 곳에서 한다, 경찰이 두 사람에 대해 묻는다.
func (r *reader) isPlace(i int) bool {
	p, next := r.partBehind(i)
	return p == at && r.amounts[r.toks[i].fact].Kind == "count" && !strings.HasSuffix(r.text[:r.toks[next-1].end], "로") &&
		!r.isLevel(i)
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
	case r.isNamed(j - 1):
		return r.nounsTo(j - 1), true
	}
	return Phrase{}, false
}
