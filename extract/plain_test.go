package extract

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/internal/corpus"
)

func fromDump(t *testing.T, text string) *Article {
	t.Helper()
	a, err := FromText(text, Page{}, &Options{SkipFacts: true})
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, a)
	return a
}

// TestFromTextNewspaper reads the dump of a whole page of a newspaper, with its menus and what follows the article.
func TestFromTextNewspaper(t *testing.T) {
	a := fromDump(t, "상단영역\n2026년 03월 04일 (수)\n로그인회원가입\n전체메뉴 버튼\n본문영역\n이전 기사\n다온일보\n다온항 야간 하역 6월부터\n"+
		"SNS 기사보내기\nSNS 기사보내기페이스북(으)로 기사보내기 트위터(으)로 기사보내기\n현재위치\n홈문화행사\n바로가기 본문 글씨 줄이기 본문 글씨 키우기\n"+
		"해람시, 가을 축제 연다\n기자명 이은서 기자   입력 2026.03.02 17:41  수정 2026.03.03 05:57  댓글 3  좋아요 1\n \nSNS 기사보내기\n(사진=해람시)\n"+
		first+"\n\n"+second+"\n\n"+third+"\n\n이은서 기자 eunseo@daon.example\n\n1\n\n키워드 관련기사\n이룸군 봄나물 축제 15일 열린다\n"+
		"Copyright © 다온일보 무단전재 및 재배포 금지\n키워드Tags #축제\n기사 댓글 3\n")
	if a.Title != "해람시, 가을 축제 연다" || a.Text != first+"\n\n"+second+"\n\n"+third {
		t.Errorf("title %q, text %q", a.Title, a.Text)
	}
	if got := a.Published.Format("2006-01-02T15:04Z07:00"); got != "2026-03-02T17:41+09:00" {
		t.Errorf("published %s", got)
	}
	if len(a.Authors) != 1 || a.Authors[0] != (Author{Name: "이은서", Email: "eunseo@daon.example", Role: "기자"}) {
		t.Errorf("authors %+v", a.Authors)
	}
}

func TestFromTextBoard(t *testing.T) {
	body := first + "\n" + second + "\n" + third + "\n"
	want := first + "\n\n" + second + "\n\n" + third
	heads := map[string]string{
		"glued":           "페이지 정보\n작성자 관리자 댓글 3건 조회 1,234회 작성일 26-03-02 17:41본문\n",
		"apart":           "페이지 정보\n작성자 관리자 댓글 3건 조회 1,234회 작성일 26-03-02 17:41\n본문\n",
		"mobile":          "페이지 정보\n작성자 관리자 작성일 26-03-02 17:41 조회 1,234 댓글 3\n본문\n",
		"a line a label":  "페이지 정보\n작성자\n관리자\n작성일 26-03-02 17:41\n조회 1,234회\n댓글 3건\n본문\n",
		"windows newline": "페이지 정보\r\n작성자 관리자 댓글 3건 조회 1,234회 작성일 26-03-02 17:41본문\r\n",
	}
	for name, head := range heads {
		t.Run(name, func(t *testing.T) {
			a := fromDump(t, "해람시 소식\n해람시, 가을 축제 연다\n"+head+body+
				"이은서기자 eunseo@daon.example\n출처 : 다온일보(http://www.daon.example)\n추천 0 비추천 0\n이전글 이룸군 봄나물 축제 "+
				"26.02.01\n다음글 없음\n댓글목록\n등록된 댓글이 없습니다.\n")
			if a.Title != "해람시, 가을 축제 연다" || a.Text != want {
				t.Errorf("title %q, text %q", a.Title, a.Text)
			}
			if got := a.Published.Format("2006-01-02T15:04Z07:00"); got != "2026-03-02T17:41+09:00" {
				t.Errorf("published %s", got)
			}
			if a.Views == nil || *a.Views != 1234 || a.Comments == nil || *a.Comments != 3 {
				t.Errorf("views %v, comments %v", a.Views, a.Comments)
			}
			if len(a.Authors) != 1 || a.Authors[0] != (Author{Name: "이은서", Email: "eunseo@daon.example", Role: "기자"}) {
				t.Errorf("authors %+v", a.Authors)
			}
			if a.Source == nil || a.Source.Name != "다온일보" {
				t.Errorf("source %+v", a.Source)
			}
		})
	}
}

