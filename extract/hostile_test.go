package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/race"
)

// hostile are pages that have made extractors slow or fail, each grown to about size bytes.
var hostile = []struct {
	name string
	page func(size int) string
}{
	{"paragraphs", fill("<article>", "<p>해람시는 올해 가을 축제를 다온공원에서 사흘 동안 연다고 12일 밝혔다.</p>\n")},
	{"nested div", fill("", "<div>")},
	{"nested div with text", fill("", "<div>해람시는 올해 가을 축제를 연다고 12일 밝혔다.")},
	{"unclosed inline tags", fill("", "<b class=x><i>해람시 ")},
	{"unclosed div and span", fill("", "<div><span>해람시 소식 ")},
	{"unclosed p and a", fill("", "<p><a href=/n>해람시 소식")},
	{"links", fill("<ul>", "<li><a href=/news/1>해람시 가을 축제 사흘 동안 열린다</a></li>\n")},
	{"headings", fill("", "<h2>해람시 소식</h2>")},
	{"line breaks", fill("<div>", "해람시는 축제를 연다.<br>")},
	{"bare breaks", fill("<div>", "<br>")},
	{"bare div text", fill("", "<div>해람시는 올해 축제를 연다고 밝혔다.</div>")},
	{"tables", fill("", "<table><tr><td>해람시<td>12,000명</table>")},
	{"open tables", fill("", "<table><tr><td>")},
	{"lists in lists", fill("", "<ul><li>해람시")},
	{"images", fill("<article>", `<figure><img src=a.jpg><figcaption>해람시 제공</figcaption></figure>`)},
	{"bylines", fill("<article>", `<p class=byline>이은서 기자 eunseo@daon.example</p>`)},
	{"named bodies", fill("", `<div class="article-body" itemprop="articleBody">`)},
	{"named bodies side by side", fill("",
		`<div id="bo_v_con" class="article-body" itemprop="articleBody">해람시는 올해 축제를 연다고 12일 밝혔다. 누구나 올 수 있다.</div>`)},
	{"named for a rule", fill(`<div id="newsct_article"><div id="dic_area">해람시는 올해 축제를 연다고 12일 밝혔다.`,
		`<em class="img_desc">해람시</em>`)},
	{"classes", func(size int) string {
		return "<div class='" + strings.Repeat("article-body_", size/13) + "'>해람시</div>"
	}},
	{"many classes", func(size int) string {
		var b strings.Builder
		for i := 0; b.Len() < size; i++ {
			fmt.Fprintf(&b, "<p class='c%d author-x'>해람시 축제", i)
		}
		return b.String()
	}},
	{"attributes", fill("<div ", "data-a1=b ")},
	{"ld+json brackets", fill("<script type=application/ld+json>", `{"@graph":[`)},
	{"ld+json closers", fill(`<script type=application/ld+json>{"@type":"NewsArticle"`, `}`)},
	{"ld+json scripts", fill("", `<script type=application/ld+json>{"@type":"NewsArticle","headline":"해람시"}</script>`)},
	{"script strings", fill("<script>", `var a={"body":"해람시는 올해 가을 축제를 다온공원에서 사흘 동안 연다고 12일 밝혔다. 누구나 올 수 있다고 한다."};`)},
	{"script quotes", fill("<script>", `"\"`)},
	{"nested strings", fill("<script>", `["{\"a\":[\"`)},
	{"meta", fill("", `<meta property=article:author content=이은서>`)},
	{"times", fill("<article>", `<time datetime=2026-03-02T10:00:00>2026.03.02</time> 입력 2026.03.02 10:00 `)},
	{"dates", fill("<p>", "2026.03.02 10:00 ")},
	{"heads of posts", fill("", "<p><b>작성일</b> 2022-02-15 09:20</p><p>조회 12</p>")},
	{"cells of a post", fill("<p>작성일 2022-02-15 09:20 조회 12</p><table>", "<tr><th>제목<td>해람시 소식</tr>")},
	{"rows below a post's head", fill("<div><p>작성일 2022-02-15 09:20 조회 12</p>",
		"<div class=view_con><a href=/n>해람시 소식</a> 목록 보기입니다</div>")},
	{"empty elements in a line", fill("<p>작성일 2022-02-15 09:20 조회 12", "<b><i></i></b>")},
	{"comments", fill("", "<!--BeforeDocument(1,2)-->")},
	{"entities", fill("<p>", "&amp;&nbsp;&#54644;")},
	{"one word", fill("<p>", "가")},
	{"one repeated line", fill("<p>", "같은 말을 되풀이한다. ")},
	{"pre", fill("<pre>", "x\n")},
	{"title", fill("<title>", "해람시 - ")},
	{"frames", fill("", "<iframe src=a></iframe><svg><a>")},
	{"roots", number("", "<html a%d=x><body b%d=x>")},
	{"stray ends", fill("<div>", "해람시</x></p>")},
	{"cells without a table", fill("<div>", "해람시<td>")},
	{"text in a table", fill("<table>", "<tr>해람시")},
	{"less-than in a field", fill("<meta name=author content='", "<")},
	{"tags in a field", fill("<meta name=author content='", "<b>")},
	{"tags in the title", fill("<title>", "<b>")},
	{"title of long parts", func(size int) string {
		return "<title>" + strings.Repeat(strings.Repeat("해람", size/80)+" - ", 13) +
			"</title><h1>해람해람해람</h1><h2>해람해람</h2><p>" + first + second + third
	}},
	{"many authors", number("<html lang=ko><p>"+first+second+third+"</p>", "<meta name=author content='김%d가 기자'>")},
	{"many authors, not Korean", number("<html lang=en><p>"+latin+latin+"</p>",
		"<meta name=author content='John Doe%d'><a rel=author>Jane Doe%d</a>")},
	{"many authors in ld+json", number("<html lang=en><p>"+latin+latin+
		`</p><script type=application/ld+json>{"@type":"NewsArticle","author":[`, `"John Doe%d",`)},
	{"many articles in ld+json", number("<p>"+latin+latin+`</p><script type=application/ld+json>[`,
		`{"@type":"NewsArticle","headline":"Haeram %d","publisher":"P%d"},`)},
	{"numbers in ld+json", fill("<script type=application/ld+json>[", "1,")},
	{"byline of dots", fill("<html lang=ko><p>"+first+second+third+"</p><meta name=author content='", ".")},
	{"byline of letters", fill("<html lang=ko><p>"+first+second+third+"</p><meta name=author content='가", "a")},
	{"addresses", fill("<p>"+first+second+third+"<p>", "a@")},
	{"charsets", func(size int) string {
		return strings.Repeat("<meta charset=euc-kr><meta charset=gbk>", 1500) + strings.Repeat("\xb0\xa1\xff", size/3)
	}},
	{"charsets without an end", func(size int) string {
		return strings.Repeat("<meta ", 10_000) + strings.Repeat("\xb0\xa1\xff", size/3)
	}},
	{"named bodies around text", nested(`<div class="article-body">`)},
	{"bodies of a rule around text", nested(`<div id="bo_v_con">`)},
	{"links around text", nested(`<a href=/x><b>`)},
	{"times around text", nested(`<time>`)},
	{"spans around text", nested(`<span>`)},
	{"fields of a rule", fill("<div id=newsct_article><div id=dic_area>"+first+second+third,
		"<strong class=media_end_summary></strong>")},
	{"attachments of a rule", number("<div id=bo_v_con>"+first+second+third+"</div>",
		"<a class=view_file_download href=/x>a%d.hwp</a>")},
	{"labels", fill("<p>"+first+second+third+"<p>", "입력 출처 : 조회 ")},
}

