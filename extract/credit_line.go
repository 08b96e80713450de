package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// creditLead reads lines such as "By Jane Doe" above the text.
func creditLead(p *page, add adder) {
	ix := p.ix
	for b := max(0, p.body.head); b < min(p.body.first+2, int32(len(ix.blocks))); b++ {
		line := string(ix.line(int(b)))
		if len(line) > maxAuthorElement {
			continue
		}
		if rest, ok := cutBy(line); ok {
			if names := onlyNames(readNames(p, rest)); len(names) > 0 && isCapitalised(names[0].Name) {
				add("text", line, names)
				if !p.areOutlets(names) {
					return
				}
				break
			}
		}
	}
	for _, c := range p.cut {
		if c.kind == lineByline && len(c.text) < maxAuthorElement {
			if rest, ok := cutBy(c.text); ok {
				add("body", c.text, onlyNames(readNames(p, rest)))
			}
		}
	}
	creditSignature(p, add)
}

// creditSignature reads a name that stands alone behind the text or above it.
func creditSignature(p *page, add adder) {
	for _, b := range []int32{p.body.last, p.body.last + 1, p.body.first, p.body.first - 1} {
		if b < 0 || b >= int32(len(p.ix.blocks)) || b <= p.body.head || p.ix.blocks[b].linked > 0 || p.ix.blocks[b].size > 60 ||
			p.isHidden(p.ix.blocks[b].elem) {
			continue
		}
		if line := string(p.ix.line(int(b))); isSignature(line) && !p.standsAgain(b, line) && len(onlyNames([]Author{{Name: line}})) > 0 && !strings.HasSuffix(line, ".") {
			add("signature", line, []Author{{Name: line}})
			return
		}
	}
}

// isHidden reports whether an element, or one around it, is named as not shown.
func (p *page) isHidden(i int32) bool {
	for n := 0; i >= 0 && n < 4; n++ {
		if p.ix.elements[i].hints&hintHidden != 0 {
			return true
		}
		i = p.ix.elements[i].parent
	}
	return false
}

// standsAgain reports whether a line stands behind block b once more, as labels of boxes do.
func (p *page) standsAgain(b int32, line string) bool {
	for n := b + 1; n < min(b+60, int32(len(p.ix.blocks))); n++ {
		if string(p.ix.line(int(n))) == line {
			return true
		}
	}
	return false
}

// isSignature reports whether a line is two or three capitalised words and nothing else.
func isSignature(line string) bool {
	words := strings.Fields(line)
	if _, by := cutBy(line); by || len(words) > 3 || !looksLikeName(line) {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) == 2 || line != strings.ToUpper(line)
}
