package measure_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// named returns the first element with a class.
func named(t *testing.T, m *measure.Measures, class string) int32 {
	t.Helper()
	for i := range m.Index.Elements {
		for _, a := range m.Index.Elements[i].Node.Attr {
			if a.Key == "class" && a.Val == class {
				return int32(i)
			}
		}
	}
	t.Fatalf("no element of class %s", class)
	return -1
}

// three are three paragraphs.
var three = viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third)

// TestMain finds the paragraphs of a page beside a list of other articles, and how they are marked up.
func TestMain(t *testing.T) {
	teaser := "<div><h3><a href=/n>이룸군 봄나물 축제 사흘 동안 열린다</a></h3><p>" + viewtest.Fourth + "</p></div>"
	m := measure.Of(viewtest.New(t, "<h1>가을 축제</h1><div class=x1>"+three+
		viewtest.Paragraphs(viewtest.Latin, viewtest.Latin)+"</div><div class=x2>"+strings.Repeat(teaser, 4)+"</div>"),
		"가을 축제")
	own, list := named(t, m, "x1"), named(t, m, "x2")
	if m.ProseIn(own) == 0 || m.IsTeasers(own) || !m.IsTeasers(list) {
		t.Errorf("%d characters of running text in the paragraphs", m.ProseIn(own))
	}
	for i, noisy := range map[int32]bool{own: false, list: true} {
		if b := m.Index.Elements[i].Block; m.IsNoisy(b) != noisy || m.ValueOf(b) > 0 == noisy {
			t.Errorf("%q is worth %d", m.Index.Line(int(b)), m.ValueOf(b))
		}
	}
	if main := m.MainText(0); main.Most != own {
		t.Errorf("most paragraphs in element %d, want %d", main.Most, own)
	}
	if looks := m.LooksIn(own); len(looks) != 1 || !m.HasLooks(own, looks) {
		t.Errorf("looks %v", looks)
	}
}

// TestVerse takes short lines that stand together for running text, and links for none.
func TestVerse(t *testing.T) {
	lines := strings.Repeat("<p>단풍은 어제보다 붉게 물들고 강물은 낮게 흐른다</p>", 9)
	m := measure.Of(viewtest.New(t, "<div class=x1>"+lines+"</div><div class=x2>"+
		strings.ReplaceAll(strings.ReplaceAll(lines, "<p>", "<p><a href=/n>"), "</p>", "</a></p>")+"</div>"), "")
	verse, links := named(t, m, "x1"), named(t, m, "x2")
	if m.ProseIn(verse) != m.SizeIn(verse) || m.LinkedIn(verse) > 0 {
		t.Errorf("%d of %d characters are running text", m.ProseIn(verse), m.SizeIn(verse))
	}
	if m.ProseIn(links) != 0 || m.LinkedIn(links) != m.SizeIn(links) || !m.IsLinkList(links) {
		t.Errorf("%d characters of links are running text", m.ProseIn(links))
	}
}

// TestTwins knows the next article of an endless page as no part of this one.
func TestTwins(t *testing.T) {
	m := measure.Of(viewtest.New(t, "<main><article class=x1><h1>가을 축제 열린다</h1>"+three+
		"</article><article class=x2><h1>새 도서관 문 연다</h1>"+viewtest.Paragraphs(viewtest.Fourth, viewtest.Fifth)+
		"</article></main>"), "가을 축제 열린다")
	var known []int32
	for i := range m.Index.Elements {
		if m.Known[m.Index.Elements[i].Node] != 0 {
			known = append(known, int32(i))
		}
	}
	if want := []int32{named(t, m, "x2")}; !slices.Equal(known, want) {
		t.Errorf("elements %v, want %v", known, want)
	}
}