func TestFromTextPlain(t *testing.T) {
	a := fromDump(t, "해람시, 가을 축제 연다\n입력 2026.03.02 17:41\n\n"+first+"\n\n"+second+"\n\n"+third)
	if want := first + "\n\n" + second + "\n\n" + third; a.Title != "해람시, 가을 축제 연다" || a.Text != want {
		t.Errorf("title %q, text %q", a.Title, a.Text)
	}
	if b := fromDump(t, first+"\n"+second); b.Title != "" || !strings.HasPrefix(b.Text, first) {
		t.Errorf("without a head: title %q, text %q", b.Title, b.Text)
	}
}

// TestFromTextList reads a dump whose head is a list.
func TestFromTextList(t *testing.T) {
	a := fromDump(t, "해람시, 가을 축제 연다\n해람시, 가을 축제 연다\n  • 이은서\n  • 승인 2026.03.02 17:41\n  • 댓글 1\n크게\n작게\n메일\n신고\n\n"+
		first+"\n\n"+second+"\n\n"+third+
		"\n<저작권자 © 다온연합일보, 무단 전재 및 재배포 금지>\n댓글 1\n")
	if want := first + "\n\n" + second + "\n\n" + third; a.Title != "해람시, 가을 축제 연다" || a.Text != want {
		t.Errorf("title %q, text %q", a.Title, a.Text)
	}
	if len(a.Authors) != 1 || a.Authors[0].Name != "이은서" {
		t.Errorf("authors %+v", a.Authors)
	}
	if a.Publisher == nil || a.Publisher.Name != "다온연합일보" {
		t.Errorf("publisher %+v", a.Publisher)
	}
}

// TestSeed reads the dump of a real post on which the article stands twice.
func TestSeed(t *testing.T) {
	b, err := os.ReadFile(corpus.Path(t, "seed", "article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	a := fromDump(t, string(b))
	if a.Title == "" || a.Site != "gnuboard" || *a.Views != 1106 || *a.Comments != 0 {
		t.Errorf("title %q, site %q, views %v, comments %v", a.Title, a.Site, a.Views, a.Comments)
	}
	if strings.Count(a.Subtitle, "\n") != 2 {
		t.Errorf("subtitle %q", a.Subtitle)
	}
	lines := strings.Split(a.Text, "\n\n")
	if len(lines) != 9 || len(slices.Compact(slices.Sorted(slices.Values(lines)))) != len(lines) {
		t.Errorf("%d paragraphs: %q", len(lines), lines)
	}
	if len(a.Repeats) != 1 || a.Repeats[0].Times != 2 {
		t.Errorf("repeats %+v", a.Repeats)
	}
}

func FuzzFromText(f *testing.F) {
	f.Add("해람시 축제\n페이지 정보\n작성자 관리자 댓글 0건 조회 1회 작성일 26-03-02 17:41본문\n" + first + "\n" + second)
	f.Add(first + "\r\n\r\n" + second)
	f.Add("페이지 정보\n본문\n")
	f.Add("\xff\x00")
	f.Add("페이지 정보\n해람시 소식\n페이지 정보\n작성자\n" + first + "\n본문\n첨부파일\na.hwp (1K)\n이전글\n")
	f.Add(first + " 이은서기자 eunseo@daon.example\n" + first +
		" 이은서기자 eunseo@daon.example\n출처 : 다온일보(http://www.daon.example)")
	f.Fuzz(func(t *testing.T, text string) {
		a, err := FromText(text, Page{}, &Options{SkipFacts: true})
		switch {
		case err == nil:
			checkArticle(t, a)
		case !errors.Is(err, ErrNotText):
			t.Fatalf("error %v", err)
		}
	})
}
