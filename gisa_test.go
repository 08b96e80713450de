package gisa_test

import (
	"fmt"
	"testing"

	"github.com/gisa-go/gisa"
)

func TestSpan(t *testing.T) {
	s := gisa.Span{Start: 3, End: 9}
	for _, c := range []struct {
		other              gisa.Span
		contains, overlaps bool
	}{
		{gisa.Span{Start: 3, End: 9}, true, true},
		{gisa.Span{Start: 4, End: 6}, true, true},
		{gisa.Span{Start: 2, End: 6}, false, true},
		{gisa.Span{Start: 8, End: 12}, false, true},
		{gisa.Span{Start: 0, End: 3}, false, false},
		{gisa.Span{Start: 9, End: 12}, false, false},
	} {
		if s.Contains(c.other) != c.contains || s.Overlaps(c.other) != c.overlaps {
			t.Errorf("%v and %v: contains %v, overlaps %v", s, c.other, s.Contains(c.other), s.Overlaps(c.other))
		}
	}
	if s.Len() != 6 {
		t.Errorf("Len of %v is %d", s, s.Len())
	}
}

func ExampleSpan_In() {
	text := "해람시는 7억원을 들인다."
	fmt.Println(gisa.Span{Start: 13, End: 20}.In(text))
	// Output: 7억원
}
