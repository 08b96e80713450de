// Package boilerplate says what a line is that stands in an article and is no part of its text.
package boilerplate

import (
	_ "embed"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/table"
)

// Kind says what a line is that stands in the body and is not part of the text.
type Kind uint8

// The kinds of lines.
const (
	Text      Kind = iota // part of the article
	Copyright             // 무단전재 및 재배포 금지
	Promo                 // newsletters, 제보, subscriptions, sharing
	Related               // read also
	Byline                // reporters and their mail
	Source                // 출처 : …
	Caption               // of a picture
	Time                  // 입력 2022.02.23 17:41
	Head                  // heads what is not the article: Related articles
	Dek                   // subtitle
	Title                 // headline, and what stands before it
	Mark                  // of a footnote
	End                   // nothing of the article follows: 이전글
	Comments              // readers' comments follow: 3 comments
)

//go:embed data/lines.txt
var lineTable string

var lineKinds = map[string]Kind{"copyright": Copyright, "promo": Promo, "related": Related, "byline": Byline,
	"source": Source, "caption": Caption, "time": Time, "head": Head, "end": End, "comments": Comments}

// linePatterns holds data/lines.txt: what a line may be, begin with or hold.
type linePatterns struct {
	whole  map[string]Kind
	counts map[string]Kind          // whole lines but for a number: 3 comments
	begins map[string][]linePattern // by their first two bytes
	holds  map[string][]linePattern // by their first two bytes
	pairs  [1 << 16 / 64]uint64     // a bit for the first two bytes of a pattern of holds: no look into the map for others
}

type linePattern struct {
	text string
	kind Kind
}

// The longest lines that patterns are tried on, in characters; wide ones count as two.
const (
	countsMax = 48
	beginsMax = 320
	holdsMax  = 400
)

var patterns = sync.OnceValue(func() *linePatterns {
	t := &linePatterns{whole: map[string]Kind{}, counts: map[string]Kind{}, begins: map[string][]linePattern{},
		holds: map[string][]linePattern{}}
	kinds := slices.Sorted(maps.Keys(lineKinds))
	table.Must(table.Lines("boilerplate/data/lines.txt", lineTable, kinds, func(kind, line string) error {
		op, text, ok := strings.Cut(line, " ")
		if kind == "" || !ok || len(text) < 2 || !t.add(op, text, lineKinds[kind]) {
			return errors.New("want [kind] or = ~ ^ * and words")
		}
		return nil
	}))
	return t
})

func (t *linePatterns) add(op, text string, kind Kind) bool {
	switch op {
	case "=":
		t.whole[text] = kind
	case "~":
		t.counts[text] = kind
	case "^":
		t.begins[text[:2]] = append(t.begins[text[:2]], linePattern{text, kind})
	case "*":
		t.holds[text[:2]] = append(t.holds[text[:2]], linePattern{text, kind})
		p := pair(text[0], text[1])
		t.pairs[p/64] |= 1 << (p % 64)
	default:
		return false
	}
	return true
}

// pair is a number for two bytes.
func pair(a, b byte) uint { return uint(a)<<8 | uint(b) }

// kindOf says what a line is. It is compared in lower case, without marks before its first letter; for whole lines also
// without marks after the last.
func (t *linePatterns) kindOf(line []byte, size int, buf []byte) (Kind, []byte) {
	if size > holdsMax {
		return Text, buf
	}
	buf = appendFolded(buf[:0], line)
	s := buf
	if k, ok := t.whole[string(trimMarks(s))]; ok {
		return k, buf
	}
	if len(s) < 2 {
		return Text, buf
	}
	if size <= countsMax && letters.HasDigit(s) {
		var word [2 * countsMax]byte
		if k, ok := t.counts[string(appendUncounted(word[:0], s))]; ok {
			return k, buf
		}
	}
	if size <= beginsMax {
		for _, p := range t.begins[string(s[:2])] {
			if hasWordPrefix(s, p.text) && !(p.kind == Time && isTold(s[len(p.text):])) {
				return p.kind, buf
			}
		}
	}
	for i := 0; i+1 < len(s); i++ {
		if p := pair(s[i], s[i+1]); t.pairs[p/64]>>(p%64)&1 == 0 {
			continue
		}
		for _, p := range t.holds[string(s[i:i+2])] {
			if len(s)-i >= len(p.text) && string(s[i:i+len(p.text)]) == p.text {
				return p.kind, buf
			}
		}
	}
	return Text, buf
}

// timeReach is how far behind words such as Posted on the time begins, in bytes.
const timeReach = 40

// isTold reports whether what follows the words of a time is no time but the rest of a sentence: Posted on the door by
// two pupils, a list …
func isTold(rest []byte) bool {
	return len(rest) > timeReach && !letters.HasDigit(rest[:timeReach])
}

// appendUncounted appends the letters of a folded line, without its numbers, marks and blanks.
func appendUncounted(dst, s []byte) []byte {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if unicode.IsLetter(r) {
			dst = append(dst, s[i:i+n]...)
		}
		i += n
	}
	return dst
}

// hasWordPrefix reports whether s begins with p and p does not end inside a word of letters with spaces between words.
func hasWordPrefix(s []byte, p string) bool {
	if len(s) < len(p) || string(s[:len(p)]) != p {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(p)
	next, _ := utf8.DecodeRune(s[len(p):])
	return len(s) == len(p) || !unicode.IsLetter(last) || !unicode.IsLetter(next) || letters.IsWide(last)
}

// appendFolded appends a line in lower case, without the marks and blanks before its first letter or number.
func appendFolded(dst, line []byte) []byte {
	started := false
	for i := 0; i < len(line); {
		c := line[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			started = started || c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
			if started || c == '(' || c == '<' || c == '[' || c == '*' {
				dst = append(dst, c)
				started = true
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(line[i:])
		if !started && !unicode.IsLetter(r) && !keepsMark(r) {
			i += n
			continue
		}
		started = true
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
		i += n
	}
	return dst
}

// keepsMark tells the marks that patterns begin with.
func keepsMark(r rune) bool { return strings.ContainsRune("©ⓒ▶▲△▷☞☎※●■◆", r) }

// trimMarks cuts blanks and punctuation from the end of a folded line.
func trimMarks(s []byte) []byte {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRune(s)
		if unicode.IsLetter(r) || unicode.IsNumber(r) || r == ')' {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// KindOf says what a line of size characters is, wide ones counted twice; buf is room for it, handed back.
func KindOf(line []byte, size int, buf []byte) (Kind, []byte) {
	return patterns().kindOf(line, size, buf)
}
