// Package document turns the bytes of a page into what all later stages read: UTF-8, a tree, and one index of its
// visible text, its lines, its elements and what their names suggest.
package document

import (
	"sync"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/sites"
)

var scratches = sync.Pool{New: func() any { return &Index{hinter: newHinter()} }}

// Read walks the tree below root once and shows every node to known as well.
func Read(root *html.Node, known *sites.Index) *Index {
	ix := scratches.Get().(*Index)
	ix.build(root, ix.hinter, known)
	return ix
}

// scratchLimit keeps the buffers of huge pages from staying in memory.
const scratchLimit = 4 << 20

// Free leaves the buffers to the next page; no node stays alive by them.
func (ix *Index) Free() {
	if cap(ix.Text) >= scratchLimit {
		return
	}
	clear(ix.Elements)
	clear(ix.Metas)
	clear(ix.Rels)
	clear(ix.LDJSON)
	clear(ix.Scripts)
	*ix = Index{Text: ix.Text[:0], Elements: ix.Elements[:0], Blocks: ix.Blocks[:0], Metas: ix.Metas[:0],
		Rels: ix.Rels[:0], LDJSON: ix.LDJSON[:0], Scripts: ix.Scripts[:0], Times: ix.Times[:0], Heads: ix.Heads[:0],
		Images: ix.Images[:0], Matter: ix.Matter[:0], Parts: ix.Parts[:0],
		Codes: ix.Codes[:0], hinter: ix.hinter}
	if len(ix.hinter.seen) > 4096 {
		clear(ix.hinter.seen)
	}
	scratches.Put(ix)
}
