package dump

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestPage puts dumps back into the page that they come from.
func TestPage(t *testing.T) {
	text := viewtest.First + "\n" + viewtest.Second + "\n"
	for name, tt := range map[string]struct {
		dump string
		want []string // in their order
	}{
		"board": {"목록\n가을 축제\n페이지 정보\n작성자 관리자 조회 5회\n본문\n" + text + "첨부파일\na.hwp (1K)\n다음글\n",
			[]string{`id="bo_v"`, ">가을 축제<", ">작성자 관리자 조회 5회<", viewtest.First, viewtest.Second, ">a.hwp (1K)<"}},
		"newspaper": {"메뉴\n가을 축제를 연다\n입력 2026.03.02 17:41\n" + text,
			[]string{">가을 축제를 연다<", ">입력 2026.03.02 17:41<", viewtest.First}},
		"subtitle below the title of the page": {"가을 축제를 연다 - 다온일보\n메뉴\n가을 축제를 연다\n사흘 동안 다온공원에서 누구나\n" +
			"입력 2026.03.02 17:41\n" + text,
			[]string{">가을 축제를 연다<", `class="subtitle"`, ">사흘 동안 다온공원에서 누구나<", ">입력 2026.03.02 17:41<", viewtest.First}},
		"subtitle with dashes": {"다온일보 전체 메뉴\n가을 축제를 연다\n- 사흘 동안 다온공원에서\n- 시민 누구나 참여\n" +
			"승인 2026.03.02 17:41\n" + text,
			[]string{">가을 축제를 연다<", ">- 사흘 동안 다온공원에서<", ">- 시민 누구나 참여<", viewtest.First}},
		"text": {text, []string{viewtest.First, viewtest.Second}},
	} {
		root, plain := Page(tt.dump)
		if root == nil {
			t.Errorf("%s: no page", name)
			continue
		}
		var page strings.Builder
		if err := html.Render(&page, root); err != nil {
			t.Fatal(err)
		}
		var other strings.Builder
		html.Render(&other, Plain(tt.dump))
		if same := page.String() == other.String(); same != plain {
			t.Errorf("%s: it says %v, that it is what Plain returns: %v", name, plain, same)
		}
		rest := page.String()
		for _, part := range tt.want {
			_, behind, found := strings.Cut(rest, part)
			if !found {
				t.Errorf("%s: no %q in its place in %s", name, part, page.String())
				break
			}
			rest = behind
		}
	}
	if _, ok := Page("\n \n"); ok {
		t.Error("a page of nothing")
	}
}
