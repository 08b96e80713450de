package credit

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestCredits reads authors where a page names accounts, labels and dates beside persons.
func TestCredits(t *testing.T) {
	const headline = "Council votes for a new bridge"
	tests := []struct{ name, head, above, first, below, want string }{
		{"an account of the newsroom", `<script type="application/ld+json">{"@type":"Article",` +
			`"author":{"@type":"Person","name":"Haeram D",
			"url":"https://haeram.example/author/admin/"}}</script>`, "<p>by Haeram D | 5 November 2024</p>",
			"<p><strong>JANE DOE</strong></p>", "", "JANE DOE"},
		{"a person's account", `<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person",` +
			`"name":"John Roe",
			"url":"https://haeram.example/author/jroe/"}}</script>`, "", "<p><strong>JANE DOE</strong></p>", "", "John Roe"},
		{"a label that is not shown", "", "", "", "<div><span class=visually-hidden>Further Reading</span></div>", ""},
		{"a label that stands twice", "", "", "",
			"<div>Further Reading</div><div>Some link of the site</div><div>Further Reading</div>", ""},
		{"a date behind the name", "", "<p class=author>Jane Doe Monday, February 29, 2016 @ 11:10 PM UTC</p>", "",
			"", "Jane Doe"},
		{"a label before the date", "", "<p class=author>Jane Doe, HAERAM Updated: February 29, 2016</p>", "", "",
			"Jane Doe"},
		{"a sentence that begins with by", "", "<p>By the end of the year</p>", "", "", ""},
		{"a line by an agency", "", "<p>By AFP</p>", "", "", "AFP"},
		{"a byline in Arabic", "", "<p>بقلم: ليلى حداد</p>", "", "", "ليلى حداد"},
		{"a byline in Chinese", "", "<p class=author>文／記者王小明、李小紅</p>", "", "", "王小明, 李小紅"},
		{"a byline in Turkish", "", "<p class=author>Yazan: Ayşe Demir ve Ali Kaya</p>", "", "", "Ayşe Demir, Ali Kaya"},
		{"the photographer", "", "<p class=author>Tekst: Anna Holm Foto: Jan Krog</p>", "", "", "Anna Holm"},
		{"by in an element of its own", "", "<p class=author><span>By</span>Jane Doe</p>", "", "", "Jane Doe"},
		{"a network beside the name", "", "<p class=author><a rel=author>Jane Doe</a><a>Twitter</a></p>", "",
			"", "Jane Doe"},
		{"the surname first", "<meta name=author content='Doe, Jane'>", "", "", "", "Jane Doe"},
		{"cards of WordPress",
			"<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Jane Doe'>", "",
			"", "", "Jane Doe"},
		{"a card of another kind",
			"<meta name=twitter:label1 content='Price'><meta name=twitter:data1 content='Jane Doe'>", "", "", "", ""},
		{"the company that owns the page",
			"<meta name=author content='Oak Media'><meta name=copyright content='(c) Oak Media'>",
			"<p>By Jane Doe</p>", "", "", "Jane Doe"},
		{"nobody", "<meta name=author content='Super User'>", "", "", "", ""},
		{"nobody, in Spanish", `<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person",` +
			`"name":"anónimo"}}</script>`, "", "", "", ""},
		{"the end of a poem", "", "", "", "<p>Und Heimwärts</p>", ""},
		{"the last of a list", "", "", "", "<ul><li>Nach Hause</li></ul>", ""},
		{"a door", "", "<p><a href=/user/login>Login Paper</a></p>", "", "", ""},
		{"a section below a folder of people", "<meta property=article:section content='Real Life'>",
			"<p><a href=/people/real-life>Real Life</a></p>", "", "", ""},
		{"a heading of links beside the day", "", "<p>3 May 2024</p><p>Links zur Sendung:</p>", "", "", ""},
		{"posted under", "", "<p>Posted by Runa under Rivers, Lakes</p>", "", "", "Runa"},
		{"a heading below the text", "", "", "", "<h3>Related Topics</h3>", ""},
		{"names in brackets", "", "<p class=author>Par Jeanne Dupont (avec Paul Martin)</p>", "", "",
			"Jeanne Dupont, Paul Martin"},
	}
	for _, tt := range tests {
		page := `<html lang="en"><head><title>` + headline + `</title>` + tt.head + "</head><body><article><h1>" +
			headline + "</h1>" +
			tt.above + "<div class=article-body>" +
			tt.first + viewtest.Paragraphs(viewtest.Latin+" "+viewtest.Latin, viewtest.Latin, viewtest.Latin) +
			"</div>" + tt.below + "</article></body></html>"
		v := viewtest.New(t, page)
		b, ok := body.Find(v, headline)
		if !ok {
			t.Errorf("%s: no article", tt.name)
			continue
		}
		var names []string
		for _, author := range Find(v, headline, b).Authors {
			names = append(names, author.Name)
		}
		if got := strings.Join(names, ", "); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestSloganIsNoAuthor drops what <title> ends with: the site's name with its slogan.
func TestSloganIsNoAuthor(t *testing.T) {
	const headline = "Council votes for a new bridge"
	page := "<html lang=en><head><title>" + headline + " - Bridges of Daon - News and Views</title>" +
		"<meta name=author content='Bridges of Daon - News and Views'></head><body><article><h1>" + headline + "</h1>" +
		viewtest.Paragraphs(viewtest.Latin, viewtest.Latin, viewtest.Latin) + "</article></body></html>"
	if got := namesOf(t, page, headline); got != "" {
		t.Errorf("got %q, want nobody", got)
	}
}
