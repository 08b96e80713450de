package fact

import "github.com/gisa-go/gisa/extract/facts/internal/number"

// Adds notes that amounts are the parts of a total where they add up to it; where they are all there are and do not,
// the total is marked.
func Adds(amounts []Amount, parts []int, whole int, all bool, out []Role) {
	if whole < 0 || len(parts) < 2 {
		return
	}
	w, sum := amounts[whole], number.New(0, 0)
	for _, p := range parts {
		if a := amounts[p]; a.Kind != w.Kind || a.Unit != w.Unit || a.Change || a.Kind == "percent" {
			return
		}
		sum = sum.Plus(amounts[p].Value)
	}
	if sum.Cmp(w.Value) != 0 {
		out[whole].Off = out[whole].Off || all
		return
	}
	for _, p := range parts {
		if out[p].Whole < 0 && p != whole && out[whole].Whole != p {
			out[p].Whole = whole
		}
	}
}
