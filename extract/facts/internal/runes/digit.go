package runes

// DigitAt gives the value and the width of the digit at i, ASCII or full-width; width 0 if there is none.
func DigitAt(text string, i int) (digit int64, width int) {
	if i >= len(text) {
		return 0, 0
	}
	if c := text[i]; c-'0' < 10 {
		return int64(c - '0'), 1
	}
	if text[i] == 0xEF && i+2 < len(text) && text[i+1] == 0xBC && text[i+2]-0x90 < 10 {
		return int64(text[i+2] - 0x90), 3
	}
	return 0, 0
}

// IsDigitAt tells whether a digit stands at i.
func IsDigitAt(text string, i int) bool {
	_, w := DigitAt(text, i)
	return w > 0
}

// DigitBefore reports whether an ASCII digit ends at p.
func DigitBefore(text string, p int) bool { return p > 0 && text[p-1]-'0' < 10 }

// DigitsEnd gives where the run of digits, and of single marks between digits, ends. It skips what is no number.
func DigitsEnd(text string, i int) int {
	for i < len(text) {
		_, w := DigitAt(text, i)
		if w == 0 {
			for _, mark := range [...]byte{',', '.', '-'} {
				if m := MarkAt(text, i, mark); m > 0 {
					if _, next := DigitAt(text, i+m); next > 0 {
						w = m
					}
				}
			}
		}
		if w == 0 {
			break
		}
		i += w
	}
	return i
}

// MarkAt gives the width of the ASCII mark or its full-width twin at i, else 0.
func MarkAt(text string, i int, mark byte) int {
	if i >= len(text) {
		return 0
	}
	if text[i] == mark {
		return 1
	}
	if text[i] == 0xEF && i+2 < len(text) && text[i+1] == 0xBC && text[i+2] == mark-0x20+0x80 {
		return 3
	}
	return 0
}
