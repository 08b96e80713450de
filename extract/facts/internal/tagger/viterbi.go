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
