package pipeline

import (
	"fmt"
	"sync"

	"github.com/gisa-go/gisa/dedupe"
)

// compareFn compares a text with those that it is paired with, where that is worth it, and gives the ties.
type compareFn struct{ Store articles }

var comparers = sync.Pool{New: func() any { c, _ := dedupe.NewComparer(nil); return c }} // the defaults are no bad options

func (f *compareFn) ProcessElement(ctx ctx, sum string, text func(*[]byte) bool, lost func(*int64) bool, pairs func(*[]byte) bool, emit func([]byte)) error {
	h, err := only(text, sum)
	if err != nil {
		return err
	}
	var n int64
	lost(&n)
	own := extent(h.Size, n)
	texts := f.Store.open(ctx)
	defer texts.close()
	c := comparers.Get().(*dedupe.Comparer)
	defer comparers.Put(c)
	loaded := false
	var b []byte
	for pairs(&b) {
		r := reader{b: b}
		evidence := r.number()
		other := string(r.take(sumSize))
		common := r.number()
		t := tie{a: h, b: r.head(), sums: [2]string{sum, other}}
		if r.err != nil {
			return badRecord(fmt.Sprintf("pairs of %x", sum), r.err)
		}
		compare, relate := dedupe.Worth(shared(evidence), extent(t.b.Size, common), own)
		if !compare {
			continue
		}
		if !loaded {
			text, err := texts.text(h.place)
			if err != nil {
				return err
			}
			c.First(text)
			loaded = true
		}
		text, err := texts.text(t.b.place)
		if err != nil {
			return err
		}
		t.common, t.Match = !relate, c.Match(text)
		if t.Kind != dedupe.None {
			emit(t.record())
		}
	}
	return nil
}
