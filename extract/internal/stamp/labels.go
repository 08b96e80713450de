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

// The meanings of labels.
const (
	None      Label = iota // no label
	Published              // of a time: written, put up
	Modified               // of a time: changed last
	Views                  // of a number: readers
	Comments               // of a number: comments
	Author                 // of a name
	Never                  // of a time or number that says nothing of the article
	other                  // of something else at the head of a post
)

//go:embed data/labels.txt
var labelLines string

var labelKinds = map[string]Label{"published": Published, "modified": Modified, "views": Views, "comments": Comments,
	"author": Author, "never": Never, "other": other}

// labelTable holds data/labels.txt.
type labelTable struct {
	kinds map[string]Label
	posts []string // at the head of a post
}

var labelWords = sync.OnceValue(func() *labelTable {
	t := &labelTable{kinds: map[string]Label{}}
	kinds := slices.Collect(maps.Keys(labelKinds))
	table.Must(table.Lines("stamp/data/labels.txt", labelLines, kinds, func(kind, line string) error {
		word, ofPost := strings.CutSuffix(line, " *")
		if ofPost {
			t.posts = append(t.posts, word)
		}
		if kind != "other" {
			t.kinds[word] = labelKinds[kind]
		}
		return nil
	}))
	return t
})

func labels() map[string]Label { return labelWords().kinds }

// PostLabels returns the labels at the head of boards' posts.
func PostLabels() []string { return labelWords().posts }

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

// LabelBehind returns what the first word of a text says of what stood before, as in "2022.02.23 입력", and where the
// word ends. A word before another number belongs to that, unless a mark parts them: "09:30 송고 | 10:12 최종수정".
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
	if rest := strings.TrimLeft(s[end:], " )]"); letters.HasDigit(rest) &&
		!strings.ContainsRune("|,/·", letters.First(rest)) {
		return None, 0
	}
	return k, end
}

// LabelOf returns what a word, in lower case, says of what follows it.
func LabelOf(word string) Label { return labels()[word] }
