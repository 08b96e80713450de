package dedupe

import (
	"flag"
	"math/rand/v2"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
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
	var before, after syscall.Rusage
	var mem, peak runtime.MemStats
	runtime.ReadMemStats(&mem)
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &before); err != nil {
		t.Fatal(err)
	}
	clusters, err := Group(t.Context(), Documents(docs...), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &after); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&peak)
	copies := 0
	for _, c := range clusters {
		copies += len(c.Copies)
	}
	t.Logf("%d documents, %d MB: %v of CPU time, %v of it the system's, %d MB taken from the system for it, %d clusters with %d copies",
		*scale, size(docs)/1e6, cpu(after)-cpu(before), time.Duration(after.Stime.Nano()-before.Stime.Nano()), (peak.Sys-mem.Sys)>>20, len(clusters), copies)
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &before); err != nil {
		t.Fatal(err)
	}
	var s signer
	for _, d := range docs {
		s.sign(d.Text, 5)
	}
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &after); err != nil {
		t.Fatal(err)
	}
	t.Logf("their shingles alone: %v of CPU time", cpu(after)-cpu(before))
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
