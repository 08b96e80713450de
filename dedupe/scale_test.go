package dedupe

import (
	"flag"
	"math/rand/v2"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/internal/cputime"
)

var scale = flag.Int("scale", 0, "number of documents that TestGroupAtScale groups; 0 skips it")

// TestGroupAtScale groups a generated collection and reports its CPU time, reading aside, and memory. The articles are
// new combinations of words of real ones, one or two in a row; one in six is a copy of an earlier one with small changes.
func TestGroupAtScale(t *testing.T) {
	if *scale == 0 {
		t.Skip("give -scale N to measure")
	}
	docs := generate(t, *scale)
	measure(t, docs)
	before, _ := cputime.Used()
	var s signer
	for _, d := range docs {
		s.sign(d.Text, 5)
	}
	t.Logf("their shingles alone: %v of CPU time", cputime.Since(before))
}

// TestGroupOfSharedPartsAtScale does that for collections of which each text shares a part with all others.
func TestGroupOfSharedPartsAtScale(t *testing.T) {
	if *scale == 0 {
		t.Skip("give -scale N to measure")
	}
	for name, shape := range sharing {
		t.Run(name, func(t *testing.T) { measure(t, shape.generate(*scale)) })
	}
}

// measure groups docs.
func measure(t *testing.T, docs []Document) {
	debug.FreeOSMemory() // memory that was freed would be given back while Group runs
	var mem, peak runtime.MemStats
	runtime.ReadMemStats(&mem)
	before, systemBefore := cputime.Used()
	clusters, err := Group(t.Context(), Documents(docs...), nil)
	if err != nil {
		t.Fatal(err)
	}
	after, system := cputime.Used()
	runtime.ReadMemStats(&peak)
	copies, related := 0, 0
	for _, c := range clusters {
		copies += len(c.Copies)
		related += len(c.Related)
	}
	n := uint64(len(docs))
	t.Logf("%d documents, %d MB: %v of CPU time, %v of it the system's", n, size(docs)/1e6, after-before, system-systemBefore)
	t.Logf("%d MB taken from the system for it, %d bytes a document allocated", (peak.Sys-mem.Sys)>>20, (peak.TotalAlloc-mem.TotalAlloc)/n)
	t.Logf("%d clusters with %d copies, %d related", len(clusters), copies, related)
}

// shape is a kind of collection whose texts share a part.
type shape struct {
	common     int // words that all have, with a share of them changed
	changed    float64
	own        int // words of their own
	vocabulary int // from so many
}

var sharing = map[string]shape{
	"half, words of a few":  {common: 30, own: 22, vocabulary: 300},
	"half, words of many":   {common: 30, own: 22, vocabulary: 20_000},
	"half, long":            {common: 150, own: 150, vocabulary: 3000},
	"two thirds":            {common: 60, own: 30, vocabulary: 1000},
	"short":                 {common: 12, own: 8, vocabulary: 1000},
	"near copies":           {common: 80, changed: .06, vocabulary: 3000},
	"copies far from alike": {common: 80, changed: .2, vocabulary: 3000},
}

// generate returns n documents. Words have one to four syllables.
func (s shape) generate(n int) []Document {
	rng := rand.New(rand.NewPCG(uint64(s.common), uint64(s.vocabulary)))
	words := make([]string, s.vocabulary)
	for i := range words {
		for range 1 + rng.IntN(4) {
			words[i] += string(rune('가' + rng.IntN(11172)))
		}
	}
	common := make([]string, s.common)
	for i := range common {
		common[i] = words[rng.IntN(len(words))]
	}
	docs := make([]Document, n)
	for i := range docs {
		text := append([]string(nil), common...)
		for k := range text {
			if rng.Float64() < s.changed {
				text[k] = words[rng.IntN(len(words))]
			}
		}
		for range s.own {
			text = append(text, words[rng.IntN(len(words))])
		}
		docs[i] = Document{ID: strconv.Itoa(i), Text: strings.Join(text, " ")}
	}
	return docs
}

// generate returns n documents, made before they are read.
func generate(t testing.TB, n int) []Document {
	var words [][]string
	for _, d := range koDocs(t) {
		if strings.HasPrefix(d.ID, "k") {
			words = append(words, strings.Fields(d.Text))
		}
	}
	rng := rand.New(rand.NewPCG(1, 10))
	docs := make([]Document, n)
	for i := range docs {
		docs[i].ID = strconv.Itoa(i)
		if i > 0 && rng.IntN(6) == 0 {
			w := strings.Fields(docs[rng.IntN(i)].Text)
			for range 1 + rng.IntN(len(w)/30+1) {
				w[rng.IntN(len(w))] = docs[i].ID
			}
			docs[i].Text = strings.Join(w, " ")
			continue
		}
		var b strings.Builder
		for range len(words[rng.IntN(len(words))]) * 2 / 3 {
			from := words[rng.IntN(len(words))]
			at := rng.IntN(len(from) - 1)
			b.WriteString(strings.Join(from[at:at+1+rng.IntN(2)], " ") + " ")
		}
		docs[i].Text = b.String()
	}
	return docs
}
