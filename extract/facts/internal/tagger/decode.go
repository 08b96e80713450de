package tagger

// scratch is where Model.add sorts features. It is kept from call to call: on the stack it would be cleared for each
// syllable.
type scratch struct{ cells, cold [maxFeatures]uint32 }

// sum is a sum of lanes, of n features.
type sum struct {
	lanes [3]uint64
	n     int
}

// add adds the weights of features: of the hot ones at once, of the others after a look at the filter.
func (m *Model) add(f *features, s *sum, buf *scratch) {
	cells, cold := &buf.cells, &buf.cold
	n, k := 0, 0
	hot := m.hot
	for _, h := range f.hash[:f.n] {
		cell := h >> hotShift
		cells[n], cold[k] = cell, h
		miss := int((uint64(hot.keys[cell]^h) + 0xFFFFFFFF) >> 32) // 1 if they differ
		n += 1 - miss
		k += miss
	}
	for _, cell := range cells[:n] {
		w := &hot.lanes[cell]
		s.lanes[0] += w[0]
		s.lanes[1] += w[1]
		s.lanes[2] += w[2]
	}
	j := 0
	for _, h := range cold[:k] {
		cold[j] = h
		b := h >> filterShift
		j += int(hot.filter[b>>6] >> (b & 63) & 1)
	}
	for _, h := range cold[:j] {
		if weights, ok := m.find(h); ok {
			w := spread(weights)
			s.lanes[0] += w[0]
			s.lanes[1] += w[1]
			s.lanes[2] += w[2]
			n++
		}
	}
	s.n += n
}

// label returns a label's part of the sum.
func (s *sum) label(l Label) int32 {
	return int32(s.lanes[l/3]>>(l%3*laneBits)&laneMask) - int32(s.n*bias)
}

// scores returns the weights of each rune's labels. They are valid until the next call.
func (t *Tagger) scores() [][labelCount]int32 {
	n := len(t.line.runes)
	if cap(t.vit.score) < n {
		t.vit.score = make([][labelCount]int32, n+n/2)
	}
	score := t.vit.score[:n]
	var shared [variants]sum
	var f features
	last := -1
	for i := range score {
		var s sum
		if w := t.line.word[i]; w >= 0 {
			if w != last {
				shared, last = [variants]sum{}, w
			}
			v := variant(i, &t.line.tokens[w])
			if shared[v].n == 0 {
				f.n = 0
				t.line.wordFeatures(w, v, &f)
				t.model.add(&f, &shared[v], &t.sorted)
			}
			s = shared[v]
		}
		f.n = 0
		t.line.runeFeatures(i, &f)
		t.model.add(&f, &s, &t.sorted)
		for l := range score[i] {
			score[i][l] = s.label(Label(l))
		}
	}
	return score
}

// Mark appends to dst the names in one line of text, in order. Offsets are bytes of text. For each rune, lean at
// its first byte is set to how much the model prefers organization to Outside there; lean is as long as text.
func (t *Tagger) Mark(text string, dst []Span, lean []int32) []Span {
	t.line.read(text)
	score := t.scores()
	for i := range score {
		lean[t.line.bytes[i]] = max(score[i][BeginOrganization], score[i][InOrganization]) - score[i][Outside]
	}
	path := t.vit.best(score, &t.model.steps)
	for i := 0; i < len(path); i++ {
		c := path[i]
		if c == Outside {
			continue
		}
		start := i
		for i+1 < len(path) && path[i+1] == c+1 {
			i++
		}
		dst = append(dst, Span{t.line.bytes[start], t.line.bytes[i+1], c})
	}
	return dst
}
