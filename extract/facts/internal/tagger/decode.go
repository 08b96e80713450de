package tagger

// viterbi finds the best sequence of labels. Its buffers are reused from line to line.
type viterbi struct {
	score [][labelCount]int32
	back  [][labelCount]Label
	path  []Label
}

const impossible = -1 << 30

// best returns the labels with the greatest sum of scores and steps. The result is valid until the next call.
func (v *viterbi) best(score [][labelCount]int32, steps *[labelCount][labelCount]int32) []Label {
	n := len(score)
	if cap(v.back) < n {
		v.back = make([][labelCount]Label, n+n/2)
		v.path = make([]Label, n+n/2)
	}
	if n == 0 {
		return nil
	}
	now := score[0]
	for _, l := range [...]Label{InOrganization, InPlace, InPerson} {
		now[l] = impossible
	}
	for t := 1; t < n; t++ {
		var next [labelCount]int32
		back := &v.back[t]
		for b := range labelCount {
			from, best := Outside, int32(impossible)
			if b == InOrganization || b == InPlace || b == InPerson {
				from, best = b, now[b]+steps[b][b]
				if s := now[b-1] + steps[b-1][b]; s > best {
					from, best = b-1, s
				}
			} else {
				for a := range labelCount {
					if s := now[a] + steps[a][b]; s > best {
						from, best = a, s
					}
				}
			}
			back[b], next[b] = from, max(best+score[t][b], impossible)
		}
		now = next
	}
	path := v.path[:n]
	for l := range labelCount {
		if now[l] > now[path[n-1]] || l == 0 {
			path[n-1] = l
		}
	}
	for t := n - 1; t > 0; t-- {
		path[t-1] = v.back[t][path[t]]
	}
	return path
}

// sum is a sum of lanes, of n features.
type sum struct {
	lanes [3]uint64
	n     int
}

// add adds the weights of features: of the hot ones at once, of the others after a look at the filter.
func (m *Model) add(f *features, s *sum) {
	var cells, cold [maxFeatures]uint32
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
		if lane := m.find(h); lane >= 0 {
			w := &m.lanes[lane]
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
				t.model.add(&f, &shared[v])
			}
			s = shared[v]
		}
		f.n = 0
		t.line.runeFeatures(i, &f)
		t.model.add(&f, &s)
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
