// Package pictures finds what an article shows and leads to: the pictures of its body with their captions, and its
// links.
package pictures

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/caption"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/sites"
)

// Find finds the pictures that stand in the body, else the one that the head of the page names, and its links.
func Find(b *body.Body) Found {
	f := &finder{View: b.View, body: b}
	f.addImages()
	f.addLinks()
	if image := f.Head.Content("og:image"); image != "" && len(f.found.Images) == 0 {
		f.found.Images = append(f.found.Images, Image{URL: f.Head.Resolve(image), Element: -1})
	}
	return f.found
}

// addImages fills Images with the pictures that stand in the selected element.
func (f *finder) addImages() {
	captions := f.captions(f.body.Root)
	for _, i := range f.Index.Images {
		if !f.Index.Within(i, f.body.Root) {
			continue
		}
		src := f.source(i)
		text := f.captionOf(i, f.body.Root, captions)
		if src != "" || text != "" && f.holdsPicture(i) {
			f.found.Images = append(f.found.Images, Image{URL: src, Caption: text, Credit: caption.Credit(text), Element: i})
		}
	}
}

func (f *finder) source(i int32) string {
	if v := document.PictureSource(f.Index.Elements[i].Node); v != "" {
		return f.Head.Resolve(v)
	}
	return ""
}

// holdsPicture reports whether the page itself holds a picture, which then has no address.
func (f *finder) holdsPicture(i int32) bool {
	return strings.HasPrefix(document.Attr(f.Index.Elements[i].Node, "src"), "data:image/")
}

// captions returns the captions inside an element, in order: those that the site's rule names, <figcaption>, and what
// is named so.
func (f *finder) captions(root int32) []int32 {
	ruled := map[int32]bool{}
	for _, i := range f.Index.FindAll(f.Site.Nodes(sites.Captions)) {
		ruled[i] = true
	}
	var list []int32
	for b := f.Index.Elements[root].Block; b < f.Index.Elements[root].BlockStop; b++ {
		if e := f.Index.Blocks[b].Elem; e > root && f.Index.Elements[e].BlockStop-f.Index.Elements[e].Block == 1 &&
			f.isCaption(b, root) {
			ruled[e] = true
		}
	}
	for i := root + 1; i < f.Index.Elements[root].End; i++ {
		e := &f.Index.Elements[i]
		if (ruled[i] || e.Node.DataAtom == atom.Figcaption || e.Hints&document.HintCaption != 0) &&
			e.Start < e.Stop && e.Size() <= maxCaption &&
			!f.Index.Holds(f.Index.Images, i) {
			list = append(list, i)
		}
	}
	return list
}

// maxCaption is the longest caption, in bytes.
const maxCaption = 1000

// captionLevels is how many elements around a picture its caption is looked for in.
const captionLevels = 6

// captionOf returns the caption in the <figure> around an image, else the one in a box that holds no other image, else
// the line below it.
func (f *finder) captionOf(i, root int32, captions []int32) string {
	ix := f.Index
	for e, n := ix.Elements[i].Parent, 0; e > root && n < captionLevels; e, n = ix.Elements[e].Parent, n+1 {
		if ix.Elements[e].Node.DataAtom != atom.Figure && f.Index.CountIn(ix.Images, e) > 1 {
			break
		}
		if c := ix.FirstIn(captions, e); c >= 0 {
			return strings.ReplaceAll(ix.TextOf(c), "\n", " ")
		}
	}
	b, _ := slices.BinarySearchFunc(ix.Blocks,
		ix.Elements[i].Start, func(b document.Block, at int32) int { return int(b.Start - at) })
	if b := int32(b); b < ix.Elements[root].BlockStop && caption.PictureAbove(ix, b) == i &&
		f.isCaption(b, root) {
		return string(ix.Line(int(b)))
	}
	return ""
}

// isCaption reports whether a line that is none of the text's is the caption of the picture above it.
func (f *finder) isCaption(b, root int32) bool {
	if !caption.IsUnderPicture(f.Index, b, root) && !caption.InPictureBox(f.Index, b) {
		return false
	}
	n, found := slices.BinarySearchFunc(f.body.Lines, b, func(l body.Stretch, b int32) int { return int(l.Block - b) })
	return !found || f.body.Lines[n].Start > f.Index.Blocks[b].Start
}
