package dedupe

import (
	"slices"
	"sort"
)

// seed is the number of units that must agree before two places of a text are looked at; every stride-th run of seed
// units is remembered, so that any repeat of seed+stride−1 units is met.
const (
	seed   = 12
	stride = 8
)

// run is an exact agreement: units[i:i+n] == units[j:j+n].
type run struct{ i, j, n int }

// region is a run of text that stands twice: runs in order, with small differences between them. The two sides overlap
// by no more than overlap units: what stands before the first side and at its end may start both.
type region struct {
	runs   []run
	diff   int  // units that differ
	joined bool // said again together with a longer region
}

// The two sides of a region, as half-open ranges of units: the earlier and the later one.
func (r *region) first() (from, to int) {
	last := r.runs[len(r.runs)-1]
	return r.runs[0].i, last.i + last.n
}

func (r *region) later() (from, to int) {
	last := r.runs[len(r.runs)-1]
	return r.runs[0].j, last.j + last.n
}

// seeds is a hash table from runs of seed units to where they stood first. Entries hold 32 bits of the hash and the
// place + 1; an entry is found within probes steps or not at all, so that no text makes it slow.
type seeds struct {
	table []uint64
	shift uint
}

const probes = 8

// reset makes room for n entries.
func (s *seeds) reset(n int) {
	bits := uint(6)
	for 1<<bits < 8*n { // so thin that nearly every look-up of what is new ends at once
		bits++
	}
	if cap(s.table) < 1<<bits {
		s.table = make([]uint64, 1<<bits)
	} else {
		s.table = s.table[:1<<bits]
		clear(s.table)
	}
	s.shift = 64 - bits
}

// find returns where the run with hash h stood first, and false where it is new.
func (s *seeds) find(h uint64) (int, bool) {
	mask := uint64(len(s.table) - 1)
	for k, tag := h>>s.shift, h<<32; ; k++ {
		e := s.table[k&mask]
		if e == 0 || k-h>>s.shift == probes {
			return 0, false
		}
		if e>>32<<32 == tag {
			return int(uint32(e)) - 1, true
		}
	}
}

// unknown returns how many of the runs with these hashes, from the first one on, are new beyond doubt.
func (s *seeds) unknown(hashes []uint64) int {
	table, shift := s.table, s.shift&63
	if len(table) == 0 {
		return 0
	}
	for n, h := range hashes {
		if table[h>>shift&uint64(len(table)-1)] != 0 {
			return n
		}
	}
	return len(hashes)
}

// add remembers that the run with hash h, which find does not find, stands at i.
func (s *seeds) add(h uint64, i int) {
	mask := uint64(len(s.table) - 1)
	for k := h >> s.shift; k-h>>s.shift < probes; k++ {
		if e := &s.table[k&mask]; *e == 0 {
			*e = h<<32 | uint64(i+1)
			return
		}
	}
}

// finder finds the regions of texts in memory that it keeps. It serves one goroutine.
type finder struct {
	signer
	seeds   seeds
	layout  layout
	regions []region
	one     [1]run // of the region that is tried
	from    int    // where the text starts that is aligned with what stands before it; 0 where a text is with itself
}

// overlap is the number of units by which the later sides of two regions may overlap: where a line is missing, the next
// one often starts with the same words, which the region before it runs into.
const overlap = 2 * seed

// repeats returns the regions of at least least units in text, in order of their later sides, which overlap by no more
// than overlap units. Where text stands three times, both later ones lead to the first. With a tolerance, a side may
// differ from the other in that share of its units.
func (f *finder) repeats(text string, least int, tolerance float64) []region {
	f.sign(text, seed)
	f.from = 0
	f.seeds.reset(len(f.hashes)/stride + 1)
	return f.find(least, tolerance)
}

// align is repeats for what stands in both of two texts: the earlier sides are in a, the later ones in b, which follows
// a in the units of f.
func (f *finder) align(a, b []uint16, least int, tolerance float64) []region {
	f.regions = f.regions[:0]
	if len(a) == 0 {
		return f.regions
	}
	f.units = append(append(f.units[:0], a...), b...)
	f.hashes = shingles(f.hashes, f.units, seed)
	f.from = len(a)
	f.seeds.reset(len(a)/stride + 1)
	for i := 0; i+seed <= len(a); i += stride {
		if _, seen := f.seeds.find(f.hashes[i]); !seen {
			f.seeds.add(f.hashes[i], i)
		}
	}
	return f.find(least, tolerance)
}

