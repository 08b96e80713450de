package dedupe

import "slices"

// merge joins regions with small differences between them, as long as no more than the tolerated share of the units of
// the joined one differs.
func merge(units []uint16, regions []region, tolerance float64) []region {
	var out []region
	for _, r := range regions {
		if n := len(out); n > 0 && bridge(units, &out[n-1], &r, tolerance) {
			continue
		}
		out = append(out, r)
	}
	return out
}

// bridge appends b to a, if what differs between them is tolerated.
func bridge(units []uint16, a, b *region, tolerance float64) bool {
	start, j := a.later()
	_, i := a.first()
	bi, bend := b.first()
	bj, to := b.later()
	if bi < i-overlap || bi-i > longLine || bj-j > longLine || bend > start {
		return false
	}
	if back := max(i-bi, j-bj, 0); back > 0 { // they overlap
		if back >= b.runs[0].n {
			return false
		}
		b.runs[0] = run{bi + back, bj + back, b.runs[0].n - back}
		bi, bj = bi+back, bj+back
	}
	diff := a.diff + b.diff + distance(units[i:bi], units[j:bj])
	if float64(diff) > tolerance*float64(to-start)+1 {
		return false
	}
	a.runs, a.diff = append(a.runs, b.runs...), diff
	return true
}

// distance returns the least number of units to change, insert or delete that makes b of a.
func distance(a, b []uint16) int {
	row := make([]int, len(b)+1)
	for k := range row {
		row[k] = k
	}
	for i, u := range a {
		diagonal := row[0]
		row[0] = i + 1
		for k, v := range b {
			change := diagonal
			if u != v {
				change++
			}
			diagonal = row[k+1]
			row[k+1] = min(change, row[k]+1, diagonal+1)
		}
	}
	return row[len(b)]
}

// settle extends the ends of r over the last few units of the lines they stand in.
func (w *editor) settle(r *region) {
	i, start := r.first()
	j, to := r.later()
	if di, dj := w.rest(i, j, -1); dj > 0 && j-dj >= start {
		r.runs = slices.Insert(r.runs, 0, run{i - di, j - dj, 0})
		j -= dj
	}
	if di, dj := w.rest(start, to, 1); dj > 0 && start+di <= j {
		r.runs = append(r.runs, run{start + di, to + dj, 0})
	}
}

// rest returns how far the lines of i and j go on in direction dir; zeros where they differ by too much.
func (w *editor) rest(i, j, dir int) (di, dj int) {
	dj = dir * (w.edge(j, dir) - j)
	if dj == 0 || dj > resume+jump {
		return 0, 0
	}
	di = dir * (w.edge(i, dir) - i)
	if di-dj > jump || dj-di > jump { // the earlier side stands in the midst of a line
		di = dj
	}
	if dir < 0 {
		di = min(di, i)
	}
	return di, dj
}
