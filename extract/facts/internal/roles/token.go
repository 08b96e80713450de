package roles

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/roles/fact"
	"github.com/gisa-go/gisa/extract/facts/internal/roles/known"
)

// kind is what a token is.
type kind uint8

// The kinds of tokens.
const (
	word kind = iota
	amount
	date
	comma
	open  // a bracket
	shut  // a bracket
	quote // begins or ends what somebody says
	mark  // any other
)

// token is a piece of a sentence: a word, an amount or a date with the particle behind it, a mark.
type token struct {
	start, end int // in the text
	stem       int // where the noun, the amount or the date ends
	kind       kind
	part       part
	verb       verb // see reader.verb
	asked      bool // whether verb is known
	fact       int  // which amount or date
	depth      int8 // in how many brackets
	said       bool // inside of a quotation, or of a name in marks: ‘…’
	link       bool // a verb that does a particle's work: 위해, 포함한
}

// reader reads one text.
type reader struct {
	text    string
	words   *known.Words
	amounts []Amount
	dates   []Date
	toks    []token // of the sentence at hand
	last    []int   // the amounts of the sentence with facts before it
	before  []int   // and of the one before that
}

// mostTokens bounds what is read as one sentence, so that a text without marks costs linear time.
const mostTokens = 400

// tokens reads the sentence text[start:end].
func (r *reader) tokens(start, end int) {
	r.toks = r.toks[:0]
	depth, said := int8(0), false
	a := fact.First(r.amounts, start)
	d := fact.First(r.dates, start)
	for i := start; i < end && len(r.toks) < mostTokens; {
		t := token{start: i, depth: depth, said: said}
		switch {
		case d < len(r.dates) && r.dates[d].Start == i:
			t.kind, t.fact, t.stem = date, d, r.dates[d].End
			d++
		case a < len(r.amounts) && r.amounts[a].Start == i:
			t.kind, t.fact, t.stem = amount, a, r.amounts[a].End
			a++
		default:
			next := end
			if a < len(r.amounts) {
				next = min(next, r.amounts[a].Start)
			}
			if d < len(r.dates) {
				next = min(next, r.dates[d].Start)
			}
			if next <= i { // a fact begins inside of what was read
				next = i + 1
			}
			i = r.plain(i, next, &depth, &said)
			for a < len(r.amounts) && r.amounts[a].Start < i {
				a++
			}
			for d < len(r.dates) && r.dates[d].Start < i {
				d++
			}
			continue
		}
		t.end = lettersEnd(r.text, t.stem, end)
		before, _ := utf8.DecodeLastRuneInString(r.text[:t.stem])
		if t.end > t.stem {
			if n, p := r.words.PartOf(r.text[t.stem:t.end], before); n == 0 {
				t.part = p
			} else {
				t.end = t.stem // a noun written together: 예정 of 5월예정
			}
		}
		r.toks = append(r.toks, t)
		i = t.end
		for a < len(r.amounts) && r.amounts[a].Start < i {
			a++
		}
	}
}

// plain reads one word or mark before next and returns where it ends.
func (r *reader) plain(i, next int, depth *int8, said *bool) int {
	c, n := utf8.DecodeRuneInString(r.text[i:next])
	t := token{start: i, end: i + n, stem: i + n, depth: *depth, said: *said, kind: mark}
	switch {
	case c == ' ' || unicode.IsSpace(c):
		return i + n
	case c >= '가' && c <= '힣' || unicode.IsLetter(c) || unicode.IsDigit(c) || c == '㈜':
		t.end = lettersEnd(r.text, i, next)
		if r.lend(&t) {
			return t.end
		}
		r.readWord(&t)
	case strings.ContainsRune("([{（［〔", c):
		t.kind = open
		*depth = min(*depth+1, 100)
	case strings.ContainsRune(")]}）］〕", c):
		t.kind = shut
		*depth = max(*depth-1, 0)
		t.depth = *depth
	case strings.ContainsRune(",;:·ㆍ、/△▲▷▶◦○●◆■□※-–—", c):
		t.kind = comma
	case c == '“' || c == '”' || c == '"':
		t.kind = quote
		*said = c == '“' || c == '"' && !*said
	case c == '‘' || c == '’':
		*said = c == '‘'
	case c == '\'':
		*said = !*said && (i == 0 || r.text[i-1] == ' ')
	}
	r.toks = append(r.toks, t)
	return t.end
}

