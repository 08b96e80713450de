package roles

import (
	"strings"
)

// behindBracket is the part that the particle of an amount gives it.
func (r *reader) behindBracket(i int) part {
	p, _ := r.partBehind(i)
	return p
}

// heading reads 연도별 투자계획: 2027년 20억원, 2028년 40억원: the heading in front of a row of amounts that have no names of
// their own.
func (r *reader) heading(i int) Phrase {
	if r.toks[i].part != bare || r.toks[i].depth != 0 {
		return Phrase{}
	}
	for j := i - 1; j > 0; j-- {
		switch t := &r.toks[j]; {
		case r.isColon(j):
			if r.isNoun(j-1) && r.toks[j-1].part == bare {
				return r.nounsTo(j - 1)
			}
			return Phrase{}
		case t.kind == amount, t.kind == date, t.kind == comma, t.depth > 0:
		default:
			return Phrase{}
		}
	}
	return Phrase{}
}

// isLevel reports whether the amount is said of its topic: 320억원이다, 91%로, 340억원에 그쳤다, 12.5% 늘었다.
func (r *reader) isLevel(i int) bool {
	p, next := r.partBehind(i)
	if p == and && strings.HasSuffix(r.behind(i), "나") {
		p = subject // 90명이나 된다
	}
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
	if p == at && strings.HasSuffix(r.text[:r.toks[next-1].end], "에서") {
		for to := next; to < len(r.toks) && to < next+4 && r.toks[to].kind != comma; to++ {
			if r.is(to, amount) {
				return r.isLevel(to) // 70억원에서 5년 만에 120억원으로 뛰었다
			}
		}
	}
	if next >= len(r.toks) || r.toks[next].kind == comma || r.toks[next].kind == mark &&
		r.text[r.toks[next].start] == '.' {
		return p != object
	}
	if r.toks[next].kind != word {
		return false
	}
	if (r.toks[next].part == is || r.behind(next) == "이나") && r.has("tails", r.say(next)) {
		return true // 12억 원 수준이다
	}
	if p == at && strings.HasPrefix(r.say(next), "걸") || p == bare && r.has("tails", r.say(next)) &&
		strings.HasSuffix(r.text[:r.toks[next].end], "로") {
		return true // 2회에 걸쳐, 960㎡ 규모로
	}
	if r.countsOn(next) && r.is(next+1, word) {
		next++ // 두 배 이상 많아
	} else if r.countsOn(next) && r.toks[next].part == bare && (next+1 == len(r.toks) || r.is(next+1, comma) ||
		r.is(next+1, mark)) {
		return p == bare // 무게는 400g 이하.
	}
	if u := r.amounts[r.toks[i].fact].Unit; (u == "m" || u == "km") && r.verb(next).Lemma == "떨어지다" {
		return false // 2㎞ 떨어진 곳
	}
	if p == at && r.does("prices", next) {
		return true // 목걸이가 9억원에 낙찰됐다
	}
	if p == bare && strings.HasPrefix(r.text[r.toks[next].start:], "있다") {
		return true // 법은 20여 개 있다
	}
	lemma := strings.TrimSuffix(r.verb(next).Lemma, "다")
	if lemma == "" {
		lemma = r.say(next)
	}
	if k := r.amounts[r.toks[i].fact].Kind; (k == "ratio" || k == "percent") && r.has("compare", lemma) {
		return true
	}
	return r.has("change", lemma) || r.has("level", lemma) || lemma == "달하" || lemma == "그치" || lemma == "이르" ||
		lemma == "머무르" ||
		strings.HasPrefix(r.say(next), "달하") || strings.HasPrefix(r.say(next), "넘")
}

// enlarged reads 31명에서 66명으로 선발 인원을 늘렸다: what somebody makes more or less stands behind.
func (r *reader) enlarged(i int) Phrase {
	p, next := r.partBehind(i)
	if w := r.text[:r.toks[next-1].end]; p != at || !strings.HasSuffix(w, "로") && !strings.HasSuffix(w, "까지") &&
		!strings.HasSuffix(w, "에서") {
		return Phrase{}
	}
	for j := next; j < len(r.toks) && j < next+farRaised; j++ {
		t := &r.toks[j]
		if t.kind == quote || t.kind == word && (t.part == topic || t.part == subject || r.verb(j).Lemma != "") {
			break
		}
		if r.isNamed(j) && t.part == object && !r.has("figures", r.say(j)) && r.is(j+1, word) && r.does("raises", j+1) {
			return r.nounsTo(j)
		}
	}
	return Phrase{}
}

// farRaised is how many tokens behind an amount what is raised to it may stand.
const farRaised = 14

