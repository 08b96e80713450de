package body

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/title"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// textOf returns the text of a page's article, each run of it once.
func textOf(t *testing.T, page string) string {
	t.Helper()
	v := viewtest.New(t, page)
	b, ok := Find(v, title.Find(v).Text)
	if !ok {
		t.Fatal("no article")
	}
	return b.Text.Once().Whole
}

func TestBody(t *testing.T) {
	menu := "<ul class=menu>" + strings.Repeat("<li><a href=/s>해람시 소식과 행사 안내</a></li>", 30) + "</ul>"
	body := viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third)
	want := viewtest.First + "\n\n" + viewtest.Second + "\n\n" + viewtest.Third
	tests := []struct{ name, page, want string }{
		{"plain", "<div>" + body + "</div>", want},
		{"menus around", menu + "<div>" + body + "</div>" + menu, want},
		{"line breaks", "<div>" + viewtest.First + "<br>" + viewtest.Second + "<br><br>" + viewtest.Third + "</div>", want},
		{"headline and byline above", "<article><h1>해람시 가을 축제</h1><p class=byline>이은서 기자</p><div>" + body +
			"</div></article>", want},
		{"no space where tags touch", "<div><p>" + viewtest.First +
			"</p><p>가을<b>축제</b>는 <i>사흘</i> 동안 이어진다고 시는 밝혔다.</p><p>" + viewtest.Third + "</p></div>",
			viewtest.First + "\n\n가을축제는 사흘 동안 이어진다고 시는 밝혔다.\n\n" + viewtest.Third},
		{"cells are not glued", "<div>" + body + "<table><tr><td>첫날<td>길놀이</tr></table></div>", want + "\n\n첫날\n\n길놀이"},
		{"lists in order", "<div><p>" + viewtest.First + "</p><ul><li>길놀이 한마당</li><li>줄다리기 대회</li></ul><p>" +
			viewtest.Third + "</p></div>",
			viewtest.First + "\n\n길놀이 한마당\n\n줄다리기 대회\n\n" + viewtest.Third},
		{"headings stay", "<div><p>" + viewtest.First + "</p><h3>길놀이로 연다</h3><p>" + viewtest.Second + "</p><p>" +
			viewtest.Third + "</p></div>",
			viewtest.First + "\n\n길놀이로 연다\n\n" + viewtest.Second + "\n\n" + viewtest.Third},
		{"captions", "<article>" + viewtest.Paragraphs(viewtest.First) +
			"<figure><img src=a.jpg><figcaption>축제장 모습. 해람시 제공</figcaption></figure>" +
			viewtest.Paragraphs(viewtest.Second, viewtest.Third) + "</article>", want},
		{"caption that repeats the alternative text", "<div>" + viewtest.Paragraphs(viewtest.First) +
			"<p><img src=a.jpg alt='다온공원 잔디마당에 관객이 앉아 있다'></p><p>다온공원 잔디마당에 관객이 앉아 있다</p>" +
			viewtest.Paragraphs(viewtest.Second, viewtest.Third) + "</div>", want},
		{"caption in bold", "<div>" + viewtest.Paragraphs(viewtest.First) +
			"<p><img src=a.jpg></p><p><strong>다온공원 잔디마당에 관객이 앉아 있다.</strong></p>" +
			viewtest.Paragraphs(viewtest.Second, viewtest.Third, viewtest.Fourth) + "</div>",
			want + "\n\n" + viewtest.Fourth},
		{"caption with the photographer's address", "<div>" + viewtest.Paragraphs(viewtest.First) +
			"<img src=a.jpg><br>다온공원 잔디마당에 관객이 앉아 있다. 반도서기자 doseo@daon.example" +
			viewtest.Paragraphs(viewtest.Second, viewtest.Third) + "</div>", want},
		{"caption that says picture", "<div>" + viewtest.Paragraphs(viewtest.First) +
			"<img src=a.jpg><br>〈사진〉다온공원 잔디마당에 앉은 관객" + viewtest.Paragraphs(viewtest.Second, viewtest.Third) +
			"</div>", want},
		{"paragraph below a picture", "<div>" + viewtest.Paragraphs(viewtest.First) + "<p><img src=a.jpg></p>" +
			viewtest.Paragraphs(viewtest.Second, viewtest.Third, viewtest.Fourth) + "</div>",
			want + "\n\n" + viewtest.Fourth},
		{"related articles", "<article>" + body +
			"<h4>관련기사</h4><ul><li><a href=/1>이룸군 봄나물 축제 사흘 동안 열린다</a></li><li><a href=/2>다온읍 벚꽃길 걷기 대회 참가자 모집</a>" +
			"</li></ul></article>", want},
		{"read also", "<article>" + viewtest.Paragraphs(viewtest.First) +
			"<p>Read also: <a href=/2>Irum opens its spring market</a></p>" +
			viewtest.Paragraphs(viewtest.Second, viewtest.Third) + "</article>", want},
		{"copyright and byline", "<div>" + body +
			"<p>이은서 기자 eunseo@daon.example</p><p>저작권자 © 다온일보 무단전재 및 재배포 금지</p></div>", want},
		{"byline glued to a sentence", "<div>" +
			viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third+" 이은서기자 eunseo@daon.example") +
			"</div>", want},
		{"label and date above the text", "<div><div class=x1><span>특집</span> <span>2026년 1월 26일</span></div>" +
			body + "</div>", want},
		{"box that sums the article up", "<div><div class=x1><strong>AI 요약</strong><p>" + viewtest.Fourth +
			"</p></div>" + body + viewtest.Paragraphs(viewtest.Fifth) + "</div>", want + "\n\n" + viewtest.Fifth},
		{"enumeration with triangles", "<div>" + viewtest.Paragraphs(viewtest.First) + "<p>▲ 길놀이 ▲ 줄다리기 ▲ 장터</p>" +
			viewtest.Paragraphs(viewtest.Second, viewtest.Third) + "</div>",
			viewtest.First + "\n\n▲ 길놀이 ▲ 줄다리기 ▲ 장터\n\n" + viewtest.Second + "\n\n" + viewtest.Third},
		{"caption in small letters", "<div>" + viewtest.Paragraphs(viewtest.First) +
			"<p><img src=a.jpg></p><p style='font-size:12px'>다온공원 잔디마당에 관객이 앉아 있다.</p>" +
			viewtest.Paragraphs(viewtest.Second, viewtest.Third, viewtest.Fourth) + "</div>",
			want + "\n\n" + viewtest.Fourth},
		{"next article", "<div>" + body + "<div><h3>다음 기사</h3>" +
			viewtest.Paragraphs(viewtest.Fourth, viewtest.Fifth) + "</div></div>", want},
		{"link to another article above the text", "<div><p>이전 기사</p>" + body + "</div>", want},
		{"name and job above the text", "<div><p>글. 이은서<br>해람여행모임 길잡이</p>" + body + "</div>", want},
		{"comments", "<div>" + body + "</div><div class=comments>" +
			viewtest.Paragraphs(strings.Repeat("작년에도 가 보았는데 정말 좋았습니다. ", 5)) + "</div>", want},
		{"cookie wall longer than the article", "<div class=cookie-consent>" +
			strings.Repeat("<p>"+viewtest.Latin+"</p>", 12) + "</div><div>" + body + "</div>", want},
		{"box beside the flow", "<div>" +
			body + viewtest.Paragraphs(viewtest.Second[:len(viewtest.Second)-1]+"고 한다.") +
			"<div class=x9><h4>해람시는 어디</h4><p>해람시는 다온강 하류에 있으며 인구는 12만 명이다.</p></div></div>",
			want + "\n\n" + viewtest.Second[:len(viewtest.Second)-1] + "고 한다."},
		{"name of a state, not a thing", "<div><p class='print:hidden'>" + viewtest.First +
			"</p><p class='md:sidebar'>" + viewtest.Second + "</p><p>" + viewtest.Third + "</p></div>", want},
		{"names that condemn everything", "<div class=widget>" + body + "</div>", want},
		{"microdata", "<div><p>" + viewtest.Latin + "</p><p>" + viewtest.Latin +
			" Again.</p></div><div itemprop=articleBody>" + body + body[:0] + "</div>", want},
		{"lead apart from the body", "<article><header><h1>가을 축제 열린다</h1><p>" + viewtest.First + " " +
			viewtest.Second + "</p></header><div class=article-body>" +
			viewtest.Paragraphs(viewtest.Third, viewtest.Latin) + "</div></article>",
			viewtest.First + " " + viewtest.Second + "\n\n" + viewtest.Third + "\n\n" + viewtest.Latin},
		{"stream of other articles longer than the article", "<main><h1>가을 축제 열린다</h1><div>" +
			body + viewtest.Paragraphs(viewtest.Latin, viewtest.Fourth) + "</div></main><ul>" +
			strings.Repeat("<li><a href=/n>이룸군 봄나물 축제 사흘 동안 열린다</a><p>"+viewtest.Second+" "+viewtest.Third+" "+
				viewtest.First+"</p></li>", 12) + "</ul>", want + "\n\n" + viewtest.Latin + "\n\n" + viewtest.Fourth},
		{"article in several boxes named as its body", "<article><h1>가을 축제 열린다</h1><div class=story-body>" +
			viewtest.Paragraphs(viewtest.First) + "</div><div class=story-body>" +
			viewtest.Paragraphs(viewtest.Second, viewtest.Third, viewtest.Fourth, viewtest.Fifth) + "</div></article>",
			want + "\n\n" + viewtest.Fourth + "\n\n" + viewtest.Fifth},
		{"named property beside a ticker", "<div id=all><div itemprop=articleBody>" +
			viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third) + "</div><div>" +
			strings.Repeat("<div>"+viewtest.Paragraphs(viewtest.Latin)+"</div>", 6) + "</div></div>", want},
		{"heading that is a link", "<div>" + viewtest.Paragraphs(viewtest.First) +
			"<h3><a href=/games>길놀이로 여는 첫날</a></h3>" + viewtest.Paragraphs(viewtest.Second, viewtest.Third) + "</div>",
			viewtest.First + "\n\n길놀이로 여는 첫날\n\n" + viewtest.Second + "\n\n" + viewtest.Third},
		{"headings of other articles in a row", "<div>" + viewtest.Paragraphs(viewtest.First) +
			"<h3><a href=/1>이룸군 봄나물 축제 열린다</a></h3><h3><a href=/2>다온읍 벚꽃길 걷기 대회</a></h3><h3><a href=/3>해람시 새 도서관 문 " +
			"연다</a></h3><p>" + viewtest.Latin[:20] + "</p>" +
			viewtest.Paragraphs(viewtest.Second, viewtest.Third) + "</div>",
			viewtest.First + "\n\n" + viewtest.Latin[:20] + "\n\n" + viewtest.Second + "\n\n" + viewtest.Third},
		{"label and link", "<div>" + viewtest.Paragraphs(viewtest.First) +
			"<p><b>FUNDA LAPHA | </b><a href=/2>Irum opens its spring market on Friday</a></p>" +
			viewtest.Paragraphs(viewtest.Second, viewtest.Third) + "</div>", want},
		{"quotation that ends with a link", "<div>" + viewtest.Paragraphs(viewtest.First, viewtest.Second) +
			"<blockquote><p>New today: <a href=/2>pic.haeram.example/a2f9c4e81</a></p></blockquote>" +
			viewtest.Paragraphs(viewtest.Third) + "</div>",
			viewtest.First + "\n\n" + viewtest.Second + "\n\nNew today: pic.haeram.example/a2f9c4e81\n\n" + viewtest.Third},
		{"short lines without the mark of a sentence",
			menu + "<div><p>가을 산길을 오른다<p>구름은 낮게 머물고<p>단풍은 어제보다 붉다<p>나무 계단을 세며 걷다가<p>바람 소리에 멈춰 선다<p>멀리 다온강이 빛나고<p>" +
				"마을 지붕은 손톱만 하다" +
				"<p>물통을 꺼내 한 모금 마시고<p>다시 신발 끈을 묶는다<p>내려가는 길은 늘 짧았다<p>저녁에는 장터에 들러<p>따뜻한 국수를 먹었다<p>돌아오는 버스에서 졸았다</div>" + menu,
			strings.Join([]string{"가을 산길을 오른다", "구름은 낮게 머물고", "단풍은 어제보다 붉다", "나무 계단을 세며 걷다가", "바람 소리에 멈춰 선다",
				"멀리 다온강이 빛나고", "마을 지붕은 손톱만 하다", "물통을 꺼내 한 모금 마시고", "다시 신발 끈을 묶는다", "내려가는 길은 늘 짧았다", "저녁에는 장터에 들러",
				"따뜻한 국수를 먹었다", "돌아오는 버스에서 졸았다"}, "\n\n")},
		{"hidden by its style", "<div>" + body + "<p style='visibility: hidden'>" + viewtest.Latin + "</p></div>", want},
		{"source of a formula", "<div>" + body +
			"<p>Spin <math><semantics><mi>x</mi><annotation encoding=tex>\\{x\\}</annotation></semantics></math> " +
			"is what the town measured on the day.</p></div>",
			want + "\n\nSpin x is what the town measured on the day."},
		{"words of a sentence, whatever their name",
			"<div>" + viewtest.Paragraphs(viewtest.First,
				"The <a class=popup href=/d>mayor of Haeram</a> will open it on Friday, and <b class=promo>Daon "+
					"Park</b> stays open.",
				"<a class=tag href=/irum>irum</a> takes part as well, as it has done for ten years and more.",
				viewtest.Third) + "</div>",
			viewtest.First + "\n\nThe mayor of Haeram will open it on Friday, and Daon Park stays open.\n\nirum " +
				"takes part as well, as it has done for ten years and more.\n\n" + viewtest.Third},
		{"explanation glued to a word", "<div>" +
			viewtest.Paragraphs(viewtest.First,
				"The board of the HTO<span class=tooltip>Haeram Tourist Office</span> will meet on Friday to talk "+
					"about the weather.", viewtest.Third, viewtest.Fourth, viewtest.Fifth) + "</div>",
			viewtest.First + "\n\nThe board of the HTO will meet on Friday to talk about the weather.\n\n" +
				viewtest.Third + "\n\n" + viewtest.Fourth + "\n\n" + viewtest.Fifth},
		{"short sentence at the end", "<div>" + body + "<p>비가 와도 연다.</p><p>이은서</p></div>", want + "\n\n비가 와도 연다."},
		{"name and date above the text", "<div><h1>가을 축제 열린다</h1><div>Seo Haneul</div><div>12 October 2026</div>" +
			body + "</div>", want},
		{"gallery with a counter", "<div>" +
			viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third, viewtest.Fourth, viewtest.Fifth) +
			"<div class=x><ul><li><h2>1/4 길놀이</h2><p>" + viewtest.Second + "<li><h2>2/4 줄다리기</h2><p>" +
			strings.Repeat(viewtest.Third+" ", 5) +
			"<li><h2>3/4 장터</h2><p>" + strings.Repeat(viewtest.Fourth+" ", 5) + "<li><h2>4/4 그림 마당</h2><p>" +
			viewtest.Fifth + "</ul></div></div>", want + "\n\n" + viewtest.Fourth + "\n\n" + viewtest.Fifth},
		{"scores that begin with a number are no gallery",
			"<div>" + viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third, viewtest.Fourth,
				viewtest.Fifth) + "<ul><li>1/2 작은술 꿀<li>1/3 작은술 소금<li>3/4 컵 밀가루</ul></div>",
			want + "\n\n" + viewtest.Fourth + "\n\n" + viewtest.Fifth + "\n\n1/2 작은술 꿀\n\n1/3 작은술 소금\n\n3/4 컵 밀가루"},
		{"linked cell of a row", "<div>" + body +
			"<table><tr><td>첫날<td><a href=/p>다온공원</a><td>농악단이 여는 길놀이와 시민 누구나 함께하는 줄다리기</table></div>",
			want + "\n\n첫날\n\n다온공원\n\n농악단이 여는 길놀이와 시민 누구나 함께하는 줄다리기"},
		{"teasers behind", "<main><div>" + body + "</div><div>" +
			strings.Repeat("<div><a href=/n>이룸군 봄나물 축제 사흘 동안 열린다</a><p>이룸군은 봄나물 축제를 연다.</p></div>", 6) +
			"</div></main>", want},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := textOf(t, "<html><body>"+tt.page+"</body></html>"); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// TestLead tells the article's first paragraph from its subtitle, both of which stand between the headline and the
