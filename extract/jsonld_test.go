package extract

import (
	"strings"
	"testing"
)

func TestReadJSONLD(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", `{"@type":"NewsArticle","headline":"제목","author":{"@type":"Person","name":"이서온"}}`, "제목 / 이서온"},
		{"graph and references", `{"@graph":[{"@type":"Person","@id":"#1","name":"이서온"},{"@type":["Article"],"headline":"제목","author":{"@id":"#1"}}]}`, "제목 / 이서온"},
		{"list of authors", `[{"@type":"NewsArticle","headline":"제목","author":["이서온",{"name":"박가람"}]}]`, "제목 / 이서온 박가람"},
		{"raw line breaks", "{\"@type\":\"NewsArticle\",\"headline\":\"제\n목\",\"author\":\"이서온\"}", "제\n목 / 이서온"},
		{"trailing commas", `{"@type":"NewsArticle","headline":"제목","author":["이서온",],}`, "제목 / 이서온"},
		{"comments", "<!-- {\"@type\":\"NewsArticle\", /* x */ \"headline\":\"제목\", // y\n \"author\":\"이서온\"} -->", "제목 / 이서온"},
		{"cut off", `{"@type":"NewsArticle","headline":"제목","author":{"name":"이서온"`, "제목 / 이서온"},
		{"missing comma", `{"@type":"NewsArticle" "headline":"제목" "author":"이서온"}`, "제목 / 이서온"},
		{"escapes", `{"@type":"NewsArticle","headline":"\uc81c\ubaa9 \"\ud83d\ude00\" &amp;","author":"이서온"}`, "제목 \"😀\" & / 이서온"},
		{"quotes inside", `{"@type":"NewsArticle","headline":"그는 "안녕" 했다","author":"이서온"}`, `그는 "안녕" 했다 / 이서온`},
		{"unwanted objects", `{"@type":"NewsArticle","hasPart":[{"headline":"다른 것","x":"}"}],"headline":"제목","author":"이서온"}`, "제목 / 이서온"},
		{"two values", `{"@type":"Organization","name":"해람일보"}{"@type":"NewsArticle","headline":"제목","author":"이서온"}`, "제목 / 이서온"},
		{"article before page", `[{"@type":"WebPage","headline":"쪽"},{"@type":"NewsArticle","headline":"제목","author":"이서온"}]`, "제목 / 이서온"},
		{"nothing", `not json`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			articles, ids := ldArticles(readJSONLD(tt.text))
			got := ""
			if len(articles) > 0 {
				got = articles[0].get("headline").text + " /"
				articles[0].get("author").each(func(v *ldValue) {
					if o := ids[v.get("@id").text]; o != nil {
						v = o
					}
					got += " " + v.name()
				})
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestHostileJSONLD(t *testing.T) {
	const n = 1 << 20
	for _, s := range []string{strings.Repeat(`{"@graph":`, n), strings.Repeat("[", n), strings.Repeat("}", n), strings.Repeat(`{"x":[`, n),
		`{"headline":"` + strings.Repeat(`\`, n), strings.Repeat("<!--", n), strings.Repeat("/*", n), strings.Repeat(`{"author":{"name":"`, n)} {
		ldArticles(readJSONLD(s)) // ends soon
	}
}

func FuzzReadJSONLD(f *testing.F) {
	f.Add(`{"@type":"NewsArticle","headline":"제목","author":[{"name":"이서온"},],}`)
	f.Add("<!-- {\"a\":'b',\"@graph\":[{\"@id\":\"x\"}]} -->")
	f.Add(`{"headline":"\ud83d\ude00`)
	f.Fuzz(func(t *testing.T, s string) { ldArticles(readJSONLD(s)) })
}
