package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/made"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// madeLines are made-up articles as the report takes them.
func madeLines(t testing.TB, n int, opts *extract.Options) []line {
	t.Helper()
	lines := make([]line, n)
	for i := range lines {
		a := made.New(i)
		l := cli.Article(input.Item{File: a.Paper + ".html", Data: []byte(a.HTML(i))}, opts)
		if l.Err != nil {
			t.Fatal(l.Err)
		}
		l.Article.Publisher = &extract.Outlet{Name: a.Paper}
		l.Article.Section, l.Article.Subtitle = a.Section, a.Subtitle
		lines[i] = l
	}
	return lines
}

// hostile is an article that tries to get its words run.
func hostile() line {
	attack := `<script>window.pwned=1</script></script><img src=x onerror="window.pwned=2"><!--<script>"'` + "`${window.pwned=3}` \u2028 𝒳 {{.Title}}"
	text := attack + "\n\n해람시는 12억원을 들인다. " + attack
	start := strings.Index(text, "12억원")
	return line{File: attack, Article: &extract.Article{
		URL: "javascript:window.pwned=4", Title: attack, Subtitle: attack, Section: attack, Text: text,
		Authors: []extract.Author{{Name: attack, Role: "기자"}}, Publisher: &extract.Outlet{Name: attack}, Source: &extract.Outlet{Name: attack},
		Published:  made.Start,
		Paragraphs: []facts.Span{{Start: 0, End: len(attack)}, {Start: len(attack) + 2, End: len(text)}},
		Images:     []extract.Image{{URL: "javascript:1", Caption: attack}},
		Repeats:    []extract.Repeat{{Span: facts.Span{Start: 0, End: len(attack)}, Times: 2, Removed: []string{attack}}},
		Evidence:   []extract.Evidence{{Field: "title", From: attack, Raw: attack}},
		Facts: facts.Facts{
			Amounts:       facts.Find(text, &facts.Options{Names: facts.NamesNone}).Amounts,
			Organizations: []facts.Organization{{Span: facts.Span{Start: start - len("해람시는 "), End: start - len("는 ")}, Raw: attack, Name: attack, Type: facts.Government, Rule: attack}},
		},
	}}
}

// write makes the page of lines and returns its file.
func write(t testing.TB, title string, lines []line) string {
	t.Helper()
	c := newCollection(title, "ko")
	for _, l := range lines {
		c.add(l)
	}
	if err := c.group(t.Context()); err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := writePage(&page, c); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, page.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestPageIsSelfContained(t *testing.T) {
	page, err := os.ReadFile(write(t, "</title><script>1</script>", append(madeLines(t, 3, nil), hostile())))
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(bytes.ToLower(page), []byte("<script")); n != 2 {
		t.Errorf("%d script elements, want the data and the script", n)
	}
	if m := regexp.MustCompile(`(?i)<(?:link|img|iframe|object|embed|base)\b|@import|url\(`).Find(page); m != nil {
		t.Errorf("the page asks for something outside: %s", m)
	}
	for _, want := range []string{"default-src &#39;none&#39;", "script-src &#39;sha256-", "style-src &#39;sha256-"} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the policy lacks %s", want)
		}
	}
}

