package cut_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/body/cut"
	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestOf holds what is cut out of the paragraphs of an article, and as what.
func TestOf(t *testing.T) {
	type hole struct {
		kind boilerplate.Kind
		text string
	}
	list := "<ul><li><a href=/1>이룸군 봄나물 축제 열린다</a></li><li><a href=/2>다온읍 벚꽃길 걷기 대회</a></li></ul>"
	tests := map[string]struct {
		piece string
		want  []hole
	}{
		"nothing": {"<p>" + viewtest.Fourth + "</p>", nil},
		"a footnote": {"<p>The council pays half of the costs of the fair.<sup>[12]</sup></p>", []hole{{boilerplate.Mark,
			"[12]"}}},
		"a caption": {"<figure><img src=a.jpg><figcaption>길놀이 행렬</figcaption></figure>", []hole{{boilerplate.Caption,
			"길놀이 행렬"}}},
		"list of links": {list, []hole{{boilerplate.Related, "이룸군 봄나물 축제 열린다\n다온읍 벚꽃길 걷기 대회"}}},
		"label of a fold": {"<details><summary>펼쳐 보기</summary><p>" + viewtest.Fourth + "</p></details>",
			[]hole{{boilerplate.Promo, "펼쳐 보기"}}},
		"a wall in boxes": {"<p>" + viewtest.Fourth + "</p><section><div><p>The Daon Daily is printed in " +
			"Haeram every morning and read from one end of the valley to the other.</p><div><p>Subscribe today.</p>" +
			"<p>Unlimited reading for members.</p></div></div></section>", []hole{{boilerplate.Promo,
			"Subscribe today.\nUnlimited reading for members."}}},
		"power of ten": {"<p>A crowd of 10<sup>4</sup> came to the field on the first day of the fair.</p>", nil},
	}
	for name, tt := range tests {
		m := measure.Of(viewtest.New(t, "<article><h1>가을 축제</h1><div>"+viewtest.Paragraphs(viewtest.First, viewtest.Second)+
			tt.piece+viewtest.Paragraphs(viewtest.Third, viewtest.Latin)+"</div></article>"), "가을 축제")
		root := m.MainText(0).Most
		var got []hole
		for _, h := range cut.Of(m, root, m.MainText(root)) {
			got = append(got, hole{h.Kind, strings.TrimSpace(string(m.Index.Text[h.Start:h.Stop]))})
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", name, got, tt.want)
		}
	}
}

// TestIsSummary tells boxes that say that they sum the article up.
func TestIsSummary(t *testing.T) {
	box := func(head string) string {
		return "<div>" + head + viewtest.Paragraphs(viewtest.First, viewtest.Second) + "</div>"
	}
	for head, want := range map[string]bool{"<p>핵심 요약</p>": true, "<p>Key Takeaways:</p>": true, "<p>가을 축제</p>": false} {
		if got := cut.IsSummary(viewtest.New(t, box(head)).Index, 0); got != want {
			t.Errorf("%s: got %v", head, got)
		}
	}
}
