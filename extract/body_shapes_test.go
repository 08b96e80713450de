package extract_test

import (
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract"
)

// Paragraphs around what a test is about, so that there is an article.
const (
	before = `<p>이룸군은 새 도서관을 짓는 데 드는 돈을 나누어 마련한다고 4일 밝혔다. 군은 도와 정부에 차례로 신청을 마쳤다.</p>`
	after  = `<p>군은 내년 3월 공사를 시작해 이듬해 문을 열 계획이며, 주민 설명회도 두 차례 더 열기로 했다고 설명했다.</p>`
)

// withBody returns the article of a page around a piece of HTML.
func withBody(t *testing.T, piece string) *extract.Article {
	t.Helper()
	page := `<html lang="ko"><h1>이룸군 도서관 예산 확정</h1><article>` + before + piece + after + `</article></html>`
	a, err := extract.FromBytes([]byte(page), extract.Page{URL: "https://www.iroom.example/news/1"},
		&extract.Options{Body: true})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestBodyShapes holds what becomes of the markup of pages.
func TestBodyShapes(t *testing.T) {
	const long = "도서관은 지하 1층, 지상 3층으로 짓는다. 1층에는 어린이 자료실이 들어선다."
	for name, c := range map[string]struct{ page, want string }{
		"list": {`<ul class=x onclick=1><li>첫째 안건은 도서관 터 매입이다.<li>둘째 안건은 조례 개정이다.</ul>`,
			`<ul><li>첫째 안건은 도서관 터 매입이다.</li><li>둘째 안건은 조례 개정이다.</li></ul>`},
		"list in a list": {
			`<ol start=3><li>자료실을 넓힌다.</li><ul><li>어린이 자료실을 먼저 넓힌다.</li></ul><li>쉼터를 만든다.</li></ol>`,
			`<ol start="3"><li>자료실을 넓힌다.<ul><li>어린이 자료실을 먼저 넓힌다.</li></ul></li><li>쉼터를 만든다.</li></ol>`},
		"list without items":  {`<dl><p>` + long + `</p></dl>`, `<p>` + long + `</p>`},
		"item without a list": {`<div><li>` + long + `</li></div>`, `<p>` + long + `</p>`},
		"heading": {
			`<h2><a href="/plan">공사 일정</a></h2>`, `<h2><a href="https://www.iroom.example/plan">공사 일정</a></h2>`},
		"text in large letters": {`<h4>` + long + `<br>` + long + ` 둘째.<br>` + long + ` 셋째.</h4>`,
			`<p>` + long + `</p><p>` + long + ` 둘째.</p><p>` + long + ` 셋째.</p>`},
		"bold over paragraphs": {`<b><p>` + long + `</p></b>`, `<p><b>` + long + `</b></p>`},
		"quotation": {`<blockquote cite="javascript:1"><p>책은 군민 모두의 것이다.</p></blockquote>`,
			`<blockquote><p>책은 군민 모두의 것이다.</p></blockquote>`},
		"table that places": {`<table><tr><td><img src="/a.jpg"></td></tr><tr><td>` + long + `</td></tr></table>`,
			`<figure><img src="https://www.iroom.example/a.jpg"/></figure><p>` + long + `</p>`},
		"picture in a quotation": {
			`<blockquote><p>책은 군민 모두의 것이다.</p><img src="/a.jpg" onerror=x alt="표지"></blockquote>`,
			`<blockquote><p>책은 군민 모두의 것이다.</p>` +
				`<figure><img src="https://www.iroom.example/a.jpg" alt="표지"/></figure></blockquote>`},
		"picture of the page itself": {
			`<figure><img src="data:image/png;base64,iVBORw0KGgo="><figcaption>조감도</figcaption></figure>`,
			`<figure><img src="data:image/png;base64,iVBORw0KGgo="/><figcaption>조감도</figcaption></figure>`},
		"ruby": {
			`<p>` + long + ` <ruby>圖書館<rp>(</rp><rt>도서관</rt><rp>)</rp></ruby>이라 쓴다.</p>`,
			`<p>` + long + ` <ruby>圖書館<rp>(</rp><rt>도서관</rt><rp>)</rp></ruby>이라 쓴다.</p>`},
		"code": {`<pre><code>if open {
  lend()
}</code></pre>`, "<pre><code>if open {\n  lend()\n}</code></pre>"},
		"link in a link": {
			`<p>` + long + ` <a href="/1">자세히 <math><mi>x <a href="/2">보기</a></mi></math></a>. ` + long + `</p>`,
			`<p>` + long + ` <a href="https://www.iroom.example/1">자세히 x</a> ` +
				`<a href="https://www.iroom.example/2">보기</a>. ` + long + `</p>`},
		"heading in a paragraph": {`<p>` + long + `<marquee><blockquote><h4>공사 일정</h4></blockquote></marquee></p>`,
			`<p>` + long + `</p><blockquote><h4>공사 일정</h4></blockquote>`},
		"list in a quotation in pre": {
			"<pre>책은 모두의 것이다.\n<code>lend(620)</code>\n<blockquote><code>return(2)</code>\n" +
				"<ul><li>둘째 안건은 조례 개정이다.</li></ul></blockquote></pre>",
			"<pre>책은 모두의 것이다.\n<code>lend(620)</code>\n<blockquote><p><code>return(2)</code>\n</p>" +
				"<ul><li>둘째 안건은 조례 개정이다.</li></ul></blockquote></pre>"},
		"address in a picture that runs": {`<p>` + long + `</p><img src="javascript:1"><img src="data:image/svg+xml,<svg/>">`,
			`<p>` + long + `</p>`},
	} {
		a := withBody(t, c.page)
		if got := strings.TrimSuffix(strings.TrimPrefix(a.Body.HTML(), before), after); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, c.want)
		}
		checkBody(t, name, a)
	}
}