func TestReportInABrowser(t *testing.T) {
	pair := 6 // a copy with other words, too
	for made.New(pair).Paragraphs[1] == made.New(pair - 1).Paragraphs[1] {
		pair += 7
	}
	lines := append(madeLines(t, 70, nil), hostile(), line{File: "broken.html", Err: extract.ErrNoArticle})
	ctx, silent := browser(t, 1440, 900, write(t, "해람·이룸 지역 보도", lines))
	text := func(t *testing.T, selector string) string {
		t.Helper()
		return eval[string](t, ctx, `document.querySelector(`+quote(selector)+`).textContent`)
	}
	fill := func(t *testing.T, id, value string) {
		t.Helper()
		eval[bool](t, ctx, `(() => { const e = document.getElementById(`+quote(id)+`); e.value = `+quote(value)+`; e.dispatchEvent(new Event('input', {bubbles: true}));
			return new Promise(done => setTimeout(done, 400, true)) })()`) // timers fire in their order: the page's come first
	}
	shoot(t, ctx, "article")

	t.Run("a fact shows its value", func(t *testing.T) {
		if !eval[bool](t, ctx, `(document.querySelector('mark.amount').focus(), !document.getElementById('tip').hidden)`) {
			t.Error("focus shows no card")
		}
		fact := eval[map[string]any](t, ctx, `(() => { const d = JSON.parse(document.getElementById('data').textContent); return d.articles[0].facts.find(f => f.k === 'amount') })()`)
		value := strings.Replace(fact["v"].(string), " KRW", "원", 1)
		if tip := text(t, "#tip"); !strings.Contains(tip, value) || !strings.Contains(tip, fact["r"].(string)) {
			t.Errorf("the card says %q, want value %q and rule %q", tip, value, fact["r"])
		}
		if by := eval[string](t, ctx, `document.activeElement.getAttribute('aria-describedby')`); by != "tip" {
			t.Errorf("the focused fact is described by %q", by)
		}
		shoot(t, ctx, "fact")
	})
	t.Run("filters", func(t *testing.T) {
		all := text(t, "#found")
		fill(t, "query", "둘레길")
		if found := text(t, "#found"); found == all || !strings.Contains(text(t, "#rows"), "둘레길") {
			t.Errorf("search: %q, rows %q", found, text(t, "#rows"))
		}
		fill(t, "query", "")
		fill(t, "publisher", "다온일보")
		if got := eval[bool](t, ctx, `[...document.querySelectorAll('.row .pub')].every(e => e.textContent === '다온일보')`); !got {
			t.Error("publisher: rows of others")
		}
		fill(t, "publisher", "")
		fill(t, "org", "해람상공회의소")
		if got := text(t, "#found"); got == all || strings.HasPrefix(got, "72건 중 0건") {
			t.Errorf("organization: %q", got)
		}
		fill(t, "org", "")
		fill(t, "from", "2026-01-08")
		fill(t, "to", "2026-01-08")
		if got := eval[bool](t, ctx, `[...document.querySelectorAll('.row time')].every(e => e.textContent === '2026. 1. 8.')`); !got {
			t.Error("dates: rows of other days")
		}
		do(t, ctx, chromedp.Click(chromedp.CSS("#reset")))
		if got := text(t, "#found"); got != all {
			t.Errorf("cleared: %q, want %q", got, all)
		}
	})
	t.Run("keys", func(t *testing.T) {
		do(t, ctx, chromedp.Focus(chromedp.CSS("#scroller")), chromedp.KeyEvent("\ue015")) // arrow down
		eval[bool](t, ctx, `document.getElementById('scroller').dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles: true}))`)
		if got := eval[string](t, ctx, `document.getElementById('scroller').getAttribute('aria-activedescendant')`); got == "row-0" || got == "" {
			t.Errorf("the arrow key leaves %q selected", got)
		}
	})
	t.Run("removed repeats", func(t *testing.T) {
		eval[bool](t, ctx, `(location.hash = '', document.querySelector('#scroller').scrollTop = 0, true)`)
		fill(t, "query", made.New(4).Title)
		do(t, ctx, chromedp.Click(chromedp.CSS(".row")), chromedp.Click(chromedp.CSS("#repeats")))
		if n := eval[int](t, ctx, `document.querySelectorAll('.removed del p').length`); n < 3 {
			t.Errorf("%d struck paragraphs", n)
		}
		eval[bool](t, ctx, `(document.querySelector('.removed').scrollIntoView({block: 'center'}), true)`)
		shoot(t, ctx, "repeats")
		fill(t, "query", "")
	})
	t.Run("duplicates", func(t *testing.T) {
		do(t, ctx, chromedp.Click(chromedp.CSS(`[data-view="duplicates"]`)))
		n := eval[int](t, ctx, fmt.Sprintf(`JSON.parse(document.getElementById('data').textContent).clusters.findIndex(c => c.o === %d && c.c.some(m => m.a === %d))`, pair-1, pair))
		if n < 0 {
			t.Fatalf("%d is not found to be a copy of %d", pair, pair-1)
		}
		eval[bool](t, ctx, fmt.Sprintf(`(document.querySelectorAll('.clusters button')[%d].click(), true)`, n))
		if del, ins := text(t, ".sides del"), text(t, ".sides ins"); del == "" || ins == "" {
			t.Errorf("differing words: %q, %q", del, ins)
		}
		a, b := made.New(pair-1), made.New(pair)
		for i, want := range []string{strings.Join(a.Paragraphs, ""), strings.Join(b.Paragraphs, "")} {
			got := eval[string](t, ctx, `document.querySelectorAll('.sides .body')[`+string(rune('0'+i))+`].textContent`)
			if got != want {
				t.Errorf("side %d does not hold its text:\n%s\n%s", i, got, want)
			}
		}
		if kept := eval[bool](t, ctx, `(() => { const b = document.querySelectorAll('.clusters button')[1]; b.focus(); b.click(); return document.activeElement === b && b.isConnected })()`); !kept {
			t.Error("the list of clusters loses its focus")
		}
		eval[bool](t, ctx, fmt.Sprintf(`(document.querySelectorAll('.clusters button')[%d].click(), true)`, n))
		shoot(t, ctx, "duplicates")
	})
	t.Run("charts", func(t *testing.T) {
		do(t, ctx, chromedp.Click(chromedp.CSS(`[data-view="charts"]`)))
		for _, name := range []string{"money", "topOrgs", "timeline", "together"} {
			if n := eval[int](t, ctx, `document.querySelectorAll('.card.`+name+` svg .bar').length`); n == 0 {
				t.Errorf("%s draws nothing", name)
			}
		}
		shoot(t, ctx, "charts")
		eval[bool](t, ctx, `(document.querySelector('#charts').scrollTop = 600, true)`)
		shoot(t, ctx, "charts-below")
		eval[bool](t, ctx, `(document.querySelector('.topOrgs .bar').dispatchEvent(new MouseEvent('click', {bubbles: true})), true)`)
		if got := text(t, "#found"); !strings.Contains(got, " 중 ") {
			t.Errorf("a bar does not filter: %q", got)
		}
		do(t, ctx, chromedp.Click(chromedp.CSS("#reset")))
	})
	t.Run("hostile text is inert", func(t *testing.T) {
		fill(t, "query", "window.pwned")
		do(t, ctx, chromedp.Click(chromedp.CSS(".row")))
		if !strings.Contains(text(t, "article h2"), "<script>window.pwned=1</script>") {
			t.Errorf("the title is not shown as it stands: %q", text(t, "article h2"))
		}
		eval[bool](t, ctx, `(document.querySelectorAll('article details').forEach(d => d.open = true), document.querySelectorAll('article button, article mark').forEach(e => e.focus()), true)`)
		if bad := eval[int](t, ctx, `document.querySelectorAll('a[href^="javascript:"], article script, article img').length`); bad > 0 {
			t.Errorf("%d elements that an article made", bad)
		}
		for _, v := range []string{"articles", "duplicates", "charts"} {
			do(t, ctx, chromedp.Click(chromedp.CSS(`[data-view="`+v+`"]`)))
		}
		if eval[bool](t, ctx, `'pwned' in window`) {
			t.Error("the words of an article were run")
		}
		do(t, ctx, chromedp.Click(chromedp.CSS(`[data-view="articles"]`)))
		fill(t, "query", "")
	})
	t.Run("print", func(t *testing.T) {
		eval[bool](t, ctx, `(document.getElementById('scroller').scrollTop = 0, document.querySelector('.row').click(), true)`)
		media(t, ctx, "print")
		if got := eval[string](t, ctx, `[...document.querySelectorAll('.filters, .list, .top nav, .tools, #article')].filter(e => e.checkVisibility()).map(e => e.id).join()`); got != "article" {
			t.Errorf("on paper stand: %q", got)
		}
		shoot(t, ctx, "print")
		media(t, ctx, "")
	})
	t.Run("English, dark", func(t *testing.T) {
		do(t, ctx, chromedp.Click(chromedp.CSS("#language")), chromedp.Click(chromedp.CSS("#theme")), chromedp.Click(chromedp.CSS(".row")))
		if got := text(t, "#found"); !strings.Contains(got, "articles") {
			t.Errorf("found: %q", got)
		}
		shoot(t, ctx, "dark")
		do(t, ctx, chromedp.Click(chromedp.CSS("#failed")))
		if got := text(t, "#failures"); !strings.Contains(got, "1 file could not be read") || !strings.Contains(got, "broken.html"+extract.ErrNoArticle.Error()) {
			t.Errorf("what failed: %q", got)
		}
		shoot(t, ctx, "failed")
		do(t, ctx, chromedp.Click(chromedp.CSS("#failures button")))
	})
	t.Run("phone", func(t *testing.T) {
		do(t, ctx, chromedp.EmulateViewport(390, 844))
		shoot(t, ctx, "phone")
		seen := func() string {
			return eval[string](t, ctx, `[...document.querySelectorAll('.list, #main')].filter(e => e.checkVisibility()).map(e => e.id || 'list').join()`)
		}
		do(t, ctx, chromedp.Click(chromedp.CSS(".back")))
		if got := seen(); got != "list" {
			t.Errorf("back from an article: %q is seen", got)
		}
		shoot(t, ctx, "phone-list")
		do(t, ctx, chromedp.Click(chromedp.CSS(".row:nth-child(2)")))
		if got := seen(); got != "main" {
			t.Errorf("an article is opened: %q is seen", got)
		}
		eval[bool](t, ctx, `new Promise(done => { addEventListener('popstate', () => done(true), {once: true}); history.back() })`)
		if got := seen(); got != "list" {
			t.Errorf("the browser's Back: %q is seen", got)
		}
	})
	silent()
}

