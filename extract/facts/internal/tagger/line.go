package tagger

import (
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/internal/korean"
)

// token is what is known of a word: where its runes stand, where its stem ends, hashes of its parts.
type token struct {
	start, stem                 int // runes
	whole, root, particle       uint64
	first2, last1, last2, last3 uint64
	shape                       uint64
	ending, endingType          uint64 // the longest ending and its type, 0 without one
	endingStart                 int
	before, after               uint64 // the marks around the word
}

// line is one line of text prepared for the features.
type line struct {
	lists *gazetteer.Lists
	hide  func(name string) bool // in training: list hits not to see

	text   string
	runes  []rune
	bytes  []int    // byte offset of each rune, and the end
	code   []uint64 // hash code of each rune
	word   []int    // token of each rune, -1 outside words
	gaz    []uint64 // list hit at each rune, 0 without one
	hint   []uint64
	tokens []token

	words   []korean.Word
	matches []gazetteer.Match
	stems   []int
}

const (
	k1 = 0x9E3779B97F4A7C15
	k2 = 0xC2B2AE3D27D4EB4F
	k3 = 0x165667B19E3779F9
	k4 = 0xD6E8FEB86659FD93
)

func codeOf(r rune) uint64 { return (uint64(r) + 1) * k1 }

func fold(h, code uint64) uint64 { return (h ^ code) * k2 }

// read prepares text.
func (l *line) read(text string) {
	l.text = text
	l.runes, l.bytes, l.code = l.runes[:0], l.bytes[:0], l.code[:0]
	l.word, l.gaz, l.hint = l.word[:0], l.gaz[:0], l.hint[:0]
	for i, r := range text {
		l.runes = append(l.runes, r)
		l.bytes = append(l.bytes, i)
		l.code = append(l.code, codeOf(foldRune(r)))
		l.word = append(l.word, -1)
		l.gaz = append(l.gaz, 0)
		l.hint = append(l.hint, 0)
	}
	l.bytes = append(l.bytes, len(text))
	l.words = korean.Words(text, l.words[:0])
	l.tokens = l.tokens[:0]
	at := 0
	for _, w := range l.words {
		for l.bytes[at] < w.Start {
			at++
		}
		start := at
		for l.bytes[at] < w.End {
			l.word[at] = len(l.tokens)
			at++
		}
		l.tokens = append(l.tokens, l.tokenOf(w, start, at))
	}
	for i := range l.tokens {
		t := &l.tokens[i]
		mark(l, l.lists.Table, l.gaz, t.start)
		mark(l, l.lists.Hints, l.hint, t.start)
	}
}

// foldRune makes digits one.
func foldRune(r rune) rune {
	if '0' <= r && r <= '9' {
		return '0'
	}
	return r
}

func (l *line) tokenOf(w korean.Word, start, end int) token {
	t := token{start: start, stem: end, endingStart: end}
	text := l.text[w.Start:w.End]
	l.stems = l.lists.Particles.Stems(text, l.stems[:0])
	cut := w.End
	if len(l.stems) > 0 {
		cut = w.Start + l.stems[0]
		t.stem = end - utf8.RuneCountInString(l.text[cut:w.End])
		if t.stem-start == 1 && len(l.stems) > 1 { // 도로는: not 도
			cut = w.Start + l.stems[len(l.stems)-1]
			t.stem = end - utf8.RuneCountInString(l.text[cut:w.End])
		}
	}
	for i := start; i < end; i++ {
		t.whole = fold(t.whole, l.code[i])
		if i < t.stem {
			t.root = fold(t.root, l.code[i])
		} else {
			t.particle = fold(t.particle, l.code[i])
		}
		t.shape = addShape(t.shape, l.runes[i])
	}
	t.first2 = fold(l.code[start], l.code[min(start+1, end-1)])
	t.last1 = l.code[t.stem-1]
	if t.stem-start > 1 {
		t.last2 = fold(t.last1, l.code[t.stem-2])
	}
	if t.stem-start > 2 {
		t.last3 = fold(t.last2, l.code[t.stem-3])
	}
	e := l.lists.Endings.Longest(l.text[w.Start:cut], gazetteer.NameEnding, gazetteer.UnitEnding, gazetteer.WeakEnding)
	if e != nil {
		t.ending, t.endingType = e.Code(), e.TypeCode()
		t.endingStart = t.stem - utf8.RuneCountInString(e.Text)
	}
	t.before, t.after = l.markBefore(start), l.markAfter(w.End)
	return t
}

func (l *line) markBefore(i int) uint64 {
	if i == 0 {
		return 1
	}
	return l.code[i-1]
}

func (l *line) markAfter(end int) uint64 {
	if end >= len(l.text) {
		return 1
	}
	r, _ := utf8.DecodeRuneInString(l.text[end:])
	return codeOf(r)
}

// class puts runes into a few classes for shapes.
func class(r rune) uint64 {
	switch {
	case r >= '가' && r <= '힣':
		return 1
	case r == ' ':
		return 2
	case 'a' <= r && r <= 'z':
		return 3
	case 'A' <= r && r <= 'Z':
		return 4
	case '0' <= r && r <= '9':
		return 5
	case r == '\'' || r == '"' || r == '‘' || r == '’' || r == '“' || r == '”':
		return 6
	case r == '(' || r == '[' || r == '<' || r == '《' || r == '〈':
		return 7
	case r == ')' || r == ']' || r == '>' || r == '》' || r == '〉':
		return 8
	case r == '·' || r == ',' || r == '/' || r == 'ㆍ':
		return 9
	case r == '.' || r == '?' || r == '!':
		return 10
	case unicode.Is(unicode.Han, r):
		return 11
	case unicode.IsLetter(r):
		return 12
	}
	return 13
}

func addShape(shape uint64, r rune) uint64 {
	c := class(r)
	if shape&15 == c {
		return shape
	}
	return shape<<4 | c
}

// mark notes the longest hit of a table at rune start: the class of the name, the rune's place in it, and
// whether a word may end behind it.
func mark(l *line, table *gazetteer.Table, out []uint64, start int) {
	if out[start] != 0 {
		return
	}
	l.matches = table.Matches(l.text, l.bytes[start], l.matches[:0])
	for k := len(l.matches) - 1; k >= 0; k-- {
		m := l.matches[k]
		n := table.Name(m.ID)
		if l.hide != nil && l.hide(n.Text) {
			continue
		}
		stop := korean.WordEnd(l.text, m.End)
		last, _ := utf8.DecodeLastRuneInString(l.text[:m.End])
		end := uint64(0)
		switch rest := l.text[m.End:stop]; {
		case rest == "":
			end = 1
		case l.lists.Particles.Follows(last, rest):
			end = 2
		}
		if end == 0 && m.End-l.bytes[start] <= 6 && k == 0 {
			return // two syllables inside a longer word say nothing
		}
		code := n.Code()<<4 | end<<2
		i := start
		for ; l.bytes[i] < m.End; i++ {
			place := uint64(2)
			if i == start {
				place = 1
			}
			out[i] = code | place
		}
		return
	}
}
