package roles

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/roles/fact"
)

// wholes finds for each amount of the sentence the amount that it is said to be a part of.
func (r *reader) wholes(out []Role) {
	for i := range r.toks {
		if r.toks[i].kind != amount {
			continue
		}
		r.breakdown(i, out)
		r.members(i, out)
		r.included(i, out)
		r.total(i, out)
	}
	r.sums(out)
	r.divided(out)
}

// divided reads 재원별로는 국비 160억원, 도비 48억원이다: where the words say that a total is broken down, the amounts that add up to
// one of the two sentences before are its parts.
func (r *reader) divided(out []Role) {
	if !r.says("divides", 4) {
		return
	}
	var parts []int
	for i := range r.toks {
		if t := &r.toks[i]; t.kind == amount && t.depth == 0 && out[t.fact].Whole < 0 {
			parts = append(parts, t.fact)
		}
	}
	for _, list := range [...][]int{r.last, r.before} {
		for k := len(list) - 1; k >= 0; k-- {
			fact.Adds(r.amounts, parts, list[k], false, out)
			if len(parts) > 0 && out[parts[0]].Whole >= 0 {
				return
			}
		}
	}
}

// says reports whether one of the first words of the sentence ends in a word of the section.
func (r *reader) says(section string, first int) bool {
	for i := 0; i < len(r.toks) && i < first; i++ {
		for end := range r.words.Measure[section] {
			if r.is(i, word) && strings.HasSuffix(r.say(i), end) && len(r.say(i)) > len(end) {
				return true
			}
		}
	}
	return false
}

// part notes that one amount is a part of another, unless it is one already or the other is a part of it.
func (r *reader) partly(i, whole int, out []Role) {
	p, w := r.toks[i].fact, r.toks[whole].fact
	if p == w || out[p].Whole >= 0 {
		return
	}
	for k := w; k >= 0; k = out[k].Whole {
		if k == p {
			return
		}
	}
	out[p].Whole = w
}

// addable reports whether one amount can be a part of another: the same unit and no more, or a share of it.
func (r *reader) addable(i, whole int) bool {
	a, w := r.amounts[r.toks[i].fact], r.amounts[r.toks[whole].fact]
	if a.Kind == "percent" {
		return !a.Change
	}
	return a.Kind == w.Kind && a.Unit == w.Unit && a.Value.Cmp(w.Value) <= 0 && !a.Change && !w.Change
}

// breakdown reads 140억원(국비 70억원, 시비 70억원): each amount in the bracket that has a word of its own.
func (r *reader) breakdown(i int, out []Role) {
	if !r.is(i+1, open) || !r.near(i, i+1) && r.toks[i].part != bare {
		return
	}
	depth := r.toks[i+1].depth
	var parts []int
	for j := i + 2; j < len(r.toks) && r.toks[j].depth > depth; j++ {
		t := &r.toks[j]
		if t.kind == word && (r.has("apart", r.say(j)) || strings.HasSuffix(r.say(j), "당")) {
			return
		}
		if t.kind == amount && t.depth == depth+1 && r.addable(j, i) && r.isNoun(r.skipPass(j-1)) {
			parts = append(parts, j)
		}
	}
	for _, j := range parts {
		r.partly(j, i, out)
	}
	r.check(parts, i, out)
}

// check notes where the parts that a text gives of a total do not add up to it.
func (r *reader) check(parts []int, whole int, out []Role) {
	if len(parts) < 2 {
		return
	}
	sum, percent := number.New(0, 0), false
	for _, j := range parts {
		a := r.amounts[r.toks[j].fact]
		sum, percent = sum.Plus(a.Value), percent || a.Kind == "percent"
	}
	if w := r.amounts[r.toks[whole].fact]; !percent && sum.Cmp(w.Value) != 0 {
		out[r.toks[whole].fact].Off = true
	}
}

// members reads N 중 M, N 가운데 M, and 이 중 M with N before.
func (r *reader) members(i int, out []Role) {
	j := i - 1
	for k := 0; j >= 0 && k < 8; j, k = j-1, k+1 {
		t := &r.toks[j]
		if t.kind == amount && r.amounts[t.fact].Kind != "ordinal" || r.verb(j).Lemma != "" &&
			r.verb(j).Form == final || t.kind == quote {
			return
		}
		if t.kind == word && r.isMembers(j) {
			break
		}
	}
	if j < 0 || r.toks[j].kind != word || !r.isMembers(j) {
		return
	}
	named := r.is(j-1, word) && (r.say(j-1) == "이" || r.say(j-1) == "그" ||
		r.text[r.toks[j-1].start:r.toks[j-1].end] == "이")
	back := 2
	if named || strings.HasPrefix(r.say(j), "이") || strings.HasPrefix(r.say(j), "그") {
		back = 14
	}
	for w := j - 1; w >= 0 && j-w <= back; w-- {
		if r.toks[w].kind == amount && r.addable(i, w) {
			r.partly(i, w, out)
			if p := r.toks[i].fact; out[p].About.None() {
				out[p].About = out[r.toks[w].fact].About
			}
			return
		}
	}
	if back == 14 && j <= 3 {
		r.ofThese(i, out)
	}
}

