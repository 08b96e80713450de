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
	var short, long sampler
	for range 500 {
		inside := invent(rng, sampleWindow+sampleReach+5+rng.IntN(200))
		short.sample(s.sign(inside, 5))
		long.sample(s.sign(invent(rng, rng.IntN(900))+inside+invent(rng, 100+rng.IntN(900)), 5))
		if !slices.ContainsFunc(short.keys, func(k uint64) bool { return slices.Contains(long.keys, k) }) {
			t.Fatalf("%q shares nothing with a text that holds it", inside)
		}
	}
}

// keyed is the keys of n documents, many of which several have, and the places of those that share each.
func keyed(rng *rand.Rand, n int) (keys [][]uint64, place []uint32, shared map[uint64][]uint32) {
	place, shared = make([]uint32, n), map[uint64][]uint32{}
	for i, at := range rng.Perm(n) {
		place[i] = uint32(at)
	}
	for doc := range n {
		own := make([]uint64, rng.IntN(80))
		for i := range own {
			switch rng.IntN(5) {
			case 0:
				own[i] = rng.Uint64()
			case 1:
				own[i] = rng.Uint64N(4) // keys that differ in their last bits, and that very many have
			default:
				own[i] = rng.Uint64N(uint64(8*n)) * base
			}
			shared[own[i]] = append(shared[own[i]], place[doc])
		}
		keys = append(keys, own)
	}
	for k, places := range shared {
		slices.Sort(places)
		if shared[k] = slices.Compact(places); len(shared[k]) == 1 {
			delete(shared, k)
		}
	}
	return keys, place, shared
}

func TestShared(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 11))
	for _, n := range []int{0, 1, 40, 2000} {
		keys, place, want := keyed(rng, n)
		p := postings{blocks: new(blocks)}
		for doc, own := range keys {
			p.add(uint32(doc), own)
		}
		var got [][]uint32
		new(sharer).shared(&p, place, func(places []uint32) { got = append(got, slices.Clone(places)) })
		if !slices.EqualFunc(slices.SortedFunc(maps.Values(want), slices.Compare), slices.SortedFunc(slices.Values(got), slices.Compare), slices.Equal[[]uint32]) {
			t.Errorf("%d documents: %d keys of several, want %d", n, len(got), len(want))
		}
	}
}

// Documents far apart in a list, of which it knows the distance only.
func TestPostingsFarApart(t *testing.T) {
	p := postings{blocks: new(blocks)}
	place := make([]uint32, 5000)
	var want []uint32
	for _, doc := range []uint32{3, 3 + gap - 1, 3 + 2*gap - 1, 3 + 4*gap, 3 + 7*gap + 100, 4999} {
		p.add(doc, []uint64{42, 43 + uint64(doc)})
		place[doc] = doc
		want = append(want, doc)
	}
	var got [][]uint32
	new(sharer).shared(&p, place, func(places []uint32) { got = append(got, slices.Clone(places)) })
	if diff := cmp.Diff([][]uint32{want}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What texts share, counted pair by pair.
func TestEvidence(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 11))
	for _, n := range []int{2, 30, 300, 9000} {
		type pair struct{ a, b uint32 }
		want, got := map[pair]earlier{}, map[pair]earlier{}
		var e evidence
		e.reset(n, new(blocks))
		for range 3000 {
			k := 2 + rng.IntN(PairLimit-1)
			method := rng.IntN(2) == 0
			if method && rng.IntN(20) == 0 {
				k = PairLimit + 1 + rng.IntN(100)
			}
			var places []uint32
			for range min(k, n) {
				places = append(places, rng.Uint32N(uint32(n)))
			}
			slices.Sort(places)
			places = slices.Compact(places)
			if len(places) < 2 {
				continue
			}
			common := len(places) > PairLimit
			if common {
				e.shareCommon(places)
			} else {
				e.share(places, method)
			}
			for a, b := range Propose(len(places)) {
				s := want[pair{places[a], places[b]}]
				s.place = places[a]
				switch {
				case !method:
					s.sample++
				case common:
					s.common++
				default:
					s.keys++
				}
				want[pair{places[a], places[b]}] = s
			}
		}
		last := uint32(0)
		e.each(func(b uint32, all []earlier) {
			for _, a := range all {
				got[pair{a.place, b}] = a
				if a.place >= b || b < last {
					t.Errorf("out of order: %d, %v", b, all)
				}
			}
			last = b
		})
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(earlier{})); diff != "" {
			t.Errorf("%d texts (-want +got):\n%s", n, diff)
		}
	}
}
