package roles

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/roles/known"
	"github.com/gisa-go/gisa/internal/korean"
)

// events finds what happens on each date of the sentence.
func (r *reader) events(out []Phrase) {
	for i := range r.toks {
		if r.toks[i].kind == date {
			out[r.toks[i].fact] = r.event(i)
		}
	}
}

func (r *reader) event(i int) Phrase {
	if r.namesIssue(i) || r.isCompared(i) || r.toks[i].part == bare && r.isSourced(i+1) {
		return Phrase{}
	}
	if r.is(i-1, open) && r.is(i+1, shut) && r.is(i-2, date) {
		return r.event(i - 2) // 이듬해(1946년)
	}
	for _, ask := range [...]func(int) Phrase{r.dated, r.term, r.stated, r.noun, r.listed} {
		if p := ask(i); !p.None() {
			return p
		}
	}
	switch r.toks[i].part {
	case of:
		return Phrase{} // 12월의 역사인물
	case subject:
		if r.behind(i) == "이" || r.behind(i) == "가" {
			return Phrase{} // 올 10월이 덥다
		}
	case object:
		if !r.is(i+1, word) || !r.toks[i+1].link {
			return Phrase{} // 더운 10월을 보냈다
		}
	}
	return r.predicate(i)
}

// namesIssue reports whether a date only names a measure, an issue or a thing: 2024년 대비, 1월 15일자, 내년도 예산안.
func (r *reader) namesIssue(i int) bool {
	t := &r.toks[i]
	if strings.HasSuffix(r.text[:t.stem], "학년도") {
		return true
	}
	if behind := r.text[t.stem:lettersEnd(r.text, t.stem, len(r.text))]; behind != "" && r.words.Event["null"][behind] {
		return behind != "도" || strings.HasSuffix(r.text[:t.stem], "년") // 내년도 예산, but 어제도 읽었다
	}
	if t.part != bare || i+1 >= len(r.toks) || !r.near(i, i+1) {
		return false
	}
	if next := &r.toks[i+1]; next.kind == amount {
		a := r.amounts[next.fact]
		return (a.Unit == "살" || a.Unit == "세") && next.part == is && r.describes(i+1) // 올해 83세인 할머니
	}
	return r.is(i+1, word) && r.words.Event["null"][r.say(i+1)]
}

// isCompared reports whether something is compared with a date: 지난해보다, 작년(6월)에 비해, 지난해와 비교하면.
func (r *reader) isCompared(i int) bool {
	_, next := r.partBehind(i)
	w := r.text[:r.toks[next-1].end]
	if strings.HasSuffix(w, "보다") || strings.HasSuffix(w, "보다는") || strings.HasSuffix(w, "보다도") {
		return true
	}
	if r.toks[i].part == is && r.describes(i) && r.endsInThan(i+1) {
		return true // 3주 전인 49주차(7.3명)보다
	}
	if r.behindBracket(i) == and && r.is(next, word) && r.verb(next).Lemma == "비교" {
		return true // 지난해와 비교하면
	}
	return next < len(r.toks) && r.toks[next].link && strings.HasPrefix(r.text[r.toks[next].start:], "비")
}

// endsInThan reports whether the phrase at token i is what something is compared with.
func (r *reader) endsInThan(i int) bool {
	for ; i < len(r.toks); i++ {
		t := &r.toks[i]
		_, next := r.partBehind(i)
		if strings.HasSuffix(r.text[:r.toks[next-1].end], "보다") {
			return true
		}
		if t.depth == 0 && t.part != bare || t.kind == comma || r.verb(i).Lemma != "" {
			return false
		}
	}
	return false
}

// dated reads 등록일(16일), 병자호란(1636), ‘…’ 세미나(오후 2시, 시청 대강당): what happens stands before the bracket.
func (r *reader) dated(i int) Phrase {
	if !r.is(i-1, open) || !r.is(i+1, shut) && !r.is(i+1, comma) {
		return Phrase{}
	}
	j := i - 2
	for r.isNameMark(j) || r.is(j, mark) && r.toks[j].end-r.toks[j].start == 1 {
		j--
	}
	if !r.isNoun(j) {
		return Phrase{}
	}
	return r.happening(j, true)
}

