// Package look asks what stands at a place of a text: whether a word ends, which word makes a number an offset or a
// length.
package look

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Source is a text with the words that are looked for in it. Its methods ask what stands at a place.
type Source struct {
	Text    string
	Words   *words.Words
	Closing bool // the second date of a range is read: 사이 may follow
}

// Ends tells whether the word ends at i, but for particles: 전에, 전까지; not 전라.
func (r *Source) Ends(i int) bool {
	for range maxParticles {
		if runes.SyllableAt(r.Text, i) >= runes.Syllables {
			return true
		}
		w, end := r.Words.Find(r.Text, i, words.ParticleKinds)
		switch {
		case w == nil:
			return false
		case isCopula(r.Text[i:end]): // in any ending
			return true
		}
		i = end
	}
	return runes.SyllableAt(r.Text, i) >= runes.Syllables
}

// maxParticles is how many particles are read behind one word: 전까지만은.
const maxParticles = 3

// isCopula tells the forms of 이다, or what they begin with.
func isCopula(s string) bool {
	return strings.HasPrefix(s, "였") || strings.HasPrefix(s, "입니") || len(s) > len("이") &&
		(strings.HasPrefix(s, "이") || strings.HasPrefix(s, "인"))
}

// Ago reads the word that makes a length of time an offset, 전 or 뒤, and gives where it ends; nil where it is another's
// beginning (전라북도), a former office (전 시장), or the name of a clan (전의 이씨).
func (r *Source) Ago(i int) (w *words.Word, end int) {
	w, end = r.Words.Find(r.Text, i, 1<<words.AgoWord)
	if other, _ := r.Words.Find(r.Text, i, 1<<words.NotAgo); other != nil || w == nil || !r.Ends(end) || r.Former(end) ||
		r.isClan(end) {
		return nil, i
	}
	return w, end
}

// isClan tells whether the name of a clan follows its seat at i: 전의 이씨.
func (r *Source) isClan(i int) bool {
	const seat = "의 "
	return strings.HasPrefix(r.Text[i:], seat) && strings.HasPrefix(r.Text[min(len(r.Text), i+len(seat)+len("이")):], "씨")
}

// Open tells whether a word may end at i: no syllable follows, or one that begins something allowed there.
func (r *Source) Open(i int) bool {
	if runes.SyllableAt(r.Text, i) >= runes.Syllables {
		return true
	}
	w, _ := r.Words.Find(r.Text, i, words.OpenKinds)
	return w != nil
}

// OpenTo is open, or something more of a date follows.
func (r *Source) OpenTo(i int) bool {
	if r.Open(i) {
		return true
	}
	w, _ := r.Words.Find(r.Text, i, words.LaterKinds)
	return w != nil
}

// PrecededBy tells whether the word before i, without its blank, ends in one of a kind.
func (r *Source) PrecededBy(i int, kind words.WordKind) bool {
	for i > 0 && r.Text[i-1] == ' ' {
		i--
	}
	start := i
	for n := 0; n < 6 && start >= 3 && runes.SyllableAt(r.Text, start-3) < runes.Syllables; n++ {
		start -= 3
	}
	for k := start; k < i; k += 3 {
		if k > start && kind == words.LastingBefore && i-k < 6 {
			break // one syllable must be a word of its own
		}
		if w, end := r.Words.Find(r.Text[:i], k, 1<<kind); w != nil && end == i {
			return true
		}
	}
	return false
}

// Suffixed is openTo, or a suffix of years and months follows.
func (r *Source) Suffixed(i int) bool {
	if r.OpenTo(i) {
		return true
	}
	w, _ := r.Words.Find(r.Text, i, 1<<words.YearSuffix)
	return w != nil
}

// Lasting tells whether a word that makes a length stands at i. Behind a blank it must be a whole word: 12일 만나, 12일
// 내란 and 12일 여의도 begin like 만, 내 and 여.
func (r *Source) Lasting(i int) bool {
	apart := r.apart(i)
	kinds := uint64(1<<words.LastingWord | 1<<words.LastingJoined)
	if apart {
		kinds = 1<<words.LastingWord | 1<<words.LastingApart
	}
	w, end := r.Words.Find(r.Text, i, kinds)
	switch {
	case w == nil || r.Closing && w.Segments[0] == "사이":
		return false
	case w.Kind == words.LastingWord && r.Begins(i, words.NotLasting):
		return false
	case w.Kind == words.LastingApart:
		return runes.SyllableAt(r.Text, end) >= runes.Syllables
	case w.N > 0:
		return true
	case apart:
		return r.Ends(end)
	}
	return r.Open(end)
}

// apart tells whether a blank stands before i.
func (r *Source) apart(i int) bool {
	before, _ := utf8.DecodeLastRuneInString(r.Text[:i])
	return unicode.IsSpace(before)
}

// Half tells whether 반 at p, behind a number of years or an hour, means a half: 2년 반, 3시반, not 3시 반도체.
func (r *Source) Half(p int) bool {
	if !strings.HasPrefix(r.Text[p:], "반") {
		return false
	}
	end := p + len("반")
	if r.apart(p) {
		return r.Ends(end) && !r.Begins(p, words.NotHalf)
	}
	return r.Open(end)
}

// Begins tells whether a word of a kind begins at i.
func (r *Source) Begins(i int, kind words.WordKind) bool {
	w, _ := r.Words.Find(r.Text, i, 1<<kind)
	return w != nil
}

// Former tells whether a title follows 전 at i.
func (r *Source) Former(i int) bool {
	p := runes.SkipBlanks(r.Text, i)
	if p == i {
		return false
	}
	w, _ := r.Words.Find(r.Text, p, 1<<words.TitleWord)
	if w != nil {
		return true
	}
	// 전 서울시장: a place before the title
	q := p
	for q < len(r.Text) && runes.SyllableAt(r.Text, q) < runes.Syllables {
		q += 3
	}
	for k := q - 3; k > p; k -= 3 {
		if w, end := r.Words.Find(r.Text, k, 1<<words.TitleWord); w != nil && (end == q || r.Open(end)) {
			return true
		}
	}
	return false
}

// DayNumber reads 15일; 0 where there is none.
func (r *Source) DayNumber(i int) (n, end int) {
	d := ReadInt(r.Text, i)
	u, end := r.Words.Find(r.Text, d.End, 1<<words.UnitWord)
	if !d.OK() || u == nil || u.Unit != words.DayUnit || d.Value > 31 {
		return 0, i
	}
	return d.Value, end
}

// isWhole tells whether 전 that ends at i is the whole of something: 9일 전 국민.
func (r *Source) isWhole(i int) bool {
	p := runes.SkipBlanks(r.Text, i)
	w, _ := r.Words.Find(r.Text, p, 1<<words.WholeNoun)
	return p > i && w != nil
}

// changes tells whether the length that ends at i becomes another: 5일에서 3일로 줄었다.
func (r *Source) changes(i int) bool {
	if !strings.HasPrefix(r.Text[i:], "에서 ") {
		return false
	}
	n, end := r.DayNumber(i + len("에서 "))
	return n > 0 && strings.HasPrefix(r.Text[end:], "로") && r.Lasting(end)
}

// Lasts tells whether a number of days is a length: by what follows or precedes it.
func (r *Source) Lasts(start, direction, end int) bool {
	p := runes.SkipBlanks(r.Text, end)
	if r.Lasting(p) {
		return true
	}
	if w, q := r.Ago(p); w != nil && !r.isWhole(q) {
		return true
	}
	if direction != 0 {
		return false
	}
	return r.PrecededBy(start, words.LastingBefore) || r.changes(end)
}
