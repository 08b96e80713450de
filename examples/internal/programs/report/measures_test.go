package report

import (
	"slices"
	"strings"
	"testing"
)

// works are two stories that measure and plan the same, one of them in two copies.
func works() []line {
	first := "해람시는 총사업비 140억원(국비 80억원, 시비 60억원)을 들여 오는 9월 도서관을 착공해 2028년 12월 준공한다."
	second := "가람군은 공원 총사업비 90억원을 들여 오는 5월 3일 산책로를 착공한다. 총사업비 20억원(도비 8억원, 군비 11억원)은 다리에 든다."
	return []line{
		story("해람시, 도서관 짓는다", "다온일보", "2026-03-02", first, "시민 300명이 반겼다."),
		story("해람시, 도서관 짓는다", "해람신문", "2026-03-02", first, "시민 300명이 반겼다."),
		story("가람군, 산책로 낸다", "가람매일", "2026-03-04", second, "주민 200명이 모여 오래 기다린 길이라고 입을 모았다."),
	}
}

// TestMeasures: amounts stand by what they measure over all articles, a breakdown in one row with its parts, copies once; days
// by what happens on them; the name leads to the table.
func TestMeasures(t *testing.T) {
	p, silent := open(t, works())
	p.visit("#charts")
	squeezed := func(list []string) (out []string) {
		for _, s := range list {
			out = append(out, strings.Join(strings.Fields(s), ""))
		}
		return out
	}
	names := squeezed(p.texts(".measures h3"))
	if len(names) == 0 || !strings.HasPrefix(names[0], "총사업비") {
		t.Fatalf("measures: %q", names)
	}
	rows := squeezed(p.texts(".measures .measured > li:first-child .others li"))
	for n, want := range []string{"140억원=국비80억원+시비60억원", "90억원공원총사업비", "20억원합이안맞음=도비8억원+군비11억원"} {
		if n >= len(rows) || !strings.HasPrefix(rows[n], want) {
			t.Errorf("row %d: no %q in %q", n, want, rows)
		}
	}
	if len(rows) != 3 {
		t.Errorf("%d rows, want 3: the copy counts once", len(rows))
	}
	events := squeezed(p.texts(".events h3"))
	if !slices.ContainsFunc(events, func(s string) bool { return strings.HasPrefix(s, "착공") }) {
		t.Errorf("events: %q", events)
	}
	if days := squeezed(p.texts(".events .measured > li:first-child .others li b")); len(days) != 2 || !strings.Contains(days[0], "2026-05-03") {
		t.Errorf("the days of 착공: %q", days)
	}
	p.visit("#facts?of=사업비&sort=-value")
	if got := p.texts(".fact-row .c-value b"); !slices.Equal(got, []string{"140억 원", "140억 원", "90억 원", "20억 원"}) {
		t.Errorf("filtered by measure: %q", got)
	}
	p.set("of", "착공")
	if got := p.texts(".fact-row .c-value b"); len(got) != 3 {
		t.Errorf("filtered by event: %q", got)
	}
	silent()
}
