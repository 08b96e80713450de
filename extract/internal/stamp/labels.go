package stamp

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/table"
)

// Label says what a word before a time or number means.
type Label uint8

const (
	None Label = iota
	Published
	Modified
	Views
	Comments
	Author
	Never
)

//go:embed data/labels.txt
var labelLines string

var labelKinds = map[string]Label{"published": Published, "modified": Modified, "views": Views, "comments": Comments,
	"author": Author, "never": Never}

// labels holds data/labels.txt.
var labels = sync.OnceValue(func() map[string]Label {
	kinds := slices.Sorted(maps.Keys(labelKinds))
	words := map[string]Label{}
	table.Must(table.Lines("stamp/data/labels.txt", labelLines, kinds, func(kind, line string) error {
		words[line] = labelKinds[kind]
		return nil
	}))
	return words
})

// LabelBefore returns what the last words of a text say of what follows.
func LabelBefore(s string) Label {
	s = strings.TrimRightFunc(s, isNoLetter)
	if len(s) > 64 {
		s = s[len(s)-64:]
	}
	s = strings.ToLower(s)
	// from the longest tail that begins a word to the shortest
	for i := 0; i < len(s); {
		if r, _ := utf8.DecodeLastRuneInString(s[:i]); i == 0 || isNoLetter(r) {
			if k, ok := labels()[s[i:]]; ok {
				return k
			}
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	// a weekday or the like may stand between
	if i := strings.LastIndexAny(s, " :|"); i > 0 && (len(s)-i < 14 || dateWords().weekdays[s[i+1:]]) {
		return LabelBefore(s[:i])
	}
	return None
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }

// LabelBehind returns what the first word of a text says of what stood before, as in "2022.02.23 입력", and where the word
// ends. A word before another number belongs to that, unless a mark parts them: "09:30 송고 | 10:12 최종수정".
func LabelBehind(s string) (Label, int) {
	start := len(s) - len(strings.TrimLeft(s, " )].,"))
	end := start + strings.IndexFunc(s[start:], isNoLetter)
	if end < start {
		end = len(s)
	}
	k := labels()[strings.ToLower(s[start:end])]
	if k != Published && k != Modified {
		return None, 0
	}
	if rest := strings.TrimLeft(s[end:], " )]"); letters.HasDigit(rest) && !strings.ContainsRune("|,/·", letters.First(rest)) {
		return None, 0
	}
	return k, end
}

// LabelOf returns what a word, in lower case, says of what follows it.
func LabelOf(word string) Label { return labels()[word] }
