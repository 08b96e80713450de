package credit

import "golang.org/x/net/html/atom"

// isMenu reports whether an element is an item of a list, as the sections and subjects of an article are.
func (f *finder) isMenu(e int32) bool {
	for n := 0; e >= 0 && n < 3; n++ {
		switch f.Index.Elements[e].Node.DataAtom {
		case atom.Li, atom.Nav:
			return true
		}
		e = f.Index.Elements[e].Parent
	}
	return false
}

// standsAgain reports whether a line stands behind block b once more, as labels of boxes do.
func (f *finder) standsAgain(b int32, line string) bool {
	for n := b + 1; n < min(b+60, f.Index.BlockCount()); n++ {
		if string(f.Index.Line(int(n))) == line {
			return true
		}
	}
	return false
}