// term reads 접수 기간은 16일부터: the noun before 기간.
func (r *reader) term(i int) Phrase {
	j := r.skipPass(i - 1)
	if r.is(j, comma) && j > 0 {
		j--
	}
	if !r.isNoun(j) || r.toks[j].part != topic && r.toks[j].part != subject && r.toks[j].part != bare {
		return Phrase{}
	}
	w := r.say(j)
	if r.words.Event["terms"][w] && r.isNoun(j-1) && r.toks[j-1].part == bare {
		return r.happening(j-1, true)
	}
	for term := range r.words.Event["terms"] {
		if noun, ok := strings.CutSuffix(w, term); ok && len(noun) >= len("접수") && len(term) > len("일") && r.happens(noun) {
			return Phrase{Start: r.toks[j].start, End: r.toks[j].start + len(noun), Lemma: noun}
		}
	}
	return Phrase{}
}

// stated reads 임기는 2028년까지다: a topic that happens, of which the clause says nothing but the date.
func (r *reader) stated(i int) Phrase {
	t := &r.toks[i]
	ends := i+1 == len(r.toks) || r.toks[i+1].kind == comma && !r.is(i+2, date) || r.text[r.toks[i+1].start] == '.'
	if !ends || t.part != is && t.part != at && t.part != bare {
		return Phrase{}
	}
	if j := r.skipPass(i - 1); r.isNoun(j) && r.toks[j].part == topic && r.toks[j].depth == t.depth {
		return r.happening(j, true)
	}
	return Phrase{}
}

// noun reads 28일 심문, 이날 행사, 내년 5월 준공예정: a noun that happens right behind the date.
func (r *reader) noun(i int) Phrase {
	t := &r.toks[i]
	if t.part != bare && t.part != of {
		return Phrase{}
	}
	for j := i + 1; j < len(r.toks) && j <= i+4; j++ {
		if r.toks[j].depth > t.depth || r.is(j, shut) || r.is(j, open) {
			continue
		}
		if !r.isNoun(j) {
			return Phrase{}
		}
		if p := r.happening(j, false); !p.None() && r.endsPhrase(j) {
			if r.isSource(j+1) || r.isListed(j) || j > i+1 && r.toks[j].part == object && r.acted(j+1) {
				return Phrase{} // 2013년 구역 지정을 풀고
			}
			return p
		}
		if r.toks[j].part != bare {
			return Phrase{}
		}
	}
	return Phrase{}
}

// acted reports whether token j is a verb with a sense of its own, not one that only carries its object: 열다, 하다.
func (r *reader) acted(j int) bool {
	v := r.verb(j)
	return v.Lemma != "" && !v.State && !r.isThought(j) && !r.words.Event["light"][strings.TrimSuffix(v.Lemma, "다")] &&
		!r.words.Event["lightNouns"][v.Lemma]
}

// listed reads 발인 4일 9시, of a list or notice: a noun that happens right before a date that ends its item.
func (r *reader) listed(i int) Phrase {
	if r.toks[i].part != bare || i+1 < len(r.toks) && r.toks[i+1].kind != comma && r.toks[i+1].kind != shut ||
		!r.isNoun(i-1) || r.toks[i-1].part != bare || !r.near(i-1, i) {
		return Phrase{}
	}
	return r.happening(i-1, true)
}

// endsPhrase reports whether a noun is the head of its phrase: no other noun follows but one of time or outcome.
func (r *reader) endsPhrase(j int) bool {
	if p := r.toks[j].part; p == of || p == and {
		return false
	}
	if r.is(j+1, word) && r.toks[j].part == bare && r.verb(j+1).Noun > 0 && r.near(j, j+1) {
		return false // 만기 출소했다
	}
	if r.toks[j].part != bare || !r.isNoun(j+1) || !r.near(j, j+1) {
		return true
	}
	next := r.say(j + 1)
	return r.words.Event["terms"][next] || next == "결과" && r.toks[j+1].part == bare || next == "현장" ||
		next == "때" || next == "끝" || strings.HasPrefix(next, "중") || next == "등"
}

