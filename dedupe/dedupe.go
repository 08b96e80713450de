package dedupe

import (
	"fmt"
	"iter"
	"time"

	"github.com/gisa-go/gisa"
)

// Span is a half-open range of bytes, [Start, End).
type Span = gisa.Span

// Document is one text of a collection. Its ID is the caller's and unique in the collection.
type Document struct {
	ID   string    `json:"id"`
	Text string    `json:"text"`
	Time time.Time `json:"time,omitzero"` // publication; zero where it is not known
}

// Documents returns docs as the sequence that Group reads.
func Documents(docs ...Document) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// Kind says what one text is to another. The zero Kind says that nothing ties them together.
type Kind uint8

// What a text is to another one, as Compare tells them apart.
const (
	None      Kind = iota // they share no more than any two texts do
	Exact                 // the same characters, white space and letter case aside
	Near                  // the same article with small differences
	Updated               // the same article with passages added, dropped or written anew
	Contains              // it holds the other one and says a good deal more
	Contained             // it stands inside the other one
)

var kindNames = [...]string{"none", "exact", "near", "updated", "contains", "contained"}

// String returns the name of k: "exact", "near", "updated", "contains", "contained" or "none".
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// MarshalText writes the name of k.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads a name that MarshalText wrote.
func (k *Kind) UnmarshalText(name []byte) error {
	for i, n := range kindNames {
		if n == string(name) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("dedupe: no kind is named %q", name)
}

// Passage is a run of text that two texts have in common.
type Passage struct {
	A Span `json:"a"` // in the first text
	B Span `json:"b"` // in the second
}

// Match says what one text has in common with another.
type Match struct {
	ID          string    `json:"id,omitempty"`     // of the other document, where documents have one
	Kind        Kind      `json:"kind"`             // what that document is to the one the answer is about
	StdErr      float64   `json:"stdErr,omitempty"` // standard error of Similarity where that is an estimate, from an Index
	Similarity  float64   `json:"similarity"`       // Jaccard index of the two sets of shingles, 0 to 1
	Containment float64   `json:"containment"`      // share of the smaller set that is in the other, 0 to 1
	Passages    []Passage `json:"passages,omitempty"`
}

// Cluster is the documents of a collection that are one article, or a single one that others are related to: a text in
// which another stands has no copies by that.
type Cluster struct {
	Original string  `json:"original"`          // ID of the earliest, then most complete document
	Copies   []Match `json:"copies"`            // the other documents, and what each is to the original
	Related  []Match `json:"related,omitempty"` // documents outside, and what each is to the one it has most in common with
}

// Repeat is a run of text that stands more than once in one text.
type Repeat struct {
	Span          // the one that is kept
	Copies []Span `json:"copies"` // the others, in order
}
