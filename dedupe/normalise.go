package dedupe

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Texts are compared as 16-bit units: UTF-16 without white space and invisible characters, letter case folded, width
// variants and typographic quotes made plain, conjoining jamo composed to syllables. A byte that is not UTF-8 is a
// unit of its own (0xDC00 + byte), so that two broken texts are equal only where their bytes are.

// normalise returns the units of text in dst's memory, which it grows as needed.
func normalise(dst []uint16, text string) []uint16 {
	dst = slices.Grow(dst[:0], len(text)+2)
	out := dst[:cap(dst)]
	n, i := 0, 0
	for i < len(text) {
		if b := text[i]; b < utf8.RuneSelf {
			u := uint16(plainASCII[b])
			out[n] = u
			n += int(counts(u))
			i++
			continue
		}
		if i+8 <= len(text) {
			// Two syllables, each with the byte behind it where that is ASCII, are taken at a time and without a branch:
			// where words end cannot be predicted.
			w := load8(text[i:])
			if u, ok := hangul(uint32(w)); ok {
				ascii := uint64(^uint32(w) >> 31)
				next := uint16(plainASCII[w>>24&0x7f])
				out[n], out[n+1] = u, next
				n += 1 + int(uint32(ascii)&counts(next))
				i += 3 + int(ascii)
				w >>= (24 + 8*ascii) & 63
				if u, ok = hangul(uint32(w)); ok {
					ascii = uint64(^uint32(w) >> 31)
					next = uint16(plainASCII[w>>24&0x7f])
					out[n], out[n+1] = u, next
					n += 1 + int(uint32(ascii)&counts(next))
					i += 3 + int(ascii)
				}
				continue
			}
		}
		u0, u1, size := unit(text[i:])
		out[n] = u0
		if u0 != 0 {
			n++
		}
		if u1 != 0 {
			out[n] = u1
			n++
		}
		i += size
	}
	return out[:n]
}

// counts returns 1 unless u is 0.
func counts(u uint16) uint32 { return (uint32(u) + 0xffff) >> 16 }

// load8 returns the first 8 bytes of s, the first one lowest.
func load8(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// hangul returns the unit of the syllable in the lower three bytes of w, the first one lowest, and false for anything
// else.
func hangul(w uint32) (uint16, bool) {
	u := uint16(w<<12 | w>>2&0xfc0 | w>>16&0x3f)
	return u, w&0xc0c0f0 == 0x8080e0 && u-0xac00 < 0xd7a4-0xac00
}

// place is where a unit stands in its text, in bytes.
type place struct{ start, end int }

// places returns where each unit that normalise returns for text stands, in at's memory, which it grows as needed. A
// character of two units stands in both.
func places(at []place, text string) []place {
	at = at[:0]
	for i := 0; i < len(text); {
		u0, u1, size := unit(text[i:])
		if u0 != 0 {
			at = append(at, place{i, i + size})
		}
		if u1 != 0 {
			at = append(at, place{i, i + size})
		}
		i += size
	}
	return at
}

// unit returns the units of the first character of text, zeros for those it has not, and the character's size.
func unit(text string) (u0, u1 uint16, size int) {
	if b := text[0]; b < utf8.RuneSelf {
		return uint16(plainASCII[b]), 0, 1
	}
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case r >= 0xac00 && r < 0xd7a4:
		return uint16(r), 0, size
	case r == utf8.RuneError && size == 1:
		return 0xdc00 + uint16(text[0]), 0, 1
	case r >= 0x1100 && r < 0x1113:
		return syllable(r, text, size)
	case r >= 0xff01 && r <= 0xff5e:
		return uint16(plainASCII[r-0xff01+'!']), 0, size
	case r > 0xffff:
		r -= 0x10000
		return 0xd800 + uint16(r>>10), 0xdc00 + uint16(r&0x3ff), size
	}
	return plainRune(r), 0, size
}

// syllable composes the leading consonant r of text with the vowel and final consonant that follow it.
func syllable(r rune, text string, size int) (u0, u1 uint16, _ int) {
	v, n := utf8.DecodeRuneInString(text[size:])
	if v < 0x1161 || v >= 0x1176 {
		return uint16(r), 0, size
	}
	size += n
	s := 0xac00 + ((r-0x1100)*21+(v-0x1161))*28
	if t, n := utf8.DecodeRuneInString(text[size:]); t > 0x11a7 && t < 0x11c3 {
		return uint16(s + t - 0x11a7), 0, size + n
	}
	return uint16(s), 0, size
}

// plainRune returns the unit of a character of the basic plane beyond ASCII; 0 for one that does not count.
func plainRune(r rune) uint16 {
	switch r {
	case '‘', '’', '‚', '‛', '′', '´':
		return '\''
	case '“', '”', '„', '‟', '″':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	case '·', '・', 'ㆍ', '‧', '∙', '•':
		return '·'
	case '…':
		return '.'
	case 0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff:
		return 0
	}
	if unicode.IsSpace(r) || r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0 { // also Hangul fillers
		return 0
	}
	if l := unicode.ToLower(r); l <= 0xffff {
		return uint16(l)
	}
	return uint16(r)
}

// plainASCII maps a byte to its unit: letters to lower case, white space and control characters to 0.
const plainASCII = "" +
	"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
	"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
	"\x00!\"#$%&'()*+,-./0123456789:;<=>?" +
	"@abcdefghijklmnopqrstuvwxyz[\\]^_'" +
	"abcdefghijklmnopqrstuvwxyz{|}~\x00"
