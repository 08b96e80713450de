package body

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// kind is a page of a kind that was once read wrongly: what its text has, in these words, and what it has not.
type kind struct {
	name, page string
	has, lacks []string
}

// check reads the pages of kinds.
func check(t *testing.T, kinds []kind) {
	t.Helper()
	for _, k := range kinds {
		t.Run(k.name, func(t *testing.T) {
			got := textOf(t, k.page)
			for _, s := range k.has {
				if !strings.Contains(got, s) {
					t.Errorf("not in the text: %q\n%s", s, got)
				}
			}
			for _, s := range k.lacks {
				if strings.Contains(got, s) {
					t.Errorf("in the text: %q\n%s", s, got)
				}
			}
		})
	}
}

// three is the text around what a kind is about.
var three = []string{viewtest.First, viewtest.Second, viewtest.Third}

// around puts something between the first and the second of three paragraphs.
func around(s string) string {
	return "<div>" + viewtest.Paragraphs(viewtest.First) + s + viewtest.Paragraphs(viewtest.Second,
		viewtest.Third) + "</div>"
}

// behind puts something behind three paragraphs.
func behind(s string) string {
	return "<div>" + viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third) + s + "</div>"
}

// TestHeadsOfPosts leaves out the table above a post of a board that no rule knows, also where what follows the post
// makes the page as a whole its text, and keeps labels that a post begins with itself.
func TestHeadsOfPosts(t *testing.T) {
	tail := "<div><p>이 QR코드를 찍으면 이 글로 옵니다.</p></div><div><p>공공누리 제1유형으로 열어 둔 글입니다.</p></div>" +
		"<div><p>이 페이지에서 제공하는 정보에 만족하셨습니까?</p><label><input type=radio>만족</label></div>"
	head := func(row, value string) string {
		rows := ""
		for _, r := range [][2]string{{"작성자", "공원과"}, {"담당부서", "공원과 녹지팀"}, {"등록일", "2024-05-10 09:20"}, {"조회수", "152"}} {
			rows += "<" + row + ">" + r[0] + "</" + row + "><" + value + ">" + r[1] + "</" + value + ">"
		}
		return rows
	}
	text := viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third)
	lacks := []string{"작성자", "공원과", "조회수", "152", "QR코드", "공공누리", "만족"}
	check(t, []kind{
		{"table", "<h2>보도자료</h2><div><table><tr>" + head("th", "td") + "</tr><tr><td colspan=8>" + text +
			"</td></tr></table></div>" + tail, three, lacks},
		{"list", "<h2>보도자료</h2><h4>해람시 가을 축제</h4><dl>" + head("dt", "dd") + "</dl><div>" + text + "</div>" +
			tail, three, lacks},
		{"boxes", "<h2>보도자료</h2><div>해람시 가을 축제</div>" + head("div", "div") + "<div>" + text + "</div>" +
			tail, three, lacks},
		{"a post's own", "<div><p>일시 : 5월 10일</p><p>장소 : 다온공원</p><p>문의 : 공원과</p>" + text + "</div>",
			append([]string{"장소 : 다온공원", "문의 : 공원과"}, three...), nil},
	})
}

func TestFootnotes(t *testing.T) {
	check(t, []kind{
		{"number in a raised link", around("<p>시는 예산 3억원<sup><a href='#n1'>1</a></sup>을 들여 잔디를 새로 깐다고 밝혔다.</p>"),
			[]string{"예산 3억원을 들여"}, nil},
		{"in brackets at the end", around("<p>The council pays half of the costs of the fair.<sup>[12]</sup></p>"),
			[]string{"costs of the fair."}, []string{"[12]"}},
		{"link without raised letters", around("<p>Der Rat zahlt<a href='#fn3' role='doc-noteref'>*</a>, wie es hieß, " +
			"die Hälfte der Kosten des Festes.</p>"), []string{"zahlt, wie es hieß"}, nil},
		{"way back", behind("<ol><li>해람시 관광과 자료. <a href='#r1'>↩</a></li><li><a href='#r2'>^</a> 지난해 통계.</li></ol>"),
			[]string{"해람시 관광과 자료.", "지난해 통계."}, []string{"↩", "^"}},
		{"power of ten", around("<p>A crowd of 10<sup>4</sup> came to the field of 200 m<sup>2</sup> on the first day.</p>"),
			[]string{"104 came", "m2 on"}, nil},
	})
}