// number is fill where each part holds its number, once or twice.
func number(head, format string) func(int) string {
	return func(size int) string {
		var b strings.Builder
		b.WriteString(head)
		for i := 0; b.Len() < size; i++ {
			b.WriteString(strings.ReplaceAll(format, "%d", fmt.Sprint(i)))
		}
		return b.String()
	}
}

// nested returns a page maker that stands an article in four hundred open tags.
func nested(tag string) func(int) string {
	text := first + " " + second + "<br>"
	return func(size int) string { return strings.Repeat(tag, 400) + strings.Repeat(text, max(1, size/len(text))) }
}

// fill returns a page maker that repeats a part.
func fill(head, part string) func(int) string {
	return func(size int) string { return head + strings.Repeat(part, max(1, (size-len(head))/len(part))) }
}

// TestHostile runs every page at a size where quadratic time would show as a hang, and checks what comes out.
func TestHostile(t *testing.T) {
	size := race.Fewer(400_000)
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			a, err := FromBytes([]byte(h.page(size)), Page{URL: "https://www.haeram.example/1"}, &Options{SkipFacts: true})
			if err == nil {
				checkArticle(t, a)
			}
		})
	}
}

// TestHostileMemory holds the memory that is allocated for a page against that for half of it: what is copied again
// and again shows there, whatever the machine.
func TestHostileMemory(t *testing.T) {
	allocated := func(page []byte) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		FromBytes(page, Page{URL: "https://n.news.naver.com/article/1"}, &Options{SkipFacts: true})
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	for _, h := range hostile {
		half, whole := allocated([]byte(h.page(50_000))), allocated([]byte(h.page(100_000)))
		if whole > 3*half+16<<20 { // quadratic: gigabytes
			t.Errorf("%s: %d bytes for the page, %d for half of it", h.name, whole, half)
		}
	}
}

