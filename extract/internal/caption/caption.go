// Package caption tells the captions of pictures from the lines of the text, also where no element says so, and reads
// whose a picture is.
package caption

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// PictureAbove returns the picture that stands right above a block, or -1.
func PictureAbove(ix *document.Index, b int32) int32 {
	above := int32(0)
	if b > 0 {
		above = ix.Blocks[b-1].Stop
	}
	n, _ := slices.BinarySearchFunc(ix.Images, above, func(i, at int32) int { return int(ix.Elements[i].Start - at) })
	if n < len(ix.Images) && ix.Elements[ix.Images[n]].Start <= ix.Blocks[b].Start {
		return ix.Images[n]
	}
	return -1
}

// maxSize is the size of the longest line that is taken for a caption without an element of its own.
const maxSize = 200

// IsUnderPicture reports whether a line stands right below a picture in an element below root and is its caption,
// although no element says so: it tells whose the picture is or what it shows, repeats its alternative text, has a
// number, is centred or in raised letters as no paragraph is, or is a Korean sentence marked up as none is.
func IsUnderPicture(ix *document.Index, b, root int32) bool {
	if ix.Blocks[b].Size > maxSize {
		return false
	}
	picture := PictureAbove(ix, b)
	if picture < 0 {
		return false
	}
	line := string(ix.Line(int(b)))
	if saysCredit(line) || isLabelled(line) || repeatsAlt(line, document.Attr(ix.Elements[picture].Node, "alt")) ||
		words().number.MatchString(line) {
		return true
	}
	if ix.IsHeading(b) || ix.Blocks[b].Linked > 0 {
		return false
	}
	if !letters.EndsSentence([]byte(line)) {
		return ix.Blocks[b].Size <= maxShort && (saysShown(line) || isCentred(ix, b) && !centresText(ix, b, root))
	}
	if strings.HasSuffix(line, "다.") {
		return isOddLook(ix, b, root)
	}
	return isThing(line)
}

// isLabelled reports whether a line begins with the word for captions, or with a mark that points at a picture:
// * 사진설명 : 다온항, ◀ 다온항.
func isLabelled(line string) bool {
	if strings.HasPrefix(line, "◀") || strings.HasPrefix(line, "◁") {
		return true
	}
	label, _, ok := strings.Cut(line, ":")
	return ok && IsLabel([]byte(label))
}

// isThing reports whether a Korean line with a full stop is no sentence but says what there is to see: 다온시청 청사.
func isThing(line string) bool {
	line, ok := strings.CutSuffix(line, ".")
	last, size := utf8.DecodeLastRuneInString(line)
	return ok && utf8.RuneCountInString(line) <= maxThing && unicode.Is(unicode.Hangul, last) &&
		!strings.ContainsRune("다요까죠네라오자지", last) && !strings.ContainsAny(line, ".?!\"“‘") && len(line) > size
}

// maxThing is how many characters such a line has at most.
const maxThing = 24

// maxShort is the size of the longest line without the mark of a sentence that is taken for a caption by its look.
const maxShort = 140

// saysShown reports whether a line ends by saying what a picture shows: 준공식 모습.
func saysShown(line string) bool {
	line = strings.TrimRight(line, " .)]>")
	return slices.ContainsFunc(words().shows, func(end string) bool {
		rest, ok := strings.CutSuffix(line, end)
		return ok && strings.HasSuffix(rest, " ")
	})
}

// IsLabel reports whether a line says nothing but that a caption follows: 사진 설명).
func IsLabel(line []byte) bool {
	if len(line) > maxLabel {
		return false
	}
	var room [2 * maxLabel]byte
	folded := room[:0]
	for _, r := range string(line) {
		if unicode.IsLetter(r) {
			folded = utf8.AppendRune(folded, unicode.ToLower(r))
		}
	}
	return words().labels[string(folded)]
}

// maxLabel is the longest label, in bytes.
const maxLabel = 40

// isCentred reports whether a line stands in the middle by its own element's word.
func isCentred(ix *document.Index, b int32) bool {
	for e, n := ix.Blocks[b].Elem, 0; e > 0 && n < 3 && ix.Elements[e].Lines() == 1; e, n = ix.Elements[e].Parent, n+1 {
		node := ix.Elements[e].Node
		if node.DataAtom == atom.Center || strings.EqualFold(document.Attr(node, "align"), "center") {
			return true
		}
		style := strings.ReplaceAll(document.Attr(node, "style"), " ", "")
		if strings.Contains(style, "text-align:center") {
			return true
		}
	}
	return false
}

// centresText reports whether a paragraph below root, which stands under no picture, is centred as well.
func centresText(ix *document.Index, b, root int32) bool {
	for o := ix.Elements[root].Block; o < ix.Elements[root].BlockStop; o++ {
		if o != b && ix.IsProse(o) && isCentred(ix, o) && PictureAbove(ix, o) < 0 {
			return true
		}
	}
	return false
}

// InPictureBox reports whether a line is all that is said in a box below the picture that the box begins with.
func InPictureBox(ix *document.Index, b int32) bool {
	if ix.Blocks[b].Size > maxBox {
		return false
	}
	for e, n := ix.Blocks[b].Elem, 0; e > 0 && n < boxLevels; e, n = ix.Elements[e].Parent, n+1 {
		el := &ix.Elements[e]
		if el.Lines() > 1 {
			return false
		}
		if i := ix.FirstIn(ix.Images, e); i >= 0 {
			return n > 0 && el.Node.DataAtom != atom.P && ix.Elements[i].Start <= ix.Blocks[b].Start &&
				!(isGrid(el.Node.DataAtom) && saysMore(string(ix.Line(int(b)))))
		}
	}
	return false
}

// The longest line that is taken for the caption of a box with a picture, and how many elements around it are looked
// at.
const (
	maxBox    = 400
	boxLevels = 4
)

// isGrid reports whether an element holds rows: what it places one below the other may be a picture and the text.
func isGrid(a atom.Atom) bool { return a == atom.Table || a == atom.Tbody }

// saysMore reports whether a line is several sentences, none of which says whose the picture is.
func saysMore(line string) bool {
	return letters.EndsSentence([]byte(line)) && strings.Count(line, ". ") > 0 && !saysCredit(line)
}

// repeatsAlt reports whether a line is the alternative text of a picture, or begins with it.
func repeatsAlt(line, alt string) bool {
	alt = letters.Fold(alt)
	return len(alt) >= 18 && strings.HasPrefix(letters.Fold(line), alt)
}

// isOddLook reports whether a block is marked up otherwise than every paragraph below root, of which there are some.
func isOddLook(ix *document.Index, b, root int32) bool {
	own, n := look(ix, b), 0
	for o := ix.Elements[root].Block; o < ix.Elements[root].BlockStop; o++ {
		if o == b || !ix.IsProse(o) || PictureAbove(ix, o) >= 0 {
			continue
		}
		if n++; look(ix, o) == own {
			return false
		}
	}
	return n >= 3
}

// look says how a block is marked up: the elements that hold all of it, up to the first that makes lines.
func look(ix *document.Index, b int32) string {
	var s strings.Builder
	for e := ix.Blocks[b].Elem; e > 0; e = ix.Elements[e].Parent {
		n := ix.Elements[e].Node
		s.WriteString(n.Data)
		s.WriteByte('.')
		s.WriteString(document.Attr(n, "class"))
		if style := document.Attr(n, "style"); strings.Contains(style, "font-size") || strings.Contains(style, "color:") {
			s.WriteString(style)
		}
		s.WriteByte(' ')
		if document.IsBlock(n.DataAtom) {
			break
		}
	}
	return s.String()
}
