package body

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/table"
)

// other returns the text of a page on which nothing stands out as the article: what is left when names are no longer
// believed, else the element that holds the most text of its own, else what the page shows below its headline. The
// root is -1 where a reader would find nothing either: a list, a login, an error.
func (s *scorer) other() selection {
	s.DoubtNames()
	if sel := s.choose(); sel.root >= 0 && sel.size >= minBody && sel.prose > 0 {
		return sel
	}
	if s.isRefusal() {
		return selection{root: -1}
	}
	if sel := s.fullest(); sel.root >= 0 && sel.size >= minBody {
		return sel
	}
	return s.shown()
}

// fullest cleans the element whose own lines hold the most text, links aside.
func (s *scorer) fullest() selection {
	own := map[int32]int32{}
	best := int32(-1)
	for b := range s.Index.Blocks {
		bl := &s.Index.Blocks[b]
		if s.IsNoisy(int32(b)) || bl.Size < minLine || bl.Linked*2 > bl.Size {
			continue
		}
		f := s.FlowOf(int32(b))
		if own[f] += bl.Size - bl.Linked; best < 0 || own[f] > own[best] {
			best = f
		}
	}
	if best < 0 {
		return selection{root: -1}
	}
	return s.clean(best)
}

// minLine is the least size of a line that says something.
const minLine = 12

// shown returns the lines that the page shows below its headline: on a page of pictures they are few.
func (s *scorer) shown() selection {
	none := selection{root: -1}
	from := s.Headline
	if from < 0 {
		from = s.headlineBefore(s.Index.BlockCount())
	}
	if from < 0 {
		return none
	}
	sel, buf := selection{root: 0}, []byte(nil)
	for b := from + 1; b < s.Index.BlockCount(); b++ {
		var kind boilerplate.Kind
		bl := &s.Index.Blocks[b]
		kind, buf = boilerplate.KindOf(s.Index.Line(int(b)), int(bl.Size), buf)
		if kind >= boilerplate.End && bl.Linked == 0 || kind == boilerplate.Head && sel.size > 0 {
			break
		}
		if s.IsNoisy(b) || bl.Size < minLine || bl.Linked*2 > bl.Size {
			continue
		}
		if kind != boilerplate.Text {
			sel.remove(s.Index, kind, bl.Start, bl.Stop)
			continue
		}
		sel.lines = append(sel.lines, Stretch{Block: b, Start: bl.Start, Stop: bl.Stop})
		sel.size += bl.Size
	}
	if sel.size < minRuled {
		return none
	}
	return sel
}

// isRefusal reports whether the title or the headline of the page says that it is an error or a login.
func (s *scorer) isRefusal() bool {
	heads := []string{s.Title, s.Index.DocumentTitle()}
	if s.Headline >= 0 {
		heads = append(heads, string(s.Index.Line(int(s.Headline))))
	}
	for _, head := range heads {
		head = strings.ToLower(strings.Join(strings.Fields(head), ""))
		if letters.Size(head) > maxRefusal {
			continue
		}
		for word := range refusals() {
			if strings.Contains(head, word) {
				return true
			}
		}
	}
	return false
}

// maxRefusal is the longest heading that is read for what the page refuses.
const maxRefusal = 60

//go:embed data/refusals.txt
var refusalLines string

// refusals holds data/refusals.txt.
var refusals = sync.OnceValue(func() (words table.Words) {
	table.Sets("body/data/refusals.txt", refusalLines, map[string]*table.Words{"": &words}, nil)
	return words
})
