package organization

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// Name is the name of an organization in a text.
type Name struct {
	Span
	Raw, Name  string
	Type       OrgType
	Rule       string
	Confidence float64     // how likely the span is right, 0..1
	Clues      [][2]string // what the confidence was made of, if it was asked for: kinds and values
	guessed    bool        // its type is a guess
}

// Options says how Find reads a text.
type Options struct {
	Lists  *gazetteer.Lists
	Model  bool          // ask the sequence model, too
	Tagger *tagger.Model // the model to ask; nil means that of the package
	Clues  bool          // give the clues of each name
	When   time.Time     // when the text was published; names are those of that time. Zero: today's
}

// Find finds the names of the organizations of a text.
func Find(text string, opts Options) []Name {
	if isPlain(text) {
		return find(text, opts)
	}
	folded, at := fold(text)
	names := find(folded, opts)
	unfold(names, text, at)
	return names
}

// longestText is how much of a text, in bytes, is searched as one: what is kept of a text while it is searched is many
// times its length, and no article is as long.
const longestText = 1 << 20

// find searches a text, a very long one in parts.
func find(text string, opts Options) (names []Name) {
	if len(text) <= longestText {
		return findIn(text, opts)
	}
	for start := 0; start < len(text); {
		end := partEnd(text, start)
		for _, n := range findIn(text[start:end], opts) {
			n.Start, n.End = n.Start+start, n.End+start
			names = append(names, n)
		}
		start = end
	}
	return names
}

// partEnd returns where the part of a long text ends that begins at start: behind a line, else a blank.
func partEnd(text string, start int) int {
	if len(text)-start <= longestText {
		return len(text)
	}
	end := start + longestText
	for _, mark := range []string{"\n", " "} {
		if i := strings.LastIndex(text[start:end], mark); i > longestText/2 {
			return start + i + 1
		}
	}
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return end
}

func findIn(text string, opts Options) []Name {
	f := finder{text: text, lists: opts.Lists, when: opts.When, own: opts.Tagger}
	f.find(opts.Model)
	return f.organizations(opts.Clues)
}

// find runs the stages: candidates from lists and endings, the model's names, then what stands around them.
func (f *finder) find(model bool) {
	f.words = korean.Words(f.text, make([]korean.Word, 0, len(f.text)/8+1))
	f.classify()
	f.towns()
	f.join()
	if model {
		f.tag()
		f.merge()
		f.check()
		f.complete()
		f.municipalities()
		f.itemised()
		f.affiliations()
		f.firms()
	}
	f.parts()
	f.decide()
	f.marks()
	f.clubs()
	f.terms()
	f.learn()
	f.categories()
}
