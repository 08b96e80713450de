package extract

import "unicode/utf8"

// wordEnd returns the end of the word that begins at i and its size. For an odd character that is no part of a word it
// returns the end of that character and -1 for a blank, -2 for one that does not show.
func wordEnd(s string, i int) (end int, size int32) {
	for j := i; j < len(s); {
		c := s[j]
		if c <= ' ' {
			return j, size
		}
		if c < utf8.RuneSelf {
			size++
			j++
			end = j
			continue
		}
		r, n := utf8.DecodeRuneInString(s[j:])
		if kind := oddRune(r); kind != 0 {
			if j == i {
				return j + n, kind
			}
			return j, size
		}
		size++
		if isWide(r) {
			size++
		}
		j += n
		end = j
	}
	return end, size
}

// oddRune returns -1 for blanks beyond ASCII, -2 for characters without width, else 0.
func oddRune(r rune) int32 {
	switch {
	case r == 0xa0 || r == 0x3000 || r >= 0x2000 && r <= 0x200a || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x85:
		return -1
	case r == 0x200b || r == 0xfeff || r == 0xad || r == 0x2060:
		return -2
	}
	return 0
}

// isWide tells Hangul, Han and Kana, whose characters say about twice as much as a letter.
func isWide(r rune) bool {
	return r >= 0xac00 && r <= 0xd7a3 || r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0x20000 && r <= 0x3ffff
}

// trimSpace cuts the blanks and line ends that index.text holds from both ends.
func trimSpace(b []byte) []byte {
	for len(b) > 0 && isBlank(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isBlank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' }

// endsSentence reports whether a line ends as a sentence does, quotes and brackets aside.
func endsSentence(line []byte) bool {
	for len(line) > 0 {
		r, n := utf8.DecodeLastRune(line)
		switch r {
		case '.', '!', '?', '…', '。', '！', '？', ':', ';', '।', '؟', '։', '።', '။':
			return true
		case '"', '\'', '”', '’', '»', '«', ')', ']', '」', '』', '“', '›', '*', ' ', '）':
			line = line[:len(line)-n]
			continue
		}
		return false
	}
	return false
}
