package tagger

import "slices"

// map32 maps feature hashes to counts, later to ids.
type map32 struct {
	keys, vals []uint32
	n          int
}

func newMap32(size int) map32 {
	return map32{keys: make([]uint32, size), vals: make([]uint32, size)}
}

func (m *map32) slot(key uint32) int {
	mask := uint32(len(m.keys) - 1)
	i := key * 0x9E3779B1 >> 3 & mask
	for m.vals[i] != 0 && m.keys[i] != key {
		i = (i + 1) & mask
	}
	return int(i)
}

// bump adds one to the count of key.
func (m *map32) bump(key uint32) {
	i := m.slot(key)
	if m.vals[i] == 0 {
		if m.n++; 2*m.n > len(m.keys) {
			m.grow()
			i = m.slot(key)
		}
		m.keys[i] = key
	}
	m.vals[i]++
}

func (m *map32) grow() {
	old := *m
	*m = newMap32(2 * len(old.keys))
	m.n = old.n
	for i, v := range old.vals {
		if v != 0 {
			j := m.slot(old.keys[i])
			m.keys[j], m.vals[j] = old.keys[i], v
		}
	}
}

// keep drops the keys counted less than least and makes ids of the counts: 1, 2, … in order of the keys.
func (m *map32) keep(least uint32) {
	var kept []uint32
	for i, v := range m.vals {
		if v >= least {
			kept = append(kept, m.keys[i])
		}
	}
	slices.Sort(kept)
	size := 1 << 10
	for size < 3*len(kept) {
		size *= 2
	}
	*m = newMap32(size)
	m.n = len(kept)
	for i, key := range kept {
		j := m.slot(key)
		m.keys[j], m.vals[j] = key, uint32(i+1)
	}
}

// get returns the id of key, from 0.
func (m *map32) get(key uint32) (uint32, bool) {
	v := m.vals[m.slot(key)]
	return v - 1, v != 0
}

func (m *map32) all(do func(key, id uint32)) {
	for i, v := range m.vals {
		if v != 0 {
			do(m.keys[i], v-1)
		}
	}
}

// nth returns the value that n values are not smaller than.
func nth(values []float32, n int) float32 {
	if n <= 0 || n >= len(values) {
		return 0
	}
	s := slices.Clone(values)
	slices.Sort(s)
	return s[len(s)-n]
}

// floatViterbi is viterbi over the learner's weights.
type floatViterbi struct {
	score [][8]float32
	back  [][labelCount]Label
	path  []Label
}

func (v *floatViterbi) grow(n int) [][8]float32 {
	for len(v.score) < n {
		v.score = append(v.score, [8]float32{})
		v.back = append(v.back, [labelCount]Label{})
		v.path = append(v.path, 0)
	}
	return v.score[:n]
}

func (v *floatViterbi) best(score [][8]float32, steps *[labelCount][labelCount]float32) []Label {
	const never = -1e30
	n := len(score)
	if n == 0 {
		return nil
	}
	now := score[0]
	for _, l := range [...]Label{InOrganization, InPlace, InPerson} {
		now[l] = never
	}
	for t := 1; t < n; t++ {
		var next [8]float32
		for b := range labelCount {
			from, best := Outside, float32(never)
			for a := range labelCount {
				if s := now[a] + steps[a][b]; may(a, b) && s > best {
					from, best = a, s
				}
			}
			v.back[t][b], next[b] = from, best+score[t][b]
		}
		now = next
	}
	path := v.path[:n]
	path[n-1] = 0
	for l := range labelCount {
		if now[l] > now[path[n-1]] {
			path[n-1] = l
		}
	}
	for t := n - 1; t > 0; t-- {
		path[t-1] = v.back[t][path[t]]
	}
	return path
}
