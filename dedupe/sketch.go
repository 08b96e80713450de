package dedupe

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
)

// SketchVersion is the version of the contract of sketches: of what Sketch holds, of Propose and of Worth. Whatever would
// let two machines propose different pairs changes it.
//
// In version 1, texts shorter than Options.MinText had no sketches.
const SketchVersion = 2

// The errors of sketches that are read.
var (
	// ErrSketch is wrapped by the errors for what is no sketch, or a damaged one.
	ErrSketch = errors.New("not a sketch")

	// ErrSketchVersion is wrapped by the errors for a sketch of another SketchVersion, or one made with other options
	// than those that it meets: the two would share no keys.
	ErrSketchVersion = errors.New("sketch of another version or other options")
)

// Sketch is what a text is proposed by, without the text: the same on any machine, so that sketches can be made where the
// texts are and joined elsewhere.
//
// Documents with the same Sum are exact copies; the one with the least Claim stands for all of them and alone takes part.
// Two texts are compared where Worth says so of the keys that they share: keys of Keys are of one kind, those of Sample of
// another, and a key that several texts have pairs them as Propose says. Texts that Compare then ties together are
// clustered by Link.
type Sketch struct {
	Settings uint64   // identifies SketchVersion and the options: sketches of different ones cannot be compared
	Claim    Claim    // sorts as the claim to be the original does
	Sum      [16]byte // of the text, white space and letter case aside: the start of its SHA-256
	Size     int      // of the sample: how many keys of it a text would share that holds this one
	Keys     []uint64 // of Options.Method, in order, each once
	Sample   []uint64 // hashes of some runs of characters, in order, each once
}

// Sketcher makes sketches in memory that it keeps. It serves one goroutine.
type Sketcher struct {
	opts     Options
	settings uint64
	signer   signer
	keys     []uint64
	sampler  sampler
}

// NewSketcher returns a Sketcher. It fails for bad options only.
func NewSketcher(opts *Options) (*Sketcher, error) {
	o, err := opts.resolve()
	if err != nil {
		return nil, err
	}
	return &Sketcher{opts: o, settings: o.sketchSettings()}, nil
}

// sketchSettings identifies everything that shapes a sketch. o is resolved.
func (o *Options) sketchSettings() uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s sketch=%d mintext=%d", o.settings(), SketchVersion, o.MinText)
	return h.Sum64()
}

// Sketch returns the sketch of doc, and false for a text that is empty, white space aside. That of a text shorter than
// Options.MinText has no keys: nothing is said of it but which others are its exact copies.
func (s *Sketcher) Sketch(doc Document) (Sketch, bool) {
	hashes := s.signer.sign(doc.Text, s.opts.Shingle)
	n := len(s.signer.units)
	if n == 0 {
		return Sketch{}, false
	}
	k := Sketch{Settings: s.settings, Claim: newClaim(doc.ID, doc.Time, clampUnits(n)), Sum: sum(s.signer.units)}
	if n < s.opts.MinText {
		return k, true
	}
	s.sign(hashes)
	k.Size = s.size()
	k.Keys = distinct(slices.Clone(s.keys))
	k.Sample = distinct(slices.Clone(s.sampler.keys))
	return k, true
}

// sign sets the keys and the sample of the text whose shingles are given.
func (s *Sketcher) sign(shingles []uint64) {
	s.keys = s.opts.Method.Keys(shingles, s.keys[:0])
	for i, k := range s.keys {
		s.keys[i] = mix(k)
	}
	s.sampler.sample(shingles)
}

// size returns the size of the sample: of a short text, all of which is in it, as much as a longer text that holds it has
// of it.
func (s *Sketcher) size() int {
	return min(len(s.sampler.keys), 1+len(s.signer.units)/(sampleWindow+1)*2)
}

// sum returns the start of the SHA-256 of units, two bytes each, the lower one first.
func sum(units []uint16) (s [16]byte) {
	bytes := make([]byte, 0, 2*len(units))
	for _, u := range units {
		bytes = binary.LittleEndian.AppendUint16(bytes, u)
	}
	all := sha256.Sum256(bytes)
	copy(s[:], all[:])
	return s
}

// AppendBinary appends k to b: the version, a byte; Settings, 8 bytes; Sum; Claim behind its length; Size; Keys and Sample,
// each behind their number, 8 bytes a key. Lengths, numbers and Size are as in encoding/binary.AppendUvarint, all else is
// big-endian.
func (k *Sketch) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, SketchVersion)
	b = binary.BigEndian.AppendUint64(b, k.Settings)
	b = append(b, k.Sum[:]...)
	b = binary.AppendUvarint(b, uint64(len(k.Claim)))
	b = append(b, k.Claim...)
	b = binary.AppendUvarint(b, uint64(k.Size))
	for _, keys := range [][]uint64{k.Keys, k.Sample} {
		b = binary.AppendUvarint(b, uint64(len(keys)))
		for _, key := range keys {
			b = binary.BigEndian.AppendUint64(b, key)
		}
	}
	return b, nil
}

// MarshalBinary returns what AppendBinary appends.
func (k *Sketch) MarshalBinary() ([]byte, error) { return k.AppendBinary(nil) }

// UnmarshalBinary reads what AppendBinary wrote, which is all of b. It fails with ErrSketchVersion for another version and
// with ErrSketch for anything else that AppendBinary does not write, and then leaves k as it is.
func (k *Sketch) UnmarshalBinary(b []byte) error {
	if len(b) == 0 {
		return fmt.Errorf("dedupe: %w: it is empty", ErrSketch)
	}
	if b[0] != SketchVersion {
		return fmt.Errorf("dedupe: %w: version %d, this is %d", ErrSketchVersion, b[0], SketchVersion)
	}
	r := reader{b: b[1:]}
	var read Sketch
	read.Settings = binary.BigEndian.Uint64(r.take(8))
	copy(read.Sum[:], r.take(16))
	read.Claim = Claim(r.take(r.number()))
	read.Size = r.number()
	read.Keys, read.Sample = r.keys(), r.keys()
	err := r.err
	if err == nil && len(r.b) > 0 {
		err = fmt.Errorf("%w: %d bytes follow it", ErrSketch, len(r.b))
	}
	if err == nil {
		err = read.Claim.check()
	}
	if err != nil {
		return fmt.Errorf("dedupe: %w", err)
	}
	*k = read
	return nil
}

// reader reads a sketch. Behind what it lacks it reads zeros.
type reader struct {
	b   []byte
	err error
}

func (r *reader) fail(what string) {
	if r.err == nil {
		r.err = fmt.Errorf("%w: %s", ErrSketch, what)
	}
	r.b = nil
}

func (r *reader) take(n int) []byte {
	if n > len(r.b) {
		r.fail("it is cut off")
		return make([]byte, min(n, 16))
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

// number reads a number up to 2³¹ − 1 in as few bytes as it takes.
func (r *reader) number() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > 1<<31-1 || n > 1 && r.b[n-1] == 0 {
		r.fail("a number is cut off or out of range")
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *reader) keys() []uint64 {
	n := r.number()
	if n > len(r.b)/8 {
		r.fail("it is cut off")
		return nil
	}
	keys := make([]uint64, n)
	for i := range keys {
		keys[i] = binary.BigEndian.Uint64(r.take(8))
		if i > 0 && keys[i] <= keys[i-1] {
			r.fail("keys out of order")
			return nil
		}
	}
	return keys
}

func clampUnits(n int) int32 { return int32(min(n, math.MaxInt32)) }