// ofThese reads 이 가운데 4%가 떠난다 behind a sentence with 20%: the last amount there that it can be a part of.
func (r *reader) ofThese(i int, out []Role) {
	a, p := r.amounts[r.toks[i].fact], r.toks[i].fact
	for k := len(r.last) - 1; k >= 0; k-- {
		w := r.amounts[r.last[k]]
		if a.Change || w.Change || a.Unit != w.Unit && a.Kind != "percent" || a.Kind == w.Kind && a.Value.Cmp(w.Value) > 0 {
			continue
		}
		if out[p].Whole < 0 {
			out[p].Whole = r.last[k]
		}
		if out[p].About.None() {
			out[p].About = out[r.last[k]].About
		}
		return
	}
}

// included reads 국비 45억원을 포함해 총 90억원.
func (r *reader) included(i int, out []Role) {
	first := i + 1
	for r.toks[i].part == of && r.isNoun(first) && first < i+4 && !strings.HasPrefix(r.say(first), "포함") {
		first++ // 4건의 우수작을 포함해
	}
	if p := r.toks[i].part; p != object && p != bare && p != of || !r.is(first, word) {
		return
	}
	if w := r.text[r.toks[first].start:r.toks[first].end]; !strings.HasPrefix(w, "포함") || strings.HasPrefix(w, "포함되") {
		return
	}
	for j := first + 1; j < len(r.toks) && j < first+7; j++ {
		if r.toks[j].kind == amount {
			if r.addable(i, j) {
				r.partly(i, j, out)
			}
			return
		}
	}
}

// total reads 초등학교 12곳, 중학교 5곳 등 모두 17곳: the amounts in front that add up.
func (r *reader) total(i int, out []Role) {
	j := i - 1
	says := false
	for k := j; k >= 0 && i-k <= 3 && r.isNoun(k) && r.toks[k].part == bare && r.near(k, k+1); k-- {
		if r.say(k) == "등" {
			j = k // 등 사업장 62곳
			break
		}
	}
	for j >= 0 && r.toks[j].kind == word && (r.say(j) == "등" || r.has("pass", r.say(j)) ||
		strings.HasPrefix(r.say(j), "합")) {
		says = true
		j--
	}
	if !says {
		return
	}
	if parts := r.addends(j, i); len(parts) >= 2 {
		for _, p := range parts {
			r.partly(p, i, out)
		}
	}
}

// addends returns amounts before token j that together are amount whole.
func (r *reader) addends(j, whole int) (parts []int) {
	w := r.amounts[r.toks[whole].fact]
	sum := number.New(0, 0)
	for ; j >= 0 && whole-j < 40; j-- {
		t := &r.toks[j]
		if t.kind == quote || r.verb(j).Lemma != "" && r.verb(j).Form == final && !r.verb(j).State {
			break
		}
		if t.kind != amount || t.depth != r.toks[whole].depth || !r.addable(j, whole) ||
			r.amounts[t.fact].Kind == "percent" {
			continue
		}
		parts = append(parts, j)
		sum = sum.Plus(r.amounts[t.fact].Value)
		if c := sum.Cmp(w.Value); c == 0 {
			return parts
		} else if c > 0 {
			break
		}
	}
	return nil
}

// sums reads 사업비는 320억원으로 국비 160억원, 도비 48억원, 군비 112억원이다: amounts behind that add up to the one before.
func (r *reader) sums(out []Role) {
	for i := range r.toks {
		if r.toks[i].kind != amount || r.amounts[r.toks[i].fact].Kind == "percent" {
			continue
		}
		if p, _ := r.partBehind(i); p == bare {
			continue // one of a row
		}
		w := r.amounts[r.toks[i].fact]
		sum := number.New(0, 0)
		var parts []int
		for j := i + 1; j < len(r.toks) && j-i < 40; j++ {
			t := &r.toks[j]
			if t.kind == quote {
				break
			}
			if t.kind != amount || t.depth != r.toks[i].depth || !r.addable(j, i) || r.amounts[t.fact].Kind == "percent" {
				continue
			}
			parts = append(parts, j)
			if sum = sum.Plus(r.amounts[t.fact].Value); sum.Cmp(w.Value) >= 0 {
				break
			}
		}
		if len(parts) >= 2 && sum.Cmp(w.Value) == 0 {
			for _, j := range parts {
				r.partly(j, i, out)
			}
		}
	}
}
