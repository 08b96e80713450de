package dedupe

import (
	"cmp"
	"slices"
	"sync"
)

// Compare says what b is to a: how much they have in common and where. It returns an error only for bad options.
//
// Similarity and Containment are exact over the two sets of shingles; both are 0 where a text is too short to have any.
// The passages are all runs of at least Options.MinRepeat characters that the two have in common, in order of their
// places in a; white space and letter case aside they are the same characters, or nearly so where Options.Tolerance
// allows for differences. The kind is
//
//   - Exact: the same characters throughout, however few;
//   - Contains and Contained: one of them is longer, and the other stands in it, in one piece and with something else
//     around it, or its containment is at least Options.Contained;
//   - Near: the similarity is at least Options.Similar, and neither has a passage of its own;
//   - Updated: the same, but passages were added, dropped or written anew; also where the similarity falls short of
//     Options.Similar by less than a sixth;
//   - None: anything else, and any other text shorter than Options.MinText.
//
// Compare(a, b) and Compare(b, a) say the same with the sides swapped.
func Compare(a, b string, opts *Options) (Match, error) {
	o, err := opts.resolve()
	if err != nil {
		return Match{}, err
	}
	c := comparers.Get().(*comparer)
	defer comparers.Put(c)
	c.first(a, &o)
	m := c.match(b, &o)
	m.Passages = c.passages(a, b, &o)
	return m, nil
}

// comparers lends out memory.
var comparers = sync.Pool{New: func() any { return new(comparer) }}

// comparer compares one text with others in memory that it keeps. It serves one goroutine.
type comparer struct {
	a, b   side
	finder finder
}

// side is one of two texts: its units, its shingles and the set of these.
type side struct {
	signer
	set set
}

// first sets the text that others are compared with.
func (c *comparer) first(text string, o *Options) {
	c.a.set.fill(c.a.sign(text, o.Shingle))
}

// match says what text is to the first one, passages aside.
func (c *comparer) match(text string, o *Options) Match {
	common := c.b.set.fillCounting(c.b.sign(text, o.Shingle), &c.a.set)
	m := Match{}
	if common > 0 {
		m.Similarity = float64(common) / float64(c.a.set.n+c.b.set.n-common)
		m.Containment = float64(common) / float64(min(c.a.set.n, c.b.set.n))
	}
	switch n := min(len(c.a.units), len(c.b.units)); {
	case n > 0 && slices.Equal(c.a.units, c.b.units):
		return Match{Kind: Exact, Similarity: 1, Containment: 1}
	case n >= o.MinText:
		m.Kind = c.kind(&m, o)
	}
	return m
}

// What tells an article that was changed from one that stands in another: the latter is there in one piece, whole but
// for a few characters, and the other says a good deal more. Found on one half of a collection of natural updates,
// edited copies, truncated and embedded articles, and confirmed on the other.
const (
	surelySame  = 0.72 // similarity from which neither text says a good deal more
	surelyWhole = 0.92 // containment of what is there whole
	onePiece    = 0.9  // share of what agrees that is in one piece
	doubtful    = 5. / 6
)

// kind returns what the second text is to the first one, which is another.
func (c *comparer) kind(m *Match, o *Options) Kind {
	inside := larger(cmp.Or(cmp.Compare(c.b.set.n, c.a.set.n), cmp.Compare(len(c.b.units), len(c.a.units))))
	switch {
	case m.Similarity >= o.Similar && (m.Similarity >= surelySame || m.Containment < surelyWhole || !c.inOnePiece()):
		if own := o.MinRepeat + o.Shingle - 1; lacks(&c.b.set, c.a.hashes, own) || lacks(&c.a.set, c.b.hashes, own) {
			return Updated
		}
		return Near
	case m.Containment >= o.Contained && inside != None:
		return inside
	case m.Similarity >= doubtful*o.Similar:
		return Updated
	}
	return None
}

// larger returns what the second text, which holds the first or stands in it, is to that one by the sign of how much
// longer it is. Of two as long as each other neither stands in the other.
func larger(sign int) Kind {
	switch {
	case sign > 0:
		return Contains
	case sign < 0:
		return Contained
	}
	return None
}

// lacks reports whether s has none of some n shingles in a row, n ≥ 1. Rows are read from their ends, since the next one
// that s may lack starts behind the last shingle that it has.
func lacks(s *set, shingles []uint64, n int) bool {
	for from := 0; from+n <= len(shingles); {
		k := from + n - 1
		for k >= from && !s.has(shingles[k]) {
			k--
		}
		if k < from {
			return true
		}
		from = k + 1
	}
	return false
}

// inOnePiece reports whether what the texts have in common is one run, small differences aside, and not several with
// something else between them.
func (c *comparer) inOnePiece() bool {
	long, short := c.a.units, c.b.units
	if cmp.Or(cmp.Compare(len(long), len(short)), slices.Compare(long, short)) < 0 { // whichever text came first
		long, short = short, long
	}
	type shifted struct{ by, n int }
	var runs []shifted
	all := 0
	for _, r := range c.finder.align(long, short, seed, 0) {
		run := r.runs[0]
		runs = append(runs, shifted{run.j - run.i, run.n})
		all += run.n
	}
	slices.SortFunc(runs, func(a, b shifted) int { return cmp.Compare(a.by, b.by) })
	most, n, low := 0, 0, 0
	for _, r := range runs {
		n += r.n
		for ; r.by-runs[low].by > 10+len(short)/50; low++ {
			n -= runs[low].n
		}
		most = max(most, n)
	}
	return float64(most) >= onePiece*float64(all)
}

// passages returns what a and b, which were compared last, have in common.
func (c *comparer) passages(a, b string, o *Options) []Passage {
	regions := c.finder.align(c.a.units, c.b.units, o.MinRepeat, o.Tolerance)
	if len(regions) == 0 {
		return nil
	}
	if o.Tolerance > 0 {
		regions = merge(c.finder.units, regions, o.Tolerance)
	}
	inA, inB, n := places(nil, a), places(nil, b), len(c.a.units)
	var out []Passage
	for i := range regions {
		from, to := regions[i].first()
		start, end := regions[i].later()
		start, end = start-n, end-n
		if divides(inA, from) || divides(inB, start) {
			from, start = from+1, start+1
		}
		if divides(inA, to) || divides(inB, end) {
			to, end = to-1, end-1
		}
		if from >= to || start >= end {
			continue
		}
		out = append(out, Passage{
			A: Span{Start: inA[from].start, End: inA[to-1].end},
			B: Span{Start: inB[start].start, End: inB[end-1].end},
		})
	}
	slices.SortStableFunc(out, func(p, q Passage) int {
		return cmp.Or(cmp.Compare(p.A.Start, q.A.Start), cmp.Compare(p.B.Start, q.B.Start))
	})
	return out
}

// divides reports whether unit i is the latter half of a character, which other characters end in as well.
func divides(at []place, i int) bool { return i > 0 && i < len(at) && at[i] == at[i-1] }
