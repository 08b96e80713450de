package facts

import "time"

// Span is a half-open range of bytes, [Start, End), into the text it was found in.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

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
	s := scan{text: text, opts: opts, lex: lex, words: lex.amounts(), anchors: lex.anchors()}
	s.run()
	s.facts.Organizations = findOrganizations(text, opts)
	return s.facts
}
