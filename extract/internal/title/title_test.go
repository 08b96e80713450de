package title

import (
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestTitles reads pages whose sources differ: names of sites and rubrics as headings, titles given as the name of the
// application, readers' comments with the class of a title.
func TestTitles(t *testing.T) {
	const body = `<p>The council of Haeram voted on Tuesday to build the new bridge over the river, the mayor said ` +
		`after the meeting in the town hall.</p>
<p>Work is to begin in the spring of next year, and the bridge is to be open to traffic two years later, according ` +
		`to the plan.</p>
<p>Residents of the quarter had asked for it for more than ten years, since the old one was closed to lorries and ` +
		`buses.</p>`
	tests := []struct{ name, head, above, below, want string }{
		{"name of the site is h1", `<title>Haeram Notes: Council votes for a new bridge over the river</title>
			<meta property="og:title" content="Council votes for a new bridge over the river">`,
			"<h1>Haeram Notes</h1><h3>Council votes for a new bridge over the river</h3>", "",
			"Council votes for a new bridge over the river"},
		{"rubric is h1", "<title>Council votes for a new bridge over the river</title>",
			"<h1>Town Hall News and Reports</h1><h2>Council votes for a new bridge over the river</h2>", "",
			"Council votes for a new bridge over the river"},
		{"title is the application's name", `<title>Council votes for a new bridge over the river - Haeram Daily</title>
			<meta name="application-name" content="Council votes for a new bridge over the river">
			<meta property="og:title" content="Council votes for a new bridge over the river">`,
			"<h1>Haeram Daily front page</h1><h1>Council votes for a new bridge over the river</h1>", "",
			"Council votes for a new bridge over the river"},
		{"headline of JSON-LD is a description",
			`<title>Haeram bridge - Haeram Archive</title><script type="application/ld+json">
			{"@type":"Article","name":"Haeram bridge","headline":"crossing of the Haeram in the east of the town"}</script>`,
			"<h1>Haeram bridge</h1>", "", "Haeram bridge"},
		{"a comment has the class of the title",
			`<title>Council votes for a new bridge – Haeram Notes</title><meta name="generator" content="WordPress 6.4">`,
			`<h1 class="page-title">Council votes for a new bridge</h1>`,
			`<ol class="commentlist"><li class="comment"><p class="entry-title">Jane Doe wrote on March 2nd</p><p>` +
				`Good news at last.</p></li></ol>`,
			"Council votes for a new bridge"},
		{"the h1 and <title> against the title for networks",
			`<title>Haeram bridge 2026: when will it open? - Haeram Daily</title><script type="application/ld+json">
			{"@type":"NewsArticle","headline":"Haeram bridge 2026: when will it open?"}</script><meta ` +
				`property="og:title" content="Two years of waiting at the river">
			<meta name="twitter:title" content="Haeram bridge 2026: when will it open?">`,
			`<nav class="breadcrumb"><a href="/">Start</a> <a href="/town/">Town</a> <h1>Haeram bridge 2026: when ` +
				`will it open?</h1></nav>
			<h2><span class="kicker">The council has voted</span> <span class="line">Two years of waiting at the ` +
				`river</span></h2>`, "", "Haeram bridge 2026: when will it open?"},
		{"the path says the headline", `<title>Two years of waiting at the river - Haeram Daily</title><script ` +
			`type="application/ld+json">
			{"@type":"NewsArticle","headline":"Two years of waiting at the river"}</script><meta ` +
			`property="og:title" content="Why Haeram waits for its bridge">`,
			`<nav class="breadcrumb"><a href="/">Start</a> <h1>Two years of waiting at the river</h1></nav><h2>Two ` +
				`years of waiting at the river</h2>`, "",
			"Two years of waiting at the river"},
		{"headline is the application's name",
			`<title>Bridge in Haeram - town votes "at last and gladly"</title><script type="application/ld+json">
			{"@type":"NewsArticle","headline":"Bridge in Haeram - town votes \"at last and gladly\""}</script>
			<meta name="application-name" content="Bridge in Haeram - town votes &quot;at last and gladly&quot;">` +
				`<meta property="og:title" content="Votes and bridges">`,
			"", "", `Bridge in Haeram - town votes "at last and gladly"`},
		{"a kicker set apart by type", `<title>Haeram Daily</title><meta property="og:title" content="Council ` +
			`vote: A bridge for the town of Haeram">`,
			`<h1><span class="kicker">Council vote</span> A bridge for the town of Haeram</h1>`, "",
			"Council vote: A bridge for the town of Haeram"},
	}
	for _, tt := range tests {
		page := `<html lang="en"><head>` + tt.head + "</head><body>" + tt.above + `<div class="entry-content">` +
			body + "</div>" + tt.below + "</body></html>"
		if got := Find(viewtest.New(t, page)); got.Text != tt.want || len(got.Notes) != 1 {
			t.Errorf("%s: got %+v, want %q", tt.name, got, tt.want)
		}
	}
}

// TestTitleAlone reads the title from <title> where no heading says it: without the names of site and section.
func TestTitleAlone(t *testing.T) {
	const body = `<p>The council of Haeram voted on Tuesday to build the new bridge over the river, the mayor said ` +
		`after the meeting in the town hall.</p>
<p>Work is to begin in the spring of next year, and the bridge is to be open to traffic two years later, according ` +
		`to the plan.</p>`
	tests := []struct{ title, head, want string }{
		{"Council votes for a bridge - Morning Echo", "", "Council votes for a bridge"},
		{"Council votes for a bridge | Politics | Morning Echo", "", "Council votes for a bridge"},
		{"Council votes for a bridge | Town | Morning Echo", `<meta property="article:section" content="Town">`,
			"Council votes for a bridge"},
		{"Council votes for a bridge (Morning Echo)", "", "Council votes for a bridge"},
		{"Council votes for a bridge, Morning Echo", "", "Council votes for a bridge"},
		{"Bridge vote – what it means | Morning Echo", "", "Bridge vote – what it means"},
		{"市議會通過興建新橋_晨聲網", `<meta property="og:site_name" content="晨聲網">`, "市議會通過興建新橋"},
		{"市議會通過興建新橋_政治_晨聲網", `<meta property="og:site_name" content="晨聲網"><meta property="article:section" ` +
			`content="政治">`, "市議會通過興建新橋"},
		{"市議會通過興建新橋-晨聲網", `<meta property="og:site_name" content="晨聲網">`, "市議會通過興建新橋"},

		{"What the town expects from E-Politics", "", "What the town expects from E-Politics"},
		{"A day with the makers of Village-Morningecho", "", "A day with the makers of Village-Morningecho"},
		{"Council votes for a bridge – Town and River News", "", "Council votes for a bridge"},
		{"Council votes for a bridge | Bridges", "", "Council votes for a bridge"},
		{"Council votes for a bridge - at last", "", "Council votes for a bridge - at last"},
		{"Council votes for a bridge - What Next?", "", "Council votes for a bridge - What Next?"},
		{"Bridge vote - Town Hall", "", "Bridge vote - Town Hall"},
	}
	for _, tt := range tests {
		page := "<html><head><title>" + tt.title + "</title>" + tt.head + `</head><body><div class="article-body">` +
			body + "</div></body></html>"
		v := viewtest.At(t, page, "https://www.morningecho.example/politics/bridge", time.Time{})
		if got := Find(v); got.Text != tt.want {
			t.Errorf("%s: got %+v, want %q", tt.title, got, tt.want)
		}
	}
}

// TestShownHeadline: the headline that readers see wins over one that only machines are given.
func TestShownHeadline(t *testing.T) {
	ld := func(headline string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","headline":"` + headline + `"}</script>`
	}
	for name, tt := range map[string]struct{ page, want string }{
		"for search engines": {ld("Haeram bridge opening times and toll") +
			"<h1>Why the new bridge of Haeram stays empty at night</h1>", "Why the new bridge of Haeram stays empty at night"},
		"an appeal to readers": {ld("Haeram bridge opens") +
			"<h1>Please support the free press of this whole region.</h1>", "Haeram bridge opens"},
		"two headlines": {ld("Haeram bridge opens") + "<h1>Why the new bridge stays empty at night</h1>" +
			"<h1>How the old ferry of Haeram came to its end</h1>", "Haeram bridge opens"},
	} {
		v := viewtest.New(t, "<html lang=en>"+tt.page+"<p>"+viewtest.Latin+"</p>")
		if got := Find(v).Text; got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// TestBylineIsNoTitle: a reporter between headline and time is not the headline, whatever <title> says.
func TestBylineIsNoTitle(t *testing.T) {
	page := `<html lang=ko><title>다온강 산책로 열려</title><h1>다온강 산책로가 열려</h1><p>이은서 기자</p>
<div>입력 2022.02.23 15:00</div>` + viewtest.Paragraphs(viewtest.First, viewtest.Second)
	if got := Find(viewtest.New(t, page)).Text; got != "다온강 산책로가 열려" {
		t.Errorf("got %q", got)
	}
}