// isSource reports whether token i says whose word what follows is: 따르면, 종합하면.
func (r *reader) isSource(i int) bool {
	return r.is(i, word) && r.toks[i].link && strings.HasSuffix(r.text[:r.toks[i].end], "하면") || r.is(i, word) &&
		r.text[r.toks[i].start:r.toks[i].end] == "따르면"
}

// farSource is how many tokens the name of a source has at most.
const farSource = 14

// isSourced reports whether the nouns from token i on are those whose word what follows is: 17일 법조계에 따르면, 17일
// 연구원이 낸 보고서에 따르면. Their day is that of their word, and of nothing in the sentence.
func (r *reader) isSourced(i int) bool {
	for k := i; k < len(r.toks) && k < i+farSource; k++ {
		switch t := &r.toks[k]; {
		case r.isSource(k):
			return k > i
		case t.kind != word || t.said || t.depth > 0:
		case r.verb(k).Lemma != "" || t.link || t.part == topic || t.part == subject || t.part == object:
			return false
		}
	}
	return false
}

// happening returns the event that noun j names: the whole word, without 예정 or 일 behind it.
func (r *reader) happening(j int, dated bool) Phrase {
	w := r.say(j)
	for _, end := range []string{"", "예정", "예정일", "일", "기일", "기간", "식"} {
		noun, ok := strings.CutSuffix(w, end)
		if !ok || len(noun) < len("착공") || end == "일" && !dated {
			continue
		}
		if r.happens(noun) && !r.words.Event["never"][noun] && (noun != "이전" || !r.is(j-1, date)) {
			return Phrase{Start: r.toks[j].start, End: r.toks[j].start + len(noun), Lemma: noun}
		}
	}
	return Phrase{}
}

// farthest is how many tokens behind a date its verb is looked for.
const farthest = 60

// predicate returns the verb of the clause that the date stands in. A clause with a subject of its own in front of a
// noun is stepped over, and so is what somebody says.
func (r *reader) predicate(i int) Phrase {
	if end := r.bracketOfDates(i); end > 0 {
		i = end
	}
	t := &r.toks[i]
	over := 0                 // the last verb that was stepped over
	clause := t.part == topic // a subject stands between, or the date is that of the main clause
	for j := i + 1; j < len(r.toks) && j <= i+farthest; j++ {
		u := &r.toks[j]
		if u.said && !t.said || u.depth > t.depth || u.kind == quote {
			continue
		}
		if u.depth < t.depth || t.said && !u.said {
			break
		}
		if u.kind == word && u.part == subject && r.verb(j).Lemma == "" || u.kind == date && (j > i+1 || u.part != bare) {
			clause = true
		}
		v := r.verb(j)
		if v.Lemma == "" || v.State || u.kind != word {
			if p := r.nominal(j); !p.None() {
				return p
			}
			continue
		}
		if r.isPurpose(j) || v.Form == adnominal && (r.isAmid(j) || r.isObjectOf(j)) {
			continue
		}
		if v.Form == reported && clause && r.isThought(j+1) {
			clause = false
			j++
			continue // 아우가 왔다고 오해해
		}
		if v.Form == adnominal && (r.isSourced(j+1) || r.isOutcome(j+1)) || v.Form == connective && r.isCaused(j) {
			return r.verbPhrase(j)
		}
		if v.Form == connective && r.leadsOn(i, j) {
			clause = true // 심고 재배한 배추
			continue
		}
		if v.Form == adnominal && j > i+1 && (!r.isBound(j+1) || clause && r.isThing(j+1)) && (clause || r.isLasting(j) &&
			r.standsApart(i, j)) {
			clause, over = false, j
			continue
		}
		if v.Form == adnominal && j > i+1 && (r.onlyTells(j) || r.isTopical(i) && r.isNamed(j+1)) {
			over = j
			continue
		}
		return r.verbPhrase(j)
	}
	if over > 0 && r.endsInNoun(over) {
		return r.verbPhrase(over) // 시위를 이끄는 모습.
	}
	return Phrase{}
}

