package credit

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestCreditCutSaysTheSame: a row of more bylines than are compared is left where nothing new can come, with the answer
// that each of its lines would give.
func TestCreditCutSaysTheSame(t *testing.T) {
	surnames, given := []rune("김이박최정강조윤장임"), []rune("가온다솜새벽나래결")
	for _, n := range []int{3, maxAuthors - 1, maxAuthors, maxAuthors + 1, 2*maxAuthors + 7} {
		var page strings.Builder
		page.WriteString("<div>" + viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third, viewtest.Fourth))
		for i := range n {
			fmt.Fprintf(&page, "<p>%c%c%c 기자 a%d@haeram.example</p>", surnames[i%10], given[i/10%9], given[i/90%9], i)
		}
		v := viewtest.At(t, page.String()+"</div>", "", time.Time{})
		b, ok := body.Find(v, "")
		if !ok {
			t.Fatal("no article")
		}
		plain := &finder{View: v, body: b}
		var row []byline.Person
		for _, c := range b.Cuts {
			if c.Kind == boilerplate.Byline {
				row = append(row, plain.creditLine("body", c.Text, true)...)
				plain.add("body", c.Text, row)
			}
		}
		quick := &finder{View: v, body: b}
		quick.creditCut()
		if len(row) < n || n > maxAuthors && len(quick.list) >= len(plain.list) {
			t.Errorf("%d bylines: %d names in a row, %d sources, %d without the short way", n, len(row), len(quick.list),
				len(plain.list))
		}
		if got, want := quick.best(), plain.best(); !reflect.DeepEqual(got, want) || len(want.authors) != min(n, maxAuthors) {
			t.Errorf("%d bylines: %d authors from %q, want %d from %q", n, len(got.authors), got.raw, len(want.authors),
				want.raw)
		}
	}
}
