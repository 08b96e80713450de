package subtitle

import (
	"testing"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestBelowByline reads the subtitle that stands below the byline; the byline is none.
func TestBelowByline(t *testing.T) {
	const title = "The bridge of Daon stays empty"
	text := "<div class=article-body>" + viewtest.Paragraphs(viewtest.Latin, viewtest.Latin, viewtest.Latin) + "</div>"
	for name, tt := range map[string]struct{ above, want string }{
		"By and a day": {"<div><span>By</span> <a href=/author/runa>Runa Falk</a> <span>last updated 4 April 2017</span>" +
			"</div><p class=strapline>The town builds a second one instead.</p>", "The town builds a second one instead."},
		"beside the day": {"<div>Anna Kern | 3. Mai 2024</div><p class=dek>Die Stadt baut eine zweite.</p>",
			"Die Stadt baut eine zweite."},
		"short but named": {"<p class=small-title>Tales of a river</p>", "Tales of a river"},
		"a byline alone":  {"<div>By <a href=/author/runa>Runa Falk</a> <span>last updated 4 April 2017</span></div>", ""},
	} {
		page := "<html lang=en><body><article><header><h1>" + title + "</h1>" + tt.above + "</header>" + text + "</article>"
		if got := find(t, page, title); got.Subtitle != tt.want {
			t.Errorf("%s: got %q, want %q", name, got.Subtitle, tt.want)
		}
	}
}
