package extract

import (
	"strings"
	"testing"
	"time"
)

// TestHead reads what heads of pages say of their articles, in good order and in bad.
func TestHead(t *testing.T) {
	const title = "<title>Council votes for a new bridge - Haeram Daily</title>"
	ld := func(s string) string { return `<script type="application/ld+json">` + s + "</script>" }
	const article = `"@type":"NewsArticle","headline":"Council votes for a new bridge","author":{"@type":"Person",` +
		`"name":"Jane Doe"},"datePublished":"2022-02-23T17:41:00+09:00"`
	const want = "Council votes for a new bridge | Jane Doe | 2022-02-23T17:41:00+09:00"
	tests := []struct{ name, head, want string }{
		{"plain", ld("{" + article + "}"), want},
		{"in CDATA", ld("<![CDATA[{" + article + "}]]>"), want},
		{"in CDATA behind comments", ld("//<![CDATA[\n{" + article + "}\n//]]>"), want},
		{"escaped as HTML", ld(strings.ReplaceAll("{"+article+"}", `"`, "&quot;")), want},
		{"a list in a list", ld("[[{" + article + "}]]"), want},
		{"main entity of a page", ld(`{"@type":"WebPage","name":"A page","mainEntity":{` + article + "}}"), want},
		{"page of an article", ld(`{` + article + `,"mainEntityOfPage":{"@type":"WebPage","name":"A page"}}`), want},
		{"types by address", ld(strings.Replace("{"+article+"}", `"NewsArticle"`, `"https://schema.org/NewsArticle"`,
			1)), want},
		{"types in small letters", ld(strings.Replace("{"+article+"}", `"NewsArticle"`, `"newsArticle"`, 1)), want},
		{"names with a prefix", ld(`{"@type":"schema:NewsArticle","schema:headline":"Council votes for a new ` +
			`bridge","schema:author":"Jane Doe","schema:datePublished":"2022-02-23T17:41:00+09:00"}`), want},
		{"values in objects", ld(`{"@type":"NewsArticle","headline":{"@value":"Council votes for a new bridge"},` +
			`"author":{"@type":"Person","name":{"@value":"Jane Doe"}},` +
			`"datePublished":{"@value":"2022-02-23T17:41:00+09:00"}}`), want},
		{"values in lists", ld(`{"@type":"NewsArticle","headline":["Council votes for a new bridge"],` +
			`"author":[["Jane Doe"]],"datePublished":["2022-02-23T17:41:00+09:00"]}`), want},
		{"names in a list", ld(`{"@type":"NewsArticle","headline":"Council votes for a new bridge",` +
			`"author":{"@type":"Person","name":["Jane Doe","John Roe"]},"datePublished":"2022-02-23T17:41:00+09:00"}`),
			"Council votes for a new bridge | Jane Doe, John Roe | 2022-02-23T17:41:00+09:00"},
		{"authors by reference", ld(`{"@graph":[{"@type":"NewsArticle","headline":"Council votes for a new bridge",` +
			`"author":[{"@id":"#a"},{"@id":"#b"}],"datePublished":"2022-02-23T17:41:00+09:00"},
			{"@type":"Person","@id":"#a","name":"Jane Doe"},{"@type":"Person","@id":"#b","name":"John Roe"}]}`),
			"Council votes for a new bridge | Jane Doe, John Roe | 2022-02-23T17:41:00+09:00"},
		{"an empty key before the full one", ld(`{"headline":"","author":"",` + article + "}"), want},
		{"an account for an author", ld(
			`{"@type":"NewsArticle","headline":"Council votes for a new bridge","author":"admin",`+
				`"datePublished":"2022-02-23T17:41:00+09:00"}`) +
			`<meta name="author" content="Jane Doe">`, want},
		{"a date as scripts write it", ld(strings.Replace("{"+article+"}", "2022-02-23T17:41:00+09:00",
			"Wed Feb 23 2022 17:41:00 GMT+0900 (Korean Standard Time)", 1)), want},
		{"a date in milliseconds", ld(strings.Replace("{"+article+"}", `"2022-02-23T17:41:00+09:00"`, "1645605660000",
			1)), "Council votes for a new bridge | Jane Doe | 2022-02-23T08:41:00Z"},
		{"the date of no clock", ld(strings.Replace("{"+article+"}", `2022-02-23T17:41:00+09:00`,
			"1970-01-01T00:00:00Z", 1)) +
			`<meta property="article:published_time" content="2022-02-23T17:41:00+09:00">`, want},
		{"a date behind that of the fetch",
			ld(strings.Replace("{"+article+"}", `2022-02-23T17:41:00+09:00`, "2032-02-23T17:41:00+09:00", 1)) +
				`<meta property="article:published_time" content="2022-02-23T17:41:00+09:00">`, want},
		{"other articles before, by address",
			ld(`[{"@type":"NewsArticle","url":"https://haeram.example/other","headline":"Another story of the day",` +
				`"author":"John Roe","datePublished":"2022-02-20T10:00:00+09:00"},
			{"url":"https://haeram.example/news/bridge",` + article + "}]"), want},
		{"other articles before, by headline",
			ld(`[{"@type":"NewsArticle","headline":"Another story of the day","author":"John Roe",` +
				`"datePublished":"2022-02-20T10:00:00+09:00"},{` + article + "}]"), want},
		{"other articles before, no author",
			ld(`[{"@type":"NewsArticle","url":"https://haeram.example/other","headline":"Another story of the day",` +
				`"author":"John Roe","datePublished":"2022-02-20T10:00:00+09:00"},
			{"@type":"NewsArticle","url":"http://www.haeram.example/news/bridge/#top","headline":"Council votes ` +
				`for a new bridge","datePublished":"2022-02-23T17:41:00+09:00"}]`),
			"Council votes for a new bridge |  | 2022-02-23T17:41:00+09:00"},
		{"Parse.ly", `<meta name="parsely-title" content="Council votes for a new bridge"><meta ` +
			`name="parsely-author" content="Jane Doe"><meta name="parsely-pub-date" ` +
			`content="2022-02-23T17:41:00+09:00">`, want},
		{"Parse.ly in JSON", `<meta name="parsely-page" content='{"title":"Council votes for a new bridge",` +
			`"authors":["Jane Doe"],"pub_date":"2022-02-23T17:41:00+09:00"}'>`, want},
		{"Sailthru", `<meta name="sailthru.title" content="Council votes for a new bridge"><meta ` +
			`name="sailthru.author" content="Jane Doe"><meta name="sailthru.date" content="2022-02-23T17:41:00+09:00">`, want},
		{"cXense", `<meta name="cXenseParse:title" content="Council votes for a new bridge"><meta ` +
			`name="cXenseParse:author" content="Jane Doe"><meta name="cXenseParse:recs:publishtime" ` +
			`content="2022-02-23T17:41:00+09:00">`, want},
		{"Swiftype", `<meta class="swiftype" name="title" data-type="string" content="Council votes for a new ` +
			`bridge"><meta class="swiftype" name="author" content="Jane Doe"><meta class="swiftype" ` +
			`name="published_at" data-type="date" content="2022-02-23T17:41:00+09:00">`, want},
		{"Dublin Core", `<meta name="DC.title" content="Council votes for a new bridge"><meta name="DC.creator" ` +
			`content="Jane Doe"><meta name="DC.date.issued" content="2022-02-23T17:41:00+09:00">`, want},
		{"Dublin Core in RDFa", `<meta property="dc:title" content="Council votes for a new bridge"><meta ` +
			`property="dc:creator" content="Jane Doe"><meta property="dcterms:issued" ` +
			`content="2022-02-23T17:41:00+09:00">`, want},
		{"Open Graph", `<meta property="og:title" content="Council votes for a new bridge"><meta ` +
			`property="og:article:author" content="Jane Doe"><meta property="og:article:published_time" ` +
			`content="2022-02-23T17:41:00+09:00">`, want},
		{"microdata", `<meta itemprop="headline" content="Council votes for a new bridge"><meta itemprop="author" ` +
			`content="Jane Doe"><meta itemprop="datePublished" content="2022-02-23T17:41:00+09:00">`, want},
		{"schema.org in RDFa", `<meta property="schema:headline" content="Council votes for a new bridge"><meta ` +
			`property="schema:author" content="Jane Doe"><meta property="schema:datePublished" ` +
			`content="2022-02-23T17:41:00+09:00">`, want},
		{"Mediator", `<meta name="mediator_author" content="Jane Doe"><meta name="mediator_published_time" ` +
			`content="2022-02-23T17:41:00+09:00">`, want},
	}
	for _, tt := range tests {
		page := `<html lang="en"><head>` + title + tt.head + "</head><body><article><div class=article-body>" +
			paragraphs(latin+" "+latin, latin, latin) + "</div></article></body></html>"
		a, err := FromBytes([]byte(page),
			Page{URL: "https://haeram.example/news/bridge", Fetched: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)},
			&Options{SkipFacts: true})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var names []string
		for _, author := range a.Authors {
			names = append(names, author.Name)
		}
		if got := a.Title + " | " + strings.Join(names, ", ") + " | " + a.Published.Format(time.RFC3339); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
