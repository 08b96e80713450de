package input

import "io"

// keptTape is how many bytes before the place of reading a tape can be wound back over.
const keptTape = 4 << 20

// tape remembers the last bytes that were read through it, so that reading can go back behind a damage.
type tape struct {
	in   io.Reader
	kept []byte
	base int64 // offset of kept[0]
	at   int64 // offset of the next byte
}

func (t *tape) Read(p []byte) (int, error) {
	if i := int(t.at - t.base); i < len(t.kept) {
		n := copy(p, t.kept[i:])
		t.at += int64(n)
		return n, nil
	}
	n, err := t.in.Read(p)
	if len(t.kept)+n > 2*keptTape {
		drop := max(0, len(t.kept)-keptTape)
		t.kept = append(t.kept[:0], t.kept[drop:]...)
		t.base += int64(drop)
	}
	t.kept = append(t.kept, p[:n]...)
	t.at += int64(n)
	return n, err
}

// windTo goes back to an offset, or as near to it as is remembered.
func (t *tape) windTo(offset int64) { t.at = min(t.at, max(t.base, offset)) }