// Articles that only share much with another are shown with it, and a page without a copy has lists all the same.
func TestGroupsOfRelated(t *testing.T) {
	c := newCollection("", "ko")
	long := strings.Join(made.New(0).Paragraphs, "\n\n") + "\n\n" + strings.Join(made.New(1).Paragraphs, "\n\n")
	for _, text := range []string{long, strings.Join(made.New(0).Paragraphs, "\n\n"), strings.Join(made.New(9).Paragraphs, "\n\n")} {
		c.add(line{Article: &extract.Article{Title: "제목", Text: text}})
	}
	if err := c.group(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(c.Clusters) != 1 || len(c.Clusters[0].Copies) != 1 {
		t.Fatalf("clusters: %+v", c.Clusters)
	}
	if d := c.Clusters[0].Copies[0]; d.Kind != "contains" && d.Kind != "contained" || d.Similarity <= 0 || d.Similarity >= 1 {
		t.Errorf("related: %+v", d)
	}
	var page bytes.Buffer
	if err := writePage(&page, c); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(page.Bytes(), []byte(`"c":null`)) {
		t.Error("a list of copies is null")
	}
}

// Of five thousand articles only those in sight are elements.
func TestManyArticles(t *testing.T) {
	lines := madeLines(t, 50, nil)
	many := make([]line, 0, 5000)
	for i := range 5000 {
		many = append(many, lines[i%50])
	}
	c := newCollection("많은 기사", "ko")
	for _, l := range many {
		c.add(l)
	}
	var page bytes.Buffer
	if err := writePage(&page, c); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "many.html")
	if err := os.WriteFile(file, page.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, silent := browser(t, 1440, 900, file)
	if n := eval[int](t, ctx, `document.querySelectorAll('.row').length`); n == 0 || n > 40 {
		t.Errorf("%d rows are elements", n)
	}
	took := eval[map[string]float64](t, ctx, `(() => {
		const time = act => { const t = performance.now(); act(); document.body.offsetHeight; return performance.now() - t };
		const search = q => { const e = document.getElementById('query'); e.value = q; };
		const box = document.getElementById('scroller');
		const out = { load: performance.timing.domInteractive - performance.timing.responseEnd };
		out.scroll = time(() => { for (let i = 0; i < 50; i++) { box.scrollTop = i * 9000; box.dispatchEvent(new Event('scroll')); } });
		out.charts = time(() => document.querySelector('[data-view="charts"]').click());
		out.duplicates = time(() => document.querySelector('[data-view="articles"]').click());
		return out })()`)
	t.Logf("%d MB; ms: %v", page.Len()>>20, took)
	silent()
}

func quote(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}
