package body

import (
	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/post"
)

// post returns the text of a board's post that is too short, or too little like running text, for its density to show:
// what follows the line that says when it was written and how often it was read. The element that is named as the body
// is taken, else the next one beside that line that holds more than a label and its value.
func (s *scorer) post() selection {
	head := post.Head(s.View)
	if head < 0 {
		return selection{root: -1}
	}
	sel := s.namedPost(head)
	if sel.root < 0 {
		sel = s.nextPost(head)
	}
	if sel.root >= 0 && post.IsListed(s.View, head, sel.lines[0].Block) {
		return selection{root: -1}
	}
	return sel
}

// namedPost cleans the first element behind a line that is named as the body and holds some text.
func (s *scorer) namedPost(head int32) selection {
	ix := s.Index
	tried := 0
	for i := range ix.Elements {
		e := &ix.Elements[i]
		if e.Hints&document.HintBody == 0 || e.Hints&measure.HintsNoise != 0 || e.Block <= head || !s.holdsText(int32(i)) {
			continue
		}
		if sel := s.clean(int32(i)); sel.size >= minRuled {
			return sel
		}
		if tried++; tried == postTries {
			break
		}
	}
	return selection{root: -1}
}

// postReach is how many elements around the head of a post its text is looked for in.
const postReach = 8

// postTries bounds how many elements are cleaned in search of a post's text.
const postTries = 12

// nextPost cleans the first element that follows a line, or an element around it, and holds text that no label stands
// before.
func (s *scorer) nextPost(head int32) selection {
	ix := s.Index
	tried := 0
	for e, n := ix.Blocks[head].Elem, 0; e > 0 && n < postReach; e, n = ix.Elements[e].Parent, n+1 {
		up := ix.Elements[e].Parent
		if up < 0 {
			break
		}
		for i := ix.Elements[e].End; i < ix.Elements[up].End; i = ix.Elements[i].End {
			el := &ix.Elements[i]
			if el.Block == el.BlockStop || el.Block <= head {
				continue
			}
			switch kind := post.PartOf(ix.Line(int(el.Block)), el.Lines()); {
			case kind == post.End:
				return selection{root: -1}
			case kind == post.Label || s.IsNoisy(el.Block) || !s.holdsText(i):
				continue
			}
			if sel := s.clean(i); sel.size >= minRuled {
				return sel
			}
			if tried++; tried == postTries {
				return selection{root: -1}
			}
		}
	}
	return selection{root: -1}
}

// holdsText reports whether an element holds more text than links, and enough of it for a post.
func (s *scorer) holdsText(i int32) bool {
	size := s.SizeIn(i)
	return size >= minRuled && s.LinkedIn(i)*2 < size
}
