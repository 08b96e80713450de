package markup

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// role is what an element does in the tree.
type role uint8

const (
	dropped  role = iota // its children stand in its place
	group                // holds blocks: a list, a table, a quotation
	block                // holds a line of text: a paragraph, a heading, a cell
	inline               // stands within a line
	verbatim             // holds lines as they are: pre
)

// roles are the elements that are kept.
var roles = map[atom.Atom]role{
	atom.Ul: group, atom.Ol: group, atom.Dl: group, atom.Table: group, atom.Thead: group, atom.Tbody: group,
	atom.Tfoot: group, atom.Tr: group, atom.Blockquote: group,

	atom.P: block, atom.H1: block, atom.H2: block, atom.H3: block, atom.H4: block, atom.H5: block, atom.H6: block,
	atom.Li: block, atom.Dt: block, atom.Dd: block, atom.Td: block, atom.Th: block, atom.Caption: block,

	atom.Pre: verbatim,

	atom.A: inline, atom.Em: inline, atom.Strong: inline, atom.B: inline, atom.I: inline, atom.U: inline, atom.S: inline,
	atom.Del: inline, atom.Ins: inline, atom.Sub: inline, atom.Sup: inline, atom.Code: inline, atom.Kbd: inline,
	atom.Samp: inline, atom.Var: inline, atom.Mark: inline, atom.Q: inline, atom.Cite: inline, atom.Abbr: inline,
	atom.Time: inline, atom.Small: inline, atom.Ruby: inline, atom.Rb: inline, atom.Bdi: inline, atom.Bdo: inline,
	atom.Dfn: inline,
}

// attributes are those that are kept, by element; "" stands for every element.
var attributes = map[atom.Atom][]string{
	0:         {"lang", "dir"},
	atom.A:    {"href", "title"},
	atom.Td:   {"colspan", "rowspan"},
	atom.Th:   {"colspan", "rowspan", "scope"},
	atom.Ol:   {"start", "reversed", "type"},
	atom.Li:   {"value"},
	atom.Time: {"datetime"},
	atom.Abbr: {"title"},
	atom.Q:    {"cite"}, atom.Blockquote: {"cite"}, atom.Del: {"datetime"}, atom.Ins: {"datetime"},
}

// leads reports whether an address is one that a reader can follow and that does nothing by itself.
func leads(address string) bool {
	scheme, _, ok := strings.Cut(address, ":")
	if !ok || strings.ContainsAny(scheme, "/?#") {
		return address != "" && address[0] != '#' && !hidesScheme(address)
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto", "tel", "ftp":
		return true
	}
	return false
}

// hidesScheme reports whether an address without a scheme becomes one with it in browsers, which pass over tabs, line
// ends and other control characters.
func hidesScheme(address string) bool {
	return strings.ContainsFunc(address, func(r rune) bool { return r < ' ' || r == 0x7F }) || address[0] <= ' '
}

// shows reports whether a picture's address shows a picture and does nothing else.
func shows(address string) bool {
	if rest, ok := strings.CutPrefix(strings.ToLower(address[:min(len(address), 40)]), "data:"); ok {
		return strings.HasPrefix(rest, "image/") && !strings.HasPrefix(rest, "image/svg")
	}
	return leads(address) && !strings.HasPrefix(address, "mailto:") && !strings.HasPrefix(address, "tel:")
}
