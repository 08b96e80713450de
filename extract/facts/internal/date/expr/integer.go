package expr

import "github.com/gisa-go/gisa/extract/facts/internal/runes"

// integer is a run of digits.
type integer struct {
	value, digits int
	end           int
}

func (n integer) ok() bool { return n.digits > 0 && n.digits <= 4 }

// readInt reads the digits at i; only the first nine count.
func readInt(text string, i int) integer {
	n := integer{end: i}
	for {
		d, w := runes.DigitAt(text, n.end)
		if w == 0 {
			return n
		}
		if n.digits < 9 {
			n.value = n.value*10 + int(d)
		}
		n.digits++
		n.end += w
	}
}
