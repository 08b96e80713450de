package fact

import (
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

func TestFirst(t *testing.T) {
	dates := []Date{{Start: 3, End: 5}, {Start: 8, End: 9}}
	for start, want := range map[int]int{0: 0, 3: 0, 4: 1, 8: 1, 9: 2} {
		if got := First(dates, start); got != want {
			t.Errorf("the first from %d on is %d, want %d", start, got, want)
		}
	}
}

// TestAdds: parts that add up are noted, a total of all parts that do not is marked, and a percentage is never added.
func TestAdds(t *testing.T) {
	won := func(n int64) Amount { return Amount{Kind: "money", Unit: "KRW", Value: number.New(n, 8)} }
	percent := Amount{Kind: "percent", Value: number.New(2, 8)}
	for name, tt := range map[string]struct {
		second   Amount
		all, off bool
		whole    int
	}{
		"adds up":      {second: won(2), whole: 2},
		"some":         {second: won(1), whole: -1},
		"all":          {second: won(1), all: true, off: true, whole: -1},
		"a percentage": {second: percent, all: true, whole: -1},
	} {
		out := []Role{{Whole: -1}, {Whole: -1}, {Whole: -1}}
		Adds([]Amount{won(3), tt.second, won(5)}, []int{0, 1}, 2, tt.all, out)
		if out[0].Whole != tt.whole || out[1].Whole != tt.whole || out[2].Whole != -1 || out[2].Off != tt.off {
			t.Errorf("%s: %+v", name, out)
		}
	}
}
