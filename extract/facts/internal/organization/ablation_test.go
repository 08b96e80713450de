package organization

import (
	"slices"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/acting"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/judge"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/listing"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/model"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/naming"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/team"
	"github.com/gisa-go/gisa/internal/corpus"
)

// Ways of finding names that the ablation compares.
var ablations = []struct {
	name string
	find func(f *candidate.Found)
}{
	{"lists only", func(f *candidate.Found) { keepListed(f); settle(f) }},
	{"lists and patterns", func(f *candidate.Found) { search(f, Options{}) }},
	{"model only", ask},
	{"model and lists", func(f *candidate.Found) {
		keepListed(f)
		ask(f)
		judged := judge.Finder{Found: f}
		judged.Check()
		settle(f)
	}},
	{"all", func(f *candidate.Found) { search(f, Options{Model: true}) }},
}

// ask puts the model's names among the candidates.
func ask(f *candidate.Found) {
	asked := model.Finder{Found: f}
	asked.Tag()
	asked.Merge()
}

// settle decides what is open without parts and marks.
func settle(f *candidate.Found) {
	teams := team.Finder{Found: f}
	teams.Teams()
	open := acting.Finder{Found: f}
	open.Decide()
}

// keepListed finds the candidates of the lists alone.
func keepListed(f *candidate.Found) {
	listed := listing.Finder{Found: f}
	listed.Classify()
	f.Cands = slices.DeleteFunc(f.Cands, func(c candidate.Candidate) bool { return c.Rule != "list" })
}

// labelledText is a text with the spans that must be found and the bytes where finding counts neither way.
type labelledText struct {
	text string
	need map[reading.Span]bool
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
		l := labelledText{text: d.Text, need: map[reading.Span]bool{}, free: map[int]bool{}}
		for _, o := range d.Organizations {
			if !o.Optional {
				l.need[reading.Span{Start: o.Start, End: o.End}] = true
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
func score(docs []labelledText, find func(f *candidate.Found)) (p, r, f1 float64) {
	var right, found, wanted float64
	for _, d := range docs {
		f := &candidate.Found{Reading: reading.New(d.text, Lists())}
		find(f)
		named := naming.Finder{Found: f}
		wanted += float64(len(d.need))
		for _, o := range named.Names(false) {
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
