package document

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Decoded is a page in UTF-8 and how it got there.
type Decoded struct {
	Text  []byte
	Label string // name of the encoding that was undone
	Lossy bool   // some bytes became U+FFFD
}

// headLimit bounds the search for a charset declaration where the page has no <body>.
const headLimit = 64 << 10

// Decode turns the bytes of a page into UTF-8. The order of trust: byte order mark, the bytes themselves where all are
// valid UTF-8, a declared encoding (HTTP header, then the page's own) that decodes without loss, CP949 where it does,
// and last the declared encoding with replacement characters. A page that is valid UTF-8 is not copied; a
// character that its end has torn is left out. It is not ok with what is no text.
func Decode(b []byte, contentType string) (Decoded, bool) {
	if d, ok := decodeMarked(b); ok {
		return d, true
	}
	if isBinary(b) {
		return Decoded{}, false
	}
	if whole := trimPartialRune(b); utf8.Valid(whole) {
		return Decoded{Text: whole, Label: "utf-8"}, true
	}
	labels := declaredLabels(b, contentType)
	for _, label := range labels {
		if isWestern(label) && looksKorean(b) {
			continue // declared by default, and every byte string decodes as it
		}
		if d := decodeAs(b, label, lossless); d.Text != nil {
			return d, true
		}
	}
	if d := decodeAs(b, "cp949", lossless); d.Text != nil {
		return d, true
	}
	labels = append(labels, mostlyUTF8(b))
	for _, label := range labels {
		if d := decodeAs(b, label, lossy); d.Text != nil {
			return d, true
		}
	}
	return Decoded{}, false
}

// loss says whether bytes that an encoding does not have may become U+FFFD.
type loss bool

const (
	lossless loss = false
	lossy    loss = true
)

// decodeMarked decodes a page that begins with a byte order mark, and UTF-16 without one.
func decodeMarked(b []byte) (Decoded, bool) {
	if rest, ok := bytes.CutPrefix(b, []byte("\xef\xbb\xbf")); ok {
		if rest = trimPartialRune(rest); utf8.Valid(rest) {
			return Decoded{Text: rest, Label: "utf-8"}, true
		}
		return Decoded{}, false
	}
	order, ok := unicode.LittleEndian, false
	switch {
	case len(b) < 4:
		return Decoded{}, false
	case b[0] == 0xff && b[1] == 0xfe, b[0] == '<' && b[1] == 0 && b[2] != 0 && b[3] == 0:
		ok = true
	case b[0] == 0xfe && b[1] == 0xff, b[0] == 0 && b[1] == '<' && b[2] == 0 && b[3] != 0:
		order, ok = unicode.BigEndian, true
	}
	if !ok {
		return Decoded{}, false
	}
	text, err := transcoded(unicode.UTF16(order, unicode.UseBOM), b, lossy)
	if err != nil {
		return Decoded{}, false
	}
	return Decoded{Text: text, Label: "utf-16", Lossy: bytes.Contains(text, []byte("\uFFFD"))}, true
}

// step is how much is decoded before it is looked whether it was lost.
const step = 64 << 10

var errLoss = errors.New("bytes that the encoding does not have")

// isBinary tells files that are no text in any encoding: NUL bytes, or many control characters near the start.
func isBinary(b []byte) bool {
	head := b[:min(len(b), 4096)]
	controls := 0
	for _, c := range head {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b {
			controls++
		}
	}
	if controls > 8 && controls*20 > len(head) {
		return true
	}
	for _, magic := range []string{"%PDF-", "\x1f\x8b", "PK\x03\x04", "\x89PNG", "\xff\xd8\xff", "GIF8", "\x7fELF"} {
		if bytes.HasPrefix(b, []byte(magic)) {
			return true
		}
	}
	return false
}

// trimPartialRune cuts the start of a character that the end of a truncated page has torn.
func trimPartialRune(b []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if c := b[len(b)-i]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			break
		}
	}
	return b
}

// encodingAliases holds labels that pages use and the WHATWG index does not know, or reads as something else.
var encodingAliases = map[string]string{
	"cp949": "euc-kr", "ms949": "euc-kr", "uhc": "euc-kr", "x-windows-949": "euc-kr", "ksc5601": "euc-kr",
	"ks_c_5601": "euc-kr", "euckr": "euc-kr", "utf8": "utf-8", "utf-8;": "utf-8", "unicode": "utf-8",
	"sjis": "shift_jis", "cp932": "shift_jis", "cp936": "gbk", "cp1251": "windows-1251", "cp1252": "windows-1252",
}

func canonicalLabel(label string) string {
	label = strings.ToLower(strings.Trim(label, " \t\r\n\"';,"))
	if name, ok := encodingAliases[label]; ok {
		return name
	}
	return label
}

