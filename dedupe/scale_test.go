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
	copies := 0
	for _, c := range clusters {
		copies += len(c.Copies)
	}
	t.Logf("%d documents, %d MB: %v of CPU time, %v of it the system's, %d MB taken from the system for it, %d clusters with %d copies",
		*scale, size(docs)/1e6, after-before, system-systemBefore, (peak.Sys-mem.Sys)>>20, len(clusters), copies)
	before, _ = cputime.Used()
	var s signer
	for _, d := range docs {
		s.sign(d.Text, 5)
	}
	t.Logf("their shingles alone: %v of CPU time", cputime.Since(before))
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
