package organization

import (
	"testing"

	"github.com/gisa-go/gisa/internal/corpus"
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

// labelledText is a text with the spans that must be found and the bytes where finding counts neither way.
type labelledText struct {
	text string
	need map[Span]bool
	free map[int]bool
}

// labelled reads one of the shared files.
func labelled(t *testing.T, file string) (docs []labelledText) {
	t.Helper()
	for d := range corpus.Lines[struct {
		Text          string
		Organizations []struct {
			Start, End int
			Optional   bool
		}
	}](t, "facts", file+".jsonl") {
		l := labelledText{text: d.Text, need: map[Span]bool{}, free: map[int]bool{}}
		for _, o := range d.Organizations {
			if !o.Optional {
				l.need[Span{Start: o.Start, End: o.End}] = true
				continue
			}
			for i := o.Start; i < o.End; i++ {
				l.free[i] = true
			}
		}
		docs = append(docs, l)
	}
	return docs
}

// score gives precision, recall and F1 of exact spans.
func score(docs []labelledText, find func(f *finder)) (p, r, f1 float64) {
	var right, found, wanted float64
	for _, d := range docs {
		f := finder{text: d.text, lists: Lists()}
		find(&f)
		wanted += float64(len(d.need))
		for _, o := range f.organizations(false) {
			switch {
			case d.need[o.Span]:
				right++
				found++
			case !d.free[o.Start] && !d.free[o.End-1]:
				found++
			}
		}
	}
	return right / found, right / wanted, 2 * right / (found + wanted)
}

// TestAblation prints what each part of the search brings (go test -run Ablation -v), and holds that the model
// brings something over what is found without it.
func TestAblation(t *testing.T) {
	for _, file := range []string{"orgs_konec_dev", "newsfacts_dev", "seed"} {
		docs := labelled(t, file)
		reached := map[string]float64{}
		for _, a := range ablations {
			p, r, f1 := score(docs, a.find)
			t.Logf("%-15s %-20s P %.4f  R %.4f  F1 %.4f", file, a.name, p, r, f1)
			reached[a.name] = f1
		}
		if all, without := reached["all"], reached["lists and patterns"]; all < without {
			t.Errorf("%s: the model costs: F1 %.4f with it, %.4f without", file, all, without)
		}
	}
}
