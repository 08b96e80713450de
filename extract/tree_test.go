package extract

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// sentence is running text of a tree.
const sentence = "해람시는 올해 가을 축제를 다온공원에서 사흘 동안 연다고 12일 밝혔다. 누구나 올 수 있다고 한다."

// TestTextOfNoElement reads pages whose text stands beside all elements.
func TestTextOfNoElement(t *testing.T) {
	for name, page := range map[string]string{
		"many roots":       strings.Repeat("<htm/>", 65) + sentence,
		"deep":             sentence + strings.Repeat("<div>", 600),
		"between":          strings.Repeat("<html>", 66) + "<p>" + sentence + "</p>" + sentence,
		"words of a line":  strings.Repeat("<body>", 66) + "<b>" + sentence + "</b> <i>" + sentence + "</i>",
		"nothing but tags": strings.Repeat("<htm/>", 65),
	} {
		a, err := FromBytes([]byte(page), Page{}, nil)
		if errors.Is(err, ErrPanic) {
			t.Errorf("%s: %v", name, err)
		} else if strings.Contains(page, sentence) && (err != nil || !strings.Contains(a.Text, "누구나 올 수 있다")) {
			t.Errorf("%s: got %v, %v", name, a, err)
		}
	}
}

// TestFragments reads trees that no parser makes: text alone, and text beside the elements of a document.
func TestFragments(t *testing.T) {
	text := func() *html.Node { return &html.Node{Type: html.TextNode, Data: sentence} }
	document := &html.Node{Type: html.DocumentNode}
	document.AppendChild(text())
	mixed := &html.Node{Type: html.DocumentNode}
	mixed.AppendChild(&html.Node{Type: html.ElementNode, Data: "b", DataAtom: atom.B})
	mixed.AppendChild(text())
	for name, root := range map[string]*html.Node{"text": text(), "document": document, "mixed": mixed} {
		if a, err := FromNode(root, Page{}, nil); err != nil || !strings.Contains(a.Text, "누구나 올 수 있다") {
			t.Errorf("%s: got %v, %v", name, a, err)
		}
	}
	for _, kind := range []html.NodeType{html.ErrorNode, html.CommentNode, html.DoctypeNode, html.RawNode} {
		if _, err := FromNode(&html.Node{Type: kind, Data: sentence}, Page{}, nil); !errors.Is(err, ErrNoArticle) {
			t.Errorf("node of type %d: got %v", kind, err)
		}
	}
}

// TestGuard turns a panic into an error that says where it was.
func TestGuard(t *testing.T) {
	a, err := guard(func() (*Article, error) { panic("해람시") })
	if a != nil || !errors.Is(err, ErrPanic) {
		t.Fatalf("got %v, %v", a, err)
	}
	for _, part := range []string{"해람시", "TestGuard"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("error does not say %q", part)
		}
	}
}

// treeWords are the nodes that a tree of FuzzFromNode is made of.
var treeWords = []html.Node{
	{Type: html.TextNode, Data: sentence}, {Type: html.TextNode, Data: " 입력 2026.03.02 10:00 "},
	{Type: html.TextNode, Data: "이은서 기자 eunseo@daon.example"}, {Type: html.CommentNode, Data: "본문"},
	{Type: html.ElementNode, Data: "div", DataAtom: atom.Div},
	{Type: html.ElementNode, Data: "p", DataAtom: atom.P},
	{Type: html.ElementNode, Data: "a", DataAtom: atom.A, Attr: []html.Attribute{{Key: "href", Val: "/1"}}},
	{Type: html.ElementNode, Data: "h1", DataAtom: atom.H1},
	{Type: html.ElementNode, Data: "h2", DataAtom: atom.H2},
	{Type: html.ElementNode, Data: "img", DataAtom: atom.Img, Attr: []html.Attribute{{Key: "srcset", Val: "a.jpg 2x"}}},
	{Type: html.ElementNode, Data: "figure", DataAtom: atom.Figure},
	{Type: html.ElementNode, Data: "br", DataAtom: atom.Br},
	{Type: html.ElementNode, Data: "table", DataAtom: atom.Table},
	{Type: html.ElementNode, Data: "tr", DataAtom: atom.Tr},
	{Type: html.ElementNode, Data: "td", DataAtom: atom.Td},
	{Type: html.ElementNode, Data: "ul", DataAtom: atom.Ul},
	{Type: html.ElementNode, Data: "li", DataAtom: atom.Li},
	{Type: html.ElementNode, Data: "time", DataAtom: atom.Time},
	{Type: html.ElementNode, Data: "title", DataAtom: atom.Title},
	{Type: html.ElementNode, Data: "script", DataAtom: atom.Script},
	{Type: html.ElementNode, Data: "template", DataAtom: atom.Template},
	{Type: html.ElementNode, Data: "pre", DataAtom: atom.Pre},
	{Type: html.ElementNode, Data: "noscript", DataAtom: atom.Noscript},
	{Type: html.ElementNode, Data: "iframe", DataAtom: atom.Iframe},
	{Type: html.ElementNode, Data: "meta", DataAtom: atom.Meta}, {Type: html.ElementNode, Data: "x-card"},
	{Type: html.ElementNode, Data: "div", DataAtom: atom.Div, Attr: []html.Attribute{{Key: "class", Val: "article-body"}}},
	{Type: html.ElementNode, Data: "div", DataAtom: atom.Div, Attr: []html.Attribute{{Key: "class", Val: "related"}}},
	{Type: html.DoctypeNode, Data: "html"}, {Type: html.DocumentNode}, {Type: html.RawNode, Data: "<p>"},
}

// tree builds a tree from bytes: a node by its number below the innermost one that is open; a byte beyond the nodes
// closes some.
func tree(plan []byte) *html.Node {
	root := &html.Node{Type: html.DocumentNode}
	if len(plan) > 0 && int(plan[0]) < len(treeWords) {
		first := treeWords[plan[0]]
		root, plan = &first, plan[1:]
	}
	at := root
	for _, c := range plan {
		if int(c) >= len(treeWords) {
			for up := int(c)%8 + 1; up > 0 && at != root; up-- {
				at = at.Parent
			}
			continue
		}
		n := treeWords[c]
		at.AppendChild(&n)
		at = &n
	}
	return root
}

// FuzzFromNode reads trees of all shapes, also those that no parser makes.
func FuzzFromNode(f *testing.F) {
	f.Add([]byte{0})
	f.Add([]byte{255, 0})
	f.Add([]byte{255, 4, 5, 0, 255, 5, 0, 248, 9, 255, 0, 250, 26, 0})
	f.Add([]byte{4, 7, 2, 248, 1, 248, 5, 0, 248, 12, 13, 14, 0, 250, 20, 0})
	f.Fuzz(func(t *testing.T, plan []byte) {
		a, err := FromNode(tree(plan), Page{URL: "https://www.haeram.example/1"}, &Options{SkipFacts: true})
		switch {
		case err == nil:
			checkArticle(t, a)
		case !errors.Is(err, ErrNoArticle):
			t.Fatal(err)
		}
	})
}
