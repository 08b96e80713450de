package outlet

import (
	"slices"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/title"
	"github.com/gisa-go/gisa/extract/internal/view"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// find reads whose the article of a page is.
func find(t *testing.T, v *view.View, authors ...byline.Person) Found {
	t.Helper()
	head := title.Find(v)
	b, ok := body.Find(v, head.Text)
	if !ok {
		t.Fatal("no article")
	}
	return Find(v, head.Text, b, authors)
}

// TestReferredPublisher resolves a publisher that is a reference, and takes no page that the article is a part of for
// a site.
func TestReferredPublisher(t *testing.T) {
	page := `<html lang=en><head><title>Council votes for a new bridge</title><script type="application/ld+json">` +
		`{"@graph":[{"@type":"Article",
		"headline":"Council votes for a new bridge","publisher":{"@id":"#org"},"isPartOf":{"@id":"#page"}},` +
		`{"@type":"WebPage","@id":"#page","name":"Council votes for a new bridge"},
		{"@type":"Organization","@id":"#org","name":"Haeram Daily"}]}</script></head><body><h1>Council votes for a ` +
		`new bridge</h1>` + viewtest.Paragraphs(viewtest.Latin+" "+viewtest.Latin, viewtest.Latin) + "</body></html>"
	if got := find(t, viewtest.New(t, page)); got.Publisher == nil || got.Publisher.Name != "Haeram Daily" {
		t.Errorf("got %+v", got)
	}
}

// TestPublisher asks one source of the outlet's name after the other.
func TestPublisher(t *testing.T) {
	text := viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third)
	for name, tt := range map[string]struct{ page, want, from string }{
		"og:site_name": {"<meta property=og:site_name content=다온일보><div>" + text + "</div>", "다온일보", "og:site_name"},
		"copyright":    {"<div>" + text + "<p>저작권자 ⓒ 다온일보, 무단 전재 및 재배포 금지</p></div>", "다온일보", "copyright"},
		"title":        {"<title>해람시 가을 축제 연다 - 다온일보</title><h1>해람시 가을 축제 연다</h1><div>" + text + "</div>", "다온일보", "title"},
		"imprint":      {"<div>" + text + "</div><footer>제호 : 다온일보 | 등록번호 : 가00000</footer>", "다온일보", "imprint"},
		"imprint, a letter as bar": {"<div>" + text + "</div><footer>제호 : 다온일보ㅣ등록번호 : 가00000</footer>",
			"다온일보", "imprint"},
		"imprint, two scripts": {"<div>" + text + "</div><footer>제호 : 다온일보(Daon Ilbo) | 등록번호 : 가00000</footer>",
			"다온일보", "imprint"},
		"imprint, a list": {"<div>" + text + "</div><dl><dt>제호</dt><dd>다온일보</dd><dt>등록번호</dt><dd>가00000</dd></dl>",
			"다온일보", "imprint"},
		"imprint, two words": {"<div>" + text + "</div><footer>제호 : 다온 저널 | 등록번호 : 가00000</footer>",
			"다온 저널", "imprint"},
		"imprint, nobody's": {"<div>" + text + "</div><footer>제호 : 인터넷신문 | 등록번호 : 가00000</footer>", "", ""},
		"foot, copyright": {"<div>" + text + "</div><ul><li><a href=/a/1>해람시장 인사</a></ul><p>Copyright(c) 2011-2025 다온일보 " +
			"ALL RIGHTS RESERVED</p>", "다온일보", "imprint"},
		"foot, all contents": {"<div>" + text + "</div><p>다온 라디오의 모든 콘텐츠(글, 소리)는 저작권법으로 지켜집니다.</p>", "다온 라디오",
			"imprint"},
		"foot, contents of this site": {"<div>" + text + "</div><p>본 사이트의 모든 콘텐츠는 저작권법으로 지켜집니다.</p>", "", ""},
		"foot, a registration": {"<div>" + text + "</div><p>인터넷신문 다온신문 등록번호 해람아00000 발행인 이은서</p>",
			"다온신문", "imprint"},
		"foot, a company": {"<div>" + text + "</div><p>(주)다온신문 | 사업자등록번호 000-00-00000 | 대표 이은서</p>",
			"다온신문", "imprint"},
		"foot, another company": {"<div>" + text + "</div><p>(주)해람상사 | 사업자등록번호 000-00-00000 | 대표 이은서</p>", "", ""},
		"the system's own word": {"<meta property=og:site_name content=신문사><div>" + text + "</div><footer>제호: 다온일보</footer>",
			"다온일보", "imprint"},
		"an address": {"<meta property=og:site_name content=www.daon.example><div>" + text + "</div><footer>제호: 다온일보" +
			"</footer>", "다온일보", "imprint"},
		"an address alone": {"<meta property=og:site_name content=daon.example><div>" + text + "</div>", "daon.example",
			"og:site_name"},
		"a slogan": {"<meta property=og:site_name content='들판의 새 소식: 가온365'><div>" + text + "</div>", "가온365",
			"og:site_name"},
		"a home page": {"<meta property=og:site_name content='해람군청 홈페이지'><div>" + text + "</div>", "해람군청",
			"og:site_name"},
		"a headline of many words": {"<title>장터의 봄 | 왜 옛 장터 골목은 다시 붐비는가</title><h1>장터의 봄</h1><div>" +
			text + "</div>", "", ""},
		"nobody": {"<div>" + text + "</div>", "", ""},
	} {
		got := find(t, viewtest.New(t, "<html lang=ko>"+tt.page))
		outlet, from := "", ""
		if got.Publisher != nil {
			outlet, from = got.Publisher.Name, got.Notes[0].From
		}
		if outlet != tt.want || from != tt.from {
			t.Errorf("%s: got %q from %q, want %q from %q", name, outlet, from, tt.want, tt.from)
		}
	}
}