// decodeAs decodes b; the text is nil where the label names no encoding, or bytes are lost that may not be.
func decodeAs(b []byte, label string, may loss) Decoded {
	label = canonicalLabel(label)
	var enc encoding.Encoding
	switch label {
	case "utf-8":
		if may == lossless { // it was asked first whether it is
			return Decoded{}
		}
		text := bytes.ToValidUTF8(b, []byte("\uFFFD"))
		return Decoded{Text: text, Label: label, Lossy: len(text) != len(b) || !utf8.Valid(b)}
	case "euc-kr":
		enc = korean.EUCKR // all of CP949
	default:
		var err error
		if enc, err = htmlindex.Get(label); err != nil || strings.HasPrefix(label, "utf-16") {
			return Decoded{}
		}
	}
	text, err := transcoded(enc, b, may)
	if err != nil {
		return Decoded{}
	}
	return Decoded{Text: text, Label: label, Lossy: bytes.Contains(text, []byte("\uFFFD"))}
}

func isWestern(label string) bool {
	switch canonicalLabel(label) {
	case "iso-8859-1", "latin1", "windows-1252", "us-ascii", "ascii":
		return true
	}
	return false
}

// looksKorean reports whether the bytes beyond ASCII are nearly all pairs of the Hangul rows of KS X 1001. Accented
// Latin letters stand alone between ASCII letters, so Western text does not look like this.
func looksKorean(b []byte) bool {
	pairs, high := 0, 0
	for i := 0; i < len(b); i++ {
		if b[i] < utf8.RuneSelf {
			continue
		}
		high++
		if i+1 < len(b) && b[i] >= 0xb0 && b[i] <= 0xc8 && b[i+1] >= 0xa1 {
			pairs++
			high++
			i++
		}
	}
	return pairs > 20 && pairs*2 > high*8/10
}

// mostlyUTF8 names the encoding of a page that nothing fits without loss.
func mostlyUTF8(b []byte) string {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	if good > bad {
		return "utf-8"
	}
	return "windows-1252"
}

// declaredLabels returns the encodings that the header and the page's head name, in this order.
func declaredLabels(b []byte, contentType string) []string {
	var labels []string
	if l := charsetIn([]byte(contentType)); l != "" {
		labels = append(labels, l)
	}
	head := b[:min(len(b), headLimit)]
	if i := bytes.Index(head, []byte("<body")); i >= 0 {
		head = head[:i]
	}
	for {
		i := bytes.IndexByte(head, '<')
		if i < 0 {
			return labels
		}
		head = head[i+1:]
		if len(head) < 5 || !bytes.EqualFold(head[:4], []byte("meta")) && !bytes.EqualFold(head[:4], []byte("?xml")) {
			continue
		}
		tag := head
		if end := bytes.IndexByte(head, '>'); end >= 0 {
			tag = head[:end]
		}
		if l := charsetIn(tag[:min(len(tag), maxMeta)]); l != "" && !slices.Contains(labels, l) {
			labels = append(labels, l)
		}
		if len(labels) == maxLabels {
			return labels
		}
	}
}

// maxLabels is how many encodings are tried, maxMeta how long a tag that declares one is, in bytes.
const (
	maxLabels = 4
	maxMeta   = 1 << 10
)

// charsetIn returns the label after charset= or encoding=.
func charsetIn(s []byte) string {
	low := bytes.ToLower(s)
	for _, key := range []string{"charset", "encoding"} {
		i := bytes.Index(low, []byte(key))
		if i < 0 {
			continue
		}
		rest := bytes.TrimLeft(low[i+len(key):], " \t\r\n")
		if len(rest) == 0 || rest[0] != '=' {
			continue
		}
		rest = bytes.TrimLeft(rest[1:], " \t\r\n\"'")
		if end := bytes.IndexAny(rest, " \t\r\n\"';/>"); end >= 0 {
			rest = rest[:end]
		}
		return string(rest)
	}
	return ""
}

// transcoded returns bytes of an encoding as UTF-8. It asks for the room that they need rather than twice as much again
// and again. Where no byte may be lost it stops at the first one.
func transcoded(enc encoding.Encoding, b []byte, may loss) ([]byte, error) {
	wide := 0
	for _, c := range b {
		if c >= utf8.RuneSelf {
			wide++
		}
	}
	t := enc.NewDecoder()
	out := make([]byte, 0, len(b)+wide/2+utf8.UTFMax) // two bytes of Hangul are three
	for {
		n, read, err := t.Transform(out[len(out):min(cap(out), len(out)+step)], b, true)
		if may == lossless && bytes.Contains(out[len(out):len(out)+n], []byte("\uFFFD")) {
			return nil, errLoss
		}
		out, b = out[:len(out)+n], b[read:]
		if !errors.Is(err, transform.ErrShortDst) {
			return out, err
		}
		if cap(out)-len(out) < utf8.UTFMax {
			out = slices.Grow(out, len(b)+utf8.UTFMax)
		}
	}
}
