package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// addImages fills Images with the pictures that stand in the selected element.
func (p *page) addImages(sel *selection) {
	captions := p.captions(sel.root)
	for _, i := range p.ix.Images {
		if !p.ix.Within(i, sel.root) {
			continue
		}
		if src := imageSource(p, i); src != "" {
			caption := p.captionOf(i, sel.root, captions)
			p.art.Images = append(p.art.Images, Image{URL: src, Caption: caption, Credit: creditOf(caption)})
		}
	}
}

func imageSource(p *page, i int32) string {
	n := p.ix.Elements[i].Node
	for _, key := range []string{"data-src", "data-original", "data-lazy-src", "src"} {
		if v := document.Attr(n, key); v != "" && !strings.HasPrefix(v, "data:") {
			return p.resolve(v)
		}
	}
	return ""
}

// captions returns the captions inside an element, in order: those that the site's rule names, <figcaption>, and what is
// named so.
func (p *page) captions(root int32) []int32 {
	ruled := map[int32]bool{}
	for _, i := range p.ix.FindAll(p.site.nodes(sites.Captions)) {
		ruled[i] = true
	}
	var list []int32
	for b := p.ix.Elements[root].Block; b < p.ix.Elements[root].BlockStop; b++ {
		if e := p.ix.Blocks[b].Elem; e > root && p.ix.Elements[e].BlockStop-p.ix.Elements[e].Block == 1 && isUnderPicture(p.ix, b, root) {
			ruled[e] = true
		}
	}
	for i := root + 1; i < p.ix.Elements[root].End; i++ {
		e := &p.ix.Elements[i]
		if (ruled[i] || e.Node.DataAtom == atom.Figcaption || e.Hints&document.HintCaption != 0) && e.Start < e.Stop && e.Stop-e.Start <= maxCaption &&
			!p.ix.Holds(p.ix.Images, i) {
			list = append(list, i)
		}
	}
	return list
}

// maxCaption is the longest caption, in bytes.
const maxCaption = 1000

// captionLevels is how many elements around a picture its caption is looked for in.
const captionLevels = 6

// captionOf returns the caption in the <figure> around an image, else the one in a box that holds no other image, else the line
// below it.
func (p *page) captionOf(i, root int32, captions []int32) string {
	ix := p.ix
	for e, n := ix.Elements[i].Parent, 0; e > root && n < captionLevels; e, n = ix.Elements[e].Parent, n+1 {
		if ix.Elements[e].Node.DataAtom != atom.Figure && p.ix.CountIn(ix.Images, e) > 1 {
			break
		}
		if c := ix.FirstIn(captions, e); c >= 0 {
			return strings.ReplaceAll(ix.TextOf(c), "\n", " ")
		}
	}
	b, _ := slices.BinarySearchFunc(ix.Blocks, ix.Elements[i].Start, func(b document.Block, at int32) int { return int(b.Start - at) })
	if b := int32(b); b < ix.Elements[root].BlockStop && pictureAbove(ix, b) == i && isUnderPicture(ix, b, root) {
		return string(ix.Line(int(b)))
	}
	return ""
}

// pictureAbove returns the picture that stands right above a block, or -1.
func pictureAbove(ix *document.Index, b int32) int32 {
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

// shortCaption is the size of the longest line that is taken for a caption without an element of its own.
const shortCaption = 200

// isUnderPicture reports whether a line stands right below a picture in an element below root and is its caption, although no
// element says so: it tells whose the picture is, repeats its alternative text, or is a Korean sentence marked up as no
// paragraph is.
func isUnderPicture(ix *document.Index, b, root int32) bool {
	if ix.Blocks[b].Size > shortCaption {
		return false
	}
	picture := pictureAbove(ix, b)
	if picture < 0 {
		return false
	}
	line := string(ix.Line(int(b)))
	return saysCredit(line) || repeatsAlt(line, document.Attr(ix.Elements[picture].Node, "alt")) || strings.HasSuffix(line, "다.") && isOddLook(ix, b, root)
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
		if o == b || !isProse(&ix.Blocks[o], ix.Line(int(o))) || pictureAbove(ix, o) >= 0 {
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
