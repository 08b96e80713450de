package sites

import (
	"errors"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

func TestBuiltin(t *testing.T) {
	if _, err := FromFS(builtin); err != nil {
		t.Fatal(err)
	}
	set := Builtin()
	for _, r := range set.Rules() {
		if r.Like != "" {
			t.Errorf("site %s is like %s, which is not a rule", r.Name, r.Like)
		}
	}
}

func page(t *testing.T, s string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func TestMatch(t *testing.T) {
	tests := []struct{ name, url, html, rule, layout string }{
		{"host", "https://n.news.naver.com/article/001/1", `<div id="dic_area">x</div>`, "naver", "2022"},
		{"old layout of a host", "https://news.naver.com/main/read.nhn?oid=1",
			`<div id="articleBodyContents">x</div>`, "naver", "2010"},
		{"fingerprint", "", `<article id="bo_v"><div id="bo_v_con">x</div></article>`, "gnuboard", "5"},
		{"script", "", `<script>var g5_bo_table = "news";</script><div id="bo_v_atc">x</div>`, "gnuboard", "5"},
		{"comment", "", `<!--BeforeDocument(1,2)--><div class="document_1_2 xe_content">x</div>`, "rhymix", "document"},
		{"comments are no documents", "", `<!--BeforeComment(1,2)--><div class="comment_1_2 xe_content">x</div>`, "", ""},
		{"address and element", "http://news.haeram.example/news/articleView.html?idxno=1",
			`<div id="articleBody">x</div>`, "ndsoft", "2010"},
		{"element alone", "", `<div id="articleBody">x</div>`, "", ""},
		{"known host, other design", "https://www.chosun.com/x", `<p>x</p>`, "chosun", ""},
		{"no such host", "https://notnaver.com/", `<p>x</p>`, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			set := Builtin()
			m := set.Match(tt.url, set.IndexAll(page(t, tt.html)), time.Time{})
			rule, layout := "", ""
			if m.Rule != nil {
				rule = m.Rule.Name
			}
			if m.Layout != nil {
				layout = m.Layout.Name
			}
			if rule != tt.rule || layout != tt.layout {
				t.Errorf("got %q %q, want %q %q", rule, layout, tt.rule, tt.layout)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		text string
		line int
		want string
	}{
		{"title: h1\n", 1, "before any site"},
		{"site: a\nhost: A.example\n", 2, "lower-case"},
		{"site: a\nhost: a.example\nlayout: 1\nbody: #b\nheadline: h1\n", 5, `unknown key "headline"`},
		{"site: a\nhost: a.example\nlayout: 1\nbody: #b\ntitle: h1[\n", 5, "selector"},
		{"site: a\nhost: a.example\nlayout: 1\ntitle: h1\n", 1, "no body"},
		{"site: a\nlayout: 1\nbody: #b\n", 1, "neither host nor when"},
		{"site: a\nhost: a.example\nlayout: 1\nbody: label 본문\n", 4, "takes a selector"},
		{"site: a\nhost: a.example\nlayout: 1\nvalid-until: 2020\nbody: p\n", 4, "cannot parse"},
		{"site: a\nhost: a.example\nzone: KST\n", 3, "zone"},
		{"site: a\nhost: a.example\nkind: forum\n", 3, "kind"},
		{"site: a\nhost a.example\n", 2, "no key"},
	}
	for _, tt := range tests {
		_, err := Parse("x.txt", strings.NewReader(tt.text))
		var pe *ParseError
		if !errors.As(err, &pe) || !errors.Is(err, ErrRule) {
			t.Errorf("%q: got %v, want a *ParseError", tt.text, err)
			continue
		}
		if !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), "x.txt:"+string(rune('0'+tt.line))+":") {
			t.Errorf("%q: got %v, want line %d and %q", tt.text, err, tt.line, tt.want)
		}
	}
}

func TestWith(t *testing.T) {
	rules, err := Parse("mine.txt", strings.NewReader("site: naver\nhost: news.naver.com\nlayout: mine\nbody: #mine\n"))
	if err != nil {
		t.Fatal(err)
	}
	old := Builtin()
	set := old.With(rules...)
	doc := page(t, `<div id="mine">x</div><div id="dic_area">y</div>`)
	if m := set.Match("https://news.naver.com/", set.IndexAll(doc), time.Time{}); m.Layout == nil ||
		m.Layout.Name != "mine" {
		t.Errorf("own rule is not used: %+v", m)
	}
	if m := old.Match("https://news.naver.com/", old.IndexAll(doc), time.Time{}); m.Layout == nil ||
		m.Layout.Name != "2022" {
		t.Errorf("With changed the set it was called on: %+v", m)
	}
}

func TestValidUntil(t *testing.T) {
	rules, err := Parse("x.txt", strings.NewReader(`
site: a
host: a.example
layout: old
valid-until: 2020-12-31
body: #b
layout: older
body: p
`))
	if err != nil {
		t.Fatal(err)
	}
	set := (&Set{}).With(rules...)
	ix := set.IndexAll(page(t, `<div id="b"><p>x</p></div>`))
	for year, want := range map[int]string{2019: "old", 2022: "older"} {
		m := set.Match("http://a.example/", ix, time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC))
		if m.Layout.Name != want {
			t.Errorf("%d: got %s, want %s", year, m.Layout.Name, want)
		}
	}
}

func TestSelectorKeys(t *testing.T) {
	for css, want := range map[string]string{
		"#bo_v header .x":          ".x",
		"div.a#b":                  "#b",
		"#a > p":                   "#a within",
		".a + *":                   ".a within",
		"h1":                       "<h1",
		"p":                        "\x00 within",
		`[itemprop="articleBody"]`: "=articleBody",
		"a:not(.b)":                "\x00 within",
		".u ul a[href*='.b']":      ".u within",
	} {
		k, within := keyOf(css)
		got := string(k.kind) + k.name
		if within {
			got += " within"
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", css, got, want)
		}
	}
}

// TestIndexAgrees holds every selector of the built-in rules against a walk of the whole page.
func TestIndexAgrees(t *testing.T) {
	doc := page(t, `<div class="a info-text"><ul><li>1<li>2</ul></div><div id="bo_v"><header><p>x</header><div `+
		`id="bo_v_con"><p>y</div></div>
<div id="article-view-content-div" class="view-page" itemprop="articleBody"><figure><figcaption>c</figcaption>`+
		`</figure></div>`)
	set := Builtin()
	ix := set.IndexAll(doc)
	for _, r := range set.Rules() {
		for _, l := range r.Layouts {
			for f := range fieldCount {
				for _, src := range l.Sources(f) {
					if src.Selector == nil {
						continue
					}
					n := 0
					for d := range doc.Descendants() {
						if d.Type == html.ElementNode && src.Selector.Match(d) {
							n++
						}
					}
					if got := len(ix.All(src.Selector)); got != n {
						t.Errorf("%s %s %v %s: got %d elements, want %d", r.Name, l.Name, f, src.Selector, got, n)
					}
				}
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("site: a\nhost: a.example\nlayout: 1\nbody: #b, .c > p\ntitle: label 제목 | 글 in .x\n")
	f.Add("site: a\nwhen: meta generator X & script y\npublisher: 해람일보\n")
	f.Fuzz(func(t *testing.T, s string) {
		rules, err := Parse("f.txt", strings.NewReader(s))
		if err != nil && !errors.Is(err, ErrRule) {
			t.Fatalf("error without a line: %v", err)
		}
		if err == nil {
			(&Set{}).With(rules...)
		}
	})
}

func BenchmarkIndexAndMatch(b *testing.B) {
	doc, err := html.Parse(strings.NewReader(
		strings.Repeat(`<div class="a b"><p id="x">text</p><span class="c">d</span></div>`, 1000)))
	if err != nil {
		b.Fatal(err)
	}
	set := Builtin()
	b.ReportAllocs()
	for b.Loop() {
		set.Match("https://haeram.example/news/1", set.IndexAll(doc), time.Time{})
	}
}

// TestKind holds that a rule says of its site that it is a board, and that the rule of a known newspaper on a board's
// system does not say so.
func TestKind(t *testing.T) {
	rules, err := Parse("x.txt", strings.NewReader("site: a\nhost: a.example\nkind: board\nlayout: 1\nbody: p\n"+
		"site: b\nhost: b.example\nlike: a\n"))
	if err != nil || len(rules) != 2 || rules[0].Kind != Board || rules[1].Kind != Newsroom {
		t.Errorf("got %+v, %v", rules, err)
	}
	set := (&Set{}).With(rules...)
	for address, want := range map[string]Kind{"https://a.example/1": Board, "https://b.example/1": Newsroom} {
		m := set.Match(address, set.IndexAll(page(t, "<p>x")), time.Time{})
		if m.Rule == nil || m.Layout == nil || m.Rule.Kind != want {
			t.Errorf("%s: got %+v, want kind %d", address, m.Rule, want)
		}
	}
}
