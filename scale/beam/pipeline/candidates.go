package pipeline

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/dedupe"
)

// settings are those of this program's sketches.
var settings = sync.OnceValues(func() (uint64, error) {
	s, err := dedupe.NewSketcher(nil)
	if err != nil {
		return 0, err
	}
	k, _ := s.Sketch(dedupe.Document{Text: "gisa"})
	return k.Settings, nil
})

// firstFn lets the first of exact copies stand for all. It is given the sketches with a sum, and gives what is known of the
// text, its keys, those of its sample, and its copies. A sketch of another version, or of other options, is an error.
type firstFn struct{}

func (*firstFn) ProcessElement(_ ctx, sum string, all func(*[]byte) bool, text emitBytes, key, sample emitText, copied func([]byte)) error {
	want, err := settings()
	if err != nil {
		return err
	}
	var first dedupe.Sketch
	var at place
	var b []byte
	n := 0
	for ; all(&b); n++ {
		var k dedupe.Sketch
		p, err := parseSketched(b, &k)
		if err == nil && k.Settings != want {
			err = fmt.Errorf("document %q: %w: %016x, want %016x", k.Claim.ID(), dedupe.ErrSketchVersion, k.Settings, want)
		}
		if err != nil {
			return badRecord("sketches", err)
		}
		if n > 0 { // the one that comes later is told; the first of all once the next one is there
			later := head{max(first.Claim, k.Claim), k.Size, p}
			if first.Claim > k.Claim {
				later.place = at
			}
			copied(copyRecord(sum, &later))
		}
		if n == 0 || k.Claim < first.Claim {
			first, at = k, p
		}
	}
	h := head{first.Claim, first.Size, at}
	if n > 1 {
		copied(copyRecord(sum, &h))
	}
	text(sum, h.append(nil))
	for _, k := range first.Keys {
		key(string(binary.BigEndian.AppendUint64(nil, k)), sum)
	}
	for _, k := range first.Sample {
		sample(string(binary.BigEndian.AppendUint64(nil, k)), sum)
	}
	return nil
}

// proposeFn pairs the texts that share a key. Of a key that more than PairLimit have it holds no more than these: each text
// is told that it has a common key, and one of the method goes the way of hotFn.
type proposeFn struct{ Sample bool }

func (f *proposeFn) ProcessElement(_ ctx, key string, all func(*string) bool, pair, common emitCount, hot emitText) {
	var few []string
	var s string
	for len(few) <= dedupe.PairLimit && all(&s) {
		few = append(few, s)
	}
	if len(few) <= dedupe.PairLimit {
		evidence := int64(oneKey)
		if f.Sample {
			evidence = oneSample
		}
		for a, b := range dedupe.Propose(len(few)) { // all of them, whatever their order
			pair(pairKey(few[a], few[b]), evidence)
		}
		return
	}
	tell := func(text string) {
		if f.Sample {
			common(text, 1)
			return
		}
		common(text, commonKey)
		hot(text, key)
	}
	for _, text := range few {
		tell(text)
	}
	for all(&s) {
		tell(s)
	}
}

// hotFn adds their claims to texts with a common key of the method: these pair texts by their order.
type hotFn struct{}

func (*hotFn) ProcessElement(sum string, text func(*[]byte) bool, keys func(*string) bool, emit emitBytes) error {
	h, err := only(text, sum)
	if err != nil {
		return err
	}
	var key string
	for keys(&key) {
		emit(key, append([]byte(sum), h.Claim...))
	}
	return nil
}

// only reads the one head that a text has.
func only(text func(*[]byte) bool, sum string) (head, error) {
	var b []byte
	if !text(&b) {
		return head{}, badRecord(fmt.Sprintf("text %x", sum), fmt.Errorf("%w: it is missing", errRecord))
	}
	r := reader{b: b}
	h := r.head()
	if r.err != nil {
		return h, badRecord(fmt.Sprintf("text %x", sum), r.err)
	}
	return h, nil
}

// hotProposeFn pairs the texts that share a common key. It holds a sum and a claim of each.
type hotProposeFn struct{}

func (*hotProposeFn) ProcessElement(key string, all func(*[]byte) bool, pair emitCount) error {
	var texts []string // a sum and a claim each
	var b []byte
	for all(&b) {
		if len(b) < sumSize {
			return badRecord(fmt.Sprintf("key %x", key), errRecord)
		}
		texts = append(texts, string(b))
	}
	slices.SortFunc(texts, func(a, b string) int { return strings.Compare(a[sumSize:], b[sumSize:]) })
	for a, b := range dedupe.Propose(len(texts)) {
		pair(pairKey(texts[a][:sumSize], texts[b][:sumSize]), oneCommon)
	}
	return nil
}

// byFirstFn keys pairs by one of their texts.
type byFirstFn struct{}

func (*byFirstFn) ProcessElement(pair string, evidence int64, emit emitBytes) {
	emit(pair[:sumSize], append([]byte(pair[sumSize:]), binary.AppendUvarint(nil, uint64(evidence))...))
}

// sizeFn adds what is known of that one, and keys pairs by the other.
type sizeFn struct{}

func (*sizeFn) ProcessElement(sum string, text func(*[]byte) bool, lost func(*int64) bool, pairs func(*[]byte) bool, emit emitBytes) error {
	h, err := only(text, sum)
	if err != nil {
		return err
	}
	var n int64
	lost(&n) // or 0: it has no common keys
	own := h.append(binary.AppendUvarint([]byte(sum), uint64(n)))
	var b []byte
	for pairs(&b) {
		if len(b) < sumSize {
			return badRecord(fmt.Sprintf("pairs of %x", sum), errRecord)
		}
		emit(string(b[:sumSize]), append(slices.Clone(b[sumSize:]), own...))
	}
	return nil
}
