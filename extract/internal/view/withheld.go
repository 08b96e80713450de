package view

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/sites"
)

// Bounds of the parts that JSON-LD says are not for everybody: how many are looked up, their longest selector, in
// bytes, and the longest text of a box that stands in the place of such a part, in characters.
const (
	maxWithheld = 8
	maxSelector = 100
	maxWall     = 160
)

// markWithheld corrects what the names of the elements say that JSON-LD calls a part of the article for subscribers
// (hasPart with a cssSelector): they are of the text, hidden or not, except where the page was given the wall instead,
// a few words and a link.
func markWithheld(ix *document.Index, articles []*head.Value, root *html.Node) {
	n := 0
	for _, a := range articles {
		a.Get("hasPart").Each(func(part *head.Value) {
			selector := part.Get("cssSelector").Text
			if selector == "" || !strings.EqualFold(part.Get("isAccessibleForFree").Text, "false") || n == maxWithheld ||
				len(selector) > maxSelector || strings.Contains(selector, ":") {
				return
			}
			n++
			if s, err := sites.CompileSelector(selector); err == nil { // what is no selector names nothing
				for _, node := range s.MatchAll(root) {
					if i := ix.Find(node); i >= 0 {
						markPart(ix, &ix.Elements[i])
					}
				}
			}
		})
	}
}

// markPart corrects the hints of one element of these.
func markPart(ix *document.Index, e *document.Element) {
	if isWall(ix, e) {
		e.Hints |= document.HintNever | document.HintNoise
		return
	}
	e.Hints &^= document.HintNever | document.HintNoise | document.HintHidden | document.HintRelated | document.HintDoubt
}

// isWall reports whether an element is a text of a few words and ends with a link: Subscribe.
func isWall(ix *document.Index, e *document.Element) bool {
	size := int32(0)
	for b := e.Block; b < e.BlockStop && size <= maxWall; b++ {
		size += ix.Blocks[b].Size - ix.Blocks[b].Linked
	}
	return e.BlockStop > e.Block && size <= maxWall && ix.IsLinkedMostly(e.BlockStop-1)
}
