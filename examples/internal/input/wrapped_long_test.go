package input

import (
	"runtime"
	"strings"
	"testing"
)

// A dump whose lines all belong to one paragraph is put together without a blank too many, and with memory in linear
// proportion to its length.
func TestUnwrapsLongParagraph(t *testing.T) {
	const line = "해람시는 올해 다리를 놓는다고 밝혔다 그리고 또"
	var used [2]uint64
	for i, n := range []int{1000, 8000} {
		item := Item{File: "a.txt", Kind: Text, Data: []byte(strings.Repeat(line+"\n", n))}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		got := strings.TrimSpace(string(AsPage(item).Data))
		runtime.ReadMemStats(&after)
		used[i] = after.TotalAlloc - before.TotalAlloc
		if want := strings.TrimSpace(strings.Repeat(line+" ", n)); got != want {
			t.Errorf("%d lines: %d bytes, want %d", n, len(got), len(want))
		}
	}
	if used[1] > 16*used[0] {
		t.Errorf("eight times as many lines allocate %d bytes, not %d", used[1], used[0])
	}
}
