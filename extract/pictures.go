package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/sites"
)

// addImages fills Images with the pictures that stand in the selected element.
func (p *page) addImages(sel *selection) {
	captions := p.captions(sel.root)
	for _, i := range p.ix.images {
		if !p.ix.within(i, sel.root) {
			continue
		}
		if src := imageSource(p, i); src != "" {
			caption := p.captionOf(i, sel.root, captions)
			p.art.Images = append(p.art.Images, Image{URL: src, Caption: caption, Credit: creditOf(caption)})
		}
	}
}

func imageSource(p *page, i int32) string {
	n := p.ix.elements[i].node
	for _, key := range []string{"data-src", "data-original", "data-lazy-src", "src"} {
		if v := attr(n, key); v != "" && !strings.HasPrefix(v, "data:") {
			return p.resolve(v)
		}
	}
	return ""
}

// captions returns the captions inside an element, in order: those that the site's rule names, <figcaption>, and what is
// named so.
func (p *page) captions(root int32) []int32 {
	ruled := map[int32]bool{}
	for _, i := range p.ix.findAll(p.site.nodes(sites.Captions)) {
		ruled[i] = true
	}
	var list []int32
	for b := p.ix.elements[root].block; b < p.ix.elements[root].blockStop; b++ {
		if e := p.ix.blocks[b].elem; e > root && p.ix.elements[e].blockStop-p.ix.elements[e].block == 1 && p.ix.isUnderPicture(b, root) {
			ruled[e] = true
		}
	}
	for i := root + 1; i < p.ix.elements[root].end; i++ {
		e := &p.ix.elements[i]
		if (ruled[i] || e.node.DataAtom == atom.Figcaption || e.hints&hintCaption != 0) && e.start < e.stop && e.stop-e.start <= maxCaption &&
			!p.ix.holds(p.ix.images, i) {
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
	for e, n := ix.elements[i].parent, 0; e > root && n < captionLevels; e, n = ix.elements[e].parent, n+1 {
		if ix.elements[e].node.DataAtom != atom.Figure && p.ix.countIn(ix.images, e) > 1 {
			break
		}
		if c := ix.firstIn(captions, e); c >= 0 {
			return strings.ReplaceAll(ix.textOf(c), "\n", " ")
		}
	}
	b, _ := slices.BinarySearchFunc(ix.blocks, ix.elements[i].start, func(b block, at int32) int { return int(b.start - at) })
	if b := int32(b); b < ix.elements[root].blockStop && ix.pictureAbove(b) == i && ix.isUnderPicture(b, root) {
		return string(ix.line(int(b)))
	}
	return ""
}

// pictureAbove returns the picture that stands right above a block, or -1.
func (ix *index) pictureAbove(b int32) int32 {
	above := int32(0)
	if b > 0 {
		above = ix.blocks[b-1].stop
	}
	n, _ := slices.BinarySearchFunc(ix.images, above, func(i, at int32) int { return int(ix.elements[i].start - at) })
	if n < len(ix.images) && ix.elements[ix.images[n]].start <= ix.blocks[b].start {
		return ix.images[n]
	}
	return -1
}

// shortCaption is the size of the longest line that is taken for a caption without an element of its own.
const shortCaption = 200

// isUnderPicture reports whether a line stands right below a picture in an element below root and is its caption, although no
// element says so: it tells whose the picture is, repeats its alternative text, or is a Korean sentence marked up as no
// paragraph is.
func (ix *index) isUnderPicture(b, root int32) bool {
	if ix.blocks[b].size > shortCaption {
		return false
	}
	picture := ix.pictureAbove(b)
	if picture < 0 {
		return false
	}
	line := string(ix.line(int(b)))
	return saysCredit(line) || repeatsAlt(line, attr(ix.elements[picture].node, "alt")) || strings.HasSuffix(line, "다.") && ix.isOddLook(b, root)
}

// repeatsAlt reports whether a line is the alternative text of a picture, or begins with it.
func repeatsAlt(line, alt string) bool {
	alt = normalTitle(alt)
	return len(alt) >= 18 && strings.HasPrefix(normalTitle(line), alt)
}

// isOddLook reports whether a block is marked up otherwise than every paragraph below root, of which there are some.
func (ix *index) isOddLook(b, root int32) bool {
	look, n := ix.look(b), 0
	for o := ix.elements[root].block; o < ix.elements[root].blockStop; o++ {
		if o == b || !isProse(&ix.blocks[o], ix.line(int(o))) || ix.pictureAbove(o) >= 0 {
			continue
		}
		if n++; ix.look(o) == look {
			return false
		}
	}
	return n >= 3
}

// look says how a block is marked up: the elements that hold all of it, up to the first that makes lines.
func (ix *index) look(b int32) string {
	var s strings.Builder
	for e := ix.blocks[b].elem; e > 0; e = ix.elements[e].parent {
		n := ix.elements[e].node
		s.WriteString(n.Data)
		s.WriteByte('.')
		s.WriteString(attr(n, "class"))
		if style := attr(n, "style"); strings.Contains(style, "font-size") || strings.Contains(style, "color:") {
			s.WriteString(style)
		}
		s.WriteByte(' ')
		if isBlock(n.DataAtom) {
			break
		}
	}
	return s.String()
}
