package extract

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
)

// creditLead reads lines such as "By Jane Doe" above the text.
func creditLead(p *page, add adder) {
	ix := p.ix
	for b := max(0, p.body.head); b < min(p.body.first+2, int32(len(ix.Blocks))); b++ {
		line := string(ix.Line(int(b)))
		if len(line) > byline.MaxNames {
			continue
		}
		if rest, ok := byline.CutBy(line); ok {
			if names := byline.OnlyNames(p.readNames(rest)); len(names) > 0 && byline.IsCapitalised(names[0].Name) {
				add("text", line, names)
				if !p.areOutlets(names) {
					return
				}
				break
			}
		}
	}
	for _, c := range p.cut {
		if c.kind == boilerplate.Byline && len(c.text) < byline.MaxNames {
			if rest, ok := byline.CutBy(c.text); ok {
				add("body", c.text, byline.OnlyNames(p.readNames(rest)))
			}
		}
	}
	creditSignature(p, add)
}

// creditSignature reads a name that stands alone behind the text or above it.
func creditSignature(p *page, add adder) {
	for _, b := range []int32{p.body.last, p.body.last + 1, p.body.first, p.body.first - 1} {
		if b < 0 || b >= int32(len(p.ix.Blocks)) || b <= p.body.head || p.ix.Blocks[b].Linked > 0 || p.ix.Blocks[b].Size > 60 ||
			p.isHidden(p.ix.Blocks[b].Elem) {
			continue
		}
		if line := string(p.ix.Line(int(b))); byline.IsSignature(line) && !p.standsAgain(b, line) && len(byline.OnlyNames([]byline.Person{{Name: line}})) > 0 && !strings.HasSuffix(line, ".") {
			add("signature", line, []byline.Person{{Name: line}})
			return
		}
	}
}

// isHidden reports whether an element, or one around it, is named as not shown.
func (p *page) isHidden(i int32) bool {
	for n := 0; i >= 0 && n < 4; n++ {
		if p.ix.Elements[i].Hints&document.HintHidden != 0 {
			return true
		}
		i = p.ix.Elements[i].Parent
	}
	return false
}

// standsAgain reports whether a line stands behind block b once more, as labels of boxes do.
func (p *page) standsAgain(b int32, line string) bool {
	for n := b + 1; n < min(b+60, int32(len(p.ix.Blocks))); n++ {
		if string(p.ix.Line(int(n))) == line {
			return true
		}
	}
	return false
}
