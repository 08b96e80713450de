package dating

import (
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/internal/title"
	"github.com/gisa-go/gisa/extract/internal/view"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// scripted returns a page without a visible date and with the given script.
func scripted(script string) string {
	return `<html lang=en><head><title>Council votes for a new bridge</title></head><body><h1>Council votes for a ` +
		`new bridge</h1>` +
		viewtest.Paragraphs(viewtest.Latin+" "+viewtest.Latin, viewtest.Latin, viewtest.Latin) + "<script>" + script +
		"</script></body></html>"
}

// find reads the dates of a page with an article.
func find(t *testing.T, v *view.View) Found {
	t.Helper()
	head := title.Find(v)
	b, ok := body.Find(v, head.Text)
	if !ok {
		t.Fatal("no article")
	}
	return Find(v, head.Text, b)
}

// TestScriptDates reads times that only data for scripts hold, and leaves those of other articles.
func TestScriptDates(t *testing.T) {
	others := strings.Repeat(`{"id":"90001","publishedAt":"2021-05-06T07:08:00Z","text":"another report about the `+
		`harbour"},`, 50)
	tests := []struct{ name, script, want string }{
		{"Next.js", `{"props":{"article":{"id":"88123","firstPublished":"2022-02-23T17:41:00Z"}}}`, "2022-02-23 17:41"},
		{"dataLayer", `dataLayer.push({'section': 'town', 'publishDate': '2022-02-23 17:41'});`, "2022-02-23 17:41"},
		{"no quotes", `var page = {publishTime: 1645638060};`, "2022-02-23 17:41"},
		{"flight data", `self.__next_f.push([1,"{\"deployDt\":\"2022.02.23 17:41\",\"id\":1}"])`, "2022-02-23 17:41"},
		{"marks in keys", `{"first-publication":"2022-02-23"}`, "2022-02-23 00:00"},
		{"near its number", `[` + others + `{"id":"88123","publishedAt":"2022-02-23T17:41:00Z"},` + others + `]`,
			"2022-02-23 17:41"},
		{"near its title", `[` + others +
			`{"publishedAt":"2022-02-23T17:41:00Z","headline":"Council votes for a new bridge"},` + others + `]`,
			"2022-02-23 17:41"},
		{"two other articles", `[{"id":"90001","publishedAt":"2021-05-06T07:08:00Z"},{"id":"90002",` +
			`"publishedAt":"2021-06-06T07:08:00Z"}]`, ""},
		{"far from the article", `{"id":"88123"` + strings.Repeat(" ", maxScriptReach) +
			`,"publishedAt":"2021-05-06T07:08:00Z"}`, ""},
		{"in the future", `{"publishedAt":"2030-05-06T07:08:00Z"}`, ""},
		{"another key", `{"buildDate":"2022-02-23T17:41:00Z","republishedAt":"2022-02-23"}`, ""},
		{"no date", `{"publishedAt":"yesterday","publishDate":12,"pubDate":null,"articleDate":`, ""},
	}
	fetched := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, tt := range tests {
		d := find(t, viewtest.At(t, scripted(tt.script), "https://news.example/town/council-votes-88123", fetched))
		got := ""
		if !d.Published.IsZero() {
			got = d.Published.Format("2006-01-02 15:04")
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestScriptDateLast holds that a date which the page shows is believed before one of a script.
func TestScriptDateLast(t *testing.T) {
	page := strings.Replace(scripted(`{"publishDate":"2020-01-01"}`), "</h1>",
		"</h1><p>Published: 23 February 2022, 17:41</p>", 1)
	d := find(t, viewtest.New(t, page))
	if got := d.Published.Format("2006-01-02 15:04"); got != "2022-02-23 17:41" {
		t.Errorf("got %s", got)
	}
}

func FuzzScriptDates(f *testing.F) {
	f.Add(`{"publishDate":"2022-02-23","id":"88123"}`)
	f.Add(`publishTime: 1645638060`)
	f.Add(`\"deployDt\":\"2022.02.23 17:41\"`)
	d := newDatings(viewtest.New(f, "<html lang=de>"))
	f.Fuzz(func(t *testing.T, s string) {
		dates := d.scriptDates(s)
		for _, c := range dates {
			if !stamp.ValidDay(c.Stamp) || c.at < 0 || c.at >= len(s) || s[c.at] != ':' {
				t.Errorf("%q: %+v", s, c)
			}
		}
		if best := nearestDate(s, dates, []string{"88123"}); best == nil && len(dates) == 1 && len(s) < smallScript {
			t.Errorf("%q: a single date is not taken", s)
		}
	})
}
