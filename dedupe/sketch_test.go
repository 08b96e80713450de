package dedupe

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/internal/golden"
	"github.com/google/go-cmp/cmp"
)

func sketches(t testing.TB, docs []Document, opts *Options) (all []Sketch) {
	t.Helper()
	s, err := NewSketcher(opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		if k, ok := s.Sketch(d); ok {
			all = append(all, k)
		}
	}
	return all
}

// The bytes of a sketch are the same on any machine and in any release with the same SketchVersion: where this test fails,
// the version has to change.
func TestSketchBytes(t *testing.T) {
	var lines strings.Builder
	for _, k := range sketches(t, family(), nil) {
		b, err := k.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&lines, "%s %x\n", k.Claim.ID(), b)
	}
	golden.Check(t, filepath.Join("testdata", "sketches.golden"), []byte(lines.String()))
}

// Sketches of an older version are refused, with both versions named, and not read as if they were of this one.
func TestSketchesOfAnOlderVersion(t *testing.T) {
	lines, err := os.ReadFile(filepath.Join("testdata", "sketches-1.golden"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(lines)) {
		line = strings.TrimSpace(line)
		b, err := hex.DecodeString(line[strings.LastIndexByte(line, ' ')+1:])
		if err != nil {
			t.Fatal(err)
		}
		n++
		var k Sketch
		if err := k.UnmarshalBinary(b); !errors.Is(err, ErrSketchVersion) || !strings.Contains(err.Error(), "version 1") {
			t.Errorf("%q: %v", line[:20], err)
		}
	}
	if n == 0 {
		t.Error("no sketches of version 1")
	}
}

func TestSketchOfCopies(t *testing.T) {
	all := map[string]Sketch{}
	for _, k := range sketches(t, family(), nil) {
		all[k.Claim.ID()] = k
	}
	first, copied := all["first"], all["copy"]
	if first.Claim >= copied.Claim {
		t.Error("the earlier one comes later")
	}
	if copied.Claim = first.Claim; !cmp.Equal(first, copied) {
		t.Errorf("exact copies differ: %s", cmp.Diff(first, copied))
	}
	if tiny := all["tiny"]; tiny.Sum != all["tiny too"].Sum || len(tiny.Keys)+len(tiny.Sample)+tiny.Size > 0 {
		t.Errorf("a text shorter than MinText has keys, or is not known again: %+v", tiny)
	}
	if _, ok := all["empty"]; ok {
		t.Error("an empty text has a sketch")
	}
	if !slices.IsSorted(first.Keys) || !slices.IsSorted(first.Sample) || first.Size == 0 {
		t.Errorf("keys out of order: %+v", first)
	}
}

// Claims sort as Group puts documents in order.
func TestClaimsSort(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 13))
	c := &collection{}
	var claims []Claim
	for i := range 300 {
		d := Document{ID: fmt.Sprint(rng.IntN(40), "-", i)}
		switch rng.IntN(4) {
		case 0:
			d.Time = time.Unix(int64(rng.IntN(3))-1, int64(rng.IntN(2)))
		case 1:
			d.Time = time.Date(rng.IntN(4000)-500, 1, 1, 0, 0, 0, 0, time.FixedZone("KST", 9*3600))
		}
		units := rng.IntN(3) * 100
		c.docs.add(d, units)
		claims = append(claims, newClaim(d.ID, d.Time, int32(units)))
		got := claims[i]
		if got.ID() != d.ID || got.units() != units || !got.time().Equal(d.Time) || got.time().IsZero() != d.Time.IsZero() {
			t.Errorf("%v, %d units: %q, %v, %d units", d, units, got.ID(), got.time(), got.units())
		}
		text, err := got.MarshalText()
		var back Claim
		if err != nil || back.UnmarshalText(text) != nil || back != got {
			t.Errorf("%q, %v: %q", text, err, back)
		}
	}
	for i := range claims {
		for j := range claims {
			if got, want := strings.Compare(string(claims[i]), string(claims[j])), c.before(int32(i), int32(j)); got != want {
				t.Fatalf("%v and %v: %d, want %d", c.docs.at(int32(i)), c.docs.at(int32(j)), got, want)
			}
		}
	}
}

func TestSketchesThatAreNone(t *testing.T) {
	k := sketches(t, family()[:1], nil)[0]
	good, err := k.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	version := slices.Clone(good)
	version[0]++
	long := append(slices.Clone(good), 0)
	order := k
	order.Keys = []uint64{2, 1}
	disorder, _ := order.MarshalBinary()
	claim := k
	claim.Claim = "short"
	short, _ := claim.MarshalBinary()
	for name, test := range map[string]struct {
		b    []byte
		want error
	}{
		"nothing": {nil, ErrSketch}, "another version": {version, ErrSketchVersion}, "more": {long, ErrSketch},
		"keys out of order": {disorder, ErrSketch}, "no claim": {short, ErrSketch},
	} {
		got := k
		if err := got.UnmarshalBinary(test.b); !errors.Is(err, test.want) || !cmp.Equal(got, k) {
			t.Errorf("%s: %v, want %v, and the sketch as it was", name, err, test.want)
		}
	}
	for n := range good {
		if err := new(Sketch).UnmarshalBinary(good[:n]); err == nil {
			t.Fatalf("the first %d of %d bytes are read", n, len(good))
		}
	}
}

func FuzzSketch(f *testing.F) {
	for _, k := range sketches(f, family(), nil) {
		b, err := k.MarshalBinary()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
		f.Add(b[:len(b)/2])
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var k Sketch
		if k.UnmarshalBinary(b) != nil {
			return
		}
		if back, err := k.MarshalBinary(); err != nil || string(back) != string(b) {
			t.Fatalf("%x is read as %x, %v", b, back, err)
		}
	})
}

func TestSettingsOfSketches(t *testing.T) {
	settings := func(o *Options) uint64 { return sketches(t, family()[:1], o)[0].Settings }
	same := settings(nil)
	if same != settings(&Options{Shingle: 5, MinText: 20, Similar: .7, Method: MinHash{Bands: 42, Rows: 3}}) {
		t.Error("settings depend on what shapes no sketch")
	}
	for _, o := range []*Options{{Shingle: 6}, {MinText: 21}, {Method: MinHash{Bands: 20}}, {Method: SimHash{}}} {
		if settings(o) == same {
			t.Errorf("%+v has the settings of the defaults", o)
		}
	}
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
