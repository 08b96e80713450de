package organization

import (
	"time"

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

func find(text string, opts Options) []Name {
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
