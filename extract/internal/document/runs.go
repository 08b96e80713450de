package document

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

// Run is a stretch of Index.Text that one text node says, on one line.
type Run struct {
	Node        *html.Node
	Start, Stop int32 // bytes of Index.Text
	From        int32 // where it begins in Node.Data
}

// Runs tells which text node says what of element i, in order. The index does not keep it, since few ask: the tree
// below the element is walked again, beside the text that was read from it.
func (ix *Index) Runs(i int32) []Run {
	e := &ix.Elements[i]
	r := runReader{text: ix.Text[:e.Stop], at: e.Start}
	for n := range textNodes(e.Node) {
		r.read(n)
	}
	return r.runs
}

// textNodes yields the text nodes below a node that are part of its visible text, without recursion.
func textNodes(root *html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for n := root; n != nil; {
			switch {
			case n.Type == html.TextNode && !yield(n):
				return
			case n.FirstChild != nil && (n == root || !isMute(n)):
				n = n.FirstChild
				continue
			}
			for n != root && n.NextSibling == nil {
				n = n.Parent
			}
			if n == root {
				return
			}
			n = n.NextSibling
		}
	}
}

// isMute reports whether nothing of an element is read as text.
func isMute(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Iframe, atom.Video, atom.Audio:
		return true
	}
	return n.Type == html.ElementNode && isUnread(n)
}

// runReader finds the words of text nodes again in the text that was read from them.
type runReader struct {
	text []byte
	at   int32
	runs []Run
}

// read notes what a text node says, nothing where the text goes on otherwise.
func (r *runReader) read(n *html.Node) {
	s := n.Data
	open := false // the last run is of this node and goes on
	for i := 0; i < len(s); {
		if s[i] <= ' ' {
			i++
			continue
		}
		j, size := letters.WordEnd(s, i)
		if size < 0 {
			i = j
			continue
		}
		at := r.at
		for int(at) < len(r.text) && (r.text[at] == ' ' || r.text[at] == '\n') {
			if r.text[at] == '\n' {
				open = false
			}
			at++
		}
		if !bytes.HasPrefix(r.text[at:], []byte(s[i:j])) {
			return
		}
		if r.at = at + int32(j-i); open {
			r.runs[len(r.runs)-1].Stop = r.at
		} else {
			r.runs = append(r.runs, Run{n, at, r.at, int32(i)})
			open = true
		}
		i = j
	}
}
