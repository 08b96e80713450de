package extract_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract"
)

// bodyWords are what the pages of FuzzBody are made of: text, and tags as pages open and close them, in any order.
var bodyWords = []string{
	"이룸군은 새 도서관에 140억원을 들여 내년 3월 문을 연다고 4일 밝혔다. ", "사업비는 620", "억원", "2년간", " ", "\n", "① 첫째",
	"A&amp;B ", "군민 1만 2천여 명이 서명했다. ", "“책은 모두의 것이다.” ", "https://www.iroom.example/a_b ", "&nbsp;",
	"&#8203;", "표 1. 재원", "<p>", "</p>", "<br>", "<div>", "</div>", "<h2>", "</h2>", "<h4>", "</h4>",
	"<b>", "</b>", "<i>", "</i>", "<sup>", "</sup>", "<a href='/plan?a=1&b=2'>", "</a>",
	"<a href='javascript:1'>", "<ul>", "</ul>", "<ol start=3>", "</ol>", "<li>", "</li>", "<dl>",
	"<dt>", "<dd>", "</dl>", "<table>", "<caption>", "<tr>", "<th scope=col>", "<td>", "<td colspan=2>",
	"<td rowspan=2>", "</td>", "</tr>", "</table>", "<blockquote cite=/q>", "</blockquote>", "<pre>",
	"<code>", "</code>", "</pre>", "<ruby>圖書館<rt>도서관</rt></ruby>", "<ruby>", "<rt>", "</ruby>",
	"<figure>", "<img src=/a.jpg alt='터'>", "<img src='data:image/png;base64,iVBORw0KGgo='>",
	"<figcaption>", "</figcaption>", "</figure>", "<span>", "</span>", "<font size=3>", "<center>",
	"<section>", "</section>", "<template shadowrootmode=open>", "</template>", "<script>1",
	"</script>", "<svg onload=1><text>", "</svg>", "<math><mi>x", "</math>", "<form><button>",
	"</form>", "<details><summary>", "</details>", "<hr>", "<wbr>", "<time datetime=2026-03-02>",
	"</time>", "<q>", "</q>", "<iframe src=/f>", "</iframe>", "<!--", "-->", "<select><option>",
	"</select>", "<noscript>", "</noscript>", "<video><p>", "</video>", "<x-card>", "</x-card>",
}

// bodyPage is the page that a plan says: a word for each byte.
func bodyPage(plan []byte) string {
	var b strings.Builder
	b.WriteString(`<html lang="ko"><h1>이룸군 도서관 예산 확정</h1><article>` + before)
	for _, c := range plan {
		b.WriteString(bodyWords[int(c)%len(bodyWords)])
	}
	return b.String() + after
}

// FuzzBody: whatever the markup, the body says the text, its HTML is what browsers make of it and runs nothing, and
// every span leads to what it says.
func FuzzBody(f *testing.F) {
	f.Add([]byte{14, 0, 23, 1, 2, 24, 15})
	f.Add([]byte{42, 44, 45, 13, 46, 1, 16, 2, 47, 3, 50, 51})
	f.Add([]byte{32, 36, 0, 32, 36, 6, 33, 37, 33, 61, 62, 64, 9, 65, 66})
	f.Fuzz(func(t *testing.T, plan []byte) {
		if len(plan) > 300 {
			t.Skip("says no more than a short one")
		}
		page := bodyPage(plan)
		a, err := extract.FromBytes([]byte(page), extract.Page{URL: "https://www.iroom.example/news/1"},
			&extract.Options{Body: true})
		switch {
		case err == nil:
			checkBody(t, page, a)
		case !errors.Is(err, extract.ErrNoArticle):
			t.Fatal(err)
		}
	})
}
