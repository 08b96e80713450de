package post

import (
	"testing"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestHead finds the line that says when a post was written and how often it was read, and the title above that.
func TestHead(t *testing.T) {
	for name, tt := range map[string]struct {
		page        string
		head, title string // the lines, "" for none
	}{
		"one line": {"<div>우리 마을 행사 안내</div><p>작성일 2026-03-02 10:20 조회 12</p><p>비로 미룹니다.</p>",
			"작성일 2026-03-02 10:20 조회 12", "우리 마을 행사 안내"},
		"two lines": {"<div>우리 마을 행사 안내</div><p>작성일 2026-03-02 10:20</p><p>조회 12</p>", "조회 12", "우리 마을 행사 안내"},
		"a table": {"<table><tr><th>제목<td>우리 마을 행사 안내<tr><th>작성일<td>2026-03-02<tr><th>조회<td>12</table>", "조회",
			"우리 마을 행사 안내"},
		"no count":    {"<div>우리 마을 행사 안내</div><p>작성일 2026-03-02 10:20</p>", "", "우리 마을 행사 안내"},
		"no date":     {"<div>우리 마을 행사 안내</div><p>조회 12</p>", "", ""},
		"no own date": {"<p>시행일 2026-03-02 조회 12</p>", "", ""},
	} {
		v := viewtest.New(t, "<html lang=ko>"+tt.page)
		head := ""
		if b := Head(v); b >= 0 {
			head = string(v.Index.Line(int(b)))
		}
		if title, _ := Title(v); head != tt.head || title != tt.title {
			t.Errorf("%s: got %q and %q, want %q and %q", name, head, title, tt.head, tt.title)
		}
	}
}

func TestPartOf(t *testing.T) {
	for line, want := range map[string]Part{"다음글 이룸군 소식": Text, "다음글": End, "댓글 3": End, "첨부파일": Label, "작성자": Label,
		"일시 : 10월 15일": Text,
		"비로 축제를 미룹니다.": Text} {
		if got := PartOf([]byte(line), 1); got != want {
			t.Errorf("%q: got %d, want %d", line, got, want)
		}
	}
}

func TestLabelOf(t *testing.T) {
	for line, want := range map[string]HeadLabel{
		"작성자":         {Alone: true, OfPost: true, isOne: true},
		"작성자 : 공원과":   {OfPost: true, isOne: true},
		"조회수 152":     {OfPost: true, isOne: true},
		"담당부서 공원과":    {isOne: true},
		"등록일:":        {Alone: true, isOne: true},
		"공원과 녹지팀":     NoLabel,
		"해람시는 9일 밝혔다": NoLabel,
		"":            NoLabel,
	} {
		if got := LabelOf(line); got != want {
			t.Errorf("%q: got %+v, want %+v", line, got, want)
		}
	}
}