// onlyTells reports whether verb j only tells more of the noun behind it, and when that was is not said.
func (r *reader) onlyTells(j int) bool {
	return r.isAble(j) || r.isNoun(j-1) && r.toks[j-1].part == of || r.wasDoing(j) || r.isCharged(j) || r.shows(j) ||
		r.standsAt(j)
}

// isAmid reports whether verb j says what else goes on: 학생들이 참여한 가운데.
func (r *reader) isAmid(j int) bool { return r.is(j+1, word) && r.say(j+1) == "가운데" }

// bracketOfDates returns the end of the bracket that date i stands in, where that holds nothing but dates: two times
// (7월 23일, 8월 18일). It returns 0 for other dates.
func (r *reader) bracketOfDates(i int) int {
	j, k := i-1, i+1
	for r.is(j, date) || r.is(j, comma) {
		j--
	}
	for r.is(k, date) || r.is(k, comma) {
		k++
	}
	if !r.is(j, open) || !r.is(k, shut) || !r.is(j-1, amount) {
		return 0
	}
	return k
}

// isCaused reports whether somebody makes happen what verb j says: 숨지게 한.
func (r *reader) isCaused(j int) bool {
	if !strings.HasSuffix(r.text[:r.toks[j].end], "게") || !r.is(j+1, word) {
		return false
	}
	return strings.ContainsRune("하한했할", firstRune(r.text[r.toks[j+1].start:]))
}

func firstRune(text string) rune {
	c, _ := utf8.DecodeRuneInString(text)
	return c
}

// isObjectOf reports whether what looks like a verb in front of a noun stands in front of a verb, its object: 담을 넘어.
func (r *reader) isObjectOf(j int) bool {
	return strings.HasSuffix(r.text[:r.toks[j].end], "을") && r.verb(j).Noun == 0 && r.is(j+1, word) &&
		!r.isBound(j+1) && r.verb(j+1).Lemma != "" && r.verb(j+1).Form != adnominal
}

// isThought reports whether token j is a verb of thinking.
func (r *reader) isThought(j int) bool {
	return r.is(j, word) && r.words.Event["thinks"][strings.TrimSuffix(r.verb(j).Lemma, "다")]
}

// isOutcome reports whether token j is 결과 as what a clause hangs on: 세 곳을 점검한 결과 이상을 찾았다.
func (r *reader) isOutcome(j int) bool {
	return r.isNoun(j) && r.say(j) == "결과" && r.toks[j].part == bare && !(r.isNoun(j+1) && r.toks[j+1].part == bare)
}

// isThing reports whether 것 behind a verb is what something is done to: 받은 것을, 받은 것에.
func (r *reader) isThing(j int) bool {
	p := r.toks[j].part
	return r.say(j) == "것" && (p == object || p == at && !strings.HasSuffix(r.text[:r.toks[j].end], "로"))
}

// standsAt reports whether verb j only says where something is: 법원에 마련된 사무실에서.
func (r *reader) standsAt(j int) bool {
	l := r.verb(j).Lemma
	return (l == "마련" || l == "설치" || l == "차려지다" || l == "꾸려지다") && r.isNoun(j-1) && r.behind(j-1) == "에"
}

// isTopical reports whether a date is what the sentence is about: 2008년에는. No verb that describes a noun is its.
func (r *reader) isTopical(i int) bool {
	w := r.behind(i)
	return r.toks[i].kind == date && (strings.HasSuffix(w, "는") || strings.HasSuffix(w, "엔")) && w != "는"
}

