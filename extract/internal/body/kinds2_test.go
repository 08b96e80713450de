package body

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

func TestDialogues(t *testing.T) {
	check(t, []kind{
		{"called and asked", "<div><p>&lt;앵커&gt;</p>" + viewtest.Paragraphs(viewtest.First) +
			"<p>한가람 기자!</p><p>&lt;기자&gt;</p>" +
			viewtest.Paragraphs(viewtest.Second) + "<p>&lt;앵커&gt;</p><p>사람이 많이 왔습니까, 한가람 기자?</p><p>&lt;기자&gt;</p>" +
			viewtest.Paragraphs(viewtest.Third) + "</div>", []string{"한가람 기자!", "왔습니까, 한가람 기자?"}, nil},
		{"label in the line", "<div><p>[앵커] " + viewtest.First + " 오다솔 기자.</p><p>[기자] " + viewtest.Second + "</p><p>" +
			viewtest.Third +
			"</p><p>지금까지 다온공원에서 전해 드렸습니다.</p><p>[앵커] 수고했습니다.</p></div>", []string{"밝혔다. 오다솔 기자."}, nil},
		{"with colons", "<div><p>앵커: " + viewtest.First + "</p><p>문은솔 기자</p><p>기자: " + viewtest.Second + "</p>" +
			viewtest.Paragraphs(viewtest.Third, viewtest.Fourth) + "<p>앵커: " + viewtest.Fifth + "</p></div>", []string{"문은솔 기자"},
			nil},
		{"signed at the end", "<div><p>[앵커] " + viewtest.First + "</p><p>[기자] " + viewtest.Second + "</p>" +
			viewtest.Paragraphs(viewtest.Third) + "<p>한가람 기자 garam@daon.example</p></div>", []string{viewtest.Third},
			[]string{"garam"}},
		{"no dialogue", behind("<p>한가람 기자</p>"), three, []string{"한가람"}},
	})
}

func TestCaptionLines(t *testing.T) {
	img := "<p><img src=a.jpg alt=a.jpg></p>"
	check(t, []kind{
		{"below a label", behind("<p>&lt;사진 설명&gt;<br>잔디마당에 앉은 시민들이 첫날 공연을 기다리고 있다.<br>(사진 제공=해람시)</p>"), three,
			[]string{"사진 설명", "기다리고 있다", "제공"}},
		{"below an English label", behind("<p>Caption:</p><p>Visitors wait for the first concert on the lawn of the " +
			"park.</p>"),
			three, []string{"Caption", "Visitors wait"}},
		{"centred", around(img + "<p align=center>잔디마당에 앉은 시민들</p>"), three, []string{"앉은 시민들"}},
		{"centred by style, in emphasis", around(img + "<p style='color:gray; text-align: center'><em>The lawn on the " +
			"first day</em></p>"),
			three, []string{"The lawn"}},
		{"says what it shows", around(img + "<p><strong>새로 단장한 다온공원 잔디마당 전경</strong></p>"), three, []string{"전경"}},
		{"numbered", around(img + "<div>그림 3. 주차장 세 곳의 자리</div>"), three, []string{"그림 3"}},
		{"numbered in German", around(img + "<p>Abb. 2: Parkplätze am Festgelände</p>"), three, []string{"Abb. 2"}},
		{"heading below a picture", around(img + "<p><strong>비가 와도 연다</strong></p>"), append([]string{"비가 와도 연다"}, three...),
			nil},
		{"box of a picture", around("<div class=x1><img src=a.jpg><p>Visitors wait for the first concert on the lawn of " +
			"the " +
			"park, in a picture of May 3.</p></div>"), three, []string{"Visitors wait"}},
		{"steps of a guide", "<div>" + strings.Repeat("<div><img src=a.jpg><p>"+viewtest.Latin+"</p></div>", 1) +
			"<div><img src=b.jpg><p>" + viewtest.First + "</p></div><div><img src=c.jpg><p>" + viewtest.Second + "</p></div>" +
			viewtest.Paragraphs(viewtest.Third) + "</div>", []string{viewtest.Latin, viewtest.First, viewtest.Second}, nil},
		{"in the first line of a paragraph", "<div><div><span><img src=a.jpg><em>길놀이 행렬</em></span>[다온=한가람 기자] " +
			viewtest.First +
			"</div><br><div>" + viewtest.Second + "</div><br><div>" + viewtest.Third + "</div><div>" + viewtest.Fourth +
			"</div></div>", []string{viewtest.First}, []string{"길놀이 행렬"}},
		{"named, before the first sentence", "<div><div><img src=a.jpg><small class=caption>길놀이 행렬</small>" + viewtest.First +
			"</div><br><div>" + viewtest.Second + "</div><br><div>" + viewtest.Third + "</div></div>", []string{viewtest.First},
			[]string{"길놀이 행렬"}},
	})
}

