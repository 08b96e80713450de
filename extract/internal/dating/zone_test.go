package dating

import (
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// TestZones reads what the page shows by the clocks of its country, and moments as the page shows them.
func TestZones(t *testing.T) {
	utc := `<meta property=article:published_time content="2023-11-09T01:09:55Z">`
	tests := []struct{ name, lang, address, page, want string }{
		{"Korea in English", "en", "http://english.haeram.co.kr/view?no=1", "<p>Written: 2023-05-09 10:03:30</p>",
			"2023-05-09T10:03:30+09:00"},
		{"Korea in English, for machines", "en", "http://english.haeram.co.kr/view?no=1",
			`<meta property=article:published_time content="2023-05-09 10:03">`, "2023-05-09T10:03:00+09:00"},
		{"summer in Germany", "de", "https://haeram.de/1", "<p>30.04.2024, 18:58 Uhr</p>", "2024-04-30T18:58:00+02:00"},
		{"winter in Britain", "en", "https://haeram.co.uk/1", "<p>12:43, 20 Jan 2026</p>", "2026-01-20T12:43:00Z"},
		{"the language names the country", "fr-FR", "https://haeram.example/1", "<p>Publié le 18 juillet 2024 à 8h01</p>",
			"2024-07-18T08:01:00+02:00"},
		{"of no country", "fr", "https://haeram.example/1", "<p>Publié le 18 juillet 2024 à " +
			"8h01</p>", "2024-07-18T08:01:00Z"},
		{"for machines alone", "de", "https://haeram.de/1",
			`<meta property=article:published_time content="2024-04-30 16:58">`, "2024-04-30T16:58:00Z"},
		{"shown in the evening before", "en", "https://haeram.com/1", utc + "<p>November 8, 2023 at 6:09 p.m.</p>",
			"2023-11-08T18:09:55-07:00"},
		{"shown with its zone", "en", "https://haeram.com/1", utc + "<p>November 8, 2023 at 8:09 PM EST</p>",
			"2023-11-08T20:09:55-05:00"},
		{"shown at another minute", "en", "https://haeram.com/1", utc + "<p>November 8, 2023 at 6:24 p.m.</p>",
			"2023-11-09T01:09:55Z"},
		{"shown on another day", "en", "https://haeram.com/1", utc + "<p>November 6, 2023 at 6:09 p.m.</p>",
			"2023-11-09T01:09:55Z"},
	}
	for _, tt := range tests {
		v := viewtest.At(t, "<html lang="+tt.lang+"><h1>Town festival</h1>"+tt.page+latinText, tt.address, time.Time{})
		if got := find(t, v).Published.Format(time.RFC3339); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestOrders reads dates of three numbers as the country of the page writes them.
func TestOrders(t *testing.T) {
	tests := []struct{ name, page, address, want string }{
		{"American", "<p>02/10/2020</p>", "https://haeram.example/1", "2020-02-10"},
		{"British by og:locale", "<meta property=og:locale content=en_GB><p>02/10/2020</p>", "https://haeram.example/1",
			"2020-10-02"},
		{"British by its path", "<p>02/10/2020</p>", "https://haeram.example/en-gb/news/1", "2020-10-02"},
		{"Irish by its host", "<p>02/10/2020</p>", "https://haeram.ie/1", "2020-10-02"},
		{"by its other dates", "<p>02/10/2020</p><p>Tickets until 31/10/2020 at the town hall.</p>",
			"https://haeram.example/1", "2020-10-02"},
		{"other dates that tell otherwise", "<p>02/10/2020</p><p>Tickets until 10/31/2020 at the town hall.</p>",
			"https://haeram.example/1", "2020-02-10"},
	}
	for _, tt := range tests {
		v := viewtest.At(t, "<html lang=en><h1>Town festival</h1>"+tt.page+latinText, tt.address, time.Time{})
		if got := find(t, v).Published.Format(time.DateOnly); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestDecomposed reads pages whose letters are written as a base and its marks.
func TestDecomposed(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"Hangul", "<h1>해람시 가을 축제</h1><span class=date>22-02-15 09:20</span>" + koreanText, "2022-02-15 09:20"},
		{"a label in Hangul", "<h1>해람시 가을 축제</h1><p>수정 22-02-16 10:00 작성일 22-02-15 09:20</p>" + koreanText,
			"2022-02-15 09:20"},
		{"a month in French", "<html lang=fr><h1>Fête du village</h1><p>Publié le 15 février 2022 à 9h20</p>" + latinText,
			"2022-02-15 09:20"},
		{"kana", "<html lang=ja><h1>みどり町が図書室に</h1><p>公開日 2022年2月15日 午前9時20分</p><p>みどり町は三日、使われなくなった" +
			"駅舎を来月から図書室として開くと発表した。町民の有志が二年をかけて窓と階段を直してきたもので、春までは無料で使える。</p>",
			"2022-02-15 09:20"},
	}
	for _, tt := range tests {
		if got := published(t, norm.NFD.String(tt.page)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
