package dedupe

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The least of each window, found by looking at each.
func TestWinnow(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 11))
	for _, n := range []int{sampleWindow, sampleWindow + 1, 2 * sampleWindow, 3*sampleWindow - 1, 1000, 70_000} {
		shingles := make([]uint64, n)
		for i := range shingles {
			shingles[i] = rng.Uint64N(1<<10) << 54 // many are equal
		}
		var want []uint32
		for i := 0; i+sampleWindow <= min(n, 1<<16); i++ {
			least := i
			for k := i + 1; k < i+sampleWindow; k++ {
				if shingles[k] < shingles[least] {
					least = k
				}
			}
			if len(want) == 0 || want[len(want)-1] != uint32(least) {
				want = append(want, uint32(least))
			}
		}
		got := make([]uint32, n+1)
		got = got[:winnow(got, shingles)]
		if diff := cmp.Diff(want, got[:min(len(got), len(want))]); diff != "" {
			t.Errorf("%d shingles (-want +got):\n%s", n, diff)
		}
		for i := 1; i < len(got); i++ {
			if got[i]-got[i-1] > sampleWindow || got[i] <= got[i-1] {
				t.Fatalf("%d shingles: %d follows %d", n, got[i], got[i-1])
			}
		}
	}
}

func TestLeast(t *testing.T) {
	var s signer
	shingles := s.sign(text(title, lead, second, lead, third), 5)
	var want []uint64
	for i := range len(shingles) - sampleReach {
		want = append(want, mix(shingles[i]+shingles[i+sampleReach]*base))
	}
	want = distinct(want)
	for _, n := range []int{1, 8, 16, 1000} {
		if diff := cmp.Diff(want[:min(n, len(want))], least(nil, shingles, n)); diff != "" {
			t.Errorf("the least %d (-want +got):\n%s", n, diff)
		}
	}
	if got := least(nil, shingles[:sampleReach], 8); len(got) > 0 {
		t.Errorf("too few shingles give %v", got)
	}
}

// What a text has in common with another is in the samples of both, wherever it stands.
func TestSamplesMeet(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 11))
	var s signer
	for range 500 {
		inside := invent(rng, sampleWindow+sampleReach+5+rng.IntN(200))
		short := sample(nil, s.sign(inside, 5))
		long := sample(nil, s.sign(invent(rng, rng.IntN(900))+inside+invent(rng, 100+rng.IntN(900)), 5))
		if !slices.ContainsFunc(short, func(k uint32) bool { return slices.Contains(long, k) }) {
			t.Fatalf("%q shares nothing with a text that holds it", inside)
		}
	}
}

func TestShared(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 11))
	for _, n := range []int{0, 1, 40, 2000} {
		var p postings
		place := make([]uint32, n)
		for i, at := range rng.Perm(n) {
			place[i] = uint32(at)
		}
		want := map[uint32][]uint32{}
		for doc := range n {
			keys := make([]uint32, rng.IntN(80))
			for i := range keys {
				if keys[i] = rng.Uint32(); rng.IntN(5) > 0 {
					keys[i] = rng.Uint32N(uint32(8*n)) * 0x9e3779b1
				}
				want[keys[i]] = append(want[keys[i]], place[doc])
			}
			p.add(keys)
		}
		for k, places := range want {
			slices.Sort(places)
			if want[k] = slices.Compact(places); len(want[k]) == 1 {
				delete(want, k)
			}
		}
		var got [][]uint32
		(&sharer{partSize: 1 << 12}).shared(&p, place, func(places []uint32) { got = append(got, slices.Clone(places)) })
		if !slices.EqualFunc(slices.SortedFunc(maps.Values(want), slices.Compare), slices.SortedFunc(slices.Values(got), slices.Compare), slices.Equal[[]uint32]) {
			t.Errorf("%d documents: %d keys of several, want %d", n, len(got), len(want))
		}
	}
}

func TestPairs(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 11))
	const texts = 300
	shared, proposed := map[uint64]uint32{}, map[uint64]bool{}
	var p pairs
	p.reset(texts)
	for range 20_000 {
		b := 1 + rng.Uint32N(texts-1)
		a := rng.Uint32N(b)
		if rng.IntN(10) == 0 {
			p.propose(a, b)
			proposed[uint64(a)<<32|uint64(b)] = true
		}
		p.share(a, b, a%2 == 0)
		shared[uint64(a)<<32|uint64(b)]++
	}
	sum := 0
	got := p.sorted(func(e *pair) bool {
		want, single := shared[e.places], e.places>>32%2 == 0
		if e.samples < want && (single || want > 1) || e.samples > want+1 || e.proposed != proposed[e.places] {
			t.Errorf("%x: %+v, want %d", e.places, e, want)
		}
		sum += int(e.samples)
		return want > 1
	})
	for k, n := range shared {
		if n > 1 {
			if _, ok := slices.BinarySearch(got, k); !ok {
				t.Errorf("%x is lost", k)
			}
		}
	}
	if sum > 20_500 {
		t.Errorf("%d keys are counted of 20000", sum)
	}
}
