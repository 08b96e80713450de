package body

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestTimes holds what of lines about times is part of the text.
func TestTimes(t *testing.T) {
	korean := viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third)
	latin := viewtest.Paragraphs(viewtest.Latin, "Stalls open at ten, and the bakers of the lower town bring forty "+
		"kinds of "+
		"bread.", "Whoever comes by bicycle may leave it at the school, where pupils keep watch until dusk.")
	tests := []struct {
		name, page string
		stays      []string
		goes       []string
	}{
		{"a label without a year", "<article><h1>가을 축제</h1><p>수정 : 2월 24일 15시</p>" + korean + "</article>",
			nil, []string{"24일"}},
		{"yesterday", "<article><h1>가을 축제</h1><p>어제 15시</p>" + korean + "</article>", nil, []string{"어제"}},
		{"hours ago", "<article><h1>가을 축제</h1><p class=info>3시간 전</p>" + korean + "</article>", nil, []string{"시간 전"}},
		{"hours ago in English", "<article><h1>Festival</h1><div>5 hours ago</div>" + latin + "</article>", nil,
			[]string{"hours ago"}},
		{"hours ago in German", "<article><h1>Festival</h1><div>vor 5 Stunden</div>" + latin + "</article>", nil,
			[]string{"vor 5"}},
		{"hours ago in Japanese", "<article><h1>Festival</h1><div>3時間前</div>" + korean + "</article>", nil,
			[]string{"時間前"}},
		{"of an event", "<article><h1>가을 축제</h1><p>일시 : 2월 24일 15시</p>" + korean + "</article>",
			[]string{"일시 : 2월 24일 15시"}, nil},
		{"a day as a heading", "<article><h1>가을 축제</h1>" + korean + "<h3>2월 24일</h3>" + korean + "</article>",
			[]string{"2월 24일"}, nil},

		{"times and a name between bars", "<main><h3>Festival</h3><div>Do 25.04.24 | 14:07 Uhr | Von <b>Lorna " +
			"Tiefenthal</b>" +
			"</div>" + latin + "</main>", nil, []string{"25.04.24", "Lorna"}},
		{"a name and times between dots", "<main><h1>Festival</h1><p>By Odo Farrant · 4 May 2024 · 10:20 am</p>" + latin +
			"</main>", nil, []string{"Farrant", "4 May"}},
		{"times and words between bars", "<main><h1>Festival</h1><p>4 May 2024 | stalls open at ten | free for all</p>" +
			latin + "</main>", []string{"4 May 2024 | stalls"}, nil},

		{"headings of a ticker", "<article><h1>Flood</h1><p>" + viewtest.Latin + "</p><h5 class=time>11.04 Uhr: Gemeinde " +
			"sperrt die Brücke</h5>" + latin + "<h5 class=time>9.20 Uhr</h5>" + latin + "</article>",
			[]string{"11.04 Uhr: Gemeinde sperrt die Brücke"}, nil},
		{"headings of a ticker in Korean", "<article><h1>하천 범람</h1><p>" + viewtest.First + "</p><p class=time>오전 11시 5분 " +
			"대피령 모두 풀려</p>" + korean + "<div class=time>2022.02.15 09:20</div></article>",
			[]string{"오전 11시 5분 대피령 모두 풀려"}, []string{"2022.02.15"}},

		{"a sentence that opens with Posted on", "<article><h1>Lamps</h1><p>" + viewtest.Latin + "</p><p>Posted on " +
			"the door of " +
			"the reading room by two pupils, a list of nine lamps shows which of them fades.</p>" + latin + "</article>",
			[]string{"Posted on the door"}, nil},
		{"a sentence that opens with Veröffentlicht " +
			"am", "<article><h1>Lampen</h1><p>" + viewtest.Latin + "</p><p>Veröffentlicht " +
			"am Brett neben der Tür des Lesesaals, zeigt die Liste von neun Lampen, welche " +
			"flackert.</p>" + latin + "</article>",
			[]string{"am Brett neben"}, nil},
		{"Posted on", "<article><h1>Lamps</h1>" + latin + "<p>Posted on Tuesday, 4 May 2021 in Town</p></article>", nil,
			[]string{"Posted on"}},

		{"a sentence below the text", "<div><h2>Festival</h2><div>" + latin + "<p class=meta>Dieser Beitrag wurde am " +
			"Samstag, 3. " +
			"Dezember 2011 um 14:48 Uhr veröffentlicht und unter <a href=/c>Hafen</a> abgelegt.</p></div></div>", nil,
			[]string{"Dieser Beitrag"}},
		{"the same in English", "<div><h2>Festival</h2><div>" + latin + "<p>This entry was posted on Saturday, " +
			"December 3rd, 2011 " +
			"at 2:48 pm and is filed under <a href=/c>Harbour</a>.</p></div></div>", nil, []string{"This entry"}},
		{"the same in Italian", "<div><h2>Festival</h2><div>" + latin + "<p>Questo articolo è stato pubblicato il 3 " +
			"dicembre 2011 " +
			"alle 14:48 in <a href=/c>Porto</a>.</p></div></div>", nil, []string{"Questo articolo"}},
	}
	for _, tt := range tests {
		got := textOf(t, "<html><body>"+tt.page+"</body></html>")
		for _, s := range tt.stays {
			if !strings.Contains(got, s) {
				t.Errorf("%s: %q is lost: %q", tt.name, s, got)
			}
		}
		for _, s := range tt.goes {
			if strings.Contains(got, s) {
				t.Errorf("%s: %q is left: %q", tt.name, s, got)
			}
		}
	}
}
