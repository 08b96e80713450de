package confidence

import (
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
)

// scale holds the weights where they are quick to find.
type scale struct {
	lean, edge, after, runes, times [len(digits)]float64
	ending                          [len(endingKinds)]float64
	rest                            [len(restKinds)]float64
	typ                             [len(kind.All)]float64
	asked                           [2]float64
	rules                           [2]map[string]float64
	quoted                          float64
}

// builtinScale is that of the package's own weights.
var builtinScale = sync.OnceValue(func() *scale {
	s := scaleOf(data.Lists().Weights)
	return &s
})

func scaleOf(w *gazetteer.Weights) scale {
	s := scale{quoted: w.Of("quoted", "")}
	for i, d := range digits {
		s.lean[i], s.edge[i], s.after[i] = w.Of("lean", d), w.Of("edge", d), w.Of("after", d)
		s.runes[i], s.times[i] = w.Of("runes", d), w.Of("times", d)
	}
	for i, ending := range endingKinds {
		s.ending[i] = w.Of("ending", ending)
	}
	for i, rest := range restKinds {
		s.rest[i] = w.Of("rest", rest)
	}
	for i, typ := range kind.All {
		s.typ[i] = w.Of("type", string(typ))
	}
	for i, way := range [...]string{"lists", "model"} {
		s.asked[i], s.rules[i] = w.Of("asked", way), w.Kind(way)
	}
	return s
}
