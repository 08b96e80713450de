package input

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/breaks.txt
var breaksText string

// breaks is what is known of how words begin and end, by kind.
var breaks = sync.OnceValue(func() map[string]map[string]bool {
	kinds := map[string]map[string]bool{}
	for line := range strings.Lines(breaksText) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		if kinds[words[0]] == nil {
			kinds[words[0]] = map[string]bool{}
		}
		for _, w := range words[1:] {
			kinds[words[0]][w] = true
		}
	}
	return kinds
})

// vocabulary holds the words of a text that are whole, and how they begin.
type vocabulary struct{ words, beginnings map[string]bool }

// maxWord bounds what is kept of a word.
const maxWord = 12

func vocabularyOf(lines []textLine) vocabulary {
	v := vocabulary{map[string]bool{}, map[string]bool{}}
	for _, l := range lines {
		words := strings.FieldsFunc(l.text, func(r rune) bool { return !unicode.IsLetter(r) })
		for i, w := range words {
			if i == 0 && strings.HasPrefix(l.text, w) || i == len(words)-1 && strings.HasSuffix(l.text, w) {
				continue // it may be a part of one
			}
			v.words[w] = true
			for at, n := range w {
				if at > 3*maxWord {
					break
				}
				v.beginnings[w[:at+utf8.RuneLen(n)]] = true
			}
		}
	}
	return v
}

// inside reports whether the break between two lines stands inside of a word.
func (v vocabulary) inside(before, after string) bool {
	a := before[strings.LastIndexByte(before, ' ')+1:]
	b, _, _ := strings.Cut(after, " ")
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	start, end := b[:len(b)-len(strings.TrimLeftFunc(b, unicode.IsLetter))], a[len(strings.TrimRightFunc(a, unicode.IsLetter)):]
	switch {
	case unicode.IsDigit(first):
		return unicode.IsDigit(last) || a == "제" || endsNumber(a)
	case strings.ContainsRune(`”’)]】」』>,.!?%…~`, first):
		return true
	case !unicode.IsLetter(first):
		return first == '(' || first == '·'
	case strings.ContainsRune(",.!?;:…", last):
		return false
	case unicode.IsDigit(last) || last == '(' || last == '“' || last == '‘' || last == '·':
		return true
	case !unicode.IsLetter(last):
		return breaks()["tail"][start]
	case !unicode.Is(unicode.Hangul, last) || !unicode.Is(unicode.Hangul, first):
		return breaks()["tail"][start]
	}
	if quoted, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(a, end)); strings.ContainsRune(`"”’)]`, quoted) {
		return breaks()["tail"][end+start] // ”라|고, but not ”고|강조했다
	}
	return v.insideHangul(end, start)
}

// endsNumber reports whether a word ends in a number that a comma or a point follows.
func endsNumber(s string) bool {
	n := len(s)
	return n > 1 && (s[n-1] == ',' || s[n-1] == '.') && s[n-2] >= '0' && s[n-2] <= '9'
}

// insideHangul decides between a and b, of which one may be a part of a word: by the other words of the text, then by
// what ends and begins words.
func (v vocabulary) insideHangul(a, b string) bool {
	known, head := breaks(), firstRunes(b, 1)
	if utf8.RuneCountInString(a) == 1 {
		head = firstRunes(b, 2)
	}
	switch {
	case v.beginnings[a+head]:
		return true
	case v.words[a] && v.beginnings[firstRunes(b, 2)] && !known["tail"][b]:
		return false
	case known["begin"][firstRunes(b, 2)] || known["begin"][firstRunes(b, 3)]:
		return false
	case known["tail"][b] || known["head"][firstRunes(b, 1)] || known["head"][firstRunes(b, 2)]:
		return true
	case known["alone"][a]:
		return false
	case utf8.RuneCountInString(a) == 1:
		return true
	case known["end"][lastRunes(a, 1)] || known["end"][lastRunes(a, 2)]:
		return false
	case utf8.RuneCountInString(b) >= 2 && v.beginnings[firstRunes(b, 2)]:
		return false
	}
	return true
}

func firstRunes(s string, n int) string {
	for at := range s {
		if n--; n < 0 {
			return s[:at]
		}
	}
	return s
}

func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}
