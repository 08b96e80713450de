package dedupe

import (
	"cmp"
	"slices"
	"sync"
)

// Within returns the runs that text repeats, in order of their kept spans. It returns an error only for bad options.
//
// A repeat is what an editor would strike out: the whole article again or a large part of it, its lead, a caption.
// Runs are cut to whole lines (to whole sentences in a text without line breaks). What is legitimately said twice
// stays: runs shorter than Options.MinRepeat, refrains of short lines, single quotations, and phrases within a
// sentence; so do rows of the same few characters.
//
// The first of the copies is kept, unless a later one is more complete: where the first lacks lines that stand in
// the midst of a later copy, or only the first is made of whole lines. Kept spans and copies never overlap. Without a
// tolerance each copy is the same characters as the kept span, white space and letter case aside, and a line that
// only one of the copies has is in none of the spans.
//
// Time and memory are linear in the length of text.
func Within(text string, opts *Options) ([]Repeat, error) {
	o, err := opts.resolve()
	if err != nil {
		return nil, err
	}
	f := finders.Get().(*finder)
	defer finders.Put(f)
	return f.within(text, &o), nil
}

// finders lends out memory.
var finders = sync.Pool{New: func() any { return new(finder) }}

func (f *finder) within(text string, o *Options) []Repeat {
	regions := f.repeats(text, o.MinRepeat, o.Tolerance)
	if len(regions) == 0 {
		return nil
	}
	f.layout.set(text, f.units)
	w := editor{layout: &f.layout, least: o.MinRepeat, tolerant: o.Tolerance > 0}
	w.doubled = w.isDoubled(regions)
	if w.tolerant {
		regions = merge(w.units, regions, o.Tolerance)
		for i := range regions {
			w.settle(&regions[i])
		}
	}
	for _, chain := range chains(w.join(regions)) {
		w.strike(chain)
	}
	return w.repeats()
}

// strike is a decision: units [from, to) go, since [keptFrom, keptTo) says the same.
type strike struct{ from, to, keptFrom, keptTo int }

// editor decides which side of a region goes.
type editor struct {
	*layout
	least    int
	tolerant bool
	doubled  bool           // the text is there twice
	counts   map[uint64]int // of lines, by hash
	struck   []strike
	fate     []uint8     // of each unit, once something is struck
	moved    map[int]int // units that were struck in favour of a later copy → that copy's
}

// chains cuts regions where they no longer follow each other on both sides: a chain is one copy of one text.
func chains(regions []region) [][]region {
	var out [][]region
	start := 0
	for k := 1; k <= len(regions); k++ {
		if k < len(regions) && follows(regions[start:k], &regions[k]) {
			continue
		}
		out = append(out, regions[start:k])
		start = k
	}
	return out
}

// follows reports whether r goes on where chain ends, a few lines aside. All earlier sides of a chain stand before its
// later ones.
func follows(chain []region, r *region) bool {
	_, i := chain[len(chain)-1].first()
	_, j := chain[len(chain)-1].later()
	start, _ := chain[0].later()
	ri, end := r.first()
	rj, _ := r.later()
	return ri >= i-overlap && ri-i <= longLine && rj-j <= longLine && end <= start+overlap
}

// bind marks the regions of a chain with a long one: whatever they are by themselves, they are said again with it.
func (w *editor) bind(chain []region) {
	long := slices.ContainsFunc(chain, func(r region) bool {
		return w.long(&r)
	})
	for i := range chain {
		chain[i].joined = long && len(chain) > 1
	}
}

// strike decides for the regions of a chain together, so that the copy that is kept is kept whole.
func (w *editor) strike(chain []region) {
	w.bind(chain)
	if w.laterIsComplete(chain) && w.strikeFirst(chain) {
		return
	}
	for i := range chain {
		r := &chain[i]
		s, ok := w.cut(r, false)
		if !ok && w.large(r) {
			if s, ok = w.cut(r, true); !ok {
				s, ok = w.uncut(r)
			}
		}
		if ok {
			w.mark(s)
		}
	}
}

