package tagger

import (
	"math"
	"math/rand/v2"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// Example is a line of text and the names in it. Spans neither overlap nor run into one another.
type Example struct {
	Text  string
	Spans []Span
}

// Learning says how weights are learnt. The same examples and settings give the same model.
type Learning struct {
	Seed     uint64
	Epochs   int
	Models   int     // perceptrons whose weights are summed, each with its own order of examples
	Least    int     // a feature must be seen in so many runes
	Most     int     // features kept, those with the largest weights
	Missed   float32 // margin asked against a missed organization
	Spurious float32 // margin asked against any other wrong label
	Hidden   float64 // share of names whose list hits are hidden in an epoch
	Log      func(format string, args ...any)
}

// learner holds the weights while they are learnt.
type learner struct {
	Learning
	ids            map32
	w              [][8]float32 // by feature
	sum            [][8]float32 // of w over time
	steps, stepSum [labelCount][labelCount]float32
	now            float32
	rng            *rand.Rand
	line           line
	vit            floatViterbi
	cases          []prepared
	gold           []Label
}

// prepared is an example with the ids of its features.
type prepared struct {
	gold []Label
	ids  []uint32 // of all runes, one after the other
	ends []int    // by rune: where its ids end
}

// Learn trains a model and returns it as Decode reads it.
func Learn(examples []Example, lists *gazetteer.Lists, how Learning) []byte {
	l := &learner{Learning: how}
	l.line.lists = lists
	l.count(examples)
	total := make([][8]float32, l.ids.n)
	var totalSteps [labelCount][labelCount]float32
	for m := range how.Models {
		l.rng = rand.New(rand.NewPCG(how.Seed, uint64(m)))
		l.w, l.sum = make([][8]float32, l.ids.n), make([][8]float32, l.ids.n)
		l.steps, l.stepSum, l.now = [labelCount][labelCount]float32{}, [labelCount][labelCount]float32{}, 1
		for e := range how.Epochs {
			wrong := l.epoch(examples)
			how.Log("model %d epoch %d: %d lines wrong", m+1, e+1, wrong)
		}
		for i := range total {
			for k := range total[i] {
				total[i][k] += l.w[i][k] - l.sum[i][k]/l.now
			}
		}
		for a := range totalSteps {
			for b := range totalSteps[a] {
				totalSteps[a][b] += l.steps[a][b] - l.stepSum[a][b]/l.now
			}
		}
	}
	return l.pack(total, &totalSteps)
}

// count gives an id to each feature seen often enough.
func (l *learner) count(examples []Example) {
	l.ids = newMap32(1 << 20)
	for _, x := range examples {
		l.line.read(x.Text)
		l.line.each(func(_ int, f *features) {
			for _, h := range f.hash[:f.n] {
				l.ids.bump(h)
			}
		})
	}
	before := l.ids.n
	l.ids.keep(uint32(l.Least))
	l.Log("%d features, %d seen at least %d times", before, l.ids.n, l.Least)
}

// epoch goes once through the examples in random order and returns how many came out wrong.
func (l *learner) epoch(examples []Example) (wrong int) {
	if l.cases == nil || l.Hidden > 0 {
		l.prepare(examples)
	}
	for _, i := range l.rng.Perm(len(examples)) {
		if l.learn(&l.cases[i]) {
			wrong++
		}
		l.now++
	}
	return wrong
}

// prepare finds the features of the examples, with some names hidden from the lists.
func (l *learner) prepare(examples []Example) {
	salt := l.rng.Uint64()
	if l.Hidden > 0 {
		l.line.hide = func(name string) bool {
			h := salt
			for i := range len(name) {
				h = fold(h, uint64(name[i])+1)
			}
			return float64(h>>11)/(1<<53) < l.Hidden
		}
	}
	if l.cases == nil {
		l.cases = make([]prepared, len(examples))
	}
	for i := range examples {
		l.prepareOne(&examples[i], &l.cases[i])
	}
	l.line.hide = nil
}

func (l *learner) prepareOne(x *Example, p *prepared) {
	l.line.read(x.Text)
	l.label(x)
	p.gold, p.ids, p.ends = append(p.gold[:0], l.gold...), p.ids[:0], p.ends[:0]
	l.line.each(func(t int, f *features) {
		for _, h := range f.hash[:f.n] {
			if id, ok := l.ids.get(h); ok {
				p.ids = append(p.ids, id)
			}
		}
		p.ends = append(p.ends, len(p.ids))
	})
}

// learn decodes one example, with margins, and moves the weights where it comes out wrong.
func (l *learner) learn(p *prepared) bool {
	score := l.vit.grow(len(p.gold))
	start := 0
	for t, end := range p.ends {
		var s [8]float32
		for _, id := range p.ids[start:end] {
			w := &l.w[id]
			for k := range s {
				s[k] += w[k]
			}
		}
		start = end
		for k := range labelCount {
			if score[t][k] = s[k]; k != p.gold[t] {
				score[t][k] += l.cost(p.gold[t], k)
			}
		}
	}
	return l.update(p, l.vit.best(score, &l.steps))
}

func (l *learner) cost(gold, got Label) float32 {
	if (gold == BeginOrganization || gold == InOrganization) && got != BeginOrganization && got != InOrganization {
		return l.Missed
	}
	return l.Spurious
}

// update moves the weights toward the labels of p and away from path.
func (l *learner) update(p *prepared, path []Label) bool {
	wrong := false
	start := 0
	for t, got := range path {
		gold := p.gold[t]
		if got != gold {
			wrong = true
			for _, id := range p.ids[start:p.ends[t]] {
				l.w[id][gold]++
				l.sum[id][gold] += l.now
				l.w[id][got]--
				l.sum[id][got] -= l.now
			}
		}
		start = p.ends[t]
		if t > 0 && (got != gold || path[t-1] != p.gold[t-1]) {
			l.steps[p.gold[t-1]][gold]++
			l.stepSum[p.gold[t-1]][gold] += l.now
			l.steps[path[t-1]][got]--
			l.stepSum[path[t-1]][got] -= l.now
		}
	}
	return wrong
}

// label sets gold to the labels of x.
func (l *learner) label(x *Example) {
	l.gold = l.gold[:0]
	k := 0
	for i := range l.line.runes {
		at := l.line.bytes[i]
		for k < len(x.Spans) && x.Spans[k].End <= at {
			k++
		}
		c := Outside
		if k < len(x.Spans) && x.Spans[k].Start <= at {
			if c = x.Spans[k].Class; x.Spans[k].Start < at {
				c++
			}
		}
		l.gold = append(l.gold, c)
	}
}

// pack keeps the strongest features and writes them in 8 bits.
func (l *learner) pack(w [][8]float32, steps *[labelCount][labelCount]float32) []byte {
	largest := float32(0)
	strength := make([]float32, len(w))
	for i := range w {
		for _, x := range w[i] {
			strength[i] = max(strength[i], float32(math.Abs(float64(x))))
		}
		largest = max(largest, strength[i])
	}
	least := nth(strength, l.Most)
	scale := maxWeight / float64(largest)
	var out []feature
	l.ids.all(func(key uint32, id uint32) {
		if key == 0 || strength[id] < least {
			return
		}
		f := feature{key: key}
		some := false
		for k := range labelCount {
			f.weights[k] = compand(float64(w[id][k]) * scale)
			some = some || f.weights[k] != 0
		}
		if some {
			out = append(out, f)
		}
	})
	var s [labelCount][labelCount]int32
	for a := range s {
		for b := range s[a] {
			s[a][b] = int32(math.Round(float64(steps[a][b]) * scale))
		}
	}
	b := encode(out, &s)
	l.Log("%d features kept, largest weight %.1f, %d bytes", len(out), largest, len(b))
	return b
}
