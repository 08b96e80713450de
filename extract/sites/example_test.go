package sites_test

import (
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/sites"
)

const haeram = `# Haeram Daily, seen 2025.
site: haeram
host: haeram.example
publisher: 해람일보

layout: 2025
title: h1.headline
published: label 입력 | 등록 in .info
body: #article
`

// A user's rule comes before those of the package.
func ExampleSet_With() {
	rules, err := sites.Parse("haeram.txt", strings.NewReader(haeram))
	if err != nil {
		fmt.Println(err)
		return
	}
	set := sites.Builtin().With(rules...)
	page, err := html.Parse(strings.NewReader(`<h1 class="headline">새 다리 놓인다</h1><div id="article">…</div>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	m := set.Match("https://www.haeram.example/news/1", set.IndexAll(page), time.Time{})
	fmt.Println(m.Rule.Name, m.Layout.Name, m.Rule.Publisher)
	// Output: haeram 2025 해람일보
}

// Bad lines are reported with file and line.
func ExampleParse() {
	_, err := sites.Parse("haeram.txt", strings.NewReader(
		"site: haeram\nhost: haeram.example\nlayout: 1\nbody: #a\ntitle: h1[\n"))
	fmt.Println(err)
	// Output: sites: haeram.txt:5: selector "h1[": expected identifier, found EOF instead
}

// A folder of rule files, one a newspaper.
func ExampleFromFS() {
	rules, err := sites.FromFS(os.DirFS("rules"))
	fmt.Println(len(rules) > 20, err)
	// Output: true <nil>
}

func ExampleOutletOf() {
	fmt.Println(sites.OutletOf("http://www.gnnews.co.kr/news/articleView.html?idxno=1"))
	// Output: 경남일보
}

// A field that no line of text can point at is read by Go: here the name that stands in the address of a picture.
func ExampleFunc() {
	rules, err := sites.Parse("haeram.txt", strings.NewReader(haeram))
	if err != nil {
		fmt.Println(err)
		return
	}
	rules[0].Read = map[sites.Field]sites.Func{
		sites.Authors: func(doc *goquery.Document) []string {
			src, _ := doc.Find("img.reporter").Attr("src")
			return []string{strings.TrimSuffix(src[strings.LastIndex(src, "/")+1:], ".png") + " 기자"}
		},
	}
	page := `<html lang="ko"><h1 class="headline">새 다리 놓인다</h1><img class="reporter" src="/staff/구본서.png">
<div id="article"><p>해람군은 강을 건너는 새 다리를 놓기로 했다. 다리가 놓이면 읍내까지 걸리는 시간이 반으로 준다.</p></div></html>`
	a, err := extract.FromBytes([]byte(page), extract.Page{URL: "https://www.haeram.example/news/1"},
		&extract.Options{Sites: sites.Builtin().With(rules...)})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Authors[0].Name, a.Authors[0].Role)
	// Output: 구본서 기자
}

// Selectors are matchers for goquery.
func ExampleSelector() {
	sel, err := sites.CompileSelector("#article p, .lead")
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(
		`<p class="lead">머리</p><div id="article"><p>본문</p></div><p>꼬리</p>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.FindMatcher(sel).Length())
	// Output: 2
}