// TestBoard holds that on a board the reporter's newspaper is the source, and its copyright line names no publisher.
func TestBoard(t *testing.T) {
	page := "<html lang=ko><div id=bo_v><div id=bo_v_con>" +
		viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third) +
		"<p>다온일보 이은서 기자</p><p>저작권자 ⓒ 다온일보, 무단 전재 및 재배포 금지</p></div></div>"
	got := find(t, viewtest.New(t, page))
	if got.Publisher != nil || got.Source == nil || got.Source.Name != "다온일보" {
		t.Errorf("got publisher %+v, source %+v", got.Publisher, got.Source)
	}
}

func TestFiling(t *testing.T) {
	page := `<meta property=article:section content="Town > Bridges"><meta property=article:tag content="bridge, ` +
		`river"><meta property=article:tag content="#river">
		<h1>A bridge at last</h1><div>` + viewtest.Paragraphs(viewtest.Latin, viewtest.Latin, viewtest.Latin) +
		`</div><p><a href=/plan.pdf>첨부파일 : plan.pdf (12K)</a> <a href=/about>About us</a></p>`
	got := find(t, viewtest.At(t, page, "https://www.haeram.example/1", time.Time{}))
	if got.Section != "Town" || !slices.Equal(got.Tags, []string{"bridge", "river"}) {
		t.Errorf("section %q, tags %q", got.Section, got.Tags)
	}
	if want := []Attachment{{"plan.pdf", "https://www.haeram.example/plan.pdf"}}; !slices.Equal(got.Attachments, want) {
		t.Errorf("attachments %+v", got.Attachments)
	}
}

func TestCount(t *testing.T) {
	page := "<h1>해람시 가을 축제</h1><p>조회 1,234회 댓글 5</p><div>" +
		viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third) + "</div>"
	v := viewtest.New(t, page)
	b, ok := body.Find(v, "해람시 가을 축제")
	if !ok {
		t.Fatal("no article")
	}
	c := Count(v, b)
	if c.Views == nil || *c.Views != 1234 || c.Comments == nil || *c.Comments != 5 || len(c.Notes) != 2 {
		t.Errorf("got %+v", c)
	}
}
