package roles

import (
	"strings"

	"github.com/gisa-go/gisa/internal/korean"
)

// isLink reports whether a word behind an amount leads to the noun that it measures.
func isLink(w string) bool {
	for _, end := range []string{"는", "한", "된", "인", "린", "운", "은"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// countsOn reports whether token i only makes the number in front of it less sharp: 이상, 가량, 대.
func (r *reader) countsOn(i int) bool {
	return r.is(i, word) && r.toks[i].part == bare && r.has("sharpness", r.say(i))
}

// isNumberWord reports whether a word goes on counting: 씩, 이상, 여.
func (r *reader) isNumberWord(w string) bool {
	return w == "씩" || w == "여" || w == "중" || w == "등" || w == "대"
}

// nounsFrom returns the noun phrase that begins at token i: words up to the first with a particle.
func (r *reader) nounsFrom(i int) Phrase {
	for i < len(r.toks) && r.toks[i].kind == word && (r.has("pass", r.say(i)) ||
		r.has("tails", r.say(i)) && r.toks[i].part == bare || r.verb(i).Form == adnominal && r.verb(i).Lemma != "") {
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
		if !r.isNoun(end+1) || r.toks[end+1].depth != r.toks[i].depth || r.isTail(end+1) && !r.isHead(end+1) ||
			!r.near(end, end+1) {
			break
		}
		end++
	}
	return r.phrase(i, end)
}

// isHead reports whether a word that may end a phrase without being of it is its head: 시장 규모가.
func (r *reader) isHead(i int) bool {
	switch r.toks[i].part {
	case topic, subject, object:
		return r.has("tails", r.say(i)) && r.has("figures", r.say(i))
	}
	return false
}

// phrase returns tokens first to last as a phrase, without the 들 of many.
func (r *reader) phrase(first, last int) Phrase {
	end := r.toks[last].stem
	if one, ok := strings.CutSuffix(r.say(last), "들"); ok && len(one) >= len("학생") && !strings.HasSuffix(one, "아") {
		end -= len("들")
	}
	return Phrase{Start: r.toks[first].start, End: end}
}

// isModifier reports whether a word with a particle-like end only describes what follows: 안정적인.
func (r *reader) isModifier(i int) bool {
	return r.toks[i].part == is && strings.HasSuffix(r.text[:r.toks[i].end], "인")
}

// isTail reports whether a word ends a phrase without being of it: 등, 중, 이상.
func (r *reader) isTail(i int) bool {
	w := r.say(i)
	return r.has("tails", w) || r.has("members", w) || r.isNumberWord(w) || r.has("pass", w) || r.isEmpty(i)
}

// hasNounBefore reports whether a noun stands right before an amount.
func (r *reader) hasNounBefore(i int) bool {
	j := r.skipPass(i - 1)
	return r.isNoun(j) && r.toks[j].depth == r.toks[i].depth && (r.toks[j].part == bare ||
		r.toks[j].part == subject || r.toks[j].part == object)
}

// nounsTo returns the noun phrase that ends with token j.
func (r *reader) nounsTo(j int) Phrase {
	first := j
	for first > 0 && r.isNoun(first-1) && r.toks[first-1].depth == r.toks[j].depth && r.near(first-1, first) &&
		(r.toks[first-1].part == bare || r.isModifier(first-1)) && !r.isTail(first-1) && j-first < 3 {
		first--
	}
	return r.phrase(first, j)
}

// endsIn reports whether a word ends in one of a list.
func endsIn(list *korean.Suffixes[bool], word string) (yes bool) {
	list.Each(word, func(int, *bool) { yes = true })
	return yes
}
