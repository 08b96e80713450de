package markup

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/pictures"
)

// sourceOf returns the address of a picture, or the picture itself where the page holds it.
func sourceOf(n *html.Node, image *pictures.Image) string {
	if image.URL == "" {
		return document.Attr(n, "src")
	}
	return image.URL
}

// figure returns a picture with its caption; the caption alone where the picture cannot be shown.
func figure(n *html.Node, image *pictures.Image) *html.Node {
	figure := element(atom.Figure)
	if src := sourceOf(n, image); shows(src) {
		img := element(atom.Img)
		img.Attr = append(img.Attr, html.Attribute{Key: "src", Val: src})
		for _, a := range n.Attr {
			if a.Key == "alt" || a.Key == "width" || a.Key == "height" {
				img.Attr = append(img.Attr, html.Attribute{Key: a.Key, Val: a.Val})
			}
		}
		figure.AppendChild(img)
	}
	if image.Caption != "" {
		caption := element(atom.Figcaption)
		caption.AppendChild(&html.Node{Type: html.TextNode, Data: image.Caption})
		figure.AppendChild(caption)
	}
	return figure
}