// strikeFirst strikes the first sides of all regions of chain, or none.
func (w *editor) strikeFirst(chain []region) bool {
	var firsts []strike
	for i := range chain {
		s, ok := w.cut(&chain[i], true)
		if !ok || !w.free(s) {
			return false
		}
		firsts = append(firsts, s)
	}
	for _, s := range firsts {
		w.mark(s)
	}
	return true
}

// laterIsComplete reports whether the later copy has lines between its regions that the first one has not, and more of
// them than the first has of its own. The two copies must be the text, a stamp aside: single paragraphs that are said
// again have lines between them, too. So have the two of which the text begins; from three on they are a copy.
func (w *editor) laterIsComplete(chain []region) bool {
	first, later := 0, 0
	for k := 1; k < len(chain); k++ {
		_, i := chain[k-1].first()
		_, j := chain[k-1].later()
		bi, _ := chain[k].first()
		bj, _ := chain[k].later()
		first += max(bi-i, 0)
		later += max(bj-j, 0)
	}
	i0, _ := chain[0].first()
	j0, _ := chain[0].later()
	_, i1 := chain[len(chain)-1].first()
	_, j1 := chain[len(chain)-1].later()
	if later <= first || i1-i0+j1-j0+w.least <= len(w.units) {
		return false
	}
	return 3*later < j1-j0 || first == 0 && j0-i1 < w.least && w.lineCount(i0, i1) > 2
}

// lineCount returns the number of whole lines in [from, to).
func (w *editor) lineCount(from, to int) int {
	if from, to = w.within(from, to); from == to {
		return 0
	}
	_, lines := w.longest(from, to)
	return lines
}

// largeRepeat is the number of units, as a multiple of MinRepeat, from which a run is never said twice on purpose.
const largeRepeat = 5

func (w *editor) large(r *region) bool {
	from, to := r.later()
	return to-from >= largeRepeat*w.least && w.varied(from, to)
}

// uncut returns r with its later side struck to the unit, if it stands in a long line without edges.
func (w *editor) uncut(r *region) (strike, bool) {
	i0, i1 := r.first()
	j0, j1 := r.later()
	return strike{j0, j1, i0, i1}, i1 <= j0 && w.edge(j1, 1)-w.edge(j0, -1) > longLine
}

// cut returns the whole lines of the later side of r, or of the first one, as what goes, and whether they should go.
func (w *editor) cut(r *region, first bool) (strike, bool) {
	from, to := w.lines(r, first)
	s := strike{from, to, r.other(from, first), r.other(to, first)}
	if s.from >= s.to || s.keptFrom >= s.keptTo || s.from < s.keptTo && s.keptFrom < s.to {
		return strike{}, false
	}
	if r.joined {
		return s, true
	}
	if to-from < w.least || !w.varied(from, to) {
		return strike{}, false
	}
	longest, lines := w.longest(from, to)
	if longest < w.least && to-from < 4*w.least { // a refrain
		return strike{}, false
	}
	if lines == 1 && to-from < 2*w.least && w.said(from, to) {
		return strike{}, false
	}
	return s, true
}

// lines cuts a side of r to whole lines. The end of a large region is left as it is where the other side has an edge
// there: a copy that was glued to what stands before it.
func (w *editor) lines(r *region, first bool) (int, int) {
	from, to := r.later()
	start, end := r.first()
	if first {
		from, to, start, end = start, end, from, to
	}
	if !first { // leave alone what the region before took
		for from < to && w.fate != nil && w.fate[from] == struck {
			from++
		}
	}
	a, b := w.within(from, to)
	if w.large(r) && w.edge(start, 1) == start {
		a = from
	}
	if over := w.overrun(r, a, to, first); over > 0 {
		_, b = w.within(a, to-over)
	} else if w.large(r) && w.edge(end, 1) == end {
		b = to
	}
	return a, b
}

