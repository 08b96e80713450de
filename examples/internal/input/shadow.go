package input

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shadowWords stand in every page with a declarative shadow root: as the standard has it, as browsers had it before,
// and as Chromium writes it into MHTML.
var shadowWords = []string{"shadowrootmode", "shadowroot", "shadowmode"}

// flattened returns a page as a browser shows it where parts of it stand in declarative shadow roots: in each host its
// shadow tree, with the host's own children in the slots. Other pages, and those that cannot be parsed, stay as they are.
func flattened(item Item) Item {
	if !bytes.Contains(item.Data, []byte("shadowroot")) && !bytes.Contains(item.Data, []byte("shadowmode")) {
		return item
	}
	root, err := html.Parse(bytes.NewReader(decodeText(item.Data)))
	if err != nil {
		return item
	}
	if !flatten(root) {
		return item
	}
	var b bytes.Buffer
	if html.Render(&b, root) != nil {
		return item
	}
	item.Data, item.ContentType = b.Bytes(), "text/html; charset=utf-8"
	return item
}

// flatten puts shadow trees in place below n and reports whether there was one.
func flatten(n *html.Node) (found bool) {
	if shadow := shadowOf(n); shadow != nil {
		found = true
		place(n, shadow)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		found = flatten(c) || found
	}
	return found
}

// shadowOf returns the template among the children of a host that holds its shadow tree.
func shadowOf(host *html.Node) *html.Node {
	for c := host.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.DataAtom != atom.Template {
			continue
		}
		for _, a := range c.Attr {
			for _, word := range shadowWords {
				if a.Key == word {
					return c
				}
			}
		}
	}
	return nil
}

// place makes the shadow tree the host's children. What no slot takes is not shown, unless the tree says nothing itself.
func place(host, shadow *html.Node) {
	host.RemoveChild(shadow)
	light := children(host)
	tree := children(shadow)
	for _, c := range tree {
		host.AppendChild(c)
	}
	slots := slotsOf(host)
	for _, c := range light {
		if slot := slotFor(c, slots); slot != nil {
			slot.AppendChild(c)
		} else if len(slots) == 0 && !hasText(tree) {
			host.AppendChild(c)
		}
	}
}

// children takes the children of n out of it.
func children(n *html.Node) (list []*html.Node) {
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		list = append(list, c)
	}
	return list
}

// slotsOf returns the slots below n by name, emptied of what stands in them for want of anything else.
func slotsOf(n *html.Node) map[string]*html.Node {
	slots := map[string]*html.Node{}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == atom.Slot && slots[attr(d, "name")] == nil {
			slots[attr(d, "name")] = d
		}
	}
	return slots
}

func slotFor(n *html.Node, slots map[string]*html.Node) *html.Node {
	slot := slots[attr(n, "slot")]
	if slot == nil || n.Type != html.ElementNode && n.Type != html.TextNode {
		return nil
	}
	if isBlank(n) {
		return slot
	}
	if c := slot.FirstChild; c != nil && attr(slot, "data-filled") == "" {
		children(slot) // what stands there for want of anything else
	}
	if attr(slot, "data-filled") == "" {
		slot.Attr = append(slot.Attr, html.Attribute{Key: "data-filled", Val: "1"})
	}
	return slot
}

func isBlank(n *html.Node) bool {
	return n.Type == html.TextNode && len(bytes.TrimSpace([]byte(n.Data))) == 0
}

func hasText(list []*html.Node) bool {
	for _, n := range list {
		if n.Type == html.TextNode && !isBlank(n) {
			return true
		}
		for d := range n.Descendants() {
			if d.Type == html.TextNode && !isBlank(d) && d.Parent.DataAtom != atom.Style {
				return true
			}
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
