package dedupe

import (
	"context"
	"errors"
	"fmt"
	"math"
)

// ErrOptions is wrapped by the errors that report an option outside of its limits.
var ErrOptions = errors.New("bad options")

// Options says how texts are compared. Nil and the zero value of each field mean the defaults. Options are not changed
// and may be shared.
type Options struct {
	// Shingle is the number of characters in a shingle, 2 to 64. Default 5.
	Shingle int

	// Method proposes the pairs of a collection that are worth comparing. Default MinHash{}.
	Method Method

	// Similar is the Jaccard index from which two texts are the same article, over 0 to 1. Default 0.4.
	Similar float64

	// Contained is the containment from which a text stands inside another one, over 0 to 1. Default 0.8.
	Contained float64

	// MinText is the number of characters, white space aside, under which nothing is said of a text but that another is
	// the same: two captions of three words agree by accident. Default 20.
	MinText int

	// MinRepeat is the number of characters, white space aside, of the shortest run that Within and the passages
	// of Compare report, at least 8. Default 30.
	MinRepeat int

	// Tolerance is the share of characters that may differ between a run and its copy, 0 to 0.2. Default 0: a run
	// and its copy are the same characters, white space and letter case aside.
	Tolerance float64

	// Load returns the text of a document again. With it a collection is held as signatures only, and texts are
	// asked for when a pair of candidates is compared; without it texts are kept in memory.
	Load func(ctx context.Context, id string) (string, error)
}

// Validate reports the first field outside of its limits as an error that wraps ErrOptions.
func (o *Options) Validate() error {
	_, err := o.resolve()
	return err
}

// resolve returns o with the defaults filled in.
func (o *Options) resolve() (Options, error) {
	var r Options
	if o != nil {
		r = *o
	}
	if r.Method == nil {
		r.Method = MinHash{}
	}
	var errs []error
	whole := func(name string, v *int, def, lo, hi int) {
		if *v == 0 {
			*v = def
		}
		if *v < lo || *v > hi {
			errs = append(errs, fmt.Errorf("dedupe: %w: %s is %d, want %d to %d", ErrOptions, name, *v, lo, hi))
		}
	}
	share := func(name string, v *float64, def, hi float64) {
		if *v == 0 {
			*v = def
		}
		if !(*v >= 0 && *v <= hi) { // also NaN
			errs = append(errs, fmt.Errorf("dedupe: %w: %s is %v, want 0 to %v", ErrOptions, name, *v, hi))
		}
	}
	whole("Shingle", &r.Shingle, 5, 2, 64)
	whole("MinText", &r.MinText, 20, 1, math.MaxInt32)
	whole("MinRepeat", &r.MinRepeat, 30, 8, math.MaxInt32)
	share("Similar", &r.Similar, 0.4, 1)
	share("Contained", &r.Contained, 0.8, 1)
	share("Tolerance", &r.Tolerance, 0, 0.2)
	if m, ok := r.Method.(interface{ validate() error }); ok {
		if err := m.validate(); err != nil {
			errs = append(errs, err)
		}
	}
	if len(errs) > 0 {
		return r, errs[0]
	}
	return r, nil
}

// normalVersion counts the changes to normalise and shingles that make stored keys incomparable.
const normalVersion = 1

// settings says everything that shapes the keys of a text: equal settings, comparable keys. It is stable across
// processes and machines. o is resolved.
func (o *Options) settings() string {
	return fmt.Sprintf("gisa dedupe normal=%d shingle=%d method=%s", normalVersion, o.Shingle, o.Method.Name())
}
