package roles

import (
	"strings"
	"unicode/utf8"
)

// verb is what a word is as a verb.
type verb struct {
	lemma string // 착공 for 착공했다, 열다 for 열었다; "" for no verb
	noun  int    // bytes of the noun that 하다, 되다 … stand behind; 0 for other verbs
	form  form
	state bool // it tells how something is, not what happens: 다양한
}

// asksConsonant reports whether an ending stands only behind a final consonant that is no ㄹ: 은, 을, 으며, 습니다.
func (e ending) asksConsonant() bool {
	for _, begin := range [...]string{"은", "을", "으", "음", "습"} {
		if e.join == 0 && !e.infinitive && strings.HasPrefix(e.text, begin) {
			return true
		}
	}
	return false
}

// isConsonant reports whether a syllable ends in a consonant that is no ㄹ.
func isConsonant(last rune) bool {
	final := (last - '가') % perVowel
	return final != 0 && final != jong['ㄹ']
}

// jong gives the number of a final among the 28 of a syllable.
var jong = map[rune]rune{'ㄴ': 4, 'ㄹ': 8, 'ㅁ': 16, 'ㅂ': 17, 'ㅆ': 20}

// longestVerb is how long a word may be, in bytes, to be read as a verb.
const longestVerb = 60

// verbOf reads a word as a verb. What is no known verb, nor a noun with 하다 or the like, is none.
func (w *words) verbOf(text string) verb {
	if len(text) <= len("연") || len(text) > longestVerb || w.skip[text] || w.looksAlike(text) {
		return verb{}
	}
	return w.short(text)
}

// short reads a word of any length: one of a syllable is a verb only where what stands before says so (문을 연).
func (w *words) short(text string) verb {
	last, _ := utf8.DecodeLastRuneInString(text)
	if last < '가' || last > '힣' {
		return verb{}
	}
	for _, list := range [...][]ending{w.endings[last], w.endings[0]} {
		for _, e := range list {
			if v := w.ended(text, e); v.lemma != "" {
				v.form = e.form
				return v
			}
		}
	}
	return verb{}
}

// ended reads a word as a stem and an ending.
func (w *words) ended(text string, e ending) verb {
	rest, ok := strings.CutSuffix(text, e.text)
	if !ok || rest == "" {
		return verb{}
	}
	s, ok := stemOf(rest)
	if !ok || e.asksConsonant() && !isConsonant(s.last) {
		return verb{}
	}
	if e.join != 0 {
		if (s.last-'가')%28 != jong[e.join] {
			return verb{}
		}
		s.last -= jong[e.join]
	}
	v := verb{}
	if e.infinitive {
		if v = w.contracted(s); v.lemma == "" && e.join == 'ㅆ' {
			v = guessed(s)
		}
	} else {
		v = w.known(s)
	}
	if isChance(v, rest, e) {
		return verb{}
	}
	return v
}

// isChance reports whether a word only happens to look like a verb: a noun of 음 or 기, a stem of one syllable in front
// of an ending that ends nouns as well (지지, 사자).
func isChance(v verb, rest string, e ending) bool {
	if v.noun > 0 || v.state {
		return false
	}
	if e.join == 'ㅁ' && (e.text == "" || len(rest) <= len("가")) || e.text == "음" {
		return true // 모임, 담을
	}
	return len(rest) <= len("가") && e.text != "" && e.join == 0 && strings.Contains("지 기 자 나 니 라 도", e.text)
}

// stem is a stem without its last syllable, and that.
type stem struct {
	before string
	last   rune
}

func stemOf(text string) (s stem, ok bool) {
	r, n := utf8.DecodeLastRuneInString(text)
	return stem{text[:len(text)-n], r}, r >= '가' && r <= '힣'
}

// The vowels that infinitives end in, as they count within a syllable, and the vowels of their stems.
const (
	vowelA, vowelAE, vowelEO, vowelE, vowelYEO    = 0, 1, 4, 5, 6
	vowelO, vowelWA, vowelWAE, vowelOE, vowelU    = 8, 9, 10, 11, 13
	vowelWO, vowelEU, vowelI, syllables, perVowel = 14, 18, 20, 21, 28
)

