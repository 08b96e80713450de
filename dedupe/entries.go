package dedupe

import (
	"iter"
	"math"
)

// entry is a document of a collection. Exact copies are chained to the first of them that was read, whose signatures
// stand for all.
type entry struct {
	Document
	units int32
	next  int32 // the next exact copy, −1 for none
	copy  bool  // of a document read before
}

// entries is a list of documents that is never moved.
type entries struct {
	blocks [][]entry
	n      int
}

const entryBlock = 1 << 10

func (e *entries) at(d int32) *entry { return &e.blocks[uint32(d)/entryBlock][uint32(d)%entryBlock] }

func (e *entries) add(doc Document, units int) *entry {
	if e.n%entryBlock == 0 {
		e.blocks = append(e.blocks, make([]entry, entryBlock))
	}
	added := e.at(int32(e.n))
	*added = entry{Document: doc, units: int32(min(units, math.MaxInt32)), next: -1}
	e.n++
	return added
}

// register finds documents by a hash: a table with open addressing of the hashes' upper halves and the documents' places
// + 1.
type register struct {
	slots []uint64
	n     int
}

// with returns the documents that may have the hash: those with its upper half.
func (r *register) with(hash uint64) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		if len(r.slots) == 0 {
			return
		}
		for k := hash >> 32; ; k++ {
			switch s := r.slots[k&uint64(len(r.slots)-1)]; {
			case s == 0:
				return
			case s>>32 == hash>>32 && !yield(int32(uint32(s)-1)):
				return
			}
		}
	}
}

// add registers a document with its hash.
func (r *register) add(hash uint64, doc int32) {
	if 4*r.n >= 3*len(r.slots) {
		old := r.slots
		r.slots = make([]uint64, max(1<<10, 2*len(old)))
		for _, s := range old {
			if s != 0 {
				r.put(s)
			}
		}
	}
	r.put(hash>>32<<32 | uint64(uint32(doc)+1))
	r.n++
}

func (r *register) put(slot uint64) {
	k := slot >> 32
	for r.slots[k&uint64(len(r.slots)-1)] != 0 {
		k++
	}
	r.slots[k&uint64(len(r.slots)-1)] = slot
}
