package subtitle

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// find reads the subtitle of a page with an article of a title.
func find(t *testing.T, page, title string) Found {
	t.Helper()
	v := viewtest.New(t, page)
	b, ok := body.Find(v, title)
	if !ok {
		t.Fatal("no article")
	}
	return Find(v, title, b, b.Text)
}

// TestSources reads subtitles where pages have them, and takes those at the beginning of the text out of that.
func TestSources(t *testing.T) {
	const title = "해람시, 가을 축제 연다"
	text := viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third)
	want := strings.Join([]string{viewtest.First, viewtest.Second, viewtest.Third}, "\n\n")
	tests := []struct{ name, page, want, from string }{
		{"below the headline", "<h1>" + title + "</h1><h2>다온공원에서 사흘 동안 열려 시민 누구나 참여</h2><div class=article-body>" +
			text + "</div>",
			"다온공원에서 사흘 동안 열려 시민 누구나 참여", "head"},
		{"named, inside of the body", "<h1>" + title +
			"</h1><div class=article-body><p class=subtitle>사흘 동안 다온공원에서</p>" + text + "</div>",
			"사흘 동안 다온공원에서", "body"},
		{"of JSON-LD", `<script type=application/ld+json>{"@type":"NewsArticle","alternativeHeadline":"사흘 동안 누구나"}` +
			`</script><h1>` + title +
			"</h1><div class=article-body>" + text + "</div>", "사흘 동안 누구나", "jsonld"},
		{"at the beginning of the text", "<div class=article-body><p>다온공원 일대서 사흘 동안</p>" + text + "</div>",
			"다온공원 일대서 사흘 동안", "text"},
		{"none", "<h1>" + title + "</h1><div class=article-body>" + text + "</div>", "", ""},
	}
	for _, tt := range tests {
		got := find(t, "<html lang=ko><body>"+tt.page, title)
		from := ""
		if len(got.Notes) > 0 {
			from = got.Notes[0].From
		}
		if got.Subtitle != tt.want || from != tt.from || got.Text.Whole != want {
			t.Errorf("%s: got %q from %q, text %q", tt.name, got.Subtitle, from, got.Text.Whole)
		}
	}
}

// TestTitleInText reads a page whose body begins with its headline in two lines: kicker and title.
func TestTitleInText(t *testing.T) {
	const body = `<p>The council of Haeram voted on Tuesday to build the new bridge over the river, the mayor said ` +
		`after the meeting in the town hall.</p>
<p>Work is to begin in the spring of next year, and the bridge is to be open to traffic two years later, according ` +
		`to the plan.</p>`
	page := `<html lang="en"><head><title>After ten years of talks: Haeram will have its bridge - Haeram ` +
		`Daily</title><script type="application/ld+json">
		{"@type":"NewsArticle","headline":"After ten years of talks: Haeram will have its bridge"}</script></head>` +
		`<body><div class="article-body">
		<div>After ten years of talks</div><div>Haeram will have its bridge</div>` + body + "</div></body></html>"
	got := find(t, page, "After ten years of talks: Haeram will have its bridge")
	if got.Subtitle != "" || !strings.HasPrefix(got.Text.Whole, "The council of Haeram") {
		t.Errorf("got %q and %q", got.Subtitle, got.Text.Whole)
	}
}
