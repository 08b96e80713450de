package byline

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// MaxPosting bounds the lines that blogs put around a post, in bytes.
const MaxPosting = 260

// postingWords is how many words beside the time name who posted and where.
const postingWords = 5

// IsPosting reports whether a line is what blogs put around a post: who posted it and when, then links to the post and
// what is said of it. Posted by Runa at 2:33 PM | Comments (3). A bare By needs such links behind it.
func IsPosting(line string) bool {
	if len(line) > MaxPosting || !letters.HasDigit(line) {
		return false
	}
	first, linked := line, false
	if i := strings.IndexAny(line, "|•·"); i >= 0 {
		first, linked = line[:i], true
	}
	who, sure := cutPosted(first)
	if who == "" || !sure && (!linked || IsWeakBy(first)) || letters.StartsDigit(who) {
		return false
	}
	others, when := stamp.Beside(who)
	word, _, _ := strings.Cut(who, " ")
	if alone, _ := stamp.Beside(word); !when || alone == 0 && !sure || others > postingWords || others == 0 && !linked {
		return false // By Monday at five
	}
	return linked || !letters.EndsSentence([]byte(strings.TrimSuffix(line, "."))) && others < postingWords
}

// cutPosted cuts the words that posts begin with, and says whether these speak of posting: Posted by, Geplaatst door;
// By alone does not.
func cutPosted(s string) (who string, sure bool) {
	first, rest, _ := strings.Cut(strings.TrimSpace(s), " ")
	first = strings.ToLower(strings.TrimRight(first, ":"))
	second, _, _ := strings.Cut(rest, " ")
	switch who, by := CutBy(s); {
	case by:
		w := bylines()
		return who, (w.lead[first] || w.by[first] && !w.weakby[first]) && w.by[byWord(second)]
	case stamp.LabelOf(first) == stamp.Published, stamp.LabelOf(first+" "+strings.ToLower(second)) == stamp.Published:
		return rest, true
	}
	return "", false
}
