package sites_test

import (
	"fmt"
	"os"
	"strings"
	"time"

	"golang.org/x/net/html"

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