func TestFormulas(t *testing.T) {
	check(t, []kind{
		{"drawn behind", around("<p>The rent is <span class=katex><span><math><mi>a</mi><mo>+</mo><mi>b</mi></math></span>" +
			"<span aria-hidden=true><span>a+b</span></span></span> for each of the stalls on the field.</p>"),
			[]string{"rent is a+b for each"}, nil},
		{"drawn before", around("<p>The rent is <mjx-container><mjx-math aria-hidden=true><mjx-mi>c</mjx-mi></mjx-math>" +
			"<mjx-assistive-mml><math><mi>c</mi></math></mjx-assistive-mml></mjx-container> for each of the stalls.</p>"),
			[]string{"rent is c for each"}, nil},
		{"hidden mark of a list", around("<p><span aria-hidden=true>→</span> " +
			"The rent is one crown for each of the stalls.</p>"),
			[]string{"→ The rent"}, nil},
	})
}

func TestCode(t *testing.T) {
	check(t, []kind{
		{"lines in elements", around("<pre><code><span>for each {</span>\n" +
			"<span>    call()</span>\n\n<span>}</span></code></pre>"),
			[]string{"\n\nfor each {\n    call()\n\n}\n\n"}, nil},
		{"tabs and a word that elsewhere is a button", around("<pre>if (open) {\n\tprint\n\tmore();\n}</pre>"),
			[]string{"if (open) {\n\tprint\n\tmore();\n}"}, nil},
		{"text that someone broke by hand", around("<pre>해람시는 길놀이를 연다고 밝혔다.\n  비가 와도 연다고 시는 덧붙였다.</pre>"),
			[]string{"연다고 밝혔다.\n\n비가 와도"}, nil},
	})
}

func TestTimeLines(t *testing.T) {
	check(t, []kind{
		{"hours ago", "<h1>가을 축제</h1>" + "<p>2시간 전</p>" + behind(""), three, []string{"시간 전"}},
		{"ago in words around", behind("<p>Last updated 14 minutes ago</p>"), three, []string{"minutes ago"}},
		{"vor Tagen", "<h1>가을 축제</h1><p>Vor 3 Tagen</p>" + behind(""), three, []string{"Tagen"}},
		{"sentence about a time ago", around("<p>3시간 전에 문을 연 장터에는 벌써 삼백 명이 다녀갔다.</p>"),
			[]string{"3시간 전에 문을 연"}, nil},
		{"sentence that begins as a time does", around("<p>Posted on the gate by the children of the town, a list says who " +
			"sings on which of the three evenings of the fair.</p>"), []string{"Posted on the gate"}, nil},
		{"posted on a day", behind("<p>Posted on 3 October 2026</p>"), three, []string{"Posted"}},
	})
}

func TestFolds(t *testing.T) {
	check(t, []kind{
		{"show more", around("<details><summary>펼쳐 보기</summary><p>" + viewtest.Fourth + "</p></details>"),
			[]string{viewtest.Fourth}, []string{"펼쳐"}},
		{"read on", around("<details><summary>Continue reading »</summary><p>" + viewtest.Fourth + "</p></details>"),
			[]string{viewtest.Fourth}, []string{"Continue"}},
		{"a question", around("<details><summary>비가 오면 어떻게 하나?</summary><p>" + viewtest.Fourth + "</p></details>"),
			[]string{"비가 오면 어떻게 하나?", viewtest.Fourth}, nil},
	})
}

func TestSummaries(t *testing.T) {
	items := "<ul><li>" + viewtest.Fourth + "</li><li>" + viewtest.Fifth + "</li></ul>"
	page := func(head string) string {
		return "<article><h1>가을 축제</h1><div class=x1><div class=x2>" + head + "</div><div class=x3><div>" + items +
			"</div></div></div><div class=articleBody><div>" + viewtest.Paragraphs(three...) +
			viewtest.Paragraphs(viewtest.Latin, viewtest.Latin) + "</div></div></article>"
	}
	check(t, []kind{
		{"English", page("Key Takeaways:"), three, []string{viewtest.Fourth}},
		{"German", page("Das Wichtigste in Kürze"), three, []string{viewtest.Fourth}},
		{"Korean", page("핵심 요약"), three, []string{viewtest.Fourth}},
	})
}