// TestRowsWithoutGroup: a tree whose rows stand in the table itself, as XML parsers leave them, has the body of one
// whose rows stand in tbody.
func TestRowsWithoutGroup(t *testing.T) {
	root, err := html.Parse(strings.NewReader(`<html lang="ko"><h1>이룸군 도서관 예산</h1><article>` + before + `<table>
<caption>재원</caption><tr><th>재원<th>금액<tr><td>국비<td>620억원</table>` + after + `</article></html>`))
	if err != nil {
		t.Fatal(err)
	}
	read := func() string {
		a, err := extract.FromNode(root, extract.Page{}, &extract.Options{Body: true})
		if err != nil {
			t.Fatal(err)
		}
		checkBody(t, "rows", a)
		return a.Body.HTML()
	}
	want := read()
	goquery.NewDocumentFromNode(root).Find("tbody > tr").Unwrap()
	if got := read(); got != want || !strings.Contains(got, "<tbody><tr>") {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestBudgetTable: a table stays one, and its amounts are right although a cell puts number and unit below each other.
func TestBudgetTable(t *testing.T) {
	a := withBody(t, `<table border=1><caption>재원별 금액</caption><tr><th>재원<th>금액<th>비고
<tr><td>국비<td>620<br>억원<td rowspan=2>2027년까지<tr><td>도비<td>1,230<br/>억 원<tr><td>군비<td><p>45</p><p>억원</p><td>-
<tr><td colspan=2>합계<td><b>1,895</b>억원</table>`)
	want := `<table><caption>재원별 금액</caption><tbody><tr><th>재원</th><th>금액</th><th>비고</th></tr>` +
		`<tr><td>국비</td><td>620 억원</td><td rowspan="2">2027년까지</td></tr><tr><td>도비</td><td>1,230 억 원</td></tr>` +
		`<tr><td>군비</td><td>45 억원</td><td>-</td></tr>` +
		`<tr><td colspan="2">합계</td><td><b>1,895</b>억원</td></tr></tbody></table>`
	if got := a.Body.HTML(); !strings.Contains(got, want) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	checkBody(t, "budget", a)
	var won []string
	for _, m := range a.Facts.Amounts {
		if m.Unit == "KRW" {
			won = append(won, m.Value.String())
		}
	}
	if got, want := strings.Join(won, " "), "62000000000 123000000000 4500000000 189500000000"; got != want {
		t.Errorf("amounts %s, want %s", got, want)
	}
}

// TestCellsStayApart: a number and a word are joined only where one cell holds both and nothing else.
func TestCellsStayApart(t *testing.T) {
	for _, table := range []string{
		`<table><tr><td>연도<td>2024<tr><td>억원<td>620</table>`,    // side by side
		`<table><tr><td>2024<td>2025<tr><td>억원<td>억원</table>`,   // in cells of their own
		`<table><tr><td>구분<td>모두 620<br>억원 규모 사업비<td>-</table>`, // in sentences
	} {
		for _, m := range withBody(t, table).Facts.Amounts {
			if m.Unit == "KRW" {
				t.Errorf("%s: %q is %s", table, m.Raw, m.Value)
			}
		}
	}
}
