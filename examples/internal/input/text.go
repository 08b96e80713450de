package input

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

// utf16Of returns how UTF-16 is read, by its byte order mark or by the bracket that JSON and pages begin with; nil of
// what is none.
func utf16Of(b []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case len(b) < 4:
		return nil
	case bytes.IndexByte([]byte("{[<"), b[0]) >= 0 && b[1] == 0 && b[2] != 0 && b[3] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case b[0] == 0 && bytes.IndexByte([]byte("{[<"), b[1]) >= 0 && b[2] == 0 && b[3] != 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// decodeText turns the bytes of a text into UTF-8: from UTF-16 where it is that, else UTF-8, else CP949.
func decodeText(b []byte) []byte {
	enc := utf16Of(b)
	switch {
	case enc != nil:
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
