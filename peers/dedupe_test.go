package peers

import (
	"strings"
	"testing"
	"unicode"

	goMinhash "github.com/dgryski/go-minhash"
	lsh "github.com/ekzhu/minhash-lsh"
	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/mfonda/simhash"
	"github.com/zeebo/xxh3"
)

// koTexts reads the Korean articles beside the checkout.
func koTexts(t testing.TB) (texts []string) {
	t.Helper()
	for d := range corpus.Lines[struct{ Text string }](t, "dedupe", "ko.docs.jsonl.gz") {
		texts = append(texts, d.Text)
	}
	return texts
}

// windows calls use with all runs of five characters of text, white space removed, as bytes of memory it keeps.
func windows(text string, use func([]byte)) {
	bare := []byte(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text))
	var starts []int
	for i := range string(bare) {
		starts = append(starts, i)
	}
	starts = append(starts, len(bare))
	for i := 5; i < len(starts); i++ {
		use(bare[starts[i-5]:starts[i]])
	}
}

func seeded(seed uint64) func([]byte) uint64 {
	return func(b []byte) uint64 { return xxh3.HashSeed(b, seed) }
}

// TestDedupeSignatures measures signatures of 128 minima over the same shingles, one core, CPU time.
func TestDedupeSignatures(t *testing.T) {
	texts := koTexts(t)
	table(t, len(texts), []contender{
		{"gisa dedupe.MinHash", func() {
			var shingles, keys []uint64
			for _, text := range texts {
				shingles = dedupe.AppendShingles(shingles[:0], text, 5)
				keys = dedupe.MinHash{}.Keys(shingles, keys[:0])
			}
		}},
		{"dgryski/go-minhash + xxh3", func() {
			for _, text := range texts {
				m := goMinhash.NewMinWise(seeded(1), seeded(2), 128)
				windows(text, m.Push)
				m.Signature()
			}
		}},
		{"ekzhu/minhash-lsh", func() {
			for _, text := range texts {
				m := lsh.NewMinhash(1, 128)
				windows(text, m.Push)
				m.Signature()
			}
		}},
		{"gisa dedupe.SimHash", func() {
			var shingles, keys []uint64
			for _, text := range texts {
				shingles = dedupe.AppendShingles(shingles[:0], text, 5)
				keys = dedupe.SimHash{}.Keys(shingles, keys[:0])
			}
		}},
		{"mfonda/simhash", func() {
			for _, text := range texts {
				var features []simhash.Feature
				windows(text, func(b []byte) { features = append(features, simhash.NewFeature(b)) })
				simhash.Fingerprint(simhash.Vectorize(features))
			}
		}},
	})
}
