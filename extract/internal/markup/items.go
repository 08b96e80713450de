package markup

import (
	"slices"
	"sort"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/pictures"
)

// itemsOf returns what is to be written, in reading order.
func itemsOf(b *body.Body, text body.Text, images []pictures.Image) (list []item) {
	root := rootOf(b)
	if root < 0 {
		return nil
	}
	ix := b.View.Index
	origins := b.Origins(text)
	byPlace := slices.Clone(origins)
	slices.SortStableFunc(byPlace, func(a, b body.Origin) int { return a.From - b.From })
	for _, r := range ix.Runs(root) {
		k := sort.Search(len(byPlace), func(k int) bool { return byPlace[k].From+byPlace[k].Size > int(r.Start) })
		for ; k < len(byPlace) && byPlace[k].From < int(r.Stop); k++ {
			o := byPlace[k]
			from, to := max(o.From, int(r.Start)), min(o.From+o.Size, int(r.Stop))
			if from < to {
				at := o.At + from - o.From
				list = append(list, item{at: int32(from), node: r.Node, from: int(r.From) + from - int(r.Start),
					span: gisa.Span{Start: at, End: at + to - from}})
			}
		}
	}
	for i := range images {
		e := images[i].Element
		if e < 0 {
			continue
		}
		el := &ix.Elements[e]
		if images[i].Caption != "" || shows(sourceOf(el.Node, &images[i])) {
			list = append(list, item{at: el.Start, node: el.Node, image: &images[i]})
		}
	}
	slices.SortStableFunc(list, func(a, b item) int { return int(a.at - b.at) })
	return list
}

// rootOf returns the element that holds all lines of the body, or -1.
func rootOf(b *body.Body) int32 {
	ix := b.View.Index
	root := b.Root
	for _, l := range b.Lines {
		for root >= 0 && (l.Start < ix.Elements[root].Start || l.Stop > ix.Elements[root].Stop) {
			root = ix.Elements[root].Parent
		}
	}
	return root
}

// paragraphAt returns the number of the paragraph that a place of the text is in, from 1.
func paragraphAt(text body.Text, at int) int {
	return 1 + sort.Search(len(text.Paragraphs), func(i int) bool { return text.Paragraphs[i].End > at })
}
