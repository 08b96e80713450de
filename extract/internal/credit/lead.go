package credit

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// creditLead reads lines such as "By Jane Doe" above the text.
func (f *finder) creditLead() {
	ix := f.Index
	for b := max(0, f.body.Region.Head); b < min(f.body.Region.First+2, ix.BlockCount()); b++ {
		if len(ix.Line(int(b))) > byline.MaxNames {
			continue
		}
		line := string(ix.Line(int(b)))
		if rest, ok := byline.CutBy(line); ok {
			rest = byline.CutEnd(rest)
			if names := byline.OnlyNames(f.readNames(rest)); len(names) > 0 && byline.IsCapitalised(names[0].Name) &&
				(!byline.IsWeakBy(line) || byline.IsPersonal(names[0].Name)) {
				f.add("text", line, names)
				if !f.areOutlets(names) {
					return
				}
				break
			}
		}
	}
	for _, c := range f.body.Cuts {
		if c.Kind == boilerplate.Byline && len(c.Text) < byline.MaxNames {
			if rest, ok := byline.CutBy(c.Text); ok {
				f.add("body", c.Text, byline.OnlyNames(f.readNames(rest)))
			}
		}
	}
}

// creditSignature reads a name that stands alone behind the text or above it.
func (f *finder) creditSignature() {
	r := f.body.Region
	for _, b := range []int32{r.Last, r.Last + 1, r.First, r.First - 1} {
		if b < 0 || b >= f.Index.BlockCount() || b <= r.Head || f.Index.Blocks[b].Size > maxSignature {
			continue
		}
		if line := string(f.Index.Line(int(b))); f.isSignature(b, line) {
			f.add("signature", line, []byline.Person{{Name: line}})
			return
		}
	}
}

// maxSignature is the longest line in which an author signs, in characters.
const maxSignature = 60

// isSignature reports whether a block is nothing but a person's name, and no label that stands there again.
func (f *finder) isSignature(b int32, line string) bool {
	bl := &f.Index.Blocks[b]
	if f.Index.IsHeading(b) || f.Index.InCaption(bl.Elem) || bl.Linked > 0 || f.Index.IsHidden(bl.Elem) ||
		strings.HasSuffix(line, ".") || isLabel(line) || f.isMenu(bl.Elem) {
		return false
	}
	return byline.IsSignature(line) && !f.standsAgain(b, line) && len(byline.OnlyNames([]byline.Person{{Name: line}})) > 0
}

// isLabel reports whether a line is one that pages put around articles: a heading of related ones, a notice.
func isLabel(line string) bool {
	kind, _ := boilerplate.KindOf([]byte(line), letters.Size(line), nil)
	return kind != boilerplate.Text && kind != boilerplate.Byline
}
