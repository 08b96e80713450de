package dedupe

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"time"
)

// Claim is a document's claim to be the original of its cluster, in bytes that sort: the earlier one first, one without a
// time last; of these the longer one; then by ID. They are, big-endian, the seconds since 1970 with the sign bit turned,
// the nanoseconds, the characters white space aside with all bits turned, and the ID.
type Claim string

const claimHead = 8 + 4 + 4

func newClaim(id string, published time.Time, units int32) Claim {
	b := make([]byte, claimHead, claimHead+len(id))
	second, nano := int64(math.MaxInt64), 0
	if !published.IsZero() {
		second, nano = published.Unix(), published.Nanosecond()
	}
	binary.BigEndian.PutUint64(b, uint64(second)^1<<63)
	binary.BigEndian.PutUint32(b[8:], uint32(nano))
	binary.BigEndian.PutUint32(b[12:], ^uint32(units))
	return Claim(append(b, id...))
}

// ID returns the ID of the document.
func (c Claim) ID() string { return string(c[min(claimHead, len(c)):]) }

// time returns the time of the document, in UTC; zero where it has none.
func (c Claim) time() time.Time {
	second := int64(binary.BigEndian.Uint64([]byte(c[:8])) ^ 1<<63)
	if second == math.MaxInt64 {
		return time.Time{}
	}
	return time.Unix(second, int64(binary.BigEndian.Uint32([]byte(c[8:12])))).UTC()
}

func (c Claim) units() int { return int(^binary.BigEndian.Uint32([]byte(c[12:16]))) }

// check reports what newClaim cannot have made.
func (c Claim) check() error {
	switch {
	case len(c) < claimHead:
		return fmt.Errorf("%w: a claim of %d bytes", ErrSketch, len(c))
	case c.units() > math.MaxInt32, binary.BigEndian.Uint32([]byte(c[8:12])) >= 1e9:
		return fmt.Errorf("%w: the claim %x", ErrSketch, string(c))
	}
	return nil
}

// MarshalText writes c in hexadecimal digits, which sort as c does.
func (c Claim) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, []byte(c)), nil }

// UnmarshalText reads what MarshalText wrote.
func (c *Claim) UnmarshalText(text []byte) error {
	b, err := hex.AppendDecode(nil, text)
	if err != nil {
		return fmt.Errorf("%w: the claim %q: %v", ErrSketch, text, err)
	}
	*c = Claim(b)
	return c.check()
}
