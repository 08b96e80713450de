package caption

import (
	"strings"
	"testing"
)

func TestCreditOf(t *testing.T) {
	for caption, want := range map[string]string{
		"관통식 모습. 해람시 제공":                    "해람시",
		"관통식 모습./해람시 제공":                    "해람시",
		"축제장 전경 사진=다온일보":                    "다온일보",
		"축제장 전경 (사진제공: 이룸군":                 "이룸군",
		"관객이 공연을 보고 있다. 홍길서 기자":             "홍길서 기자",
		"The old bridge. Photo: Daon Press": "Daon Press",
		"축제장 전경 ⓒ 다온일보":                     "다온일보",
		"관객이 공연을 보고 있다. 봄이 왔다":              "",
		"축제장 전경 (사진=이룸군 제공)":                "이룸군",
		"축제장 전경 [이룸군 제공. 재판매 및 DB 금지]":      "이룸군",
		"축제장 전경 [연합뉴스]":                     "연합뉴스",
		"왼쪽부터 홍길서 (이룸군수)":                   "",
		"관객이 공연을 보고 있다.":                    "",
		"":                                  "",
	} {
		if got := Credit(caption); got != want {
			t.Errorf("%q: got %q, want %q", caption, got, want)
		}
	}
}

func TestSaysCredit(t *testing.T) {
	for line, want := range map[string]bool{
		"축제장 전경. 해람시 제공": true, "축제장 전경 [사진 해람시]": true, "축제장 사진 = 해람시": true, "축제장 전경 <사진 해람시>": true,
		"관객이 웃고 있다. 홍길서 기자": true, "누리집 갈무리": true, "ⓒ다온일보": true,
		"다온시청 전경. 다온일보DB": true, "다온항 (자료=해람시)": true, "관객이 웃고 있다. 출처=해람시": true, "관객이 웃고 있다.뉴시스": true,
		"다온항 (자료를 보태 그림)": false, "출처를 밝히고 쓴다": false, "관객이 웃고 있다. 봄이다": false,
		"관객이 웃고 있다. 홍길서기자 hong@daon.example": true, "관객이 웃고 있다. 홍길서 기자(hong@daon.example)": true,
		"시는 사진 공모전을 연다.": false, "기자들이 물었다.": false, "문의는 hong@daon.example": false, "": false,
	} {
		if got := saysCredit(line); got != want {
			t.Errorf("%q: got %v", line, got)
		}
		if w := words(); w.marks.MatchString(line) && !strings.ContainsAny(line, w.signs) {
			t.Errorf("%q has marks and none of their signs", line)
		}
	}
}

func TestIsLabelled(t *testing.T) {
	for line, want := range map[string]bool{
		"* 사진설명 : 다온항": true, "◀ 다온항": true, "사진: 다온항": true, "다온항: 새 부두": false, "다온항": false,
	} {
		if got := isLabelled(line); got != want {
			t.Errorf("%q: got %v", line, got)
		}
	}
}

func TestIsThing(t *testing.T) {
	for line, want := range map[string]bool{
		"다온시청 청사.": true, "다온항 새 부두.": true, "다온시청 청사": false, "새 부두가 열렸다.": false, "부두가 열렸죠.": false,
		"“봄이다.”": false, "Harbour.": false, "A동.": true, "동.": false,
	} {
		if got := isThing(line); got != want {
			t.Errorf("%q: got %v", line, got)
		}
	}
}
