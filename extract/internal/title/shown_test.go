package title

import (
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

const english = "<p>" + viewtest.Latin + "</p><p>" + viewtest.Latin + "</p><p>" + viewtest.Latin + "</p>"

// TestSeenHeadline reads the headline that readers see from pages that call themselves by others.
func TestSeenHeadline(t *testing.T) {
	korean := viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third)
	for name, tt := range map[string]struct{ page, want string }{
		"isPartOf is the headline": {`<title>Le vieux lavoir devient une salle de lecture au bord de l'eau | Le Pré</title>` +
			`<script type=application/ld+json>{"@type":"NewsArticle","headline":"Le vieux lavoir devient une salle de ` +
			`lecture au bord de l'eau","isPartOf":{"@type":"Product","name":"Le vieux lavoir devient une salle de lecture au ` +
			`bord de l'eau"}}</script><h2>Les plus lus</h2><h1>Le vieux lavoir devient une salle de lecture au bord de ` +
			`l'eau</h1>` + english, "Le vieux lavoir devient une salle de lecture au bord de l'eau"},
		"the application is the headline": {`<title>Zwei Fähren und ein Kai ohne Autos bis Juni</title><meta ` +
			`name=application-name content="Zwei Fähren und ein Kai ohne Autos bis Juni"><h1>Zwei Fähren und ein Kai ohne ` +
			`Autos bis Juni</h1>` + english + "<h2>Mehr aus der Region</h2>", "Zwei Fähren und ein Kai ohne Autos bis Juni"},
		"a blog": {`<title>해람 산책: 다온강 아침 길</title><meta property=og:title content="다온강 아침 길"><h1><a href="/">해람 산책` +
			`</a></h1><h2>2024년 2월 3일 토요일</h2><h3>다온강 아침 길</h3>` + korean, "다온강 아침 길"},
		"keywords": {`<title>이룸군, 마을 우물 다시 연다</title><meta property=og:title content="이룸군청, 이룸군, 이룸, 군청">` +
			`<h3>군정소식</h3><h4>이룸군, 마을 우물 다시 연다</h4><p>작성일 2026-01-07</p>` + korean, "이룸군, 마을 우물 다시 연다"},
		"keywords in English": {`<title>Old well opens again in Daon</title><meta property=og:title content="Daon, Daon ` +
			`County, county office, news, Korea"><h2>Old well opens again in Daon</h2>` + english,
			"Old well opens again in Daon"},
		"a label's value": {`<title>알림 &lt; 소식 &lt; 열린의회 &lt; 다온군의회</title><h3>알림</h3><table><tr><th>등록일</th><td>` +
			`2025-12-12 10:00</td></tr><tr><th>제목</th><td>다온군의회, 겨울 제설 대책 살펴</td></tr><tr><th>내용</th><td>` +
			viewtest.First + "<br>" + viewtest.Second + "</td></tr></table>", "다온군의회, 겨울 제설 대책 살펴"},
		"section before headline": {`<title>Puerto - El transbordador saldrá cada hora - ` +
			`Diario del Mar</title><h1>puerto</h1>` +
			`<h1>El transbordador saldrá cada hora</h1>` + english, "El transbordador saldrá cada hora"},
		"a banner": {`<title>다온 웹진</title><div><h2>기획 연재</h2></div><div><h3>마을 우물이 다시 열리기까지</h3><p>글 이은서</p>` +
			"</div>" + korean, "마을 우물이 다시 열리기까지"},
		"a widget behind the text": {`<title>Old well opens again in Daon</title><div>` + english +
			`</div><div><h1>Rate this ` +
			`translation</h1></div>`, "Old well opens again in Daon"},
		"cut for networks": {`<title>다온협회</title><meta property=og:title content="제5회 다온 보안 학술 대회"><h1>행사 안내</h1>` +
			`<h2>제5회 다온 보안 학술 대회 ~ 지키는 일에서 찾는 일로 ~</h2>` + korean, "제5회 다온 보안 학술 대회 ~ 지키는 일에서 찾는 일로 ~"},
	} {
		if got := Find(viewtest.New(t, "<html>"+tt.page)).Text; got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// TestFrontPage: a page at the address of its site is called as that is; its first teaser is not its title.
func TestFrontPage(t *testing.T) {
	page := "<html><title>Haeram Daily</title><meta property=og:site_name content='Haeram Daily'>" +
		"<h3>The ferry stays in port " +
		"for another week</h3>" + english
	for address, want := range map[string]string{
		"https://haeram.example/":        "Haeram Daily",
		"https://haeram.example/ferry/1": "The ferry stays in port for another week",
	} {
		if got := Find(viewtest.At(t, page, address, time.Time{})).Text; got != want {
			t.Errorf("%s: got %q, want %q", address, got, want)
		}
	}
}