// risen reads 20% 급감했던 예식장 수: what rises or falls stands behind where the clause has no subject of its own.
func (r *reader) risen(i int) Phrase {
	_, next := r.partBehind(i)
	if r.amounts[r.toks[i].fact].Kind == "measure" || !r.is(next, word) || !r.does("change", next) ||
		r.verb(next).Form != adnominal || r.isHung(next+1) {
		return Phrase{}
	}
	for j := i - 1; j >= 0 && i-j < 20; j-- {
		if r.verb(j).Lemma != "" && r.verb(j).Form != adnominal || r.is(j, quote) {
			break
		}
		if t := &r.toks[j]; r.isNoun(j) && t.depth == r.toks[i].depth && (t.part == topic || t.part == subject) {
			return Phrase{}
		}
	}
	return r.nounsFrom(next + 1)
}

// isHung reports whether token i is a noun that a clause hangs on, or one for a figure: what is measured stands before.
func (r *reader) isHung(i int) bool {
	return r.isBound(i) || r.is(i, word) && (r.has("figures", r.say(i)) || r.isTail(i))
}

// isRaised reports whether what the amount is of is made more or less: 7억 달러까지 확대.
func (r *reader) isRaised(i int) bool {
	_, next := r.partBehind(i)
	return r.is(next, word) && r.does("raises", next)
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
		if t.kind == comma && r.isNoun(j-1) && r.toks[j-1].part == at && strings.HasSuffix(r.text[:r.toks[j-1].end],
			"로") && j == r.skipPass(i-1) {
			return r.nounsTo(j - 1)
		}
		if r.isMeasured(j, i) {
			if inner > 0 && t.part == subject && r.hasSubjectBefore(j) {
				inner--
				continue
			}
			if r.often(i) && !r.happens(r.say(j)) || r.isOtherSubject(j, i) {
				return Phrase{}
			}
			if r.isReceiver(r.say(j)) && r.amounts[r.toks[i].fact].Kind == "money" || acts &&
				!endsIn(r.words.Persons, r.say(j)) {
				return Phrase{}
			}
			return r.nounsTo(j)
		}
		v := r.verb(j)
		if t.kind == quote || v.Form == final && v.Lemma != "" && !v.State {
			break
		}
		if v.Form == adnominal && v.Lemma != "" && r.skipPass(i-1) != j {
			inner++
		}
	}
	return Phrase{}
}

// isOtherSubject reports whether token j is the subject of another clause than amount i is the subject of: 어려움이
// 있는지 물었는데 61%가 그렇다고 했다.
func (r *reader) isOtherSubject(j, i int) bool {
	p, next := r.partBehind(i)
	if r.toks[j].part == subject && r.is(j+1, comma) {
		return true // 경보가, 33도면 주의보가
	}
	return p == subject && r.toks[j].part == subject && !(r.is(next, word) && r.does("change", next))
}

// acts reports whether the amount is people who do something: 전당은 900명이 찾았다.
func (r *reader) acts(i int) bool {
	return r.behindBracket(i) == subject && r.has("people", r.amounts[r.toks[i].fact].Unit)
}

// often reports whether the amount says how often somebody did something: 법원은 세 차례에 걸쳐 심문했다.
func (r *reader) often(i int) bool {
	return r.toks[i].part == at && r.has("times", r.amounts[r.toks[i].fact].Unit)
}

// isMeasured reports whether token j can be the topic, subject or object that the amount i is said of.
func (r *reader) isMeasured(j, i int) bool {
	t := &r.toks[j]
	return t.kind == word && (t.part == topic || t.part == subject || t.part == object && r.isRaised(i)) &&
		r.verb(j).Lemma == "" &&
		!r.has("pass", r.say(j)) && (!r.isTail(j) || r.has("tails", r.say(j)) && r.isNoun(j-1) && r.toks[j-1].part == bare)
}

// hasSubjectBefore reports whether a topic or subject stands in front of token j in its clause.
func (r *reader) hasSubjectBefore(j int) bool {
	for k := j - 1; k >= 0 && j-k < 8; k-- {
		t := &r.toks[k]
		if t.kind == quote || r.verb(k).Lemma != "" && r.verb(k).Form != adnominal {
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
	if r.isReceiver(r.say(j)) {
		return Phrase{}
	}
	return r.nounsTo(j)
}

// paidAs reads 축의금으로 10만원을 낸다, 연금으로 3조원이 나간다: what the money comes as.
func (r *reader) paidAs(i int) Phrase {
	p := r.toks[i].part
	if r.amounts[r.toks[i].fact].Kind != "money" || p != object && p != subject && p != bare && p != and {
		return Phrase{}
	}
	j := r.skipPass(i - 1)
	if !r.isNoun(j) || r.toks[j].part != at || !strings.HasSuffix(r.behind(j), "로") &&
		!strings.HasSuffix(r.behind(j), "로만") {
		return Phrase{}
	}
	if r.say(j) == "명목" && r.isNamed(j-1) && r.toks[j-1].part == bare {
		return r.nounsTo(j - 1)
	}
	if !endsIn(r.words.Sums, r.say(j)) {
		return Phrase{}
	}
	return r.nounsTo(j)
}

// isReceiver reports whether a noun is one that money is given to.
func (r *reader) isReceiver(noun string) bool { return endsIn(r.words.Receives, noun) }
