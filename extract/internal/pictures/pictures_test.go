package pictures

import (
	"reflect"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

func TestPicturesAndLinks(t *testing.T) {
	page := `<div>` + viewtest.Paragraphs(viewtest.First) +
		`<span class=box><img src=/a.jpg><em class=img_desc>축제장 모습. 해람시 제공</em></span>
<figure><img src=/b.jpg><figcaption>길놀이 /한결 기자</figcaption></figure><p>` + viewtest.Second +
		` <a href="/festival">일정 보기</a></p>` +
		viewtest.Paragraphs(viewtest.Third) + `</div><div><a href="/other">다른 소식</a></div>`
	b, ok := body.Find(viewtest.At(t, page, "https://www.haeram.example/news/1", time.Time{}), "")
	if !ok {
		t.Fatal("no article")
	}
	a := Find(b)
	if len(a.Images) != 2 || a.Images[0].Element < 0 || a.Images[1].Element <= a.Images[0].Element {
		t.Fatalf("images %+v", a.Images)
	}
	images := []Image{{"https://www.haeram.example/a.jpg", "축제장 모습. 해람시 제공", "해람시", a.Images[0].Element},
		{"https://www.haeram.example/b.jpg", "길놀이 /한결 기자", "한결 기자", a.Images[1].Element}}
	if !reflect.DeepEqual(a.Images, images) {
		t.Errorf("images %+v", a.Images)
	}
	if want := []Link{{"일정 보기", "https://www.haeram.example/festival"}}; !reflect.DeepEqual(a.Links, want) {
		t.Errorf("links %+v", a.Links)
	}
}

// TestHeadPicture takes the picture that the head names where the body has none.
func TestHeadPicture(t *testing.T) {
	page := `<meta property=og:image content=/top.jpg><div>` + viewtest.Paragraphs(viewtest.First, viewtest.Second) +
		`</div>`
	b, ok := body.Find(viewtest.At(t, page, "https://www.haeram.example/news/1", time.Time{}), "")
	if !ok {
		t.Fatal("no article")
	}
	if got := Find(b).Images; len(got) != 1 || got[0] != (Image{URL: "https://www.haeram.example/top.jpg", Element: -1}) {
		t.Errorf("got %+v", got)
	}
}
