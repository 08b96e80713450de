package input

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

func isUTF16(b []byte) bool {
	return bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff"))
}

// decodeText turns the bytes of a text into UTF-8: UTF-16 by its byte order mark, else UTF-8, else CP949.
func decodeText(b []byte) []byte {
	var enc encoding.Encoding
	switch {
	case isUTF16(b):
		enc = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case utf8.Valid(b):
		return bytes.TrimPrefix(b, []byte("\ufeff"))
	default:
		enc = korean.EUCKR
	}
	text, err := enc.NewDecoder().Bytes(b)
	if err != nil || enc == korean.EUCKR && bytes.ContainsRune(text, utf8.RuneError) {
		return bytes.ToValidUTF8(b, []byte("\ufffd"))
	}
	return text
}
