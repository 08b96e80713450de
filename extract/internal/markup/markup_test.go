package markup

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/pictures"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// tree returns the tree of a page's body, and the text that it says.
func tree(t *testing.T, page string) (*Tree, string) {
	t.Helper()
	b, ok := body.Find(viewtest.At(t, page, "https://www.haeram.example/news/1", time.Time{}), "")
	if !ok {
		t.Fatal("no article")
	}
	text := b.Text.Once()
	return New(b, text, pictures.Find(b).Images), text.Whole
}

func render(t *testing.T, n *html.Node) string {
	t.Helper()
	var b strings.Builder
	if err := html.Render(&b, n); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestNew: what means something stays, what runs or leads nowhere goes, addresses are whole.
func TestNew(t *testing.T) {
	out, _ := tree(t, `<div><p onclick="x()" class=a lang=ko>`+viewtest.First+` <a href="/plan" onclick="x()">일정</a></p>
<script>x()</script><ul><li>`+viewtest.Second+`</li><li><a href="javascript:x()">`+viewtest.Third+`</a></li></ul>
<p><b>`+viewtest.Fourth+`</b></p><figure><img src="/a.jpg" onerror="x()"><figcaption>길놀이</figcaption></figure></div>`)
	got := render(t, out.Root)
	for _, want := range []string{`<p lang="ko">`, `<a href="https://www.haeram.example/plan">일정</a>`, "<ul><li>", "<b>",
		`<img src="https://www.haeram.example/a.jpg"/>`, "<figcaption>길놀이</figcaption>"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	for _, bad := range []string{"onclick", "onerror", "script", "class"} {
		if strings.Contains(got, bad) {
			t.Errorf("%s in %s", bad, got)
		}
	}
}

// TestSelect: a span leads to nodes that say it and nothing else, and the tree says the same as before.
func TestSelect(t *testing.T) {
	out, text := tree(t, `<div><p>`+viewtest.First+`</p><p>해람시는 <b>다온</b>공원을 넓힌다. `+viewtest.Second+`</p></div>`)
	before := render(t, out.Root)
	start := strings.Index(text, "는 다온공")
	span := gisa.Span{Start: start, End: start + len("는 다온공")}
	said := ""
	nodes := out.Select(span)
	for _, n := range nodes {
		said += n.Data
	}
	if said != "는 다온공" || len(nodes) < 3 {
		t.Errorf("%d nodes say %q", len(nodes), said)
	}
	if after := render(t, out.Root); after != before {
		t.Errorf("the tree says\n%s, before\n%s", after, before)
	}
	if nodes := out.Select(gisa.Span{Start: len(text), End: len(text) + 5}); nodes != nil {
		t.Errorf("behind the text stand %d nodes", len(nodes))
	}
}

func TestLeads(t *testing.T) {
	for address, want := range map[string]bool{
		"https://a.example/": true, "/a": true, "mailto:a@b.example": true, "#top": false, "": false,
		"javascript:x()": false, "JavaScript:x()": false, "vbscript:x": false, "java\tscript:x()": false,
		"data:text/html,x": false,
	} {
		if got := leads(address); got != want {
			t.Errorf("%q: %v", address, got)
		}
	}
	for address, want := range map[string]bool{
		"data:image/png;base64,aa": true, "data:image/svg+xml,x": false, "data:text/html,x": false,
		"mailto:a@b.example": false,
		"/a.jpg":             true,
	} {
		if got := shows(address); got != want {
			t.Errorf("%q shows: %v", address, got)
		}
	}
}
