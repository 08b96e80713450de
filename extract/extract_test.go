package extract

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/sites"
)

// Sentences of invented towns, long enough to be running text.
const (
	first  = "해람시는 올해 가을 축제를 다온공원에서 사흘 동안 연다고 12일 밝혔다."
	second = "축제에는 시민 누구나 참여할 수 있으며, 첫날에는 이룸군 농악단이 길놀이를 펼친다."
	third  = "시는 이번 축제에 2만 명이 넘는 관광객이 찾을 것으로 내다보고 주차장 세 곳을 새로 마련했다."
	fourth = "이 밖에도 다온강 둔치에서는 지역 농산물을 파는 장터와 아이들을 위한 그림 그리기 마당이 날마다 열린다."
	fifth  = "축제를 맡은 해람시 문화관광과는 비가 오면 공연을 시민회관으로 옮겨 예정대로 치르기로 했다."
	latin  = "The town of Haeram will hold its autumn festival in Daon Park for three days, the mayor said on Monday."
)

func paragraphs(list ...string) string { return "<p>" + strings.Join(list, "</p><p>") + "</p>" }

func TestFromNodeLeavesTree(t *testing.T) {
	root, err := html.Parse(strings.NewReader("<article>" + paragraphs(first, second, third) + "</article>"))
	if err != nil {
		t.Fatal(err)
	}
	render := func() string {
		var b strings.Builder
		if err := html.Render(&b, root); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	before := render()
	if _, err := FromNode(root, Page{}, nil); err != nil {
		t.Fatal(err)
	}
	if render() != before {
		t.Error("the tree has changed")
	}
}

// TestFromDocument: a document that goquery has parsed is not changed, with a body and a field read by Go too, and
// gives the page its address where the caller has none.
func TestFromDocument(t *testing.T) {
	rules, err := sites.Parse("haeram.txt",
		strings.NewReader("site: haeram\nhost: haeram.example\nlayout: 1\nbody: #a\n"))
	if err != nil {
		t.Fatal(err)
	}
	rules[0].Read = map[sites.Field]sites.Func{sites.Section: func(doc *goquery.Document) []string {
		return []string{doc.Find("#section").Text()}
	}}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader("<i id=section>문화</i><div id=a>" +
		paragraphs(first, second, `<a href="plan">`+third+`</a>`, fourth) +
		`<script>1</script><table><tr><td>1<td>2</table></div>`))
	if err != nil {
		t.Fatal(err)
	}
	opts := &Options{Body: true, Sites: sites.Builtin().With(rules...)}
	before, _ := doc.Html()
	for _, c := range []struct{ document, page, want, link string }{
		{"https://www.haeram.example/news/1", "", "https://www.haeram.example/news/1",
			"https://www.haeram.example/news/plan"},
		{"https://www.daon.example/", "https://www.haeram.example/2", "https://www.haeram.example/2",
			"https://www.haeram.example/plan"},
		{"", "", "", "plan"},
	} {
		doc.Url = nil
		if c.document != "" {
			doc.Url, _ = url.Parse(c.document)
		}
		a, err := FromDocument(doc, Page{URL: c.page}, opts)
		if err != nil {
			t.Fatal(err)
		}
		checkArticle(t, a)
		if a.URL != c.want || len(a.Links) != 1 || a.Links[0].URL != c.link || (a.Section == "문화") != (c.want != "") {
			t.Errorf("%+v: address %q, section %q, links %v", c, a.URL, a.Section, a.Links)
		}
		if href, _ := a.Body.Selection().Find("a").Attr("href"); href != c.link {
			t.Errorf("%+v: the body leads to %q", c, href)
		}
		a.Body.Selection().Find("p").SetText("다른 글")
		if after, _ := doc.Html(); after != before {
			t.Fatalf("the document has changed:\n%s", after)
		}
	}
	for _, none := range []*goquery.Document{nil, {}, goquery.NewDocumentFromNode(nil)} {
		if _, err := FromDocument(none, Page{}, nil); !errors.Is(err, ErrNoArticle) {
			t.Errorf("of no document: %v", err)
		}
	}
}

func TestRepeats(t *testing.T) {
	body := paragraphs(first, second, third)
	page := []byte("<div>" + body + body + "</div>")
	a, err := FromBytes(page, Page{}, &Options{SkipFacts: true})
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, a)
	if want := first + "\n\n" + second + "\n\n" + third; a.Text != want {
		t.Errorf("text %q", a.Text)
	}
	if len(a.Repeats) != 1 || a.Repeats[0].Times != 2 || len(a.Repeats[0].Removed) != 1 {
		t.Errorf("repeats %+v", a.Repeats)
	}
	kept, err := FromBytes(page, Page{}, &Options{SkipFacts: true, KeepRepeats: true})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(kept.Text, first) != 2 || kept.Repeats != nil {
		t.Errorf("with KeepRepeats: %q", kept.Text)
	}
}

func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		name string
		in   string
		want error
	}{
		{"empty", "", ErrNotText},
		{"binary", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", ErrNotText},
		{"no article", "<html><body><a href=/>해람시 소식</a></body></html>", ErrNoArticle},
		{"too large", strings.Repeat("<p>해람시는 올해 봄꽃 축제를 연다고 밝혔다.</p>", 100), ErrTooLarge},
	} {
		_, err := FromBytes([]byte(c.in), Page{}, &Options{MaxBytes: 1000})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
	}
}

func TestDeepNesting(t *testing.T) {
	body := "<p>해람시는 올해 가을 축제를 다온공원에서 연다고 12일 밝혔다. 축제는 사흘 동안 이어지며 시민 누구나 참여할 수 있다.</p>"
	a, err := FromBytes([]byte(strings.Repeat("<div>", 100_000)+body), Page{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text, "다온공원에서 연다고") {
		t.Errorf("text %q", a.Text)
	}
}
