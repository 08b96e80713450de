package grid

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/roles/fact"
)

// eok finds the amounts 1억, 2억, … of a text.
func eok(text string) (found []fact.Amount) {
	for end := 0; ; {
		i := strings.Index(text[end:], "억")
		if i < 0 {
			return found
		}
		start := end + i
		for start > 0 && text[start-1] >= '0' && text[start-1] <= '9' {
			start--
		}
		n := int64(0)
		for _, c := range text[start : end+i] {
			n = 10*n + int64(c-'0')
		}
		end += i + len("억")
		found = append(found, fact.Amount{Start: start, End: end, Kind: "money", Unit: "KRW", Value: number.New(n, 8)})
	}
}

// TestRead: each amount with the heading that it is of, and the total that it is a part of; ! marks one that is off.
func TestRead(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want []string
	}{
		"tabs": {"구분\t본예산\t추경\n국비\t2억\t3억\n시비\t1억\t4억\n계\t3억\t7억",
			[]string{"2억 국비 3억", "3억 국비 7억", "1억 시비 3억", "4억 시비 7억", "3억 본예산", "7억 추경"}},
		"lines of their own": {"국비\n2억\n시비\n1억\n합계\n3억",
			[]string{"2억 국비 3억", "1억 시비 3억", "3억"}},
		"a total that is off": {"국비 | 2억\n시비 | 1억\n합계 | 4억", []string{"2억 국비", "1억 시비", "4억!"}},
		"a list":              {"총사업비: 3억\n국비: 2억\n시비: 1억", []string{"3억 총사업비", "2억 국비 3억", "1억 시비 3억"}},
		"sentences":           {"국비는 2억을 들인다.\n시비는 1억을 들인다.", []string{"2억", "1억"}},
	} {
		amounts := eok(tt.text)
		out := make([]fact.Role, len(amounts))
		for i := range out {
			out[i].Whole = -1
		}
		Read(tt.text, amounts, nil, map[string]bool{"계": true, "합계": true}, out)
		var got []string
		for i, o := range out {
			say := tt.text[amounts[i].Start:amounts[i].End]
			if o.Off {
				say += "!"
			}
			if !o.About.None() {
				say += " " + tt.text[o.About.Start:o.About.End]
			}
			if o.Whole >= 0 {
				say += fmt.Sprint(" ", tt.text[amounts[o.Whole].Start:amounts[o.Whole].End])
			}
			got = append(got, say)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