// lend gives the part of a particle that stands behind a mark to the noun before: (회장)이, ‘…’를. It reports whether t is
// one.
func (r *reader) lend(t *token) bool {
	last := len(r.toks) - 1
	if last < 0 || r.toks[last].end != t.start || r.toks[last].kind == word || r.toks[last].kind == comma {
		return false
	}
	noun := last - 1
	for noun >= 0 && r.toks[last].kind == shut && r.toks[noun].depth > r.toks[last].depth {
		noun--
	}
	if r.is(noun, open) {
		noun--
	}
	if noun < 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(r.text[:r.toks[noun].stem])
	n, p := r.words.PartOf(r.text[t.start:t.end], before)
	if n > 0 || p == bare {
		return false
	}
	if k := r.toks[noun].kind; (k == word || k == amount || k == date) && r.toks[noun].part == bare {
		r.toks[noun].part = p
	}
	if r.toks[last].kind == shut {
		r.toks[last].end = t.end
	}
	return true
}

// readWord tells what a word is: a noun with its particle, or a verb.
func (r *reader) readWord(t *token) {
	t.kind = word
	w := r.text[t.start:t.end]
	n, p := r.words.PartOf(w, 0)
	t.stem, t.part = t.start+n, p
	if t.link = r.words.Skip[w]; t.link {
		t.stem, t.part = t.end, bare
		return
	}
	r.toks = append(r.toks, *t)
	if last := len(r.toks) - 1; p == topic || p == object || p == is || p == at {
		r.verb(last)
	}
	*t = r.toks[len(r.toks)-1]
	r.toks = r.toks[:len(r.toks)-1]
}

// verb returns what token i is as a verb; its lemma is "" for no verb. Words are asked once, and only where it
// matters.
func (r *reader) verb(i int) verb {
	t := &r.toks[i]
	if t.kind != word || t.link {
		return verb{}
	}
	if t.asked {
		return t.verb
	}
	t.asked = true
	w := r.text[t.start:t.end]
	if t.stem < t.end && r.text[t.stem:t.end] != "하고" &&
		r.words.IsNounWith(r.text[t.start:t.stem], t.part) && !(w == "이를" && i > 0 &&
		strings.HasSuffix(r.text[:r.toks[i-1].end], "에")) {
		return verb{}
	}
	v := r.words.VerbOf(w)
	if len(w) == len("연") && i > 0 {
		if before := r.toks[i-1].part; before == object || before == subject {
			v = r.words.Short(w)
		}
	}
	if t.verb = v; v.Lemma != "" {
		t.stem, t.part = t.end, bare
	}
	return v
}

// lettersEnd returns where the letters and digits end that begin at i. Marks that join Latin letters are among them.
func lettersEnd(text string, i, end int) int {
	for i < end {
		c, n := utf8.DecodeRuneInString(text[i:end])
		if c >= '가' && c <= '힣' {
			i += n
			continue
		}
		joins := (c == '-' || c == '&' || c == '.') && i+1 < end && isLatin(text[i+1]) && i > 0 && isLatin(text[i-1]) ||
			(c == '·' || c == '‧' || c == 'ㆍ') && i+n < end && text[i+n] >= utf8.RuneSelf && i > 0 && text[i-1] >= utf8.RuneSelf
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) && c != '㈜' && c != '%' && !joins {
			break
		}
		i += n
	}
	return i
}

func isLatin(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' }

// say returns the noun of a token.
func (r *reader) say(i int) string { return r.text[r.toks[i].start:r.toks[i].stem] }

// behind returns the word or mark behind a token's noun: its particle.
func (r *reader) behind(i int) string { return r.text[r.toks[i].stem:r.toks[i].end] }

// isNoun reports whether token i is a word that is no verb.
func (r *reader) isNoun(i int) bool {
	return i >= 0 && i < len(r.toks) && r.toks[i].kind == word && !r.toks[i].link && r.verb(i).Lemma == ""
}

func (r *reader) is(i int, k kind) bool { return i >= 0 && i < len(r.toks) && r.toks[i].kind == k }
