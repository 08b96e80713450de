package extract

import (
	"errors"
	"strings"
	"testing"
)

// shortTexts are texts that look like no article: lists, notices, single lines. All of each stands in what is read.
var shortTexts = map[string]string{
	"obituary":       "부고\n김하늘 씨 별세, 김바다(다온시청 주무관) 부친상 = 3일 다온장례식장 2층, 발인 5일 오전 7시. 02-000-0000",
	"of one line":    "▲ 서누리씨 별세 · 서한결(이룸군의회 의원)씨 모친상 = 7일 이룸병원, 발인 9일 ☎ 031-000-0000",
	"with labels":    "<부음>\n▲강다솜(해람초 교사)씨 조모상\n빈소: 해람병원 1호실\n발인: 4일 오전 6시\n연락처: 010-0000-0000",
	"appointments":   "◆ 해람시청\n◇ 국장급 승진\n▲ 안전국장 김하늘\n◇ 과장급 전보\n▲ 총무과장 서누리",
	"names alone":    "해람시 인사발령\n\n승진\n김하늘\n서누리\n\n전보\n한결",
	"agenda":         "제3차 회의 안건\n1. 예산안\n2. 조례안\n3. 기타",
	"times":          "오늘의 일정\n○ 시장\n10:00 확대간부회의(상황실)\n○ 부시장\n15:00 현장 점검",
	"weather":        "[오늘의 날씨]\n해람 3/11 맑음\n이룸 -1/9 흐림\n다온 2/10 비",
	"weddings":       "[결혼]\n▲김하늘(해람시청)씨 장남=2일 오후 1시 다온예식장 ▲서누리씨 장녀=9일 낮 12시",
	"English agenda": "Agenda\n1. Apologies\n2. Minutes of the last meeting\n3. Any other business",
	"one word":       "공지",
	"address":        "https://daon.example/news/1",
	"copyright":      "Copyright 다온일보. All rights reserved.",
	"related":        "관련기사\n해람시 축제\n이룸군 장터",
	"not found":      "404 Not Found\nThe page you requested was not found.",
	"markup":         "<p>가</p>",
}

func TestFromTextIsNeverNoArticle(t *testing.T) {
	for name, text := range shortTexts {
		a, err := FromText(text, Page{}, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		checkArticle(t, a)
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); !strings.Contains(a.Title+"\n"+a.Text, line) {
				t.Errorf("%s: %q is lost; title %q, text %q", name, line, a.Title, a.Text)
			}
		}
	}
	for _, text := range []string{"", " \n\ufeff\n", "가\x00", "\u200b\n"} {
		if _, err := FromText(text, Page{}, nil); !errors.Is(err, ErrNotText) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestFromTextHeadOfList reads what stands above a text without a sentence.
func TestFromTextHeadOfList(t *testing.T) {
	a := fromDump(t, "알림\n해람시 승진 명단\n페이지 정보\n작성자 관리자 조회 7회 작성일 26-03-02 17:41본문\n▲국장 김하늘\n▲과장 서누리\n")
	if a.Text != "▲국장 김하늘\n\n▲과장 서누리" ||
		a.Title != "해람시 승진 명단" || a.Views == nil || *a.Views != 7 || a.Published.IsZero() {
		t.Errorf("%+v", a)
	}
}