// find returns the regions whose later sides start at f.from or behind it.
func (f *finder) find(least int, tolerance float64) []region {
	f.regions = f.regions[:0]
	low := f.from // the end of the last region
	for j := f.from; j < len(f.hashes); {
		i, seen := f.seeds.find(f.hashes[j])
		if !seen {
			end := len(f.hashes)
			if f.from == 0 {
				if j%stride == 0 {
					f.seeds.add(f.hashes[j], j)
				}
				end = min(end, j/stride*stride+stride)
			}
			j++
			j += f.seeds.unknown(f.hashes[j:end])
			continue
		}
		agreed := f.grow(i, j, low)
		j = max(agreed.j+agreed.n-seed, j) + 1 // the next seed that reaches out of what agrees
		r := region{runs: f.one[:]}
		r.runs[0] = agreed
		if tolerance > 0 && agreed.n >= seed+2 {
			f.bridge(&r, low, tolerance)
		}
		if from, to := r.later(); to-from >= least {
			r.runs = slices.Clone(r.runs)
			f.regions = append(f.regions, r)
			low = max(from, to-overlap)
			j = max(j, to)
		}
	}
	return f.regions
}

// grow returns the longest agreement around that of i and j whose later side starts at low or after. Its earlier side
// overruns the start of its later side, or of that of another region, by no more than overlap units.
func (f *finder) grow(i, j, low int) run {
	back := f.agree(i, j, -1, min(i, j-low))
	if f.from > 0 {
		return run{i - back, j - back, back + f.agree(i, j, 1, min(f.from-i, len(f.units)-j))}
	}
	end := j - back
	if k := sort.Search(len(f.regions), func(k int) bool { return f.regions[k].runs[0].j > i }); k < len(f.regions) {
		end = min(end, f.regions[k].runs[0].j)
	}
	n := f.agree(i, j, 1, min(end+overlap-i, len(f.units)-j))
	return run{i - back, j - back, n + back}
}

// agree returns how many units agree, at most most, from i and j on in direction dir: 1 reads the units from i and j
// on, −1 those before them.
func (f *finder) agree(i, j, dir, most int) (n int) {
	u, before := f.units, (dir-1)/2
	for n < most && u[i+before] == u[j+before] {
		n, i, j = n+1, i+dir, j+dir
	}
	return n
}

// After a difference of at most jump units, resume units must agree for a region to go on.
const (
	jump   = 4
	resume = 6
)

// bridge extends r, a single run so far, at both ends.
func (f *finder) bridge(r *region, low int, tolerance float64) {
	f.extend(r, -1, low, tolerance)
	slices.Reverse(r.runs)
	f.extend(r, 1, low, tolerance)
}

// extend extends r in direction dir over small differences while no more than the tolerated share differs. The runs
// that it appends are in the order it meets them.
func (f *finder) extend(r *region, dir, low int, tolerance float64) {
	last := r.runs[len(r.runs)-1]
	i, j, size := last.i, last.j, 0
	for _, run := range r.runs {
		size += run.n
	}
	stop := r.runs[0].j // where the later side starts, the earlier one must end
	if f.from > 0 {
		stop = f.from
	}
	if dir > 0 {
		i, j = i+last.n, j+last.n
	} else if stop = low; f.from == 0 {
		stop = max(low, i+last.n)
	}
	room := func(i, j int) int {
		if dir > 0 {
			return min(stop-i, len(f.units)-j)
		}
		return min(i, j-stop)
	}
	for {
		di, dj, n := f.resume(i, j, dir, room)
		if n == 0 || float64(r.diff+max(di, dj)) > tolerance*float64(size+n)+1 {
			return
		}
		r.diff += max(di, dj)
		size += n
		i, j = i+dir*(di+n), j+dir*(dj+n)
		r.runs = append(r.runs, run{i - max(dir, 0)*n, j - max(dir, 0)*n, n})
	}
}

// resume finds the smallest difference, di units on the earlier side and dj on the later one, after which the two
// agree again, and returns for how many units they do; 0 where they do not.
func (f *finder) resume(i, j, dir int, room func(i, j int) int) (di, dj, n int) {
	for d := 1; d <= jump; d++ {
		for s := 0; s <= 2*d; s++ { // a substitution first, then an insertion or deletion
			di, dj = d, d
			if s%2 == 1 {
				di -= (s + 1) / 2
			} else {
				dj -= s / 2
			}
			i, j := i+dir*di, j+dir*dj
			if n = f.agree(i, j, dir, room(i, j)); n >= resume {
				return di, dj, n
			}
		}
	}
	return 0, 0, 0
}
