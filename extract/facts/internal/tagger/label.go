package tagger

// Label is the label of one rune. Names are labelled in the BIO scheme.
type Label uint8

// The labels. Places and people are labelled so that they are told from organizations.
const (
	Outside Label = iota
	BeginOrganization
	InOrganization
	BeginPlace
	InPlace
	BeginPerson
	InPerson
	labelCount
)

// may reports whether label b may follow label a: a name goes on only where one of its class has begun.
func may(a, b Label) bool {
	switch b {
	case InOrganization, InPlace, InPerson:
		return a == b || a == b-1
	}
	return true
}