// shows reports whether verb j describes the subject of a sentence that ends in 고 있다, as captions do: 조끼를 입은 직원들이 길을
// 쓸고 있다.
func (r *reader) shows(j int) bool {
	last := len(r.toks) - 1
	for last > j && (r.is(last, mark) || r.is(last, quote)) {
		last--
	}
	if last < j+3 || !r.is(last-1, word) || !r.toks[last].link || r.text[r.toks[last].start:r.toks[last].end] != "있다" ||
		!strings.HasSuffix(r.text[:r.toks[last-1].end], "고") || r.happensAt(j) {
		return false
	}
	for j++; r.isNoun(j); j++ {
		if p := r.toks[j].part; p == subject || p == topic {
			return !slices.ContainsFunc(r.toks[j:], func(t token) bool { return t.kind == date })
		} else if p != bare && p != of && p != and {
			return false
		}
	}
	return false
}

// wasDoing reports whether verb j only says what the subject behind it was doing: 길을 달리던 트럭이 멈췄다.
func (r *reader) wasDoing(j int) bool {
	w := r.text[r.toks[j].start:r.toks[j].end]
	before, ok := strings.CutSuffix(w, "던")
	if last, _ := utf8.DecodeLastRuneInString(before); !ok || known.IsPast(last) {
		return false
	}
	return r.partOfHead(j+1) == subject
}

// isCharged reports whether verb j only says who somebody is to whom something is done: 혐의로 기소된 이에게 벌금을 물렸다.
func (r *reader) isCharged(j int) bool {
	if !r.words.Event["charged"][r.verb(j).Lemma] {
		return false
	}
	switch r.partOfHead(j + 1) {
	case at:
		return true
	case object:
		return j > 1 && (r.say(j-1) == "혐의" || r.say(j-2) == "혐의")
	}
	return false
}

// isAble reports whether verb j only says what can be done, of a noun or a report: 담을 수 없는 말, 적을 수 있다는 예상.
func (r *reader) isAble(j int) bool {
	if !r.is(j+1, word) || r.say(j+1) != "수" || !r.is(j+2, word) {
		return false
	}
	switch r.text[r.toks[j+2].start:r.toks[j+2].end] {
	case "있는", "없는", "있다는", "없다는":
		return !r.isBound(j + 3)
	}
	return false
}

// partOfHead returns the part of the noun that the phrase at token j ends in.
func (r *reader) partOfHead(j int) part {
	for ; j < len(r.toks); j++ {
		t := &r.toks[j]
		if t.kind == word && !r.isNoun(j) || t.kind == quote || t.kind == comma {
			return bare
		}
		if t.kind == word && t.part != bare && t.part != of && t.part != and && t.part != is {
			return t.part
		}
	}
	return bare
}

// happensAt reports whether verb j says that something takes place: 열린.
func (r *reader) happensAt(j int) bool {
	return strings.HasPrefix(r.verb(j).Lemma, "열리") || r.verb(j).Lemma == "개최" || r.verb(j).Lemma == "발생"
}

// endsInNoun reports whether the noun that verb j describes ends the sentence, as captions do.
func (r *reader) endsInNoun(j int) bool {
	for j++; j < len(r.toks); j++ {
		if r.isNoun(j) && r.toks[j].part == is && (j+1 == len(r.toks) || r.is(j+1, mark)) {
			return true // 사용이 금지된 물질이다
		}
		if !r.isNoun(j) || r.toks[j].part != bare {
			return r.is(j, mark)
		}
	}
	return true
}

// isLasting reports whether an adnominal verb tells no single time: 하는, 할.
func (r *reader) isLasting(j int) bool {
	w := r.text[r.toks[j].start:r.toks[j].end]
	last, _ := utf8.DecodeLastRuneInString(w)
	return strings.HasSuffix(w, "는") || korean.FinalOf(last) == korean.Rieul
}

