package head

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/table"
)

// languageSample is how much of the visible text is looked at.
const languageSample = 6 << 10

// findLanguage tells the language of a page: what its text is written in where the script says so, else what the page
// declares, else what its frequent words say.
func (h *Head) findLanguage() (tag, from string) {
	declared := canonicalTag(h.ix.Lang)
	if declared == "" {
		declared = canonicalTag(cmp.Or(h.Content("og:locale"), h.Content("content-language"), h.Content("language"),
			h.Content("dc.language")))
	}
	script := scriptLanguage(middle(h.ix.Text, languageSample))
	switch {
	case script != "" && !strings.HasPrefix(declared, script) && !sharesScript(script, declared):
		return script, "script"
	case declared != "":
		return declared, "declared"
	}
	if script == "" {
		script = wordLanguage(middle(h.ix.Text, languageSample))
	}
	return script, "words"
}

// sharesScript reports whether a declared language is written in the script that most often stands for another.
func sharesScript(script, declared string) bool {
	base, _, _ := strings.Cut(declared, "-")
	switch script {
	case "ru":
		return declared != "" && !latinLanguage(declared)
	case "ar":
		return slices.Contains([]string{"fa", "ur", "ps", "ckb", "ku", "sd", "ug"}, base)
	case "hi":
		return slices.Contains([]string{"mr", "ne", "sa", "mai", "bho"}, base)
	case "he":
		return base == "yi"
	case "zh":
		return base == "yue"
	}
	return false
}

// latinLanguage reports whether a language that is written in Latin letters is meant.
func latinLanguage(tag string) bool {
	base, _, _ := strings.Cut(tag, "-")
	for _, l := range languageWords() {
		if l.tag == base {
			return base != "ru" && base != "uk"
		}
	}
	return false
}

// canonicalTag turns ko_KR, ko-kr, KO and "ko, en" into BCP 47.
func canonicalTag(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), ",")
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '_' || r == '.' })
	if len(parts) == 0 || len(parts[0]) < 2 || len(parts[0]) > 3 {
		return ""
	}
	tag := strings.ToLower(parts[0])
	for _, c := range tag {
		if c < 'a' || c > 'z' {
			return ""
		}
	}
	switch tag {
	case "kr":
		tag = "ko" // a frequent slip
	case "iw":
		tag = "he"
	case "in":
		tag = "id"
	}
	if len(parts) > 1 && len(parts[1]) == 2 {
		tag += "-" + strings.ToUpper(parts[1])
	}
	return tag
}

// middle returns about n bytes from the middle of a text, where menus are fewest.
func middle(s []byte, n int) []byte {
	if len(s) <= n {
		return s
	}
	at := (len(s) - n) / 2
	for at > 0 && !utf8.RuneStart(s[at]) {
		at--
	}
	return s[at : at+n]
}

// scriptLanguage names the language that a script is used for, "" for Latin letters.
func scriptLanguage(s []byte) string {
	var hangul, kana, han, cyrillic, arabic, greek, hebrew, thai, deva, latin int
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				latin++
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(s[i:])
		i += n
		switch {
		case r >= 0xac00 && r <= 0xd7a3:
			hangul++
		case r >= 0x3040 && r <= 0x30ff:
			kana++
		case r >= 0x4e00 && r <= 0x9fff:
			han++
		case r >= 0x400 && r <= 0x52f:
			cyrillic++
		case r >= 0x600 && r <= 0x6ff:
			arabic++
		case r >= 0x370 && r <= 0x3ff:
			greek++
		case r >= 0x590 && r <= 0x5ff:
			hebrew++
		case r >= 0xe00 && r <= 0xe7f:
			thai++
		case r >= 0x900 && r <= 0x97f:
			deva++
		default:
			latin++
		}
	}
	most, tag := latin/3, "" // a letter of the scripts below says more than a Latin one
	for _, c := range []struct {
		n   int
		tag string
	}{{hangul * 2, "ko"}, {kana * 3, "ja"}, {han, "zh"}, {cyrillic, "ru"}, {arabic, "ar"}, {greek, "el"},
		{hebrew, "he"}, {thai, "th"}, {deva, "hi"}} {
		if c.n > most {
			most, tag = c.n, c.tag
		}
	}
	if most < 20 {
		return ""
	}
	return tag
}

//go:embed data/languages.txt
var languageLines string

type languageList struct {
	tag   string
	words map[string]bool
}

var languageWords = sync.OnceValue(func() []languageList {
	var out []languageList
	table.Must(table.Keys("head/data/languages.txt", languageLines, nil, func(_, tag string, list []string) error {
		l := languageList{tag, map[string]bool{}}
		for _, word := range list {
			l.words[word] = true
		}
		out = append(out, l)
		return nil
	}))
	return out
})

// wordLanguage counts frequent words.
func wordLanguage(s []byte) string {
	best, most := "", 4
	words := strings.Fields(strings.ToLower(string(s)))
	for _, l := range languageWords() {
		n := 0
		for _, w := range words {
			if l.words[w] {
				n++
			}
		}
		if n > most {
			best, most = l.tag, n
		}
	}
	return best
}
