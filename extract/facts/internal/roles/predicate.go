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

// form is what follows a verb.
type form uint8

// The forms of verbs.
const (
	final      form = iota // 했다
	connective             // 하고, 해
	adnominal              // 한, 하는
	purpose                // 하려고
	reported               // 한다고
)

// forms names the sections of endings.txt.
var forms = map[string]form{
	"final": final, "connective": connective, "adnominal": adnominal, "purpose": purpose, "reported": reported,
}

// ending is what is taken off a verb to get its stem.
type ending struct {
	text       string
	join       rune // the final that the stem's last syllable carries; 0 for none
	infinitive bool // it follows 해 and 열어, not 하 and 열
	form       form
}

func (e ending) size() int {
	if e.join != 0 {
		return len(e.text) + 1
	}
	return len(e.text)
}

// jong gives the number of a final among the 28 of a syllable.
var jong = map[rune]rune{'ㄴ': 4, 'ㄹ': 8, 'ㅁ': 16, 'ㅂ': 17, 'ㅆ': 20}

func (w *words) addEndings(section string, fields []string) {
	for _, f := range fields {
		e := ending{form: forms[section]}
		e.text, e.infinitive = strings.CutPrefix(f, "~")
		if r, n := utf8.DecodeRuneInString(e.text); jong[r] > 0 {
			e.join, e.text = r, e.text[n:]
		}
		w.endings = append(w.endings, e)
	}
}

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
	for _, e := range w.endings {
		rest, ok := strings.CutSuffix(text, e.text)
		if !ok || rest == "" {
			continue
		}
		if e.join != 0 {
			if rest, ok = withoutFinal(rest, jong[e.join]); !ok {
				continue
			}
		}
		if v := w.stemOf(rest, e); v.lemma != "" && !isChance(v, rest, e) {
			v.form = e.form
			return v
		}
	}
	return verb{}
}

// isChance reports whether a word only happens to look like a verb: a noun of 음 or 기, a stem of one syllable in front of an
// ending that ends nouns as well (지지, 사자).
func isChance(v verb, rest string, e ending) bool {
	if v.noun > 0 || v.state {
		return false
	}
	if e.join == 'ㅁ' && e.text == "" || e.text == "음" {
		return true
	}
	return len(rest) <= len("가") && strings.Contains("지 기 자 나 니 라 도", e.text) && e.text != "" && e.join == 0
}

// withoutFinal takes a final off the last syllable.
func withoutFinal(s string, final rune) (string, bool) {
	r, n := utf8.DecodeLastRuneInString(s)
	if r < '가' || r > '힣' || (r-'가')%28 != final {
		return s, false
	}
	return s[:len(s)-n] + string(r-final), true
}

// stemOf reads what stands before an ending.
func (w *words) stemOf(rest string, e ending) verb {
	if !e.infinitive {
		return w.known(rest)
	}
	for _, stem := range uncontracted(rest) {
		if v := w.known(stem); v.lemma != "" {
			return v
		}
	}
	return verb{}
}

// uncontracted returns the stems whose infinitive a text may be: 해 is that of 하, 려 of 리, 와 of 오.
func uncontracted(s string) (stems []string) {
	r, n := utf8.DecodeLastRuneInString(s)
	if r < '가' || r > '힣' {
		return nil
	}
	before := s[:len(s)-n]
	if r == '아' || r == '어' || r == '여' && strings.HasSuffix(before, "하") {
		stems = append(stems, before)
	}
	vowel := (r - '가') / 28 % 21
	if (r-'가')%28 != 0 {
		return stems
	}
	with := func(v rune) string { return before + string(r+(v-vowel)*28) }
	switch vowel {
	case 1: // ㅐ: 해, 내
		if r == '해' {
			return append(stems, before+"하")
		}
		stems = append(stems, s)
	case 0, 4: // ㅏ ㅓ: 가, 서, 담가, 써
		stems = append(stems, s, with(18))
	case 5: // ㅔ
		stems = append(stems, s)
	case 6: // ㅕ
		stems = append(stems, with(20), s)
	case 9: // ㅘ
		stems = append(stems, with(8))
	case 10: // ㅙ
		stems = append(stems, with(11))
	case 14: // ㅝ
		stems = append(stems, with(13))
	}
	return stems
}

// light are what makes a verb of a noun.
var light = []string{"하", "되", "시키", "받", "당하"}

// helpers are verbs behind an infinitive that add nothing: 이어오다 is 잇다.
var helpers = []string{"오", "내", "가", "주", "보", "놓", "두"}

// known returns the verb of a stem.
func (w *words) known(stem string) verb {
	if lemma := w.verbs[stem]; lemma != "" {
		return verb{lemma: lemma + "다"}
	}
	for _, l := range light {
		noun, ok := strings.CutSuffix(stem, l)
		if !ok || noun == "" {
			continue
		}
		if w.adjective[noun] || strings.HasSuffix(noun, "스럽") {
			return verb{lemma: stem + "다", state: true}
		}
		if len(noun) >= len("착공") {
			return verb{lemma: noun, noun: len(noun)}
		}
	}
	for _, h := range helpers {
		inf, ok := strings.CutSuffix(stem, h)
		if !ok || len(inf) < len("이어") {
			continue
		}
		for _, s := range uncontracted(inf) {
			if lemma := w.verbs[s]; lemma != "" {
				return verb{lemma: lemma + "다"}
			}
		}
	}
	return verb{}
}