// body.
func TestLead(t *testing.T) {
	const short = "The festival of Haeram runs for three whole days in Daon Park beside the river this autumn."
	long := short + " It opens with a parade of farmers' bands, and the town expects twenty thousand guests."
	want := strings.Join([]string{viewtest.First, viewtest.Second, viewtest.Third, viewtest.Fourth, viewtest.Fifth},
		"\n\n")
	for name, tt := range map[string]struct{ above, want string }{
		"paragraph":                     {"</header><p>" + short + "</p><header>", short + "\n\n" + want},
		"in the headline's own box":     {"<p>" + short + "</p>", want},
		"paragraph that is no sentence": {"<p>" + strings.TrimSuffix(short, ".") + "</p>", want},
		"named as a subtitle":           {"<p class=subtitle>" + short + "</p>", want},
		"a heading":                     {"<h2>" + short + "</h2>", want},
		"in the box of the heading":     {"<div class=article-heading-text><p>" + short + "</p></div>", want},
		"longer than a subtitle":        {"<p class=subtitle>" + long + "</p>", long + "\n\n" + want},
	} {
		t.Run(name, func(t *testing.T) {
			page := "<article><header><h1>가을 축제 열린다</h1>" + tt.above + "</header><div class=article-body>" +
				viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third, viewtest.Fourth,
					viewtest.Fifth) + "</div></article>"
			if got := textOf(t, page); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestScriptBody(t *testing.T) {
	escaped := `\u003cp\u003e` + viewtest.First + `\u003c/p\u003e\u003cp\u003e` + viewtest.Second +
		`\u003c/p\u003e\u003cp\u003e` + viewtest.Third + `\u003c/p\u003e`
	for name, script := range map[string]string{
		"flight data": `<script>self.__next_f.push([1,"` + escaped + `"])</script>`,
		"state": `<script id=__NEXT_DATA__ type=application/json>{"props":{"title":"가을 축제","body":"` + escaped +
			`"}}</script>`,
		"list": `<script>window.STATE={"items":[{"content":"` + viewtest.First + `"},{"content":"` +
			viewtest.Second + `"},{"content":"` + viewtest.Third + `"}]}</script>`,
		"escaped": `<script>var S={"pages":{"top":"` +
			strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<p>"+viewtest.First+"</p><p>"+viewtest.Second+
				"</p><p>"+viewtest.Third+"</p>") + `"}}</script>`,
		"template": `<div class=post-body><script type='text/template'><p>` + viewtest.First + `</p><p>` +
			viewtest.Second + `</p><p>` + viewtest.Third + `</p></script></div>`,
		"json-ld": `<script type=application/ld+json>{"@type":"NewsArticle","headline":"가을 축제","articleBody":"` +
			viewtest.First + `\n` + viewtest.Second + `\n` + viewtest.Third + `"}</script>`,
	} {
		t.Run(name, func(t *testing.T) {
			want := viewtest.First + "\n\n" + viewtest.Second + "\n\n" + viewtest.Third
			if got := textOf(t, "<html><body><div id=app></div>"+script+"</body></html>"); got != want {
				t.Errorf("got %q", got)
			}
		})
	}
}

// TestScriptMessage keeps what scripts say to the reader out of an article that is short: it has nothing to do with
// the page.
func TestScriptMessage(t *testing.T) {
	message := strings.Repeat(viewtest.Latin+" ", 4)
	page := "<title>이룸군 농악단 길놀이</title><h1>이룸군 농악단 길놀이</h1><div>" + viewtest.Paragraphs(viewtest.Second) +
		`</div><script>var banner={"content":"<p>` + message + `</p>"}</script>`
	if got := textOf(t, page); got != viewtest.Second {
		t.Errorf("got %q", got)
	}
	whole := viewtest.Second + " " + viewtest.Third + " " + viewtest.Fourth + " " + viewtest.Fifth
	page = "<title>이룸군 농악단 길놀이</title><h1>이룸군 농악단 길놀이</h1><div>" + viewtest.Paragraphs(viewtest.Second) +
		`</div><script>var state={"content":"<p>` + whole + `</p>"}</script>`
	if got := textOf(t, page); got != whole {
		t.Errorf("got %q", got)
	}
}

// TestShortPost reads board posts of one sentence, which only a rule tells from the page around them.
func TestShortPost(t *testing.T) {
	const post = "이룸군 축제가 비로 연기되었습니다."
	about := "<div id=ft>다온일보는 해람시와 이룸군의 소식을 날마다 전하는 신문으로 제보를 기다립니다. 누구나 글을 쓸 수 있습니다.</div>"
	board := func(text string) string {
		return "<script>var g5_bo_table='news';</script><div id=bo_v><h1 id=bo_v_title>축제 연기</h1><div id=bo_v_con>" +
			text + "</div></div>" + about
	}
	if got := textOf(t, board(post)); got != post {
		t.Errorf("got %q", got)
	}
	for name, page := range map[string]string{"no rule": "<div>" + post + "</div>",
		"one word": "<div id=bo_v_con>내용</div>"} {
		if b, ok := Find(viewtest.New(t, page), ""); ok {
			t.Errorf("%s: %+v", name, b)
		}
	}
}
