package pipeline

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/gisa-go/gisa/dedupe"
)

type (
	ctx       = context.Context
	emitBytes = func(string, []byte)
	emitText  = func(string, string)
	emitCount = func(string, int64)
)

var errRecord = errors.New("record that this program did not write")

// place is where an article stands: a line of a file of articles.
type place struct{ File, Offset, Length int64 }

// head is what is known of a text beside its keys.
type head struct {
	Claim dedupe.Claim // of the first of its exact copies
	Size  int          // of its sample
	place
}

func (h *head) append(b []byte) []byte {
	b = appendString(b, string(h.Claim))
	for _, n := range [...]int64{int64(h.Size), h.File, h.Offset, h.Length} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// reader reads what append functions wrote. It fails once and for all.
type reader struct {
	b   []byte
	err error
}

func (r *reader) number() int64 {
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > math.MaxInt64 {
		r.b, r.err = nil, errRecord
		return 0
	}
	r.b = r.b[size:]
	return int64(n)
}

func (r *reader) take(n int64) []byte {
	if n > int64(len(r.b)) {
		r.b, r.err = nil, errRecord
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) head() (h head) {
	h.Claim = dedupe.Claim(r.take(r.number()))
	h.Size = int(r.number())
	h.File, h.Offset, h.Length = r.number(), r.number(), r.number()
	return h
}

const sumSize = 16 // bytes of the hash by which a text is known

// sketched is a sketch and where its text is.
func sketched(k *dedupe.Sketch, at place) ([]byte, error) {
	b := binary.AppendUvarint(nil, uint64(at.File))
	b = binary.AppendUvarint(b, uint64(at.Offset))
	b = binary.AppendUvarint(b, uint64(at.Length))
	return k.AppendBinary(b)
}

func parseSketched(b []byte, k *dedupe.Sketch) (at place, err error) {
	r := reader{b: b}
	at = place{r.number(), r.number(), r.number()}
	if r.err != nil {
		return at, r.err
	}
	return at, k.UnmarshalBinary(r.b)
}

// What two texts share is counted in one number, so that it is summed up before it is sent.
const (
	oneSample = 1
	oneKey    = 1 << 24
	oneCommon = 1 << 44
)

func shared(n int64) dedupe.Shared {
	return dedupe.Shared{Sample: int(n & (oneKey - 1)), Keys: int(n / oneKey & (1<<20 - 1)), Common: int(n / oneCommon)}
}

// So are the common keys of a text: those of the method above, those of its sample below.
const commonKey = 1 << 32

func extent(size int, lost int64) dedupe.Extent {
	return dedupe.Extent{Size: size, Common: int(lost & (commonKey - 1)), CommonKeys: int(lost / commonKey)}
}

// pairKey names two texts in whichever order.
func pairKey(a, b string) string {
	if a > b {
		a, b = b, a
	}
	return a + b
}

// tie is two texts that were compared, and what the second one is to the first.
type tie struct {
	a, b   head
	sums   [2]string
	common bool
	dedupe.Match
}

// The first byte of a record says what it is; an empty one says nothing.
const (
	isCopy = 'c' // a head behind its sum: one of several exact copies
	isTie  = 't'
)

func copyRecord(sum string, h *head) []byte { return h.append(append([]byte{isCopy}, sum...)) }

func (t *tie) record() []byte {
	common := byte(0)
	if t.common {
		common = 1
	}
	b := []byte{isTie, common, byte(t.Kind)}
	b = binary.BigEndian.AppendUint64(b, math.Float64bits(t.Similarity))
	b = binary.BigEndian.AppendUint64(b, math.Float64bits(t.Containment))
	b = t.a.append(append(b, t.sums[0]...))
	return t.b.append(append(b, t.sums[1]...))
}

func (r *reader) tie() (t tie) {
	if flags := r.take(2); r.err == nil {
		t.common, t.Kind = flags[0] == 1, dedupe.Kind(flags[1])
	}
	if n := r.take(16); r.err == nil {
		t.Similarity = math.Float64frombits(binary.BigEndian.Uint64(n))
		t.Containment = math.Float64frombits(binary.BigEndian.Uint64(n[8:]))
	}
	t.sums[0] = string(r.take(sumSize))
	t.a = r.head()
	t.sums[1] = string(r.take(sumSize))
	t.b = r.head()
	return t
}

func badRecord(what string, err error) error { return fmt.Errorf("pipeline: %s: %w", what, err) }
