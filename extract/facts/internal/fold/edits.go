package fold

import (
	"bytes"
	"encoding/binary"
	"sort"
)

// Span leads a span of the folded text, not an empty one, back to the text as it was.
func (t *Text) Span(start, end int) (int, int) {
	return t.edits.source(start, false), t.edits.source(end, true)
}

// edit is a rune or a syllable that was folded: where it stands in both texts.
type edit struct{ at, to, from, end int }

// edits are the edits of a text in order: a text may be folded at every second byte. One of each stretch of them is
// kept in full, so that each is found quickly, and those behind it as a number that says where and how long they are.
type edits struct {
	full   []stretch
	packed []byte // those of the last stretch
	count  int    // of them
	last   edit
}

// stretch is an edit and those behind it, packed.
type stretch struct {
	edit
	packed []byte
}

// perStretch is how many edits are packed behind one. The lengths of an edit have so many bits; the rest of the number
// is how far it is from the one before.
const (
	perStretch = 64
	toBits     = 3
	fromBits   = 4
)

func (l *edits) add(e edit) {
	to, from := e.to-e.at, e.end-e.from
	if len(l.full) == 0 || l.count == perStretch || to >= 1<<toBits || from >= 1<<fromBits {
		l.end()
		l.full, l.packed, l.count = append(l.full, stretch{edit: e}), l.packed[:0], 0
	} else {
		far := e.at - l.last.to
		l.packed = binary.AppendUvarint(l.packed, uint64(far)<<(toBits+fromBits)|uint64(to)<<fromBits|uint64(from))
	}
	l.count, l.last = l.count+1, e
}

// end closes the last stretch.
func (l *edits) end() {
	if k := len(l.full) - 1; k >= 0 {
		l.full[k].packed = bytes.Clone(l.packed)
	}
}

// before returns the last edit that begins in the folded text before byte i or, unless it is where something ends, at
// it. What lies between two edits is the same in both texts.
func (l *edits) before(i int, ends bool) (e edit, ok bool) {
	isBefore := func(e edit) bool { return e.at < i || e.at == i && !ends }
	k := sort.Search(len(l.full), func(k int) bool { return !isBefore(l.full[k].edit) }) - 1
	if k < 0 {
		return edit{}, false
	}
	e = l.full[k].edit
	for p := l.full[k].packed; len(p) > 0; {
		n, size := binary.Uvarint(p)
		p = p[size:]
		far := int(n >> (toBits + fromBits))
		next := edit{at: e.to + far, from: e.end + far}
		next.to, next.end = next.at+int(n>>fromBits)&(1<<toBits-1), next.from+int(n)&(1<<fromBits-1)
		if !isBefore(next) {
			break
		}
		e = next
	}
	return e, true
}

// source gives where what begins or ends at i in the folded text does so in the text as it was.
func (l *edits) source(i int, ends bool) int {
	e, ok := l.before(i, ends)
	switch {
	case !ok:
		return i
	case ends && i <= e.to:
		return e.end
	case !ends && i < e.to:
		return e.from
	}
	return i - e.to + e.end
}
