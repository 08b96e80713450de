package dedupe

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"
)

// firstWords is a method that a user might bring: texts that begin alike.
type firstWords struct{}

func (firstWords) Name() string { return "first words" }

func (firstWords) Keys(shingles []uint64, dst []uint64) []uint64 {
	if len(shingles) == 0 {
		return dst
	}
	return append(dst, shingles[0])
}

func TestMethods(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	long := make([]uint64, 1500)
	for i := range long {
		long[i] = rng.Uint64()
	}
	changed := func(share float64) []uint64 {
		c := slices.Clone(long)
		for i := 20; i < len(c); i++ {
			if rng.Float64() < share {
				c[i] = rng.Uint64()
			}
		}
		return c
	}
	meet := func(m Method, a, b []uint64) bool {
		keys := m.Keys(b, nil)
		return slices.ContainsFunc(m.Keys(a, nil), func(k uint64) bool { return slices.Contains(keys, k) })
	}
	strangers := func() []uint64 {
		s := make([]uint64, 1500)
		for i := range s {
			s[i] = rng.Uint64()
		}
		return s
	}
	for _, test := range []struct {
		method          Method
		little, half    float64 // shares of texts with 1% and 20% other shingles that it must propose
		strangersAtMost float64
	}{
		{ExactMethod{}, 0, 0, 0},
		{MinHash{}, 1, 1, 0.01},
		{MinHash{Bands: 16, Rows: 8}, 1, 0.2, 0.01},
		{SimHash{}, 0.95, 0, 0.01},
		{firstWords{}, 1, 1, 0},
	} {
		t.Run(test.method.Name(), func(t *testing.T) {
			m := test.method
			if got := m.Keys(nil, []uint64{7}); !slices.Equal(got, []uint64{7}) {
				t.Errorf("keys of nothing: %v", got)
			}
			if got := m.Keys(long, []uint64{7}); len(got) < 2 || got[0] != 7 || !slices.Equal(got[1:], m.Keys(slices.Clone(long), nil)) {
				t.Error("keys are not appended, or differ from one time to the next")
			}
			if !meet(m, long, long) || !meet(m, long[:1], long[:1]) {
				t.Error("equal texts do not meet")
			}
			const times = 300
			little, half, none := 0, 0, 0
			for range times {
				little += b2i(meet(m, long, changed(.01)))
				half += b2i(meet(m, long, changed(.2)))
				none += b2i(meet(m, long, strangers()))
			}
			if float64(little) < test.little*times || float64(half) < test.half*times || float64(none) > test.strangersAtMost*times {
				t.Errorf("of %d texts %d with small changes meet, %d with large ones, %d strangers", times, little, half, none)
			}
			docs := family()
			clusters, err := Group(t.Context(), Documents(docs...), &Options{Method: m})
			if err != nil || len(clusters) == 0 || clusters[0].Original != "first" {
				t.Errorf("Group: %v, %v", clusters, err)
			}
		})
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestFingerprintCountsBits(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 9))
	for _, n := range []int{1, 2, 62, 63, 64, 1000} {
		shingles := make([]uint64, n)
		for i := range shingles {
			shingles[i] = rng.Uint64() & rng.Uint64()
		}
		var want uint64
		for bit := range 64 {
			ones := 0
			for _, h := range shingles {
				ones += int(h >> bit & 1)
			}
			if 2*ones > n {
				want |= 1 << bit
			}
		}
		if got := fingerprint(shingles); got != want {
			t.Errorf("%d shingles: %d bits differ", n, bits.OnesCount64(got^want))
		}
	}
}

// TestMinHashFindsSimilarTexts measures which pairs of real articles and their copies share a key, against the exact
// Jaccard index.
func TestMinHashFindsSimilarTexts(t *testing.T) {
	docs, all := koDocs(t), koTruth(t)
	byRelated := map[string][]int{}
	var s signer
	keys := make([][]uint64, len(docs))
	for i, d := range docs {
		keys[i] = MinHash{}.Keys(s.sign(d.Text, 5), nil)
		if r := all[d.ID].Related; r != "" {
			byRelated[r] = append(byRelated[r], i)
		}
	}
	var c comparer
	o, _ := (*Options)(nil).resolve()
	var found, pairs [3]int // from a Jaccard index of .5, .6, .7
	for _, family := range byRelated {
		for n, i := range family {
			c.first(docs[i].Text, &o)
			for _, j := range family[:n] {
				m := c.match(docs[j].Text, &o)
				met := slices.ContainsFunc(keys[i], func(k uint64) bool { return slices.Contains(keys[j], k) })
				for at, least := range []float64{.5, .6, .7} {
					if m.Similarity >= least {
						pairs[at]++
						found[at] += b2i(met)
					}
				}
			}
		}
	}
	for at, least := range []float64{.999, .9995, .9995} {
		recall := float64(found[at]) / float64(pairs[at])
		t.Logf("Jaccard index of at least .%d: %d of %d pairs proposed: %.4f", 5+at, found[at], pairs[at], recall)
		if recall < least {
			t.Errorf("Jaccard index of at least .%d: %.4f of the pairs proposed, want %v", 5+at, recall, least)
		}
	}
}
