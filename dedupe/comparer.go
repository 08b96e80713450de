package dedupe

// Comparer compares one text with others, and says of each what Compare does, passages aside, in memory that it keeps. It
// serves one goroutine.
type Comparer struct {
	opts Options
	comparer
}

// NewComparer returns a Comparer whose first text is empty. It fails for bad options only.
func NewComparer(opts *Options) (*Comparer, error) {
	o, err := opts.resolve()
	if err != nil {
		return nil, err
	}
	c := &Comparer{opts: o}
	c.first("", &c.opts)
	return c, nil
}

// First sets the text that Match compares others with.
func (c *Comparer) First(text string) { c.first(text, &c.opts) }

// Match says what text is to the first one.
func (c *Comparer) Match(text string) Match { return c.match(text, &c.opts) }
