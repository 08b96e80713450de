package facts

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRolesOfTables: in plain text an amount is of the heading of its row, else of its column; a total is one
// where a heading says so and the sum agrees.
func TestRolesOfTables(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want []string
		off  []string
	}{
		"tabs": {text: "구분\t2027년\t2028년\n국비\t12억원\t21억원\n시비\t6억원\t9억원\n합계\t18억원\t30억원",
			want: []string{"12억원 < 국비 ^ 18억원", "21억원 < 국비 ^ 30억원", "6억원 < 시비 ^ 18억원",
				"9억원 < 시비 ^ 30억원", "18억원 < -", "30억원 < -"}},
		"bars, years as rows": {text: "연도 | 예산 | 방문객\n2027년 | 4억원 | 900명\n2028년 | 5억원 | 1100명",
			want: []string{"4억원 < 예산", "900명 < 방문객", "5억원 < 예산", "1100명 < 방문객"}},
		"cells of a page": {text: "재원은 아래와 같다.\n\n구분\n\n올해\n\n내년\n\n계\n\n도비\n\n3억원\n\n4억원\n\n7억원\n\n군비\n\n2억원\n\n6억원\n\n8억원",
			want: []string{"3억원 < 도비 ^ 7억원", "4억원 < 도비 ^ 7억원", "7억원 < 도비",
				"2억원 < 군비 ^ 8억원", "6억원 < 군비 ^ 8억원", "8억원 < 군비"}},
		"a list": {text: "□ 총사업비: 33억원\n ○ 국비: 16억원\n ○ 도비: 7억원\n ○ 군비: 10억원",
			want: []string{"33억원 < 총사업비", "16억원 < 국비 ^ 33억원", "7억원 < 도비 ^ 33억원", "10억원 < 군비 ^ 33억원"}},
		"a misprint": {text: "구분  금액\n토지  12억원\n건물  31억원\n합계  44억원",
			want: []string{"12억원 < 토지", "31억원 < 건물", "44억원 < 금액"}, off: []string{"44억원"}},
		"a caption": {text: "사업비는 81억원이다. 재원별로는 국비 41억원, 도비 16억원, 시비 24억원이다.",
			want: []string{"81억원 < 사업비", "41억원 < 국비 ^ 81억원", "16억원 < 도비 ^ 81억원", "24억원 < 시비 ^ 81억원"}},
		"a caption that does not add up": {text: "사업비는 81억원이다. 재원별로는 국비 41억원, 도비 16억원이다.",
			want: []string{"81억원 < 사업비", "41억원 < 국비", "16억원 < 도비"}},
		"years": {text: "총 사업비 : 90억원\n연도별 계획 : 2027년 20억원, 2028년 30억원, 2029년 40억원",
			want: []string{"90억원 < 사업비", "20억원 < 연도별 계획 ^ 90억원",
				"30억원 < 연도별 계획 ^ 90억원", "40억원 < 연도별 계획 ^ 90억원"}},
		"of these": {text: "지난해 나무 700그루를 심었다. 이 가운데 140그루가 말랐다.",
			want: []string{"700그루 < 나무", "140그루 < 나무 ^ 700그루"}},
		"no table": {text: "예산은 7억원이다.\n3억원" +
			"\n축제는 4억원을 썼다.", want: []string{"7억원 < 예산", "3억원 < -", "4억원 < -"}},
	} {
		f := Find(tt.text, &Options{Reference: rolesReference, Names: NamesNone})
		var off []string
		for _, a := range f.Amounts {
			if a.PartsOff {
				off = append(off, a.Raw)
			}
		}
		got := slices.DeleteFunc(roleLines(tt.text), func(s string) bool { return strings.Contains(s, " > ") })
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
		if !slices.Equal(off, tt.off) {
			t.Errorf("%s: %v do not add up, want %v", name, off, tt.off)
		}
	}
}
