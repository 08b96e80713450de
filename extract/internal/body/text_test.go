package body

import (
	"slices"
	"strings"
	"testing"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// textFrom returns a text of some paragraphs.
func textFrom(paragraphs ...string) (t Text) {
	for _, p := range paragraphs {
		if t.Whole != "" {
			t.Whole += "\n\n"
		}
		start := len(t.Whole)
		t.Whole += p
		t.Paragraphs = append(t.Paragraphs, gisa.Span{Start: start, End: len(t.Whole)})
	}
	return t
}

// paragraphsOf returns what the spans of a text say.
func paragraphsOf(t Text) (list []string) {
	for i := range t.Paragraphs {
		list = append(list, t.Paragraph(i))
	}
	return list
}

// TestOnce leaves one of each run, and says where it is and what was taken out.
func TestOnce(t *testing.T) {
	text := textFrom(viewtest.Fifth, viewtest.First, viewtest.Second, viewtest.First, viewtest.Second, viewtest.Third)
	once := text.Once()
	want := []string{viewtest.Fifth, viewtest.First, viewtest.Second, viewtest.Third}
	if got := paragraphsOf(once); !slices.Equal(got, want) || once.Whole != strings.Join(want, "\n\n") {
		t.Errorf("got %q", got)
	}
	if len(once.Repeats) != 1 || once.Repeats[0].Times != 2 || len(once.Repeats[0].Removed) != 1 {
		t.Fatalf("repeats %+v", once.Repeats)
	}
	run := viewtest.First + "\n\n" + viewtest.Second
	if r := once.Repeats[0]; once.Whole[r.Start:r.End] != run || r.Removed[0] != run {
		t.Errorf("kept %q, removed %q", once.Whole[r.Start:r.End], r.Removed)
	}
	if plain := textFrom(viewtest.First, viewtest.Second); plain.Once().Whole != plain.Whole {
		t.Error("a text without repeats has changed")
	}
}

// TestDrop takes paragraphs from the beginning, and what was said of the rest moves with it.
func TestDrop(t *testing.T) {
	text := textFrom("가을 축제", viewtest.First, viewtest.Second)
	second := text.Paragraphs[2]
	text.Repeats = []Repeat{{Span: second, Times: 2}}
	rest := text.Drop(1)
	if got := paragraphsOf(rest); !slices.Equal(got, []string{viewtest.First, viewtest.Second}) {
		t.Errorf("got %q", got)
	}
	if r := rest.Repeats[0]; rest.Whole[r.Start:r.End] != viewtest.Second || text.Repeats[0].Span != second {
		t.Errorf("repeat %+v, before %+v", r, text.Repeats[0])
	}
	if same := text.Drop(0); same.Whole != text.Whole {
		t.Errorf("got %q", same.Whole)
	}
}
