package facts

import (
	"slices"
	"sync"
	"time"

	"github.com/gisa-go/gisa"
)

// Span is a half-open range of bytes, [Start, End), into the text it was found in.
type Span = gisa.Span

// Facts holds what was found in one text. Facts of one kind never overlap and stand in order of their spans.
type Facts struct {
	Amounts       []Amount       `json:"amounts,omitempty"`
	Dates         []Date         `json:"dates,omitempty"`
	Durations     []Duration     `json:"durations,omitempty"`
	Organizations []Organization `json:"organizations,omitempty"`
}

// Options says how Find reads a text. Nil and the zero value mean the defaults. Options may be shared by goroutines.
type Options struct {
	// Reference is the moment the text was published. Relative dates (지난달, 내년) resolve against it;
	// where it is zero they stay unresolved.
	Reference time.Time
	// Lexicon holds units, counters, date words and names; nil means Builtin().
	Lexicon *Lexicon
	// Weak also returns what lacks context: bare numbers, bare seasons, ages in brackets.
	Weak bool
	// Names says how organization names are found.
	Names Names
}

// Find returns the facts of text, in time linear in its length. It may be called by several goroutines. The Raw strings
// share the memory of text.
func Find(text string, opts *Options) Facts {
	if opts == nil {
		opts = &Options{}
	}
	lex := opts.Lexicon
	if lex == nil {
		lex = Builtin()
	}
	room := rooms.Get().(*Facts)
	s := scan{text: text, opts: opts, lex: lex, words: lex.amounts(), anchors: lex.anchors(), facts: *room}
	s.run()
	found := s.facts.take()
	*room = s.facts
	rooms.Put(room)
	found.Organizations = findOrganizations(text, opts)
	return found
}

// rooms hold empty lists that texts before have grown, so that a text costs no more memory than its facts.
var rooms = sync.Pool{New: func() any { return new(Facts) }}

// take copies the amounts, dates and durations, and empties the lists that they were gathered in.
func (f *Facts) take() Facts {
	return Facts{Amounts: take(&f.Amounts), Dates: take(&f.Dates), Durations: take(&f.Durations)}
}

// mostRoom is how many facts a list is kept for.
const mostRoom = 1 << 10

// take copies a list and empties it; nothing of the text stays in it.
func take[T any](list *[]T) []T {
	if len(*list) == 0 {
		return nil
	}
	taken := slices.Clone(*list)
	clear(*list)
	if *list = (*list)[:0]; cap(*list) > mostRoom {
		*list = nil
	}
	return taken
}
