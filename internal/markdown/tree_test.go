package markdown

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// treeOf parses clean HTML.
func treeOf(t testing.TB, text string) *html.Node {
	t.Helper()
	root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := html.ParseFragment(strings.NewReader(text), root)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	return root
}

func TestTree(t *testing.T) {
	for _, c := range []struct{ name, html, want string }{
		{"paragraphs", "<p>하나</p>둘<br>셋<p>넷</p>", "하나\n\n둘  \n셋\n\n넷"},
		{"headings stand below the title", "<h1>가</h1><h3>나 #</h3>", "## 가\n\n#### 나 \\#"},
		{"headings of the second level", "<h2>가<br>나</h2>", "## 가 나"},
		{"list", "<ul><li>하나<li>둘<ul><li>셋</ul></ul>", "- 하나\n- 둘\n  - 셋"},
		{"list from three", "<ol start=3><li>하나<li>둘</ol>", "3. 하나\n4. 둘"},
		{"list that counts down", "<ol reversed><li>하나<li>둘</ol>", "- 하나\n- 둘"},
		{"list of paragraphs", "<ul><li>하나<blockquote>둘</blockquote><li>셋</ul>", "- 하나\n\n  > 둘\n\n- 셋"},
		{"lists that follow each other", "<ul><li>하나</ul><ul><li>둘</ul><ol><li>셋</ol>", "- 하나\n\n* 둘\n\n1. 셋"},
		{"quotation", "<blockquote><p>하나</p><p>둘</p></blockquote>", "> 하나\n>\n> 둘"},
		{"code", "<pre>a `b`\n\n  c</pre>", "```\na `b`\n\n  c\n```"},
		{"code with a fence", "<pre>```\na</pre>", "````\n```\na\n````"},
		{"words of code", "<code>a*b</code> <code>`</code>", "`a*b` `` ` ``"},
		{"emphasis before a particle", "<b>“해람”</b>은 <em>(이룸)</em>을", "“**해람**”은 (*이룸*)을"},
		{"emphasis with blanks", "가<b> 나 </b>다", "가 **나** 다"},
		{"emphasis side by side", "<b>가</b><i>나</i>", "**가**나"},
		{"both", "<b><i>가</i></b> <s>나</s>", "***가*** ~~나~~"},
		{"an address in bold", "<b>a_b@daon.example</b>로", "<a_b@daon.example>로"},
		{"signs", "1. * _ [x](y) <b>2</b>", "1\\. \\* \\_ \\[x\\](y) **2**"},
		{"link", `<a href="https://haeram.example/a b_(c)">가 <b>나</b></a>는`, "[가 **나**](<https://haeram.example/a%20b_(c)>)는"},
		{"link that says another address", `<a href="https://haeram.example/">https://daon.example/a_b</a>`,
			`[https://daon.example/a\_b](<https://haeram.example/>)`},
		{"words that link nothing", "<a>가</a>", "가"},
		{"picture", `<figure><img src="/a.jpg" alt="[가]"><figcaption>나*</figcaption></figure>`,
			"![\\[가\\]](</a.jpg>)\n\n*나\\**"},
		{"picture of the page", `<figure><img src="data:image/png;base64,AA"><figcaption>나</figcaption></figure>`, "*나*"},
		{"reading", "<ruby>圖書館<rt>도서관</rt></ruby> <ruby>字<rp>（</rp><rt>자</rt><rp>）</rp></ruby>", "圖書館(도서관) 字（자）"},
		{"raised", "10m<sup>2</sup>", "10m<sup>2</sup>"},
		{"terms", "<dl><dt>가<dd>나</dl>", "**가**\n\n나"},
		{"table", "<table><caption>표</caption><tr><th>재원<th>금액<tr><td>국비 | 도비<td>620<br>억원</table>",
			"**표**\n\n| 재원 | 금액 |\n|---|---|\n| 국비 \\| 도비 | 620<br>억원 |"},
		{"table without a head", "<table><tr><td colspan=2>가<td rowspan=2>나<tr><td>다<td>라</table>",
			"| | | |\n|---|---|---|\n| 가 | | 나 |\n| 다 | 라 | |"},
		{"list in a cell", "<table><tr><th>가<td><ul><li>나<li>다</ul></table>",
			"| | |\n|---|---|\n| 가 | • 나<br>• 다 |"},
		{"table in a table", "<table><tr><td>가<td><table><tr><th>나<tr><td>다</table></table>", "가\n\n| 나 |\n|---|\n| 다 |"},
	} {
		if got := Tree(treeOf(t, c.html)); got != c.want {
			t.Errorf("%s:\ngot  %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestTreeIsBounded: what makes a table or an indent large is not the page's to say.
func TestTreeIsBounded(t *testing.T) {
	for name, page := range map[string]string{
		"wide cells": "<table><tr>" + strings.Repeat("<td colspan=1000 rowspan=65000>가", 1000) +
			strings.Repeat("<tr><td>나", 1000) + "</table>",
		"lists in lists": strings.Repeat("<ul><li>가", 200),
		"quotations":     strings.Repeat("<blockquote>가", 400),
	} {
		if got := len(Tree(treeOf(t, page))); got > 40*len(page) {
			t.Errorf("%s: %d bytes become %d", name, len(page), got)
		}
	}
}

// FuzzTree writes Markdown of any tree.
func FuzzTree(f *testing.F) {
	f.Add("<ul><li>가<table><tr><td rowspan=3>나<td>다<tr><td>라</table></ul><p>*마*")
	f.Add("<table><tr></table><figure></figure><ol start=-1><li></ol><h1></h1><a href=x><img></a><ruby><rt>가")
	f.Fuzz(func(t *testing.T, text string) {
		if got := Tree(treeOf(t, text)); strings.Trim(got, " \n") != got {
			t.Errorf("blanks around %q", got)
		}
	})
}
