package outlet

import (
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestTitledPublisher reads the site's name from <title>, from the name of the host and from the top of the page where
// no meta element gives it.
func TestTitledPublisher(t *testing.T) {
	const headline = "Council votes for a new bridge"
	text := viewtest.Paragraphs(viewtest.Latin+" "+viewtest.Latin, viewtest.Latin, viewtest.Latin)
	for name, tt := range map[string]struct{ title, head, above, address, want string }{
		"the last part": {headline + " | Haeram Daily", "", "", "https://www.haeram.example/1", "Haeram Daily"},
		"before its slogan": {headline + " - River-Boats - All Boats of the World", "", "",
			"https://river-boats.example/1", "River-Boats"},
		"the host's own": {headline + " - daon.example - Webdesign", "", "", "https://www.daon.example/1",
			"daon.example"},
		"a department": {headline + " | Sport | Haeram Daily", "", "", "https://sport.haeram.example/1",
			"Haeram Daily"},
		"two strokes":        {headline + " // TimberWorks", "", "", "", "TimberWorks"},
		"a star":             {headline + " ⋆ Daon Handball", "", "", "", "Daon Handball"},
		"a cut headline":     {"Changes in 2031: The most important", "", "", "", ""},
		"Chinese":            {"新橋案明年春天動工_政治_晨聲網", "", "", "", "晨聲網"},
		"Chinese, a hyphen":  {"新橋案明年春天動工！-晨聲網", "", "", "", "晨聲網"},
		"Chinese, a section": {"新橋案明年春天動工_新闻", "", "", "", ""},
		"many words, a heading": {"RIVERS The Whole Daon Water Log: " + headline, "",
			"<h1><a href=/>RIVERS The Whole Daon Water Log</a></h1>", "", "RIVERS The Whole Daon Water Log"},
		"the top of the page": {headline, "", "<div><a href=/>Boats of Daon</a></div>",
			"https://boatsofdaon.example/1", "Boats of Daon"},
		"a heading at the top": {headline, "", "<h2><a href=https://rivers.example/>Daon Water Log</a></h2>",
			"https://rivers.example/1", "Daon Water Log"},
		"a blog's own host": {headline, "", "<div><a href=/>Waterlog</a></div>",
			"https://waterlog.blogspot.com/1", "Waterlog"},
		"a department's link": {headline, "", "<div><a href=/>Lexicon</a></div>",
			"https://lexicon.haeram.example/1", ""},
		"in an archive": {headline, "",
			"<div><a href=https://web.archive.org/web/20160218174457/http://boats.example/>Boats</a></div>",
			"https://web.archive.org/web/20160218174457/http://boats.example/1", "Boats"},
		"a word of the system": {headline + " - BOATS",
			"<meta property=og:site_name content=Start><meta name=application-name content=boats.example>", "",
			"https://www.boats.example/1", "BOATS"},
		"a logo": {headline, "", "<a href=/><img src=l.png alt='Logo der Daoner Zeitung'></a>",
			"https://www.daon.example/1", "Daoner Zeitung"},
	} {
		shown := headline
		switch name {
		case "Chinese", "Chinese, a section":
			shown = "新橋案明年春天動工"
		case "Chinese, a hyphen":
			shown = "新橋案明年春天動工！"
		case "a cut headline":
			shown = "Changes in 2031: The most important changes for users"
		}
		page := "<html lang=en><head><title>" + tt.title + "</title>" + tt.head + "</head><body><header>" + tt.above +
			"</header><article><h1>" + shown + "</h1>" + text + "</article></body></html>"
		got := ""
		if p := find(t, viewtest.At(t, page, tt.address, time.Time{})).Publisher; p != nil {
			got = p.Name
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}
