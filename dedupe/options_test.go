package dedupe

import (
	"errors"
	"hash/fnv"
	"io"
	"math"
	"testing"
)

func TestOptionsOutsideOfTheirLimits(t *testing.T) {
	for name, o := range map[string]*Options{
		"negative shingle":        {Shingle: -1},
		"shingle of one":          {Shingle: 1},
		"absurd shingle":          {Shingle: 1 << 30},
		"negative similarity":     {Similar: -0.1},
		"similarity over one":     {Similar: 1.01},
		"similarity not a number": {Similar: math.NaN()},
		"infinite containment":    {Contained: math.Inf(1)},
		"negative text":           {MinText: -5},
		"tiny repeats":            {MinRepeat: 3},
		"everything tolerated":    {Tolerance: 0.9},
		"negative tolerance":      {Tolerance: -0.01},
		"negative bands":          {Method: MinHash{Bands: -1}},
		"more rows than slots":    {Method: MinHash{Bands: 1, Rows: 129}},
		"more bands than slots":   {Method: MinHash{Bands: 64, Rows: 3}},
		"overflowing bands":       {Method: MinHash{Bands: math.MaxInt, Rows: 2}},
	} {
		if err := o.Validate(); !errors.Is(err, ErrOptions) {
			t.Errorf("%s: Validate() = %v, want ErrOptions", name, err)
		}
		if _, err := Within("글", o); !errors.Is(err, ErrOptions) {
			t.Errorf("%s: Within: %v, want ErrOptions", name, err)
		}
		if _, err := Compare("글", "글", o); !errors.Is(err, ErrOptions) {
			t.Errorf("%s: Compare: %v, want ErrOptions", name, err)
		}
		if _, err := Group(t.Context(), Documents(), o); !errors.Is(err, ErrOptions) {
			t.Errorf("%s: Group: %v, want ErrOptions", name, err)
		}
	}
	for name, o := range map[string]*Options{
		"nil": nil, "zero": {}, "defaults": {Shingle: 5, Similar: 0.4}, "bands alone": {Method: MinHash{Bands: 16}},
	} {
		if err := o.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDigestChangesWithWhatShapesKeys(t *testing.T) {
	digest := func(o *Options) uint64 {
		r, err := o.resolve()
		if err != nil {
			t.Fatal(err)
		}
		h := fnv.New64a()
		io.WriteString(h, r.settings())
		return h.Sum64()
	}
	if got, want := digest(nil), uint64(0x304457f599fef945); got != want {
		t.Errorf("the digest of the defaults is %#x, want %#x: indexes that exist can no longer be read", got, want)
	}
	if digest(nil) != digest(&Options{Shingle: 5, Method: MinHash{}, Similar: 0.9, MinRepeat: 100}) {
		t.Error("the digest depends on options that do not shape keys")
	}
	if digest(nil) == digest(&Options{Shingle: 6}) || digest(nil) == digest(&Options{Method: MinHash{Bands: 16, Rows: 4}}) {
		t.Error("the digest does not tell settings apart")
	}
}
