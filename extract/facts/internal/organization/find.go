package organization

import (
	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/internal/korean"
)

// Name is the name of an organization in a text.
type Name struct {
	Span
	Raw, Name string
	Type      OrgType
	Rule      string
}

// findNames finds the names of the organizations of a text; model asks for the sequence model too.
func Find(text string, lists *gazetteer.Lists, model bool) []Name {
	f := finder{text: text, lists: lists}
	f.find(model)
	return f.organizations()
}

// find runs the stages: candidates from lists and endings, the model's names, then what stands around them.
func (f *finder) find(model bool) {
	f.words = korean.Words(f.text, make([]korean.Word, 0, len(f.text)/8+1))
	f.classify()
	f.join()
	if model {
		f.tag()
		f.merge()
		f.check()
		f.complete()
		f.municipalities()
		f.itemised()
		f.affiliations()
	}
	f.decide()
	f.marks()
	f.learn()
}
