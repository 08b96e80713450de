package dating

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// Articles without a date, of a language each.
const (
	koreanText = "<p>" + viewtest.First + "</p><p>" + viewtest.Second + "</p><p>" + viewtest.Third + "</p>"
	latinText  = "<p>" + viewtest.Latin + "</p><p>Stalls open at ten, and the bakers of the lower town bring forty " +
		"kinds of bread.</p><p>Whoever comes by bicycle may leave it at the school, where pupils keep watch until dusk.</p>"
)

// TestPlaces reads dates where they belong to the article, and leaves those of what stands around it.
func TestPlaces(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"comments", "<h1>해람시 가을 축제</h1>" + koreanText + `<div id=reply><h4>댓글 2</h4><p><b>다온</b> 2024.05.10 11:20</p>` +
			`<p>기다렸어요.</p><p><b>이룸</b> 2024.05.11 08:02</p><p>저도요.</p></div>`, ""},
		{"a posting's line", "<h2>Town festival</h2>" + latinText + `<div><a href=/i>A list of stalls</a></div><div>` +
			`Posted by Odo on March 4, 2021 at 2:33 PM | <a href=/c>Festivals</a>, <a href=/d>The lower town and ` +
			`its bakers</a> | <a href=/p>Permalink</a> | <a href=#c>Comments (3)</a></div>`, "2021-03-04 14:33"},
		{"WordPress's own words", "<h2>Town festival</h2><div>" + latinText + `<p><small>This entry was posted on ` +
			`Thursday, March 4th, 2021 at 2:33 pm and is filed under <a href=/c>Festivals</a>. You can follow any responses ` +
			`to this entry through the <a href=/f>RSS 2.0</a> feed. You can <a href=#r>leave a response</a>, or <a href=/t>` +
			`trackback</a> from your own site.</small></p></div>`, "2021-03-04 14:33"},
		{"comments in a list", "<h1>Town festival</h1>" + latinText + `<ol class=commentlist><li><cite>Odo</cite> <time ` +
			`datetime="2021-03-04T10:20">4 March</time><p>At last!</p></li></ol>`, ""},
		{"comments without names", "<h1>Town festival</h1>" + latinText + `<h3>2 comments</h3><div><i>Odo</i>, 4 ` +
			`March 2021</div><div>At last!</div>`, ""},
		{"other articles", "<h1>Town festival</h1>" + latinText + `<h2>More stories</h2><ul><li><time ` +
			`datetime="2021-03-04">` +
			`4 March</time> <a href=/b>Bridge toll rises again</a></li></ul>`, ""},
		{"cards without a heading", "<h1>Town festival</h1>" + latinText + `<div><a href=/b><time ` +
			`datetime="2021-03-04">4 ` +
			`March</time> <span>Bridge toll rises again</span></a></div>`, ""},
		{"days of several others", "<h1>Town festival</h1>" + latinText + `<div><p>Bridge toll rises</p><p>4 March ` +
			`2021</p>` +
			`<p>Quay needs a crane</p><p>2 March 2021</p></div>`, ""},
		{"the next article", "<article><h1>Town festival</h1>" + latinText + `</article><article><h1>Bridge toll ` +
			`rises</h1>` +
			`<time datetime="2021-03-04">4 March</time></article>`, ""},
		{"a quoted post", "<h1>Town festival</h1><blockquote class=tweet>We shall sing! <time datetime=2021-03-01>1 March" +
			"</time></blockquote><p>Published: 4 March 2021</p>" + latinText, "2021-03-04"},
		{"when a picture was taken", `<h1>Town festival</h1><div><img src=f.jpg alt=stalls><br>FILE PHOTO: Stalls of the ` +
			`lower town at the festival of the year before, seen from the tower on October 2, 2020. Odo ` +
			`Farrant</div><p>March 4, ` +
			`2021</p>` + latinText, "2021-03-04"},
		{"a caption", `<h1>Town festival</h1><figure><img src=f.jpg><figcaption>October 2, 2020</figcaption></figure>` +
			`<p>March 4, 2021</p>` + latinText, "2021-03-04"},
		{"above the title in its box", `<div><a href=/>Coast Daily</a></div><article><div><p>March 4, 2021</p>` +
			`<a href=/s>Town</a></div><h1>Town festival</h1>` + latinText + `</article><aside><a href=/b><time ` +
			`datetime="2021-01-05">` +
			`Jan 5</time> Bridge toll rises again</a></aside>`, "2021-03-04"},
		{"above a Korean title", "<header><span>2024년 5월 9일</span><h1>해람시 가을 축제</h1></header>" + koreanText +
			`<section><h2>관련 기사</h2><ul><li><time datetime=2023-11-02>2023.11.02</time><a href=/1>장터 빈 점포 ` +
			`늘어</a></li></ul></section>`, "2024-05-09"},
		{"below the text", "<h1>Town festival</h1>" + latinText + `<p><time datetime="2021-03-04T10:20">4 March</time></p>`,
			"2021-03-04 10:20"},
		{"at the head before the foot", "<h1>Town festival</h1><p>4 March 2021</p>" + latinText +
			`<p><time datetime="2022-01-01">1 January</time></p>`, "2021-03-04"},
	}
	for _, tt := range tests {
		if got := published(t, tt.page); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestAttributes reads what attributes say of a time before the words that a reader sees.
func TestAttributes(t *testing.T) {
	head := "<h1>해람시 가을 축제</h1>"
	tests := []struct{ name, page, want string }{
		{"a labelled time", head + `<p>Published <time datetime="2022-02-15T09:20:00+09:00">Feb 15, 2022, ` +
			`12:20 AM</time></p>` + koreanText, "2022-02-15 09:20"},
		{"the same in an element named for it", head + `<p class=date>입력 <time datetime="2022-02-15T09:20:00+09:00">` +
			`2022.02.15 00:20</time></p>` + koreanText, "2022-02-15 09:20"},
		{"a label inside", head + `<time datetime="2022-02-15T09:20+09:00">입력 2월 15일 9시 20분</time><time ` +
			`datetime="2022-02-16T10:00+09:00">수정 2월 16일 10시</time>` + koreanText, "2022-02-15 09:20"},
		{"abbr", head + koreanText + `<div class=post-footer><abbr class=published title="2022-02-15T09:20:00+09:00">` +
			`오전 9:20</abbr></div>`, "2022-02-15 09:20"},
		{"abbr with a property", head + `<abbr itemprop=datePublished title="2022-02-15T00:20:00Z">어제</abbr>` + koreanText,
			"2022-02-15 09:20"},
		{"a title", head + `<span class=date title="2022-02-15 09:20">3시간 전</span>` + koreanText, "2022-02-15 09:20"},
		{"no date in the title", head + `<span class=date title="3번째 글">2022.02.15 09:20</span>` + koreanText,
			"2022-02-15 09:20"},
	}
	for _, tt := range tests {
		if got := published(t, "<html lang=ko>"+tt.page); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestShownDay believes the day that the page shows more than that of a meta element which many sites fill otherwise.
func TestShownDay(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"time", `<meta name=date content="2022-01-26T14:32:06+02:00"><h1>Town festival</h1><p><time datetime=2022-01-21>` +
			`21.01.2022 - 13:30</time></p>`, "2022-01-21 13:30"},
		{"words", `<meta name=dc.date content="2022-01-26"><h1>Town festival</h1><p>21 January 2022</p>`, "2022-01-21"},
		{"of one day", `<meta name=date content="2022-01-21T14:32"><h1>Town festival</h1><p>21 January 2022</p>`,
			"2022-01-21 14:32"},
		{"changed later", `<meta name=date content="2022-01-21T14:32"><h1>Town festival</h1><p>Updated 23 January 2022</p>`,
			"2022-01-21 14:32"},
		{"nothing shown", `<meta name=date content="2022-01-21T14:32"><h1>Town festival</h1>`, "2022-01-21 14:32"},
		{"a property is believed", `<meta property=article:published_time content="2022-01-26"><h1>Town ` +
			`festival</h1><p>21 ` +
			`January 2022</p>`, "2022-01-26"},
	}
	for _, tt := range tests {
		if got := published(t, "<html lang=de>"+tt.page+latinText); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// published returns when a page says that its article was published: the day, and the clock time where it has one.
func published(t *testing.T, page string) string {
	t.Helper()
	at := find(t, viewtest.New(t, page)).Published
	switch {
	case at.IsZero():
		return ""
	case at.Day:
		return at.Format("2006-01-02")
	}
	return at.Format("2006-01-02 15:04")
}

// TestScriptText reads the dates of pages that hold their text for scripts alone: its lines stand in another tree.
func TestScriptText(t *testing.T) {
	text := strings.Repeat(viewtest.First+" "+viewtest.Second+" ", 8)
	for opening, want := range map[string]string{"": "2024-05-09", "(2024.05.08) ": "2024-05-09"} {
		page := "<html lang=ko><head><title>해람시 가을 축제</title></head><h1>해람시 가을 축제</h1><div class=date>2024.05.09</div>" +
			`<script type=application/json>{"title":"해람시 가을 ` +
			`축제","body":"<p>` + opening + text + `</p><p>` + text + `</p>"}</script>`
		if got := published(t, page); got != want {
			t.Errorf("%q: got %q, want %q", opening, got, want)
		}
	}
}
