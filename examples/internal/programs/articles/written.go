package articles

import (
	"encoding/json"
	"slices"
	"unicode/utf8"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/extract"
)

// written is the article of a line that this program wrote before, else nil: it is not extracted once more, so that lines of
// JSON can become a table or a database.
func written(item input.Item) *extract.Article {
	if item.Record == nil || item.Kind != input.Text || item.Err != nil {
		return nil
	}
	var a extract.Article
	if err := json.Unmarshal(item.Record, &a); err != nil || len(a.Paragraphs) == 0 || !sound(&a) {
		return nil
	}
	return &a
}

// sound reports whether all spans of an article lie in its text.
func sound(a *extract.Article) bool {
	spans := slices.Clone(a.Paragraphs)
	for _, r := range a.Repeats {
		spans = append(spans, r.Span)
	}
	for _, f := range a.Facts.Amounts {
		spans = append(spans, f.Span, f.PartOf, f.About.Span)
	}
	for _, f := range a.Facts.Dates {
		spans = append(spans, f.Span, f.Event.Span)
	}
	for _, f := range a.Facts.Durations {
		spans = append(spans, f.Span)
	}
	for _, f := range a.Facts.Organizations {
		spans = append(spans, f.Span)
	}
	whole := func(at int) bool { return at == len(a.Text) || utf8.RuneStart(a.Text[at]) }
	return !slices.ContainsFunc(spans, func(s gisa.Span) bool {
		return s.Start < 0 || s.Start > s.End || s.End > len(a.Text) || !whole(s.Start) || !whole(s.End)
	})
}
