package byline

import "testing"

// TestWriters reads those who also took the pictures, and writers with their office.
func TestWriters(t *testing.T) {
	for line, want := range map[string]string{
		"글 · 사진 이은서 객원기자":     "이은서/객원기자",
		"글과 사진 이은서 기자":        "이은서/기자",
		"글･사진 | 이은서":          "이은서",
		"글ㆍ사진=이은서 여행작가":       "이은서/여행작가",
		"글 및 사진: 이은서":         "이은서",
		"글 / 그림 이은서":          "이은서",
		"글. 이은서 해람대학교 교수":     "이은서/교수",
		"글 | 문다온 이룸연구소 연구원":   "문다온/연구원",
		"글과 사진으로 남긴 다온강의 한 해": "",
		"사진 이은서 기자":           "",
		"글 이은서 작가의 첫 책":       "",
	} {
		if got := show(Read(line, false).Authors); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

// TestHeadlineIsNoByline: the words of a headline in an element for authors are no names.
func TestHeadlineIsNoByline(t *testing.T) {
	for line, want := range map[string]string{
		"대체할 가벼운-튼튼한 지붕 재료 형식":  "",
		"새로운 다리 놓는 해람시 청년들 이야기": "",
		"기자의 다른기사 보기":           "",
		"이은서 구독":                "이은서",
		"사회부 이은서":               "이은서",
	} {
		if got := show(Read(line, true).Authors); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

// TestSignOff reads the words that broadcasts end with.
func TestSignOff(t *testing.T) {
	for line, want := range map[string]string{
		"다온TV 홍길서입니다. (hong@daon.example)": "홍길서/기자 hong@daon.example",
		"KBS 뉴스 홍길서입니다.":                   "홍길서/기자",
		"지금까지 해람역에서 다온방송 홍길서였습니다.":         "홍길서/기자",
		"주민들은 반깁니다. 누리방송 오하린이었습니다.":        "오하린/기자",
		"이번 행사의 주인공은 홍길서입니다.":              "",
		"시장은 홍길서입니다.":                      "",
	} {
		got := ""
		if a := SignOff(line); a.Name != "" {
			got = show([]Person{a})
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

// TestNameLine reads lines of names alone.
func TestNameLine(t *testing.T) {
	for line, want := range map[string]string{
		"홍길서·김철서·문다온": "홍길서, 김철서, 문다온",
		"홍길서, 김철서":    "홍길서, 김철서",
		"홍길서":         "홍길서",
		"남궁서":         "남궁서",
		"정치":          "",
		"부동산":         "",
		"홍길서 김철서":     "",
		"홍길서 기자":      "",
		"홍길서·시장":      "",
	} {
		if got := show(NameLine([]byte(line))); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}
