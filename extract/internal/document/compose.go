package document

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
)

// decomposed lists what begins the marks that decomposed text has: accents, leading consonants of Hangul, voicing marks
// of kana.
var decomposed = []string{"\xcc", "\xcd", "\xe1\x84", "\xe3\x82\x99", "\xe3\x82\x9a"}

// isDecomposed reports whether a text may hold letters that are written as a base and its marks, as files of macOS do.
func isDecomposed(text []byte) bool {
	for _, mark := range decomposed {
		if bytes.Contains(text, []byte(mark)) {
			return true
		}
	}
	return false
}

// compose writes letters and their marks as one character wherever words are read: in text, and in the attributes that
// hold some. Addresses stay as they are.
func compose(root *html.Node) {
	for n := range root.Descendants() {
		switch n.Type {
		case html.TextNode:
			n.Data = composedText(n.Data)
		case html.ElementNode:
			for i := range n.Attr {
				switch a := &n.Attr[i]; a.Key {
				case "content", "title", "alt":
					if !strings.Contains(a.Val, "://") {
						a.Val = composedText(a.Val)
					}
				}
			}
		}
	}
}

func composedText(s string) string {
	for _, mark := range decomposed {
		if strings.Contains(s, mark) {
			return norm.NFC.String(s)
		}
	}
	return s
}
