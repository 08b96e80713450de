package look

import "github.com/gisa-go/gisa/extract/facts/internal/runes"

// Integer is a run of digits.
type Integer struct {
	Value, Digits int
	End           int
}

func (n Integer) OK() bool { return n.Digits > 0 && n.Digits <= 4 }

// ReadInt reads the digits at i; only the first nine count.
func ReadInt(text string, i int) Integer {
	n := Integer{End: i}
	for {
		d, w := runes.DigitAt(text, n.End)
		if w == 0 {
			return n
		}
		if n.Digits < 9 {
			n.Value = n.Value*10 + int(d)
		}
		n.Digits++
		n.End += w
	}
}
