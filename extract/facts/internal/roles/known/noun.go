package known

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/korean"
)

// PartOf returns where the noun of a word ends and which part its particle gives it. before is the rune in front of
// the word where the word is only a particle (behind an amount), else 0.
func (w *Words) PartOf(word string, before rune) (stem int, p Part) {
	if before == 0 && w.looksAlike(word) {
		return len(word), Bare
	}
	stem, p = len(word), Bare
	w.particles.Each(word, func(start int, v *particle) {
		r := before
		if start > 0 {
			r, _ = utf8.DecodeLastRuneInString(word[:start])
		} else if before == 0 {
			return
		}
		if got := v.after(r); got != Bare && (before != 0 || w.mayBeNoun(word[:start], word[start:])) {
			stem, p = start, got
		}
	})
	return stem, p
}

// after returns the part that a particle gives a noun that ends in r. Letters and digits are read aloud as one likes:
// any form may stand behind them (SPC이, 마하1은).
func (p *particle) after(r rune) Part {
	got := p.behind[endOf(r)]
	if got == Bare && r < 'z' {
		got = max(p.behind[0], p.behind[1], p.behind[2])
	}
	return got
}

// endOf tells how a rune ends, as an index into particle.behind. Letters and digits end in a vowel for most particles.
func endOf(r rune) int {
	switch f := korean.FinalOf(r); {
	case f == korean.AnyFinal, f == korean.Vowel:
		return 0
	case f == korean.Rieul:
		return 1
	}
	return 2
}

// mayBeNoun reports whether what stands before a particle is enough of a noun: one syllable is one before particles
// that seldom end words.
func (w *Words) mayBeNoun(noun, particle string) bool {
	if len(noun) > len("가") || noun == "대" {
		return true
	}
	switch particle {
	case "가":
		return strings.Contains("수 비 키 차 소 피 뼈 코 표 쥐 새 개", noun)
	case "은", "는", "을", "를", "이", "에", "에게", "에게서", "에서", "으로", "의", "보다", "부터", "까지", "처럼", "만큼", "마다", "입니다",
		"이다", "이었다", "인", "이며", "이고":
		return noun != "" && !w.Skip[noun+particle]
	}
	return false
}

// IsNounWith reports whether a word is a noun with a particle and no verb, whatever it looks like: 흐름을, 투표함과, 이를, 그는.
func (w *Words) IsNounWith(noun string, p Part) bool {
	switch p {
	case Object, And:
		return w.pronouns[noun] || w.looksAlike(noun)
	case Topic, Subject:
		return w.pronouns[noun]
	}
	return false
}

// looksAlike reports whether a word is, or ends in, a noun that only looks as if it had a particle.
func (w *Words) looksAlike(word string) (alike bool) {
	if w.different[word] {
		return false
	}
	w.alike.Each(word, func(start int, compound *bool) { alike = alike || *compound || start == 0 })
	return alike
}