// overrun returns by how many units the kept side of r goes too far where [from, to) of the other side is struck: the
// earlier side into the later one, or into what is struck already.
func (w *editor) overrun(r *region, from, to int, first bool) int {
	if first {
		return to - r.other(from, true)
	}
	start, end := r.other(from, false), r.other(to, false)
	if w.fate != nil && start < end && w.fate[start] != struck {
		if k := slices.Index(w.fate[start:end], struck); k > 0 {
			return max(end-from, end-start-k)
		}
	}
	return end - from
}

// other returns where unit k of one side of r, the first or the later one, stands on the other side.
func (r *region) other(k int, first bool) int {
	for n := len(r.runs) - 1; n >= 0; n-- {
		a, b := r.runs[n].j, r.runs[n].i
		if first {
			a, b = b, a
		}
		if k >= a || n == 0 {
			b += min(k-a, r.runs[n].n)
			if n+1 < len(r.runs) && k-a > r.runs[n].n { // inside a difference
				next := r.runs[n+1].i
				if first {
					next = r.runs[n+1].j
				}
				b = min(b+k-a-r.runs[n].n, next)
			}
			return b
		}
	}
	return 0
}

// varied reports whether [from, to) is text and no row of the same few characters.
func (w *editor) varied(from, to int) bool {
	var seen [8]uint16
	n := 0
	for _, u := range w.units[from:to] {
		if !slices.Contains(seen[:n], u) {
			if n == len(seen)-1 {
				return true
			}
			seen[n] = u
			n++
		}
	}
	return false
}

// said reports whether the line [from, to) is something that is said: a quotation or a turn of an interview.
func (w *editor) said(from, to int) bool {
	switch w.units[from] {
	case '"', '\'':
		return w.units[to-1] == w.units[from]
	case '「', '『', '-':
		return true
	}
	return false
}

// What a unit is to the strikes.
const (
	kept = 1 + iota // kept for the sake of something struck
	struck
)

// free reports whether s strikes nothing that is kept and keeps nothing that is struck.
func (w *editor) free(s strike) bool {
	return w.fate == nil || !slices.ContainsFunc(w.fate[s.from:s.to], func(f uint8) bool { return f != 0 }) &&
		!slices.Contains(w.fate[s.keptFrom:s.keptTo], struck)
}

// mark records s. Where s keeps what was struck in favour of another copy, it keeps that copy.
func (w *editor) mark(s strike) {
	if w.fate == nil {
		w.fate = make([]uint8, len(w.units))
	}
	if from, ok := w.moved[s.keptFrom]; ok && w.moved[s.keptTo] > from {
		s.keptFrom, s.keptTo = from, w.moved[s.keptTo]
	}
	if !w.free(s) {
		return
	}
	for k := s.from; k < s.to; k++ {
		w.fate[k] = struck
	}
	for k := s.keptFrom; k < s.keptTo; k++ {
		w.fate[k] = kept
	}
	if s.keptFrom > s.from { // a later copy of the same text leads here
		if w.moved == nil {
			w.moved = map[int]int{}
		}
		for k := s.from; k <= s.to; k++ {
			w.moved[k] = min(s.keptFrom+k-s.from, s.keptTo)
		}
	}
	w.struck = append(w.struck, s)
}

// repeats returns what was struck, by kept span.
func (w *editor) repeats() []Repeat {
	slices.SortFunc(w.struck, func(a, b strike) int {
		return cmp.Or(a.keptFrom-b.keptFrom, a.keptTo-b.keptTo, a.from-b.from)
	})
	var out []Repeat
	for _, s := range w.struck {
		kept, copied := w.span(s.keptFrom, s.keptTo), w.span(s.from, s.to)
		if n := len(out); n > 0 && out[n-1].Span == kept {
			out[n-1].Copies = append(out[n-1].Copies, copied)
			continue
		}
		out = append(out, Repeat{Span: kept, Copies: []Span{copied}})
	}
	return out
}
