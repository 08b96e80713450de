package markup

import (
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// path returns the elements around a node of the page that are kept, the outermost first, as HTML nests them. A link
// around a heading stands inside of it.
func (p *plan) path(n *html.Node) []*html.Node {
	var blocks, inlines []*html.Node
	for e := n.Parent; e != nil; e = e.Parent {
		switch r := roles[e.DataAtom]; {
		case r == dropped || !p.keeps(e):
		case r == inline:
			inlines = append(inlines, e)
		default:
			blocks = append(blocks, e)
		}
	}
	slices.Reverse(blocks)
	slices.Reverse(inlines)
	return append(withChildren(withParents(headed(blocks))), oneLink(inlines)...)
}

// oneLink leaves out the links around another: pages have them in formulas and in trees that no parser made, HTML not.
func oneLink(path []*html.Node) []*html.Node {
	links := 0
	for _, n := range path {
		if n.DataAtom == atom.A {
			links++
		}
	}
	return slices.DeleteFunc(path, func(n *html.Node) bool {
		if n.DataAtom == atom.A {
			links--
		}
		return n.DataAtom == atom.A && links > 0
	})
}

// headed leaves out the lists and quotations within a heading, which is one line, and paragraphs around others.
func headed(path []*html.Node) []*html.Node {
	for i, n := range path {
		if isHeading(n.DataAtom) {
			path = path[:i+1]
			break
		}
	}
	last := len(path) - 1
	return slices.DeleteFunc(path, func(n *html.Node) bool { return n.DataAtom == atom.P && n != path[last] })
}

// withParents leaves out the parts of lists and tables that stand in none.
func withParents(path []*html.Node) []*html.Node {
	above := atom.Atom(0)
	return slices.DeleteFunc(path, func(n *html.Node) bool {
		if want := parents[n.DataAtom]; want != nil && !slices.Contains(want, above) {
			return true
		}
		above = n.DataAtom
		return false
	})
}

// withChildren leaves out lists and tables around what is no part of them.
func withChildren(path []*html.Node) []*html.Node {
	kept := len(path)
	for i := len(path) - 1; i >= 0; i-- {
		if want := children[path[i].DataAtom]; want != nil &&
			(kept == len(path) || !slices.Contains(want, path[kept].DataAtom)) {
			continue
		}
		kept--
		path[kept] = path[i]
	}
	return path[kept:]
}