// standsApart reports whether words with a particle stand between date i and verb j: 이달부터 정식 출시되는 has none.
func (r *reader) standsApart(i, j int) bool {
	for i++; i < j; i++ {
		if r.toks[i].kind != word || r.toks[i].part != bare {
			return true
		}
	}
	return false
}

// isPurpose reports whether verb j only says what for: 확보하기 위해, 알리려고.
func (r *reader) isPurpose(j int) bool {
	if r.verb(j).Form == purpose {
		return true
	}
	next := j + 1
	return r.is(next, word) && strings.HasPrefix(r.text[r.toks[next].start:], "위") &&
		strings.HasSuffix(r.text[:r.toks[j].end], "기")
}

// leadsOn reports whether verb j is one of two that together describe a noun, with other words between it and the
// date.
func (r *reader) leadsOn(i, j int) bool {
	return j > i+1 && j+1 < len(r.toks) && r.toks[j+1].kind == word && r.verb(j+1).Lemma != "" &&
		r.verb(j+1).Form == adnominal && !r.isBound(j+2)
}

// nominal reads a noun that ends a clause as a verb does: 집행 중이다, 준공 예정, 개최.
func (r *reader) nominal(j int) Phrase {
	if !r.isNoun(j) {
		return Phrase{}
	}
	if r.text[r.toks[j].start:r.toks[j].end] == "시작으로" && j > 0 && r.toks[j-1].part == object {
		return Phrase{Start: r.toks[j].start, End: r.toks[j].start + len("시작"), Lemma: "시작"}
	}
	last := j+1 >= len(r.toks) || r.toks[j+1].kind == shut || (r.toks[j+1].kind == comma || r.isNameMark(j+1)) &&
		r.near(j, j+1)
	next := ""
	if r.is(j+1, word) && len(r.say(j+1)) <= len("중이던") {
		next = r.say(j + 1)
	}
	if r.toks[j].part == bare && (last && !r.isListed(j) || strings.HasPrefix(next, "중")) || r.toks[j].part == is && last {
		return r.happening(j, false)
	}
	return Phrase{}
}

// isListed reports whether noun j is one of a list that a clause says something of: 처분 취소, 정원 조정 등을 요구했다.
func (r *reader) isListed(j int) bool {
	next := j + 1
	if r.is(next, open) { // 위조(네 번), 행사 등 혐의로
		for r.is(next, open) || next < len(r.toks) && r.toks[next].depth > r.toks[j].depth {
			next++
		}
		next++
	}
	if !r.is(next, comma) {
		return false
	}
	for k := next + 1; k < len(r.toks) && r.verb(k).Lemma == ""; k++ {
		if r.is(k, word) && r.say(k) == "등" {
			return true
		}
		if p := r.toks[k].part; p == topic || p == subject || p == at {
			return false
		}
	}
	return false
}

// verbPhrase returns what verb j says: its noun, or the verb with the noun that a light verb carries.
func (r *reader) verbPhrase(j int) Phrase {
	u, v := &r.toks[j], r.verb(j)
	if w, ok := r.denied(j); ok {
		u, v = &r.toks[j-1], w
	}
	if v.Lemma == "예정" && r.isNoun(j-1) && r.toks[j-1].part != at {
		if p := r.happening(j-1, false); !p.None() {
			return p // 선고가 예정됐다
		}
	}
	if v.Noun > 0 {
		return Phrase{Start: u.start, End: u.start + v.Noun, Lemma: v.Lemma}
	}
	return Phrase{Start: u.start, End: u.end, Lemma: v.Lemma}
}

// denied returns the verb in front of 않다 or 못하다, verb j: 보지 못했다.
func (r *reader) denied(j int) (v verb, ok bool) {
	if l := r.verb(j).Lemma; l != "못하다" && l != "않다" || !r.is(j-1, word) {
		return verb{}, false
	}
	before, ok := strings.CutSuffix(r.text[r.toks[j-1].start:r.toks[j-1].end], "지")
	if !ok || before == "" {
		return verb{}, false
	}
	v = r.words.OfStem(before)
	return v, v.Lemma != ""
}