// TestPostings takes out what blogs put around a post: who posted it and when, links to it and to what is said of it.
func TestPostings(t *testing.T) {
	post := func(above, below string) string {
		return "<div>" + above + viewtest.Paragraphs(viewtest.Latin, viewtest.Latin+" Stalls open at ten.") + below + "</div>"
	}
	kept := []string{viewtest.Latin, "Stalls open at ten."}
	check(t, []kind{
		{"clock and links", post("", "<p>Posted by Odo at 2:33 PM | <a href=/p>Permalink</a></p>"), kept, []string{"Odo"}},
		{"day and links", post("", "<p>Scritto da Odo il 04/03/2009 alle 14:33 | <a href=#c>Commenti (3)</a></p>"), kept,
			[]string{"Odo"}},
		{"above", post("<p>Submitted by odo on Wed, 03/04/2009 - 14:33.</p>", ""), kept, []string{"odo"}},
		{"a sentence", post("", "<p>By Monday at 5 pm the stalls are gone.</p>"), append(kept, "By Monday"), nil},
	})
}

func TestEntries(t *testing.T) {
	page := "<main><h1>가을 축제</h1>"
	check(t, []kind{
		{"line of links", page + "<p>" + viewtest.First + "</p><p>버스가 서는 곳은 다음과 같다.</p><p>동쪽: <a href=/1>다온역</a>, <a " +
			"href=/2>장터</a>, " +
			"<a href=/3>강둑</a>, <a href=/4>시민회관</a></p><p>서쪽: <a href=/5>항구</a></p></main>",
			[]string{"버스가 서는", "동쪽: 다온역, 장터, 강둑, 시민회관", "서쪽: 항구"}, nil},
		{"keywords", behind("<p>Tags: <a href=/1>autumn</a>, <a href=/2>festival</a>, <a href=/3>park and river</a></p>"),
			three,
			[]string{"Tags"}},
		{"line that opens a paragraph", around("<p><a href=/1>The brass band of Irum, free of charge<br></a>" +
			viewtest.Latin + "</p>"),
			[]string{"The brass band", viewtest.Latin}, nil},
		{"sentence that is a link", around("<div><p><a href=/1>이룸군은 지난 9월 길놀이를 함께 하겠다는 뜻을 밝혔다.</a></p></div>"),
			[]string{"뜻을 밝혔다."}, nil},
		{"headline that is a link", around("<p><a href=/1>이룸군 봄나물 축제 사흘 동안 열린다</a></p>"), three, []string{"봄나물"}},
		{"list that is announced", around("<p>표는 다음 세 곳에서 판다.</p><ul><li><a href=/1>해람시청</a></li><li><a " +
			"href=/2>다온역</a></li></ul>"),
			[]string{"해람시청", "다온역"}, nil},
		{"announced by a colon", behind("<p>Tickets are sold at these places:</p><ul><li><a href=/1>Town hall</a></li><li>" +
			"<a href=/2>Station</a></li></ul><p>See you.</p>"), []string{"Town hall", "Station"}, nil},
		{"list of headlines", around("<p>지난 소식을 함께 본다.</p><ul><li><a href=/1>이룸군 봄나물 축제 사흘 동안 열린다</a></li><li><a href=/2>" +
			"다온읍 벚꽃길 걷기 대회 참가자 모집</a></li></ul>"), three, []string{"봄나물", "벚꽃길"}},
		{"appointments", "<div><p>[인사] 해람시</p><p>▲기획과장 한가람</p><p>▲문화과장 오다솔</p><p>▲관광과장 문은솔 해람시의 새 과장들은 오늘 일을 시작했다.</p></div>",
			[]string{"▲기획과장 한가람", "▲문화과장 오다솔"}, nil},
		{"what a recipe needs", behind("<section><div><h3>재료</h3><ul><li>햇밤 열 톨</li><li>찹쌀 두 컵</li></ul></div></section>"),
			[]string{"햇밤 열 톨", "찹쌀 두 컵"}, nil},
		{"rows of players", around("<table><tr><td>순위<td>이름<td>점수</tr><tr class='odd player-1'><td>1<td>한가람<td>5040</tr>" +
			"<tr class='widget player-2'><td>2<td>오다솔<td>5033</tr></table>"), []string{"한가람", "5040", "오다솔"}, nil},
		{"headings with a time", page + "<div>" + viewtest.Paragraphs(viewtest.First) +
			"<h4 class=date>14.05 Uhr: Die Brücke ist wieder offen</h4>" +
			viewtest.Paragraphs(viewtest.Second) + "<h4 class=date>12.10 Uhr: Wasser steigt weiter</h4>" +
			viewtest.Paragraphs(viewtest.Third) + "</div></main>", []string{"Die Brücke ist", "Wasser steigt"}, nil},
	})
}