// contracted returns the verb whose infinitive a text is: 해 is that of 하다, 려 of 리다, 와 of 오다.
func (w *words) contracted(s stem) verb {
	if s.last == '아' || s.last == '어' || s.last == '여' && strings.HasSuffix(s.before, "하") {
		if bare, ok := stemOf(s.before); ok {
			if v := w.known(bare); v.lemma != "" {
				return v
			}
		}
	}
	if (s.last-'가')%perVowel != 0 {
		return verb{}
	}
	if s.last == '해' {
		return w.known(stem{s.before, '하'})
	}
	vowel := (s.last - '가') / perVowel % syllables
	with := func(v rune) verb { return w.known(stem{s.before, s.last + (v-vowel)*perVowel}) }
	switch vowel {
	case vowelAE, vowelE: // 내, 세
		return with(vowel)
	case vowelA, vowelEO: // 가, 서; 담가, 써
		if s.last == '하' {
			return verb{} // 반지하: the infinitive of 하다 is 해
		}
		return either(with(vowel), with(vowelEU))
	case vowelYEO:
		return either(with(vowelI), with(vowel))
	case vowelWA:
		return with(vowelO)
	case vowelWAE:
		return with(vowelOE)
	case vowelWO:
		return with(vowelU)
	}
	return verb{}
}

// guessed returns the verb of an infinitive in front of ㅆ that is in no list: nothing but a verb has that form. Its
// lemma is the likeliest: 졌 is of 지다, 갰 of 개다.
func guessed(s stem) verb {
	if s.last == '아' || s.last == '어' {
		if bare, ok := stemOf(s.before); ok && (isConsonant(bare.last) || takesWhole(bare.last)) {
			return verb{lemma: s.before + "다"}
		}
		return verb{}
	}
	if s.last == '게' {
		return verb{} // 겠
	}
	if s.last == '해' {
		return verb{lemma: s.before + "하다"}
	}
	if bare, ok := stemOf(s.before); ok && (s.last == '라' || s.last == '러') && (bare.last-'가')%perVowel == jong['ㄹ'] {
		return verb{lemma: bare.before + string(bare.last-jong['ㄹ']) + "르다"} // 몰라, 흘러
	}
	vowel := (s.last - '가') / perVowel % syllables
	for _, pair := range [...][2]rune{{vowelYEO, vowelI}, {vowelWA, vowelO}, {vowelWO, vowelU}, {vowelWAE, vowelOE}} {
		if vowel == pair[0] {
			return verb{lemma: s.before + string(s.last+(pair[1]-vowel)*perVowel) + "다"}
		}
	}
	switch vowel {
	case vowelA, vowelAE, vowelEO, vowelE:
		return verb{lemma: s.before + string(s.last) + "다"}
	}
	return verb{}
}

// takesWhole reports whether a stem that ends in a syllable takes 어 without being drawn together with it: 되뇌었다, 뛰었다.
func takesWhole(last rune) bool {
	const vowelWI, vowelUI = 16, 19
	switch (last - '가') / perVowel % syllables {
	case vowelOE, vowelWI, vowelUI:
		return (last-'가')%perVowel == 0
	}
	return false
}

func either(a, b verb) verb {
	if a.lemma != "" {
		return a
	}
	return b
}

// known returns the verb of a stem.
func (w *words) known(s stem) verb {
	var room [longestVerb + utf8.UTFMax]byte
	key := utf8.AppendRune(append(room[:0], s.before...), s.last)
	if lemma := w.verbs[string(key)]; lemma != "" {
		return verb{lemma: lemma, state: w.states[lemma]}
	}
	if noun, ok := s.lightNoun(); ok {
		if w.adjective[noun] || strings.HasSuffix(noun, "스럽") {
			return verb{lemma: noun, state: true}
		}
		if len(noun) >= len("착공") {
			return verb{lemma: noun, noun: len(noun)}
		}
	}
	return w.helped(s)
}

// lightNoun returns the noun that 하다, 되다, 받다, 시키다 or 당하다 makes a verb of.
func (s stem) lightNoun() (noun string, ok bool) {
	switch s.last {
	case '하':
		noun, _ = strings.CutSuffix(s.before, "당")
		if len(noun) < len("착공") {
			noun = s.before
		}
		return noun, noun != ""
	case '되', '받':
		return s.before, s.before != ""
	case '키':
		return strings.CutSuffix(s.before, "시")
	case '리': // 말씀드리다
		return strings.CutSuffix(s.before, "드")
	}
	return "", false
}

// helped reads a verb behind another's infinitive that adds nothing: 이어오다 is 잇다.
func (w *words) helped(s stem) verb {
	if !strings.ContainsRune("오내가주보놓두지시", s.last) || len(s.before) < len("이어") {
		return verb{}
	}
	inf, ok := stemOf(s.before)
	if !ok {
		return verb{}
	}
	if s.last == '시' {
		return w.known(inf) // 하시다
	}
	v := w.contracted(inf)
	if v.noun > 0 && s.last != '오' && s.last != '지' {
		return verb{} // 운영해오다 is 운영하다
	}
	v.state = v.state && s.last != '지' // 많아지다
	return v
}
