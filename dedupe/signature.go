package dedupe

import (
	"cmp"
	"encoding/binary"
	"math"
	"math/bits"
)

// signature is what an index keeps of a text: enough to know an equal text for certain and to estimate how similar any
// other is.
type signature struct {
	sum      [16]byte    // of the units: SHA-256, cut
	shingles uint32      // how many
	sketch   [slots]byte // the lowest 8 bits of each slot: b-bit minwise hashing (Li, König 2010)
}

const signatureSize = 16 + 4 + slots

func (g *signature) append(dst []byte) []byte {
	dst = append(dst, g.sum[:]...)
	dst = binary.LittleEndian.AppendUint32(dst, g.shingles)
	return append(dst, g.sketch[:]...)
}

// parse reads a signature and returns what follows it.
func (g *signature) parse(b []byte) (rest []byte, ok bool) {
	if len(b) < signatureSize {
		return nil, false
	}
	b = b[copy(g.sum[:], b):]
	g.shingles = binary.LittleEndian.Uint32(b)
	b = b[4:]
	return b[copy(g.sketch[:], b):], true
}

// match estimates what the text of h is to the text of g. Two sets of shingles with the Jaccard index J agree in a slot
// with a probability of J, and in its lowest 8 bits with J + (1 − J)/256. How much of the smaller set is in the other
// follows from J and the sizes. The kind is the one that they would have if J were higher by doubt standard errors.
func (g *signature) match(h *signature, doubt float64, opts *Options) Match {
	if g.sum == h.sum {
		return Match{Kind: Exact, Similarity: 1, Containment: 1}
	}
	const chance = 1.0 / 256
	agree := float64(g.agreements(h))
	j := max(0, (agree/slots-chance)/(1-chance))
	small, large := float64(min(g.shingles, h.shingles)), float64(max(g.shingles, h.shingles))
	p := (agree + 2) / (slots + 4) // Agresti, Coull 1998: not without error where all slots agree
	m := Match{Similarity: j, StdErr: math.Sqrt(p * (1 - p) / min(slots, max(1, large)))}
	if small > 0 {
		contained := func(j float64) float64 { return min(1, j/(1+j)*(small+large)/small) }
		m.Containment = contained(j)
		m.Kind = kindOf(j+doubt*m.StdErr, contained(j+doubt*m.StdErr), larger(cmp.Compare(h.shingles, g.shingles)), opts)
	}
	return m
}

// kindOf returns what the other text is to this one, as Compare would by these figures; without the texts it cannot see
// whether what stands in the other stands there in one piece, and takes it to.
func kindOf(similarity, containment float64, inside Kind, opts *Options) Kind {
	switch {
	case similarity >= opts.Similar && (similarity >= surelySame || containment < surelyWhole || inside == None):
		return Near
	case containment >= opts.Contained && inside != None:
		return inside
	case similarity >= doubtful*opts.Similar:
		return Updated
	}
	return None
}

// agreements counts the slots that are equal.
func (g *signature) agreements(h *signature) int {
	const low = 0x7f7f7f7f7f7f7f7f
	n := slots
	for i := 0; i < slots; i += 8 {
		x := binary.LittleEndian.Uint64(g.sketch[i:]) ^ binary.LittleEndian.Uint64(h.sketch[i:])
		n -= bits.OnesCount64((x&low + low | x) &^ low) // the bytes that are not zero
	}
	return n
}
