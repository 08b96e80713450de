package extract

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/document"
)

// The most frames of a page that are read, the least size of one, in bytes, and the size of a text, in bytes, beside
// which none is.
const (
	maxFrames = 4
	minFrame  = 200
	ownText   = 1200
)

// inFrames returns the article of a page that holds it in a frame, as programs save it that write a page into one file:
// what the page itself has, unless a frame has much more.
func inFrames(root *html.Node, page Page, opts *Options, own *Article, err error) (*Article, error) {
	if own != nil && len(own.Text) >= ownText {
		return own, nil
	}
	read := 0
	for n := range root.Descendants() {
		if n.DataAtom != atom.Iframe || read == maxFrames {
			continue
		}
		source := document.Attr(n, "srcdoc")
		if len(source) < minFrame {
			continue
		}
		read++
		inner, bad := document.Parse([]byte(source))
		if bad != nil {
			continue
		}
		if a, none := readNode(inner, page, opts, body.Find); none == nil && (own == nil || len(a.Text) > 2*len(own.Text)) {
			own, err = a, nil
		}
	}
	return own, err
}

// fromNode reads a parsed page, or a frame in it that holds the article.
func fromNode(root *html.Node, page Page, opts *Options) (*Article, error) {
	a, err := readNode(root, page, opts, body.Find)
	return inFrames(root, page, opts, a, err)
}
