package head

import (
	"reflect"
	"strings"
	"testing"
)

func TestReadJSONLD(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", `{"@type":"NewsArticle","headline":"제목","author":{"@type":"Person","name":"이서온"}}`, "제목 / 이서온"},
		{"graph and references", `{"@graph":[{"@type":"Person","@id":"#1","name":"이서온"},{"@type":["Article"],` +
			`"headline":"제목","author":{"@id":"#1"}}]}`, "제목 / 이서온"},
		{"list of authors", `[{"@type":"NewsArticle","headline":"제목","author":["이서온",{"name":"박가람"}]}]`, "제목 / 이서온 박가람"},
		{"raw line breaks", "{\"@type\":\"NewsArticle\",\"headline\":\"제\n목\",\"author\":\"이서온\"}", "제\n목 / 이서온"},
		{"trailing commas", `{"@type":"NewsArticle","headline":"제목","author":["이서온",],}`, "제목 / 이서온"},
		{"comments", "<!-- {\"@type\":\"NewsArticle\", /* x */ \"headline\":\"제목\", // y\n \"author\":\"이서온\"} -->",
			"제목 / 이서온"},
		{"cut off", `{"@type":"NewsArticle","headline":"제목","author":{"name":"이서온"`, "제목 / 이서온"},
		{"missing comma", `{"@type":"NewsArticle" "headline":"제목" "author":"이서온"}`, "제목 / 이서온"},
		{"escapes", `{"@type":"NewsArticle","headline":"\uc81c\ubaa9 \"\ud83d\ude00\" &amp;","author":"이서온"}`,
			"제목 \"😀\" & / 이서온"},
		{"quotes inside", `{"@type":"NewsArticle","headline":"그는 "안녕" 했다","author":"이서온"}`, `그는 "안녕" 했다 / 이서온`},
		{"unwanted objects", `{"@type":"NewsArticle","hasPart":[{"headline":"다른 것","x":"}"}],"headline":"제목",` +
			`"author":"이서온"}`, "제목 / 이서온"},
		{"two values", `{"@type":"Organization","name":"해람일보"}{"@type":"NewsArticle","headline":"제목","author":"이서온"}`,
			"제목 / 이서온"},
		{"article before page", `[{"@type":"WebPage","headline":"쪽"},{"@type":"NewsArticle","headline":"제목",` +
			`"author":"이서온"}]`, "제목 / 이서온"},
		{"nothing", `not json`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			articles, ids := ldArticles(readValues(tt.text))
			got := ""
			if len(articles) > 0 {
				got = articles[0].Get("headline").Text + " /"
				articles[0].Get("author").Each(func(v *Value) {
					if o := ids[v.Get("@id").Text]; o != nil {
						v = o
					}
					got += " " + v.Name()
				})
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestHostileJSONLD reads what nests deep and never ends: nothing is found beyond the bounds, and no more is kept than
// they allow.
func TestHostileJSONLD(t *testing.T) {
	const n = 1 << 18
	for _, part := range []string{`{"@graph":`, "[", "}", `{"x":[`, `\`, "<!--", "/*", `{"author":{"name":"`,
		`{"@type":"Article"},`, "1,"} {
		for _, head := range []string{"", `{"headline":"`, "["} {
			checkValues(t, head+strings.Repeat(part, n/len(part)))
		}
	}
	deep := strings.Repeat(`{"@graph":`, ldDepth+2) + `{"@type":"Article","headline":"too deep"}`
	if articles, _ := ldArticles(readValues(deep)); len(articles) != 0 {
		t.Errorf("read beyond the depth: %+v", articles)
	}
}

// checkValues reads a script twice and checks what holds for every one: the same values, none nested too deep, none
// with text that the script has not, and no more than are kept.
func checkValues(t *testing.T, s string) {
	t.Helper()
	values := readValues(s)
	count, depth := 0, 0
	var visit func(v *Value, at int)
	visit = func(v *Value, at int) {
		count, depth = count+1, max(depth, at)
		if len(v.Text) > len(s)*3 { // an entity of three bytes may stand for a character of three
			t.Fatalf("a text of %d bytes from a script of %d", len(v.Text), len(s))
		}
		for i := range v.List {
			visit(&v.List[i], at+1)
		}
		for i := range v.object {
			if p := &v.object[i]; !ldWanted[p.name] {
				t.Fatalf("kept a property %q", p.name)
			} else {
				visit(&p.value, at+1)
			}
		}
	}
	for i := range values {
		visit(&values[i], 0)
	}
	if depth > ldDepth {
		t.Fatalf("values nest %d deep", depth)
	}
	if inside := count - len(values); inside > maxLD+ldDepth*len(ldWanted) { // what is open may be completed
		t.Fatalf("%d values were kept", inside)
	}
	articles, ids := ldArticles(values)
	for _, a := range articles {
		if a.object == nil {
			t.Fatalf("an article that is no object: %+v", a)
		}
	}
	for id, v := range ids {
		if id == "" || v.Get("@id").Text != id {
			t.Fatalf("%q stands for %+v", id, v)
		}
	}
	if !reflect.DeepEqual(values, readValues(s)) {
		t.Fatal("the same script gave two answers")
	}
}

func FuzzReadJSONLD(f *testing.F) {
	f.Add(`{"@type":"NewsArticle","headline":"제목","author":[{"name":"이서온"},],}`)
	f.Add("<!-- {\"a\":'b',\"@graph\":[{\"@id\":\"x\",\"name\":\"y\"}]} -->")
	f.Add(`{"headline":"\ud83d\ude00`)
	f.Fuzz(checkValues)
}