// BenchmarkHostile shows how time grows with size: the figures of one page in MB/s stay level.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		for _, mb := range []int{1, 2, 4, 8, 16} {
			b.Run(fmt.Sprintf("%s/%dMB", h.name, mb), func(b *testing.B) {
				page := []byte(h.page(mb << 20))
				b.SetBytes(int64(len(page)))
				for b.Loop() {
					FromBytes(page, Page{}, &Options{SkipFacts: true})
				}
			})
		}
	}
}

// checkArticle checks what holds for every article.
func checkArticle(t *testing.T, a *Article) {
	t.Helper()
	end := 0
	for i, p := range a.Paragraphs {
		if p.Start > p.End || p.End > len(a.Text) || p.Start == p.End {
			t.Fatalf("paragraph %d is %d..%d of %d bytes", i, p.Start, p.End, len(a.Text))
		}
		if gap := a.Text[end:p.Start]; i == 0 && gap != "" || i > 0 && gap != "\n\n" {
			t.Fatalf("between paragraphs %d and %d stands %q", i-1, i, gap)
		}
		if s := a.Text[p.Start:p.End]; strings.TrimSpace(s) != s {
			t.Fatalf("paragraph %d has blanks around it: %q", i, s)
		}
		end = p.End
	}
	if end != len(a.Text) {
		t.Fatalf("text goes on after the last paragraph: %q", a.Text[end:])
	}
	for _, r := range a.Repeats {
		if r.Start < 0 || r.Start > r.End || r.End > len(a.Text) {
			t.Fatalf("repeat is %d..%d of %d bytes", r.Start, r.End, len(a.Text))
		}
	}
	checkText(t, a)
}

// checkText checks that no text of an article is torn in the midst of a character.
func checkText(t *testing.T, a *Article) {
	t.Helper()
	texts := []string{a.URL, a.Title, a.Subtitle, a.Section, a.Text}
	texts = append(texts, a.Tags...)
	for _, x := range a.Authors {
		texts = append(texts, x.Name, x.Email, x.Role)
	}
	for _, x := range []*Outlet{a.Publisher, a.Source} {
		if x != nil {
			texts = append(texts, x.Name, x.URL)
		}
	}
	for _, x := range a.Images {
		texts = append(texts, x.URL, x.Caption, x.Credit)
	}
	for _, x := range a.Links {
		texts = append(texts, x.Text, x.URL)
	}
	for _, x := range a.Attachments {
		texts = append(texts, x.Name, x.URL)
	}
	for _, x := range a.Repeats {
		texts = append(texts, x.Removed...)
	}
	for _, x := range a.Evidence {
		texts = append(texts, x.Raw)
	}
	for _, s := range texts {
		if !utf8.ValidString(s) {
			t.Fatalf("%q is torn", s)
		}
	}
	for _, p := range a.Paragraphs {
		if !utf8.ValidString(a.Text[p.Start:p.End]) {
			t.Fatalf("paragraph %v is torn", p)
		}
	}
}

// ownPages are the pages of our own writing, by name.
func ownPages(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("../testdata/pages/*/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	pages := map[string][]byte{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pages[file] = b
	}
	return pages
}
