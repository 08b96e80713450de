package dedupe

import "iter"

// PairLimit is the number of texts that may share a key for all of their pairs to be proposed. A key that more have is
// common: one of a sample proposes nothing and counts for no text, one of the method proposes a few pairs of each text.
const PairLimit = 24

const (
	few      = 4  // the part of a sample that is worth a comparison: a quarter
	sure     = 16 // the size of a sample from which texts that share nothing of it have nothing in common
	accident = 8  // the size from which a single key is one
	early    = 4  // the first texts that a common key pairs a text with: hubs, so that many copies of a text are one cluster
	late     = 4  // those just before it, which are most like it where texts change by and by

	agreed   = 3 // common keys that propose a pair,
	ofCommon = 6 // and one in so many of those that either text has
)

// neighbours is how many texts a common key pairs a text with: as many as average linkage asks for.
const neighbours = early + late

// Propose returns the pairs, a < b, that a key of the method proposes. The n texts that have it are given by their places
// in the order of their claims. They are all pairs up to PairLimit texts. Of more, each text is paired with the first four
// and the four before it.
func Propose(n int) iter.Seq2[int, int] {
	return func(yield func(a, b int) bool) {
		for b := range n {
			head, from := proposed(n, b)
			for a := range head {
				if !yield(a, b) {
					return
				}
			}
			for a := from; a < b; a++ {
				if !yield(a, b) {
					return
				}
			}
		}
	}
}

// proposed returns what the text at place b of n is paired with: the first head texts, and those from the place from on.
func proposed(n, b int) (head, from int) {
	if n > PairLimit && b > neighbours {
		return early, b - late
	}
	return 0, 0
}

// Extent is what Worth asks of a text.
type Extent struct {
	Size       int `json:"size"`       // of its sketch
	Common     int `json:"common"`     // keys of its sample that more than PairLimit texts have
	CommonKeys int `json:"commonKeys"` // of the method, likewise
}

// Shared is what Worth asks of two texts.
type Shared struct {
	Sample int `json:"sample"` // keys of their samples that both have, common ones aside
	Keys   int `json:"keys"`   // keys of the method that propose them, common ones aside
	Common int `json:"common"` // common ones that do
}

// Worth reports whether two texts are to be compared, by nothing but the two and the keys that they share, and whether a
// Match says something of them even where it does not draw them into one cluster.
//
// They are, and it does, where they share a quarter of the smaller sample, common keys aside; and where a key of the method
// that is not common proposes them, and they share anything of their samples, or what is left of these without common keys
// is too small to tell. Of two texts both of which have common keys, it takes two keys where they share nothing else.
//
// They are to be compared, too, where common keys propose them, at least three of them and a sixth of those that either
// text has, or all of these, unless the samples tell them apart. But what very many texts share makes two of them related
// only where one stands inside the other. A single key of samples of eight or more is an accident.
func Worth(s Shared, a, b Extent) (compare, relate bool) {
	size := min(a.Size, b.Size)
	left := min(max(0, a.Size-a.Common), max(0, b.Size-b.Common))
	if s.Sample == 1 && size >= accident {
		s.Sample = 0
	}
	inSample := s.Sample > 0 && s.Sample >= left/few
	byKeys := s.Keys > 1 || s.Keys == 1 && (s.Sample > 0 || min(a.Common, b.Common) == 0)
	common := min(a.CommonKeys, b.CommonKeys)
	byCommon := s.Common > 0 && s.Common >= min(agreed, common) && s.Common >= common/ofCommon
	relate = inSample || byKeys && (s.Sample > 0 || left < sure)
	return relate || byCommon && (s.Sample > 0 || left < sure), relate
}
