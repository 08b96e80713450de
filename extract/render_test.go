package extract

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/gisa-go/gisa/extract/facts"
)

var sample = Article{
	URL: "https://www.daon.example/1", Language: "ko", Title: "해람시, *가을* 축제 연다", Subtitle: "사흘 동안\n누구나", Section: "사회",
	Authors:   []Author{{Name: "이은서", Email: "eunseo@daon.example", Role: "기자"}},
	Publisher: &Outlet{Name: "다온일보", URL: "https://www.daon.example"}, Source: &Outlet{Name: "이룸통신"},
	Published:  Time{Time: time.Date(2026, 3, 2, 17, 41, 0, 0, time.FixedZone("", 9*3600))},
	Text:       "1. 길놀이를 한다.\n\n# 아님",
	Paragraphs: []facts.Span{{Start: 0, End: 23}, {Start: 25, End: 33}},
	Images:     []Image{{URL: "https://www.daon.example/a.jpg", Caption: "축제장 [전경]", Credit: "해람시"}},
	Tags:       []string{"축제"},
	Facts: facts.Facts{Organizations: []facts.Organization{
		{Raw: "이룸통신", Name: "이룸통신"}, {Raw: "해람시", Name: "해람시"}, {Raw: "해람시", Name: "해람시"}}},
}

func TestJSONLD(t *testing.T) {
	b, err := sample.JSONLD()
	if err != nil {
		t.Fatal(err)
	}
	var got any
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"@context": "https://schema.org", "@type": "NewsArticle", "url": "https://www.daon.example/1",
		"headline": "해람시, *가을* 축제 연다", "alternativeHeadline": "사흘 동안\n누구나", "articleSection": "사회",
		"inLanguage":    "ko",
		"datePublished": "2026-03-02T17:41:00+09:00",
		"author": []any{map[string]any{"@type": "Person", "name": "이은서", "email": "eunseo@daon.example",
			"jobTitle": "기자"}},
		"publisher":          map[string]any{"@type": "Organization", "name": "다온일보", "url": "https://www.daon.example"},
		"sourceOrganization": map[string]any{"@type": "Organization", "name": "이룸통신"},
		"keywords":           []any{"축제"},
		"mentions": []any{map[string]any{"@type": "Organization", "name": "이룸통신"},
			map[string]any{"@type": "Organization", "name": "해람시"}},
		"image": []any{map[string]any{"@type": "ImageObject", "url": "https://www.daon.example/a.jpg",
			"caption": "축제장 [전경]", "creditText": "해람시"}},
		"articleBody": "1. 길놀이를 한다.\n\n# 아님",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestJSONLDIsRead puts what JSONLD writes into a page, of which the same article must come back.
func TestJSONLDIsRead(t *testing.T) {
	a := sample
	a.Text = first + "\n\n" + second + "\n\n" + third
	b, err := a.JSONLD()
	if err != nil {
		t.Fatal(err)
	}
	got, err := FromBytes([]byte("<script type=application/ld+json>"+string(b)+"</script>"), Page{},
		&Options{SkipFacts: true})
	if err != nil {
		t.Fatal(err)
	}
	if got.Title != a.Title || got.Text != a.Text || !got.Published.Equal(a.Published.Time) {
		t.Errorf("got %+v", got)
	}
}

func TestMarkdown(t *testing.T) {
	want := strings.Join([]string{
		`# 해람시, \*가을\* 축제 연다`, `**사흘 동안**`, `**누구나**`, `이은서 기자 · 이룸통신 · 다온일보 · 2026-03-02 17:41`,
		`<https://www.daon.example/1>`, `1\. 길놀이를 한다.`, `\# 아님`,
		`![축제장 \[전경\]](<https://www.daon.example/a.jpg>)`, ""}, "\n\n")
	if diff := cmp.Diff(strings.TrimSuffix(want, "\n"), sample.Markdown()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