func TestNamesOfParts(t *testing.T) {
	check(t, []kind{
		{"text split over widgets", "<div><div class='widget widget-text'><div>" + viewtest.Paragraphs(viewtest.First,
			viewtest.Second) +
			"</div></div><div class='widget widget-text'><div>" + viewtest.Paragraphs(viewtest.Third, "비가 와도 연다.") +
			"</div></div></div>",
			append([]string{"비가 와도 연다."}, three...), nil},
		{"lead beside a player", "<article><h1>축제</h1><div class=player-box><div class=words>" +
			viewtest.Paragraphs(viewtest.First) +
			"</div><video src=a.mp4></video></div><section><div class=words>" + viewtest.Paragraphs(viewtest.Second,
			viewtest.Third, viewtest.Fourth) +
			"</div></section></article>", []string{viewtest.First}, nil},
		{"widget of another look", "<article><h1>축제</h1><div>" + viewtest.Paragraphs(viewtest.First, viewtest.Second,
			viewtest.Third) +
			"<div class=widget><p>오늘 날씨는 맑고 낮 기온은 어제보다 오를 것으로 보인다.</p></div></div></article>", three, []string{"날씨"}},
		{"invisible copy", "<article><h1>축제</h1><div>" + viewtest.Paragraphs(three...) +
			"</div></article><div class=is-invisible><h2>안내</h2>" +
			strings.Repeat("<p>"+viewtest.Latin+"</p>", 4) + "</div>", three, []string{"Haeram"}},
		{"consent that is hidden", "<div style='display:none'><div><p>" + viewtest.Latin + " " + viewtest.Latin +
			"</p></div><div style='display:none'><p>" +
			viewtest.Latin + "</p></div></div><div><div id=story>" + viewtest.Paragraphs(viewtest.First, viewtest.Second) +
			"</div><div><a href=/1>해람시 소식을 날마다 받아 보세요</a></div><div><a href=/2>시청의 새 소식을 모아 놓은 곳</a></div><div><a href=/3>이룸군 " +
			"봄나물 " +
			"축제 사흘 동안 열린다</a></div></div>", []string{viewtest.First, viewtest.Second}, []string{"Haeram"}},
	})
}

func TestOtherArticles(t *testing.T) {
	other := viewtest.Paragraphs(viewtest.Fourth, viewtest.Fifth)
	own := viewtest.Paragraphs(three...)
	check(t, []kind{
		{"next article of an endless page", "<title>가을 축제 열린다</title><main><article><h1>가을 축제 열린다</h1>" + own +
			"</article><article><h1>새 도서관 문 연다</h1>" + other + "</article></main>", three, []string{viewtest.Fourth, "도서관"}},
		{"in boxes", "<title>가을 축제 열린다</title><div><div class=entry><h1>가을 축제 열린다</h1>" + own +
			"</div><div class=entry><h1>새 도서관 문 연다</h1>" + other + "</div></div>", three, []string{viewtest.Fourth, "도서관"}},
		{"copy for small screens", "<title>가을 축제 열린다</title><div class=wide><h1>가을 축제 열린다</h1>" + own +
			"</div><div class=narrow>" +
			"<h1>가을 축제 열린다</h1>" + own + "</div>", three, nil},
		{"sections with headings", "<title>가을 축제 열린다</title><article><h1>가을 축제 열린다</h1>" + own + "<section><h2>장터</h2>" +
			other +
			"</section></article>", append([]string{viewtest.Fourth}, three...), nil},
		{"card between paragraphs", around("<div class=x1><div><a href=/1>Tickets</a></div><a href=/1>The clock on the " +
			"tower runs again</a>" +
			"<p>The old clock on the tower runs again, two minutes late, and the town says that it will st...</p></div>"), three,
			[]string{"clock"}},
		{"cards under a heading", "<article>" + own + "</article><section><div><h2>More from Daon " +
			"Weekly</h2><div><div><h3><span>How to mend a " +
			"lamp at home</span><a href=/1>How to mend a lamp at home</a></h3><p>Our reader tried all of them in one evening, " +
			"and only one " +
			"worked.</p></div><div><h3><a href=/2>Who owns the old bell?</a></h3><p>It was always meant for the school, and " +
			"that has no " +
			"tower.</p></div></div></div></section>", three, []string{"lamp", "bell", "More from"}},
	})
	page := "<title>가을 축제 열린다</title><div class=wide><h1>가을 축제 열린다</h1>" + own +
		"</div><div class=narrow><h1>가을 축제 열린다</h1>" + own + "</div>"
	if got := textOf(t, page); strings.Count(got, viewtest.First) != 1 || strings.Contains(got, "가을 축제 열린다") {
		t.Errorf("got %s", got)
	}
}

