// Package date reads the dates and the lengths of time of a text: it asks for them in order, and puts ranges together.
// What is written is read by expr, with the words in words; resolve places it in the calendar.
package date

import (
	"time"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
)

// Date is a time expression resolved to the interval [From, To) at +09:00. Both are zero where a relative
// date has no reference. The conventions stand in the documentation of the package.
type Date struct {
	gisa.Span
	Raw      string
	From     time.Time
	To       time.Time
	Grain    words.Grain   // the unit that From and To are exact to
	Bound    lexicon.Bound // From, Until, After or Before: 부터, 까지, 이후, 이전
	Relative bool          // it depends on the reference or on other dates of the text
	Approx   bool          // 께, 쯤, 경, 무렵
	Rule     string        // what matched and how it was resolved: "month: past tense"
}
