package facts

import (
	"testing"

	"github.com/gisa-go/gisa/internal/korean"
)

// Ways of finding names that the ablation compares.
var ablations = []struct {
	name string
	find func(f *finder)
}{
	{"lists only", func(f *finder) { f.candidates(true); f.decide() }},
	{"lists and patterns", func(f *finder) { f.find(false) }},
	{"model only", func(f *finder) { f.tag(); f.merge() }},
	{"model and lists", func(f *finder) { f.candidates(true); f.tag(); f.merge(); f.check(); f.decide() }},
	{"all", func(f *finder) { f.find(true) }},
}

// candidates finds the candidates of the lists, and of the endings unless only listed ones are asked for.
func (f *finder) candidates(listed bool) {
	f.words = korean.Words(f.text, nil)
	f.classify()
	if listed {
		out := f.cands[:0]
		for _, c := range f.cands {
			if c.rule == "list" {
				out = append(out, c)
			}
		}
		f.cands = out
	}
}

// TestAblation prints what each part of the search brings (go test -run Ablation -v), and holds that the model
// brings something over what is found without it.
func TestAblation(t *testing.T) {
	for _, file := range []string{"orgs_konec_dev", "newsfacts_dev", "seed"} {
		docs := labelled(t, file)
		f1 := map[string]float64{}
		for _, a := range ablations {
			s := scoreSpans(t, docs, func(text string) []Organization {
				f := finder{text: text, lists: builtinNames()}
				a.find(&f)
				return f.organizations()
			})
			t.Logf("%-15s %-20s P %.4f  R %.4f  F1 %.4f", file, a.name, s.precision(), s.recall(), s.f1())
			f1[a.name] = s.f1()
		}
		if f1["all"] < f1["lists and patterns"] {
			t.Errorf("%s: the model costs: F1 %.4f with it, %.4f without", file, f1["all"], f1["lists and patterns"])
		}
	}
}
