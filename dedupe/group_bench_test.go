package dedupe

import (
	"testing"

	"github.com/gisa-go/gisa/internal/corpus"
)

// truth is what is known of a document of the collection beside the checkout.
type truth struct{ ID, Cluster, Related, Rel, Op string }

func koTruth(t testing.TB) map[string]truth {
	t.Helper()
	all := map[string]truth{}
	for d := range corpus.Lines[truth](t, "dedupe", "ko.truth.jsonl") {
		all[d.ID] = d
	}
	return all
}

// grouped is an answer of Group, by document.
type grouped struct {
	cluster map[string]string          // document → original
	related map[string]map[string]Kind // original → documents outside
}

func groupAll(t testing.TB, docs []Document, opts *Options) grouped {
	t.Helper()
	clusters, err := Group(t.Context(), Documents(docs...), opts)
	if err != nil {
		t.Fatal(err)
	}
	g := grouped{map[string]string{}, map[string]map[string]Kind{}}
	for _, d := range docs {
		g.cluster[d.ID] = d.ID
	}
	for _, c := range clusters {
		g.related[c.Original] = map[string]Kind{}
		for _, m := range c.Copies {
			g.cluster[m.ID] = c.Original
		}
		for _, m := range c.Related {
			g.related[c.Original][m.ID] = m.Kind
		}
	}
	return g
}

// found reports whether a and b are in one cluster or known to be related.
func (g *grouped) found(a, b string) bool {
	ca, cb := g.cluster[a], g.cluster[b]
	if ca == cb {
		return true
	}
	for id := range g.related[ca] {
		if g.cluster[id] == cb {
			return true
		}
	}
	return false
}

// randIndex returns the adjusted Rand index (Hubert, Arabie 1985) of two clusterings of the same documents.
func randIndex(want, got map[string]string) float64 {
	type cell struct{ want, got string }
	cells, rows, columns := map[cell]int{}, map[string]int{}, map[string]int{}
	for id, w := range want {
		g := got[id]
		cells[cell{w, g}]++
		rows[w]++
		columns[g]++
	}
	pairs := func(n int) float64 { return float64(n) * float64(n-1) / 2 }
	var both, inWant, inGot float64
	for _, n := range cells {
		both += pairs(n)
	}
	for _, n := range rows {
		inWant += pairs(n)
	}
	for _, n := range columns {
		inGot += pairs(n)
	}
	chance := inWant * inGot / pairs(len(want))
	return (both - chance) / ((inWant+inGot)/2 - chance)
}

func TestGroupFindsTheClusters(t *testing.T) {
	docs, all := koDocs(t), koTruth(t)
	g := groupAll(t, docs, nil)
	want := map[string]string{}
	byRelated := map[string][]truth{}
	for _, d := range docs {
		tr := all[d.ID]
		if want[d.ID] = tr.Cluster; tr.Cluster == "" {
			want[d.ID] = "alone " + d.ID
		}
		if tr.Related != "" {
			byRelated[tr.Related] = append(byRelated[tr.Related], tr)
		}
	}
	floor := func(name string, got, least float64) {
		t.Logf("%s: %.4f", name, got)
		if got < least {
			t.Errorf("%s is %.4f, want at least %v", name, got, least)
		}
	}
	floor("adjusted Rand index", randIndex(want, g.cluster), .98)
	share := func(pick func(a, b truth) bool) float64 {
		found, n := 0, 0
		for _, family := range byRelated {
			for i, a := range family {
				for _, b := range family[:i] {
					if pick(a, b) || pick(b, a) {
						n++
						if g.found(a.ID, b.ID) {
							found++
						}
					}
				}
			}
		}
		t.Logf("%d of %d", found, n)
		return float64(found) / float64(n)
	}
	natural := func(op string) bool { return op == "base" || op == "update" }
	floor("natural updates found", share(func(a, b truth) bool {
		return natural(a.Op) && natural(b.Op) && a.Cluster == b.Cluster && a.Cluster != ""
	}), .98)
	floor("embedded found", share(func(a, b truth) bool { return a.Op == "embed" && b.Op == "base" }), .997)
	floor("truncated found", share(func(a, b truth) bool { return a.Op == "trunc" && b.Op == "base" }), .98)
}

func BenchmarkGroup(b *testing.B) {
	docs := koDocs(b)
	perCPU(b, size(docs), func() {
		if _, err := Group(b.Context(), Documents(docs...), nil); err != nil {
			b.Fatal(err)
		}
	})
}
