package head

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/sites"
)

// read reads the head of a page.
func read(t testing.TB, page, address, publisher string) *Head {
	t.Helper()
	root, err := document.Parse([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return Read(document.Read(root, sites.Builtin().Index(root)), address, publisher)
}

func TestDeclaredLanguage(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"fa", "شورای شهر به ساخت پل تازه رای داد و کار از بهار آغاز می\u200cشود", "fa"},
		{"ur", "شہر کی کونسل نے نئے پل کی منظوری دے دی", "ur"},
		{"mr", "नगर परिषदेने नवीन पुलाला मंजुरी दिली", "mr"},
		{"uk", "Міська рада проголосувала за новий міст", "uk"},
		{"iw", "מועצת העיר הצביעה בעד הגשר החדש", "he"},
		{"en", "Городской совет проголосовал за новый мост", "ru"},
		{"en", "시의회는 새 다리를 놓기로 의결했다", "ko"},
		{"zh-TW", "市議會投票通過興建新橋", "zh-TW"},
	} {
		h := read(t, `<html lang="`+tt.lang+`"><body><p>`+strings.Repeat(tt.text+". ", 8)+"</p></body></html>", "", "")
		if h.Language != tt.want {
			t.Errorf("%s: got %s, want %s", tt.lang, h.Language, tt.want)
		}
	}
}

// TestAddress takes the address that a page gives where it is that of an article, and resolves others by it or by
// <base>.
func TestAddress(t *testing.T) {
	for name, tt := range map[string]struct{ page, given, want, resolved string }{
		"none": {"<p>", "", "", "a.jpg"},
		"given": {"<p>", "https://www.haeram.example/news/1", "https://www.haeram.example/news/1",
			"https://www.haeram.example/news/a.jpg"},
		"canonical": {"<link rel=canonical href=/news/2>", "https://www.haeram.example/x/1",
			"https://www.haeram.example/news/2", "https://www.haeram.example/x/a.jpg"},
		"a front page": {"<link rel=canonical href=/>", "https://www.haeram.example/news/1",
			"https://www.haeram.example/news/1", "https://www.haeram.example/news/a.jpg"},
		"og:url": {"<meta property=og:url content=https://haeram.example/news/3>", "",
			"https://haeram.example/news/3", "a.jpg"},
		"another base": {"<base href=/files/>", "https://www.haeram.example/news/1",
			"https://www.haeram.example/news/1", "https://www.haeram.example/files/a.jpg"},
		"only the base": {"<base href=https://www.haeram.example/files/>", "", "", "https://www.haeram.example/files/a.jpg"},
	} {
		h := read(t, tt.page, tt.given, "")
		if got := h.Resolve("a.jpg"); h.URL != tt.want || got != tt.resolved {
			t.Errorf("%s: got %q and %q, want %q and %q", name, h.URL, got, tt.want, tt.resolved)
		}
	}
}

// TestSiteName knows a site by what its head, its address and its rule call it.
func TestSiteName(t *testing.T) {
	h := read(t, `<meta property=og:site_name content="Haeram Daily"><title>A bridge - Haeram Daily</title>`,
		"https://morningecho.example/1", "다온일보")
	for name, want := range map[string]bool{"HAERAM DAILY": true, "Morning Echo": true, "다온일보": true,
		"The Haeram Daily": true, "Haeram": false, "A bridge": false, "": false} {
		if got := h.IsSiteName(name); got != want {
			t.Errorf("%q: got %v", name, got)
		}
	}
}

func TestParts(t *testing.T) {
	const s = "A bridge at last | Town - Haeram Daily"
	var got []string
	for _, p := range Parts(s) {
		got = append(got, s[p.Start:p.End])
	}
	if strings.Join(got, "/") != "A bridge at last/Town/Haeram Daily" {
		t.Errorf("got %q", got)
	}
	if !HasPart(s, Parts(s), "town") || !HasPart(s, Parts(s), "abridgeatlasttown") &&
		!HasPart(s, Parts(s), "a bridge at last town") || HasPart(s, Parts(s), "haeram") {
		t.Error("parts are told wrongly")
	}
	if !IsSectionName("보도 자료") || IsSectionName("해람시 다리 놓는다") {
		t.Error("names of sections are told wrongly")
	}
}

// TestAddressOfPage: a page opened from a file stands at the address that it names.
func TestAddressOfPage(t *testing.T) {
	const own = "https://daon.example/news/1"
	for name, tt := range map[string]struct{ given, page, want string }{
		"a file": {"file:///home/reader/1.html", `<meta property="og:url" content="` + own + `">`, own},
		"an id":  {"crawl-77", `<meta property="og:url" content="` + own + `">`, own},
		"only JSON-LD": {"", `<script type="application/ld+json">{"@type":"NewsArticle","url":"` + own + `"}</script>`,
			own},
		"a front page": {"crawl-77", `<meta property="og:url" content="https://daon.example/">`, "crawl-77"},
		"of the web": {"https://daon.example/2", `<meta property="og:url" content="` + own + `">`,
			"https://daon.example/2"},
		"Twitter's":       {"C:\\pages\\1.html", `<meta name="twitter:url" content="` + own + `">`, own},
		"nothing is said": {"file:///1.html", "", "file:///1.html"},
	} {
		if got := read(t, tt.page, tt.given, "").URL; got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// TestOwnArticle drops the articles of JSON-LD that stand elsewhere, by whole addresses or those of the same site.
func TestOwnArticle(t *testing.T) {
	article := func(address, headline string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":{"@id":"` + address +
			`"},"headline":"` + headline + `"}</script>`
	}
	for _, site := range []string{"https://daon.example", ""} {
		page := article(site+"/news/2", "A tower leans") + article(site+"/news/1", "A bridge stays empty") +
			article(site+"/news/3", "A river rises")
		got := read(t, page, "https://daon.example/news/1", "").Articles
		if len(got) != 1 || got[0].Get("headline").Name() != "A bridge stays empty" {
			t.Errorf("%q: got %d articles, the first %q", site, len(got), got[0].Get("headline").Name())
		}
	}
}
