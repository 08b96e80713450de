package known

import (
	"strings"
	"unicode/utf8"
)

// Verb is what a word is as a verb.
type Verb struct {
	Lemma string // 착공 for 착공했다, 열다 for 열었다; "" for no verb
	Noun  int    // bytes of the noun that 하다, 되다 … stand behind; 0 for other verbs
	Form  Form
	State bool // it tells how something is, not what happens: 다양한
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
	Final := (last - '가') % perVowel
	return Final != 0 && Final != jong['ㄹ']
}

// jong gives the number of a final among the 28 of a syllable.
var jong = map[rune]rune{'ㄴ': 4, 'ㄹ': 8, 'ㅁ': 16, 'ㅂ': 17, 'ㅆ': 20}

// longestVerb is how long a word may be, in bytes, to be read as a verb.
const longestVerb = 60

// VerbOf reads a word as a verb. What is no known verb, nor a noun with 하다 or the like, is none.
func (w *Words) VerbOf(text string) Verb {
	if len(text) <= len("연") || len(text) > longestVerb || w.Skip[text] || w.looksAlike(text) {
		return Verb{}
	}
	return w.Short(text)
}

// Short reads a word of any length: one of a syllable is a verb only where what stands before says so (문을 연).
func (w *Words) Short(text string) Verb {
	last, _ := utf8.DecodeLastRuneInString(text)
	if last < '가' || last > '힣' {
		return Verb{}
	}
	for _, list := range [...][]ending{w.endings[last], w.endings[0]} {
		for _, e := range list {
			if v := w.ended(text, e); v.Lemma != "" {
				v.Form = e.Form
				return v
			}
		}
	}
	return Verb{}
}

// ended reads a word as a stem and an ending.
func (w *Words) ended(text string, e ending) Verb {
	rest, ok := strings.CutSuffix(text, e.text)
	if !ok || rest == "" {
		return Verb{}
	}
	s, ok := stemOf(rest)
	if !ok || e.asksConsonant() && !isConsonant(s.last) {
		return Verb{}
	}
	if e.join != 0 {
		if (s.last-'가')%28 != jong[e.join] {
			return Verb{}
		}
		s.last -= jong[e.join]
	}
	v := Verb{}
	if e.infinitive {
		if v = w.contracted(s); v.Lemma == "" && e.join == 'ㅆ' {
			v = guessed(s)
		}
	} else {
		v = w.known(s)
	}
	if isChance(v, rest, e) {
		return Verb{}
	}
	return v
}

// isChance reports whether a word only happens to look like a verb: a noun of 음 or 기, a stem of one syllable in front
// of an ending that ends nouns as well (지지, 사자).
func isChance(v Verb, rest string, e ending) bool {
	if v.Noun > 0 || v.State {
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
func (w *Words) contracted(s stem) Verb {
	if s.last == '아' || s.last == '어' || s.last == '여' && strings.HasSuffix(s.before, "하") {
		if bare, ok := stemOf(s.before); ok {
			if v := w.known(bare); v.Lemma != "" {
				return v
			}
		}
	}
	if (s.last-'가')%perVowel != 0 {
		return Verb{}
	}
	if s.last == '해' {
		return w.known(stem{s.before, '하'})
	}
	vowel := (s.last - '가') / perVowel % syllables
	with := func(v rune) Verb { return w.known(stem{s.before, s.last + (v-vowel)*perVowel}) }
	switch vowel {
	case vowelAE, vowelE: // 내, 세
		return with(vowel)
	case vowelA, vowelEO: // 가, 서; 담가, 써
		if s.last == '하' {
			return Verb{} // 반지하: the infinitive of 하다 is 해
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
	return Verb{}
}

// guessed returns the verb of an infinitive in front of ㅆ that is in no list: nothing but a verb has that form. Its
// lemma is the likeliest: 졌 is of 지다, 갰 of 개다.
func guessed(s stem) Verb {
	if s.last == '아' || s.last == '어' {
		if bare, ok := stemOf(s.before); ok && (isConsonant(bare.last) || takesWhole(bare.last)) {
			return Verb{Lemma: s.before + "다"}
		}
		return Verb{}
	}
	if s.last == '게' {
		return Verb{} // 겠
	}
	if s.last == '해' {
		return Verb{Lemma: s.before + "하다"}
	}
	if bare, ok := stemOf(s.before); ok && (s.last == '라' || s.last == '러') && (bare.last-'가')%perVowel == jong['ㄹ'] {
		return Verb{Lemma: bare.before + string(bare.last-jong['ㄹ']) + "르다"} // 몰라, 흘러
	}
	vowel := (s.last - '가') / perVowel % syllables
	for _, pair := range [...][2]rune{{vowelYEO, vowelI}, {vowelWA, vowelO}, {vowelWO, vowelU}, {vowelWAE, vowelOE}} {
		if vowel == pair[0] {
			return Verb{Lemma: s.before + string(s.last+(pair[1]-vowel)*perVowel) + "다"}
		}
	}
	switch vowel {
	case vowelA, vowelAE, vowelEO, vowelE:
		return Verb{Lemma: s.before + string(s.last) + "다"}
	}
	return Verb{}
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

func either(a, b Verb) Verb {
	if a.Lemma != "" {
		return a
	}
	return b
}

// known returns the verb of a stem.
func (w *Words) known(s stem) Verb {
	var room [longestVerb + utf8.UTFMax]byte
	key := utf8.AppendRune(append(room[:0], s.before...), s.last)
	if lemma := w.verbs[string(key)]; lemma != "" {
		return Verb{Lemma: lemma, State: w.states[lemma]}
	}
	if noun, ok := s.lightNoun(); ok {
		if w.adjective[noun] || strings.HasSuffix(noun, "스럽") {
			return Verb{Lemma: noun, State: true}
		}
		if len(noun) >= len("착공") {
			return Verb{Lemma: noun, Noun: len(noun)}
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
func (w *Words) helped(s stem) Verb {
	if !strings.ContainsRune("오내가주보놓두지시", s.last) || len(s.before) < len("이어") {
		return Verb{}
	}
	inf, ok := stemOf(s.before)
	if !ok {
		return Verb{}
	}
	if s.last == '시' {
		return w.known(inf) // 하시다
	}
	v := w.contracted(inf)
	if v.Noun > 0 && s.last != '오' && s.last != '지' {
		return Verb{} // 운영해오다 is 운영하다
	}
	v.State = v.State && s.last != '지' // 많아지다
	return v
}

// OfStem returns the verb of a stem: 보 is that of 보다.
func (w *Words) OfStem(text string) Verb {
	s, ok := stemOf(text)
	if !ok {
		return Verb{}
	}
	return w.known(s)
}

// IsPast reports whether a syllable ends in the mark of the past: 했, 열었.
func IsPast(last rune) bool {
	return last >= '가' && last <= '힣' && (last-'가')%perVowel == jong['ㅆ']
}
