package outlet

import (
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestPlainName takes slogans, welcomes and other scripts from the names of sites.
func TestPlainName(t *testing.T) {
	for s, want := range map[string]string{
		"해람군청 홈페이지에 오신 것을 환영합니다":              "해람군청",
		"다온구 공식 누리집":                          "다온구",
		"세상을 바꾸는 힘, 다온뉴스":                     "다온뉴스",
		"빠르고 바른 소식 다온일보":                      "다온일보",
		"다온일보(Daon Ilbo)":                     "다온일보",
		":::: 다온신문 ::::":                      "다온신문",
		"Haeram Daily Official Website":       "Haeram Daily",
		"Daonist - News of the river country": "Daonist",
		"다온 매일신문":                             "다온 매일신문",
		"Haeram Daily":                        "Haeram Daily",
		"(주)다온일보":                             "다온일보",
		"주식회사 다온일보":                           "다온일보",
		"《다온일보》":                              "다온일보",
		"(주)":                                 "(주)",
		"다온일보 :: 들판의 새 소식":                    "다온일보",
		"다온일보 – 뉴스":                           "다온일보",
		"다온일보_모바일":                            "다온일보",
		"모바일 다온일보":                            "다온일보",
		"다온일보 사회":                             "다온일보",
		"다온일보·daon ilbo":                      "다온일보",
		"다온일보 TV":                             "다온일보 TV",
		"[다온일보]":                              "다온일보",
		"[단독] 다온 방송":                          "[단독] 다온 방송",
		"바른 소식 ‘다온일보’":                        "다온일보",
		"다온 뉴스":                               "다온 뉴스",
		"가온모바일":                               "가온모바일",
		"홈페이지":                                "홈페이지",
	} {
		if got := plainName(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// TestSharedHost: on a further host of an outlet's the page is asked whose it is; an agency's copyright says nothing.
func TestSharedHost(t *testing.T) {
	text := viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third)
	for name, tt := range map[string]struct{ address, page, want string }{
		"a sister":        {"https://star.mt.co.kr/1", "<p>저작권자 ⓒ 다온스타, 무단 전재 및 재배포 금지</p>", "다온스타"},
		"its own":         {"https://www.mt.co.kr/1", "<p>저작권자 ⓒ 다온스타, 무단 전재 및 재배포 금지</p>", "머니투데이"},
		"an agency":       {"https://star.mt.co.kr/1", "<p>저작권자 ⓒ 연합뉴스, 무단 전재 및 재배포 금지</p>", "머니투데이"},
		"nothing said":    {"https://star.mt.co.kr/1", "", "머니투데이"},
		"og:site_name":    {"https://star.mt.co.kr/1", "<meta property=og:site_name content=다온스타>", "다온스타"},
		"a technical one": {"https://m.mt.co.kr/1", "<meta property=og:site_name content=다온스타>", "머니투데이"},
	} {
		v := viewtest.At(t, "<html lang=ko><h1>해람시 가을 축제</h1><div>"+text+tt.page+"</div>", tt.address, time.Time{})
		got := find(t, v)
		if got.Publisher == nil || got.Publisher.Name != tt.want {
			t.Errorf("%s: got %+v, want %q", name, got.Publisher, tt.want)
		}
	}
}

// TestLogo reads the name in the picture that leads to the front page.
func TestLogo(t *testing.T) {
	text := viewtest.Paragraphs(viewtest.Latin, viewtest.Latin, viewtest.Latin)
	for page, want := range map[string]string{
		`<a href=/><img src=l.png alt="Haeram Daily logo"></a>`:    "Haeram Daily",
		`<a href=/><img src=l.png alt="haeram_logotype_v2"></a>`:   "",
		`<a href=/><img src=l.png alt="News"></a>`:                 "",
		`<a href=/ads><img src=l.png alt="Buy Our Boats"></a>`:     "",
		`<a href="https://haeram.example/"><img alt="Haeram"></a>`: "Haeram",
	} {
		v := viewtest.At(t, "<html lang=en>"+page+"<h1>A bridge at last for Daon</h1><div>"+text+"</div>",
			"https://www.haeram.example/1", time.Time{})
		got := ""
		if p := find(t, v).Publisher; p != nil {
			got = p.Name
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", page, got, want)
		}
	}
}