// TestWithheld keeps what JSON-LD names as the part of the article for subscribers, and leaves out the wall that stands
// there instead.
func TestWithheld(t *testing.T) {
	ld := func(free, selector string) string {
		return `<script type=application/ld+json>{"@type":"NewsArticle","isAccessibleForFree":false,"hasPart":[{"@type":` +
			`"WebPageElement","isAccessibleForFree":` + free + `,"cssSelector":"` + selector + `"}]}</script><div>` +
			viewtest.Paragraphs(viewtest.First, viewtest.Fourth, viewtest.Latin, viewtest.Latin+" Twice.", viewtest.Latin+
				" Thrice.", viewtest.Latin+" In all.")
	}
	part := func(attr, end string) string {
		return "<div " + attr + ">" + viewtest.Paragraphs(viewtest.Second, viewtest.Third) + end + "</div></div>"
	}
	wall := "<div class=a1><p>쓰는 이도 먹고살아야 하기에, 이 글은 값을 치른 분께만 보여 드립니다.</p><a href=/s>이용권</a></div></div>"
	check(t, []kind{
		{"hidden", ld("false", ".a1") + part("class=a1 style='display:none'", ""), three, nil},
		{"hidden, by its id", ld(`"False"`, "#a1") + part("id=a1 hidden", ""), three, nil},
		{"hidden, not named", ld("false", ".b1") + part("class=a1 hidden", ""), three[:1], []string{viewtest.Third}},
		{"free for all", ld("true", ".a1") + part("class=a1 hidden", ""), three[:1], []string{viewtest.Third}},
		{"a wall", ld("false", ".a1") + wall, three[:1], []string{"값을", "이용권"}},
		{"no selector", ld("false", "..a1[") + wall, three[:1], nil},
		{"a text with a link at its end", ld("false", ".a1") + part("class=a1", viewtest.Paragraphs(viewtest.Fifth,
			"<a href=/s>해람시 누리집</a>")), three, nil},
	})
}

func TestWalls(t *testing.T) {
	check(t, []kind{
		{"Korean", behind("<div class=x1><h3>구독자만 볼 수 있는 기사입니다</h3><p>로그인하면 이어서 읽을 수 있습니다.</p><a href=/s>구독하기</a></div>"),
			three,
			[]string{"구독", "로그인"}},
		{"English", behind("<section><h2>Keep reading with a free account</h2><p>Subscribe now for one crown a month, " +
			"cancel anytime.</p>" +
			"<p>Already a member? Log in</p></section>"), three, []string{"Subscribe", "member"}},
		{"German", behind("<div><div>Weiterlesen mit Konto</div><p>Jetzt anmelden und alle Artikel kostenlos " +
			"lesen.</p></div>"), three,
			[]string{"anmelden"}},
		{"an article about subscriptions", behind("<p>구독하는 회원은 무료로 들어올 수 있다고 시는 설명했다.</p>"), []string{"구독하는 회원은"}, nil},
		{"note to subscribers and profile behind a short article", "<article><h1>축제</h1><div class=a1><p>" + viewtest.Latin +
			"</p><p>" +
			viewtest.Latin + " Twice.</p><p>" + viewtest.Latin + " Thrice.</p></div><div class=m1><div><h2>Ton abonnement est " +
			"ouvert ailleurs</h2>" +
			"<p>Qui veut lire sur deux écrans à la fois peut demander celui de la maison, qui vaut pour quatre " +
			"lecteurs.</p></div></div><section " +
			"class=m2><h3>Qui signe</h3><div>Habite la vallée, écrit sur les trains, et travaille ici depuis que l'imprimerie " +
			"est ouverte.</div>" +
			"</section></article>", []string{"Thrice."}, []string{"abonnement", "écrans", "vallée"}},
		{"house slogan", behind("<p>ⓒ '가까운 신문' 다온일보</p>"), three, []string{"ⓒ"}},
		{"owner in brackets", behind("<p>&lt;ⓒ 다온일보&gt;</p>"), three, []string{"ⓒ"}},
	})
}
