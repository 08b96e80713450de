package roles

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/roles/known"
)

// near reports whether only blanks stand between two tokens.
func (r *reader) near(i, j int) bool {
	return strings.TrimSpace(r.text[r.toks[i].end:r.toks[j].start]) == ""
}

func (r *reader) has(section, w string) bool { return r.words.Measure[section][w] }

// does reports whether token i is a verb of a section of measures.txt.
func (r *reader) does(section string, i int) bool {
	return r.has(section, strings.TrimSuffix(r.verb(i).Lemma, "다"))
}

// skipPass goes back over words that name nothing: 총, 약, 1인당, dates.
func (r *reader) skipPass(j int) int {
	for j >= 0 {
		t := &r.toks[j]
		switch {
		case t.kind == date && t.part == bare:
		case r.isNameMark(j), r.isColon(j):
		case r.isFrame(j):
			for r.isNoun(j-1) && r.toks[j-1].part == bare && r.near(j-1, j) {
				j-- // 주최 측 추산
			}
		case t.kind == word && t.part == bare && r.isTerm(j):
			if r.isNoun(j-1) && r.toks[j-1].part == bare && r.happens(r.say(j-1)) {
				j-- // 인수 당시
			}
		case t.kind == word && r.verb(j).Lemma == "" && !r.isNamed(j) && strings.HasSuffix(r.text[:t.end], "간"):
		case t.kind == word && r.verb(j).Lemma == "" && t.part == bare && (r.has("pass", r.say(j)) ||
			strings.HasSuffix(r.say(j), "당")):
		case t.kind == amount && strings.HasPrefix(r.text[t.stem:], "당"):
		default:
			return j
		}
		j--
	}
	return j
}

// isFrame reports whether token j, behind a noun, only says by what is counted: 평일 기준, 경찰 추산.
func (r *reader) isFrame(j int) bool {
	return r.isNoun(j) && r.toks[j].part == bare && r.has("frames", r.say(j)) && r.isNoun(j-1) && r.toks[j-1].part == bare
}

// describes reports whether a word with 이다 describes the noun behind: 던, 인.
func (r *reader) describes(i int) bool {
	w := r.text[:r.toks[i].end]
	return strings.HasSuffix(w, "던") || strings.HasSuffix(w, "인")
}

// isTerm reports whether token j is a noun that only tells when: 당시, 이후.
func (r *reader) isTerm(j int) bool { return r.has("when", r.say(j)) && r.verb(j).Lemma == "" }

// isColon reports whether token i parts a heading from what it heads.
func (r *reader) isColon(i int) bool { return r.is(i, comma) && r.text[r.toks[i].start] == ':' }

// isBound reports whether token j is a noun that a clause hangs on.
func (r *reader) isBound(j int) bool {
	return r.is(j, word) && (bound[r.say(j)] || hangs[r.say(j)] || r.words.Event["terms"][r.say(j)])
}

// partBehind returns the part that the particle of an amount gives it, also where a bracket parts them
// (60억원(410만달러)이다), and the token behind.
func (r *reader) partBehind(i int) (p part, next int) {
	t := &r.toks[i]
	next = i + 1
	if !r.is(next, open) || t.end != t.stem {
		return t.part, next
	}
	for next < len(r.toks) && !(r.toks[next].kind == shut && r.toks[next].depth == t.depth) {
		next++
	}
	if next++; next > len(r.toks) {
		return t.part, i + 1 // a bracket that nothing shuts
	}
	if next < len(r.toks) && r.toks[next].kind == word && r.near(next-1, next) {
		before, _ := utf8.DecodeLastRuneInString(r.text[:t.stem])
		if n, q := r.words.PartOf(r.text[r.toks[next].start:r.toks[next].end], before); n == 0 {
			return q, next + 1
		}
	}
	return t.part, next
}

func (r *reader) isMembers(j int) bool {
	w := r.text[r.toks[j].start:r.toks[j].end]
	switch w {
	case "중", "가운데", "이중", "그중", "중에", "중의", "중에서", "가운데서", "이가운데":
		return true
	}
	return false
}

// happens reports whether a noun is one that happens.
func (r *reader) happens(noun string) (yes bool) {
	r.words.Happens.Each(noun, func(start int, end *bool) { yes = yes || start == 0 || *end })
	return yes
}

// isNameMark reports whether token i is a mark around a name.
func (r *reader) isNameMark(i int) bool {
	return r.is(i, mark) && strings.Contains("‘’'<>《》「」『』", r.text[r.toks[i].start:r.toks[i].end])
}

// isNamed reports whether token i is a noun that can be measured: no number with a word behind (3일간).
func (r *reader) isNamed(i int) bool {
	if !r.isNoun(i) {
		return false
	}
	c, noun := r.text[r.toks[i].start], r.say(i)
	if noun == "수" && r.isNoun(i-1) && r.toks[i-1].part == bare && r.near(i-1, i) {
		return true // 조회 수
	}
	return (c < '0' || c > '9' || strings.HasSuffix(noun, "학년")) && !bound[noun] && !r.isEmpty(i)
}

// isEmpty reports whether token i is a word that names nothing: 외, 경우, 오히려.
func (r *reader) isEmpty(i int) bool {
	return r.has("empty", r.say(i)) || r.has("empty", r.text[r.toks[i].start:r.toks[i].end])
}

// bound are nouns that a clause hangs on without being one of theirs: 한 뒤, 한 것, 한 만큼.
var bound = known.Set{"뒤": true, "후": true, "것": true, "데": true, "바": true, "만큼": true, "가운데": true, "예정": true,
	"계획": true, "방침": true, "때": true, "수": true, "전": true, "적": true, "셈": true, "듯": true, "상태": true, "전망": true,
	"등": true, "동안": true, "직후": true, "즉시": true, "도중": true, "와중": true}

// hangs are nouns that a clause hangs on and that may also be measured.
var hangs = known.Set{"중": true, "날": true, "해": true}
