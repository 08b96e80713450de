package gazetteer

import (
	"fmt"
	"strconv"
	"strings"
)

// Weights holds the weights of clues, by kind and value.
type Weights struct{ byKind map[string]map[string]float64 }

// ParseWeights reads lines "kind value weight", where the value may be missing.
func ParseWeights(f File) (*Weights, error) {
	w := &Weights{byKind: map[string]map[string]float64{}}
	n := 0
	for line := range strings.Lines(f.Text) {
		n++
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0][0] == '#' {
			continue
		}
		if len(fields) == 2 {
			fields = []string{fields[0], "", fields[1]}
		}
		if len(fields) != 3 {
			return nil, fmt.Errorf("%s:%d: want a kind, a value and a weight", f.Name, n)
		}
		x, err := strconv.ParseFloat(fields[2], 64)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", f.Name, n, err)
		}
		if w.byKind[fields[0]] == nil {
			w.byKind[fields[0]] = map[string]float64{}
		}
		w.byKind[fields[0]][fields[1]] = x
	}
	return w, nil
}

// Kind returns the weights of a kind by value. It must not be changed.
func (w *Weights) Kind(kind string) map[string]float64 { return w.byKind[kind] }

// Of returns the weight of a clue, 0 where none is known.
func (w *Weights) Of(kind, value string) float64 { return w.byKind[kind][value] }
