package dedupe

import "slices"

// reach is the number of lines beside a region that are looked at for lines that belong to it.
const reach = 3

// long reports whether r belongs to a copy of most of the text, to which the repeated lines beside it belong as well.
func (w *editor) long(r *region) bool {
	from, to := r.later()
	return w.doubled && to-from >= 3*w.least
}

// isDoubled reports whether regions say so much of the text again that it is there twice, and no single paragraphs are.
func (l *layout) isDoubled(regions []region) bool {
	n := 0
	for i := range regions {
		from, to := regions[i].later()
		n += to - from
	}
	return 3*n > len(l.units)
}

// join returns regions with the short lines that belong to them as regions of their own: where a line is missing from a
// copy, the lines between it and the copy's end, or between two such gaps, may be too short to be met as regions.
func (w *editor) join(regions []region) []region {
	var out []region
	for n := range regions {
		r := &regions[n]
		if !w.long(r) {
			out = append(out, *r)
			continue
		}
		low, high := 0, len(w.units)
		if n > 0 {
			_, low = regions[n-1].later()
		}
		if n+1 < len(regions) {
			high, _ = regions[n+1].later()
		}
		before := w.beside(r, -1, low)
		slices.Reverse(before)
		out = append(out, before...)
		out = append(out, *r)
		out = append(out, w.beside(r, 1, high)...)
	}
	return out
}

// beside returns the lines that both sides of r have beside it in direction dir, up to unit limit of the later side.
func (w *editor) beside(r *region, dir, limit int) []region {
	var out []region
	i0, i1 := r.first()
	j0, j1 := r.later()
	i0, i1 = w.within(i0, i1)
	j0, j1 = w.within(j0, j1)
	stop := j0 // the earlier side ends before the later one starts
	i, j := i0, j0
	if dir > 0 {
		i, j = i1, j1
	} else {
		stop = len(w.units)
		limit = max(limit, i1)
	}
	for {
		a, b, size := w.meet(i, j, dir, stop, limit)
		if size == 0 {
			return out
		}
		i, j = a+dir*size, b+dir*size
		out = append(out, region{runs: []run{{min(a, i), min(b, j), size}}})
	}
}

// meet returns the nearest line that both sides have on the way from the edges i and j in direction dir: where it
// starts on the way, and its size; 0 where there is none within reach. The way ends at stop on the earlier side and
// at limit on the later one.
func (w *editor) meet(i, j, dir, stop, limit int) (a, b, size int) {
	for skip := 0; skip <= 2*(reach-1); skip++ {
		for k := max(0, skip-reach+1); k <= min(skip, reach-1); k++ {
			a, next := w.line(i, dir, k)
			b, end := w.line(j, dir, skip-k)
			if size = dir * (next - a); size <= 0 || size != dir*(end-b) || dir*(stop-next) < 0 && dir > 0 || dir*(limit-end) < 0 {
				continue
			}
			line := w.units[min(a, next):max(a, next)]
			if slices.Equal(line, w.units[min(b, end):max(b, end)]) && w.times(line) == 2 {
				return a, b, size
			}
		}
	}
	return 0, 0, 0
}

// line returns the k-th line from the edge at in direction dir, as the edges that are met first and last.
func (w *editor) line(at, dir, k int) (from, to int) {
	n, ok := slices.BinarySearch(w.edges, at)
	if from := n + dir*k; ok && from >= 0 && from < len(w.edges) && from+dir >= 0 && from+dir < len(w.edges) {
		return w.edges[from], w.edges[from+dir]
	}
	return at, at
}

// times returns how often line stands in the text. What stands there more than twice, as a label does, says nothing.
func (w *editor) times(line []uint16) int {
	if w.counts == nil {
		w.counts = map[uint64]int{}
		for k, from := range w.edges[:len(w.edges)-1] {
			w.counts[hash(w.units[from:w.edges[k+1]])]++
		}
	}
	return w.counts[hash(line)]
}
