package organization

import (
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/naming"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
)

// Name is the name of an organization in a text.
type Name = naming.Name

// Options says how Find reads a text.
type Options struct {
	Lists  *gazetteer.Lists
	Model  bool          // ask the sequence model, too
	Tagger *tagger.Model // the model to ask; nil means that of the package
	Clues  bool          // give the clues of each name
	When   time.Time     // when the text was published; names are those of that time. Zero: today's
}
