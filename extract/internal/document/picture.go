package document

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pictureAttrs are the attributes in which pages keep the address of a picture, those that scripts read first: what
// stands in src meanwhile is a placeholder.
var pictureAttrs = []string{"data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-image",
	"data-full-src", "data-hi-res-src", "data-echo", "src"}

// setAttrs are the attributes that name a picture in several sizes.
var setAttrs = []string{"srcset", "data-srcset", "data-lazy-srcset"}

// PictureSource returns where an element's picture is: its own attributes, the largest of several sizes, or those of
// the <source>s beside it. It is "" where the page holds nothing but a placeholder or the picture itself.
func PictureSource(n *html.Node) string {
	for _, key := range pictureAttrs {
		if v := strings.TrimSpace(Attr(n, key)); v != "" && isPicture(v) {
			return v
		}
	}
	if v := largest(n); v != "" {
		return v
	}
	if p := n.Parent; p != nil && p.DataAtom == atom.Picture {
		for c := p.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Source {
				if v := largest(c); v != "" {
					return v
				}
			}
		}
	}
	return ""
}

// isPicture tells addresses of pictures from what stands in their place: data: and the blank pictures of lazy loading.
func isPicture(address string) bool {
	if strings.HasPrefix(address, "data:") || strings.HasPrefix(address, "about:") || address[0] == '{' {
		return false
	}
	name := strings.ToLower(address[strings.LastIndexByte(address, '/')+1:])
	for _, word := range []string{"blank.", "spacer.", "placeholder", "transparent.", "1x1.", "loading.", "lazyload"} {
		if strings.HasPrefix(name, word) {
			return false
		}
	}
	return true
}

// largest returns the address of the largest picture that a set names.
func largest(n *html.Node) (address string) {
	most := -1.0
	for _, key := range setAttrs {
		for item := range strings.SplitSeq(Attr(n, key), ", ") {
			fields := strings.Fields(item)
			if len(fields) == 0 || !isPicture(fields[0]) {
				continue
			}
			size := 0.0
			if len(fields) > 1 {
				size, _ = strconv.ParseFloat(strings.TrimRight(fields[1], "wx,"), 64)
			}
			if size > most {
				most, address = size, strings.TrimRight(fields[0], ",")
			}
		}
	}
	return address
}

// maxNoscript bounds what is read of a <noscript>, in bytes.
const maxNoscript = 4 << 10

// noscriptPicture returns the picture that a <noscript> holds for readers without scripts, or nil. Pixels that count
// readers are none.
func noscriptPicture(n *html.Node) *html.Node {
	c := n.FirstChild
	if c == nil {
		return nil
	}
	if c.Type != html.TextNode {
		for d := range n.Descendants() {
			if d.DataAtom == atom.Img && !isPixel(d) {
				return d
			}
		}
		return nil
	}
	if len(c.Data) > maxNoscript || !strings.Contains(c.Data, "<img") {
		return nil
	}
	z := html.NewTokenizer(strings.NewReader(c.Data))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			if t := z.Token(); t.DataAtom == atom.Img {
				img := &html.Node{Type: html.ElementNode, Data: t.Data, DataAtom: t.DataAtom, Attr: t.Attr}
				if isPixel(img) || PictureSource(img) == "" {
					return nil
				}
				return img
			}
		}
	}
}

// isPixel tells the pictures that count readers.
func isPixel(n *html.Node) bool {
	switch Attr(n, "width") {
	case "0", "1", "2", "0px", "1px":
		return true
	}
	return isHiddenStyle(Attr(n, "style"))
}
