// Package letters says what characters and short texts are, whatever language and page they come from.
package letters

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WordEnd returns the end of the word that begins at i and its size. For an odd character that is no part of a word it
// returns the end of that character and -1 for a blank, -2 for one that does not show.
func WordEnd(s string, i int) (end int, size int32) {
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
		if IsWide(r) {
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
	case r == 0xa0 || r == 0x3000 || r >= 0x2000 && r <= 0x200a || r == 0x2028 || r == 0x2029 || r == 0x202f ||
		r == 0x205f || r == 0x85:
		return -1
	case r == 0x200b || r == 0xfeff || r == 0xad || r == 0x2060:
		return -2
	}
	return 0
}

// IsWide tells Hangul, Han and Kana, whose characters say about twice as much as a letter.
func IsWide(r rune) bool {
	return r >= 0xac00 && r <= 0xd7a3 || r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff ||
		r >= 0x20000 && r <= 0x3ffff
}

// Trim cuts the blanks and line ends that index.text holds from both ends.
func Trim(b []byte) []byte {
	for len(b) > 0 && IsBlank(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && IsBlank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// IsBlank tells the white space of an index: blanks and line ends.
func IsBlank(c byte) bool { return c == ' ' || c == '\n' }

// EndsSentence reports whether a line ends as a sentence does, quotes and brackets aside.
func EndsSentence(line []byte) bool {
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

// IsHangul tells the syllables of Hangul.
func IsHangul(r rune) bool { return r >= 0xac00 && r <= 0xd7a3 }

// Count returns how many letters a text has.
func Count(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// First returns the first character of a text.
func First(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// Head returns at most n bytes from the beginning of a text, whole characters.
func Head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// Fold keeps the letters and numbers of a title, in lower case.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
				b.WriteByte(c)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case IsHangul(r):
			b.WriteString(s[i : i+n])
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			b.WriteRune(unicode.ToLower(r))
		}
		i += n
	}
	return b.String()
}

// Clean collapses white space and resolves character references that were escaped twice.
func Clean(s string) string {
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	if strings.Contains(s, "<") {
		s = stripTags(s)
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u200b", "")), " ")
}

// stripTags takes simple tags such as <b> and <br /> out of a text that should have none.
func stripTags(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		j := strings.IndexByte(s[i:min(len(s), i+maxTag)], '>')
		if j < 0 || !isTagName(s[i+1:i+j]) {
			b.WriteString(s[:i+1])
			s = s[i+1:]
			continue
		}
		b.WriteString(s[:i])
		if strings.EqualFold(s[i+1:min(i+3, len(s))], "br") {
			b.WriteByte(' ')
		}
		s = s[i+j+1:]
	}
	b.WriteString(s)
	return b.String()
}

// maxTag bounds such tags, in bytes.
const maxTag = 120

func isTagName(s string) bool {
	s = strings.TrimPrefix(s, "/")
	name := strings.ToLower(strings.TrimRight(strings.SplitN(s+" ", " ", 2)[0], "/"))
	switch name {
	case "b", "i", "em", "strong", "br", "span", "font", "u", "sup", "sub", "p", "a", "small", "mark", "wbr", "q", "cite":
		return true
	}
	return false
}

// StartsDigit reports whether a text begins with a digit.
func StartsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

// HasDigit reports whether a digit stands in a text, of which it makes no copy.
func HasDigit[T string | []byte](s T) bool {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			if s[i]-'0' < 10 {
				return true
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(string(s[i:min(len(s), i+utf8.UTFMax)]))
		if Digit(r) >= 0 {
			return true
		}
		i += n
	}
	return false
}

// End returns where the letters and marks from i on end.
func End(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		i += n
	}
	return i
}

// zeros are the digits 0 of the scripts whose numbers are read, beside those of ASCII and full width: Arabic, Persian,
// Devanagari, Bengali and Thai.
var zeros = [...]rune{'٠', '۰', '०', '০', '๐'}

// Digit returns the value of a digit, -1 for any other character.
func Digit(r rune) int {
	switch {
	case r < '٠':
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
	case r >= '０':
		if r <= '９' {
			return int(r - '０')
		}
	case r <= '๙':
		for _, zero := range zeros {
			if r >= zero && r < zero+10 {
				return int(r - zero)
			}
		}
	}
	return -1
}

// CountDigits returns how many digits a text begins with.
func CountDigits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// Size is the size of a line as blocks count it.
func Size(s string) (size int) {
	for _, r := range s {
		if r > ' ' {
			size++
		}
		if IsWide(r) {
			size++
		}
	}
	return size
}
