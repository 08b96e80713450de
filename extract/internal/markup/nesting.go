package markup

import "golang.org/x/net/html/atom"

// parents are the elements that the parts of lists and tables stand in.
var parents = map[atom.Atom][]atom.Atom{
	atom.Li: {atom.Ul, atom.Ol}, atom.Dt: {atom.Dl}, atom.Dd: {atom.Dl}, atom.Td: {atom.Tr}, atom.Th: {atom.Tr},
	atom.Tr:    {atom.Table, atom.Thead, atom.Tbody, atom.Tfoot},
	atom.Thead: {atom.Table}, atom.Tbody: {atom.Table}, atom.Tfoot: {atom.Table}, atom.Caption: {atom.Table},
}

// children are what lists and tables hold; a list in a list belongs to the item before it.
var children = map[atom.Atom][]atom.Atom{
	atom.Ul: {atom.Li, atom.Ul, atom.Ol}, atom.Ol: {atom.Li, atom.Ul, atom.Ol}, atom.Dl: {atom.Dt, atom.Dd},
	atom.Tr: {atom.Td, atom.Th}, atom.Thead: {atom.Tr}, atom.Tbody: {atom.Tr}, atom.Tfoot: {atom.Tr},
	atom.Table: {atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Caption},
}

// isPart reports whether elements of a name are parts of lists or tables.
func isPart(a atom.Atom) bool { return parents[a] != nil }

// inTable reports whether elements of a name make up tables.
func inTable(a atom.Atom) bool {
	switch a {
	case atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption:
		return true
	}
	return false
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func isList(a atom.Atom) bool { return a == atom.Ul || a == atom.Ol }
