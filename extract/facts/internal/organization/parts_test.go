package organization

import (
	"slices"
	"strings"
	"testing"
)

// TestParts finds in a long text, which is searched in parts, what its sentences say each by itself: no name is cut in
// two where a part ends. What a sentence says does not depend on the others here.
func TestParts(t *testing.T) {
	sentences := []string{
		"한국전력공사 해람본부가 해람시 시설관리공단과 협약을 맺었다.",
		"국립공원공단 해람산사무소는 탐방로를 연다고 밝혔다.",
		"농림축산식품부와 한국농어촌공사 해람지사가 저수지를 살폈다.",
		"해람도 교육청은 해람초등학교에 도서관을 짓는다.",
	}
	opts := Options{Lists: Lists(), Model: true}
	alone := make([][]Name, len(sentences))
	for i, s := range sentences {
		if alone[i] = Find(s, opts); len(alone[i]) == 0 {
			t.Fatalf("%s: %v", s, alone[i])
		}
	}
	for _, between := range []string{" ", "\n"} {
		var text strings.Builder
		var want []Name
		for n := range 60 {
			i := n % len(sentences)
			for _, name := range alone[i] {
				name.Start, name.End = name.Start+text.Len(), name.End+text.Len()
				want = append(want, name)
			}
			text.WriteString(sentences[i] + between)
		}
		for longest := 240; longest < 420; longest += 7 {
			var got []Name
			each(text.String(), 0, longest, opts, func(names []Name) { got = append(got, names...) })
			if len(got) != len(want) {
				t.Fatalf("parts of %d bytes: %d names, want %d", longest, len(got), len(want))
			}
			lost := func(n Name) bool { return !slices.Contains(spans(got), [2]int{n.Start, n.End}) }
			if i := slices.IndexFunc(want, lost); i >= 0 {
				t.Fatalf("parts of %d bytes: %v is not found", longest, want[i])
			}
		}
	}
}

func spans(names []Name) (all [][2]int) {
	for _, n := range names {
		all = append(all, [2]int{n.Start, n.End})
	}
	return all
}
