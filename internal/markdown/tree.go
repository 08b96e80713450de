package markdown

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Tree writes a tree of clean HTML, that of an article's body, as Markdown: headings from the second level on, lists,
// quotations, code, links, pictures with their captions below, and tables as GitHub has them. What Markdown has no sign
// for, such as columns that reach over others, is written as its text. A picture that the page itself holds is told by
// its caption alone.
func Tree(root *html.Node) string {
	w := &writer{shift: headingShift(root)}
	return strings.Join(w.blocks(root), "\n\n")
}

// writer writes blocks.
type writer struct {
	shift int // of the levels of headings
	depth int // lists and quotations that are open
}

// maxDepth is how deep lists and quotations are told from each other: what is deeper stands beside the deepest.
const maxDepth = 8

// headingShift returns what makes the highest heading one of the second level, below the title.
func headingShift(root *html.Node) int {
	for n := range root.Descendants() {
		if n.DataAtom == atom.H1 {
			return 1
		}
	}
	return 0
}

// blocks returns the blocks in an element, each without an end of line behind it.
func (w *writer) blocks(n *html.Node) (list []string) {
	var inline []*html.Node // of a paragraph
	other := false          // the last block is a list with the usual signs, with which another would run together
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !isBlock(c) {
			inline = append(inline, c)
			continue
		}
		list, inline = addParagraph(list, inline), nil
		for _, b := range w.block(c, other) {
			if b != "" {
				list = append(list, b)
			}
		}
		other = isList(c) && !other
	}
	return addParagraph(list, inline)
}

// addParagraph adds what stands in an element beside its blocks.
func addParagraph(list []string, inline []*html.Node) []string {
	if text := line(runsOf(inline), inParagraph); text != "" {
		return append(list, text)
	}
	return list
}

// block returns the blocks that an element is written as; other chooses other signs for a list.
func (w *writer) block(n *html.Node, other bool) []string {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return []string{w.heading(n)}
	case atom.Ul, atom.Ol:
		return []string{w.list(n, other)}
	case atom.Blockquote:
		return []string{w.quotation(n)}
	case atom.Pre:
		return []string{fenced(textOf(n))}
	case atom.Table:
		return w.table(n)
	case atom.Figure:
		return figure(n)
	case atom.Dt:
		return []string{line(tidy(strong(runsOf(childrenOf(n)))), inParagraph)}
	}
	return w.blocks(n)
}

// isBlock reports whether a node is no part of a line.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd,
		atom.Blockquote, atom.Pre, atom.Table, atom.Figure, atom.Div:
		return true
	}
	return false
}

func isList(n *html.Node) bool { return n.DataAtom == atom.Ul || n.DataAtom == atom.Ol }

func childrenOf(n *html.Node) (list []*html.Node) {
	for c := range n.ChildNodes() {
		list = append(list, c)
	}
	return list
}

func strong(list []run) []run {
	for i := range list {
		list[i].strong = true
	}
	return list
}

func (w *writer) heading(n *html.Node) string {
	text := line(runsOf(childrenOf(n)), inHeading)
	if text == "" {
		return ""
	}
	if strings.HasSuffix(text, "#") { // would be read as an end of the heading
		text = text[:len(text)-1] + `\#`
	}
	level := min(int(n.Data[1]-'0')+w.shift, 6)
	return strings.Repeat("#", level) + " " + text
}

func (w *writer) quotation(n *html.Node) string {
	if w.depth++; w.depth > maxDepth {
		defer func() { w.depth-- }()
		return strings.Join(w.blocks(n), "\n\n")
	}
	text := strings.Join(w.blocks(n), "\n\n")
	w.depth--
	return indented(text, "> ", "> ")
}

// indented puts a mark before the first line and another before those that follow.
func indented(text, first, rest string) string {
	if text == "" {
		return ""
	}
	var b strings.Builder
	mark := first
	for l := range strings.Lines(text) {
		if l == "\n" {
			mark = strings.TrimRight(mark, " ")
		}
		b.WriteString(mark + l)
		mark = rest
	}
	return b.String()
}

// list writes a list: its items on lines that follow each other where each is one paragraph.
func (w *writer) list(n *html.Node, other bool) string {
	w.depth++
	defer func() { w.depth-- }()
	var items []string
	loose := false
	for c := range n.ChildNodes() {
		if c.DataAtom != atom.Li {
			continue
		}
		blocks := w.blocks(c)
		if len(blocks) == 0 {
			continue
		}
		text, gap := blocks[0], "\n"
		if len(blocks) > 1 && !(len(blocks) == 2 && isList(c.LastChild)) {
			loose, gap = true, "\n\n"
		}
		for _, b := range blocks[1:] {
			text += gap + b
		}
		if w.depth <= maxDepth {
			mark := sign(n, len(items), other)
			text = indented(text, mark, strings.Repeat(" ", len(mark)))
		} else {
			loose = true
		}
		items = append(items, text)
	}
	if loose {
		return strings.Join(items, "\n\n")
	}
	return strings.Join(items, "\n")
}

// sign returns what an item begins with. A list that counts down has no numbers of its own in Markdown.
func sign(n *html.Node, item int, other bool) string {
	down := slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "reversed" })
	switch {
	case (n.DataAtom == atom.Ul || down) && other:
		return "* "
	case n.DataAtom == atom.Ul || down:
		return "- "
	}
	first, err := strconv.Atoi(attr(n, "start"))
	if err != nil || first < 0 || first > 1e8 {
		first = 1
	}
	if other {
		return strconv.Itoa(first+item) + ") "
	}
	return strconv.Itoa(first+item) + ". "
}

// fenced writes text that is read as it is.
func fenced(text string) string {
	fence := strings.Repeat("`", max(3, longest(text, '`')+1))
	return fence + "\n" + strings.Trim(text, "\n") + "\n" + fence
}

// figure returns a picture and its caption.
func figure(n *html.Node) (list []string) {
	for c := range n.ChildNodes() {
		switch c.DataAtom {
		case atom.Img:
			list = append(list, picture(c))
		case atom.Figcaption:
			if text := Line(textOf(c)); text != "" {
				list = append(list, "*"+text+"*")
			}
		}
	}
	return list
}

// picture returns a picture; nothing for one that the page itself holds.
func picture(n *html.Node) string {
	src := attr(n, "src")
	if src == "" || strings.HasPrefix(strings.ToLower(src), "data:") {
		return ""
	}
	return "![" + plain(strings.Join(strings.Fields(attr(n, "alt")), " ")) + "](<" + URL(src) + ">)"
}
