package extract_test

import (
	"testing"

	"github.com/gisa-go/gisa/extract"
)

// TestTitles reads pages whose sources differ: names of sites and rubrics as headings, titles given as the name of the
// application, readers' comments with the class of a title.
func TestTitles(t *testing.T) {
	const body = `<p>The council of Haeram voted on Tuesday to build the new bridge over the river, the mayor said after the meeting in the town hall.</p>
<p>Work is to begin in the spring of next year, and the bridge is to be open to traffic two years later, according to the plan.</p>
<p>Residents of the quarter had asked for it for more than ten years, since the old one was closed to lorries and buses.</p>`
	tests := []struct{ name, head, above, below, want string }{
		{"name of the site is h1", `<title>Haeram Notes: Council votes for a new bridge over the river</title>
			<meta property="og:title" content="Council votes for a new bridge over the river">`,
			"<h1>Haeram Notes</h1><h3>Council votes for a new bridge over the river</h3>", "", "Council votes for a new bridge over the river"},
		{"rubric is h1", "<title>Council votes for a new bridge over the river</title>",
			"<h1>Town Hall News and Reports</h1><h2>Council votes for a new bridge over the river</h2>", "", "Council votes for a new bridge over the river"},
		{"title is the application's name", `<title>Council votes for a new bridge over the river - Haeram Daily</title>
			<meta name="application-name" content="Council votes for a new bridge over the river">
			<meta property="og:title" content="Council votes for a new bridge over the river">`,
			"<h1>Haeram Daily front page</h1><h1>Council votes for a new bridge over the river</h1>", "", "Council votes for a new bridge over the river"},
		{"headline of JSON-LD is a description", `<title>Haeram bridge - Haeram Archive</title><script type="application/ld+json">
			{"@type":"Article","name":"Haeram bridge","headline":"crossing of the Haeram in the east of the town"}</script>`,
			"<h1>Haeram bridge</h1>", "", "Haeram bridge"},
		{"a comment has the class of the title", `<title>Council votes for a new bridge – Haeram Notes</title><meta name="generator" content="WordPress 6.4">`,
			`<h1 class="page-title">Council votes for a new bridge</h1>`,
			`<ol class="commentlist"><li class="comment"><p class="entry-title">Jane Doe wrote on March 2nd</p><p>Good news at last.</p></li></ol>`,
			"Council votes for a new bridge"},
	}
	for _, tt := range tests {
		page := `<html lang="en"><head>` + tt.head + "</head><body>" + tt.above + `<div class="entry-content">` + body + "</div>" + tt.below + "</body></html>"
		a, err := extract.FromBytes([]byte(page), extract.Page{}, nil)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if a.Title != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, a.Title, tt.want)
		}
	}
}
