package report

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/gisa-go/gisa/examples/internal/made"
)

// Point 6: all charts are one stop of the Tab key each, arrows move, Enter chooses; and axe finds nothing.
func TestKeyboardAndAxe(t *testing.T) {
	file := os.Getenv("AXE_CORE")
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Logf("axe is not asked: npm install axe-core, and AXE_CORE=…/node_modules/axe-core/axe.min.js")
	}
	p, silent := open(t, append(append(budget(), others()...), madeLines(t, 30, nil)...))
	p.visit("#charts")
	for _, chart := range []string{"#chart-published", "#chart-mentioned", ".topOrgs svg", ".together svg"} {
		if n := p.count(chart + ` [tabindex="0"]`); n != 1 {
			t.Errorf("%s: %d stops of the Tab key", chart, n)
		}
		if n := eval[int](t, p.ctx, `[...document.querySelectorAll('`+chart+` [role="button"]')].filter(e => !e.getAttribute('aria-label')).length`); n > 0 {
			t.Errorf("%s: %d parts without a name", chart, n)
		}
	}
	eval[bool](t, p.ctx, `(document.querySelector('.topOrgs [tabindex="0"]').focus(), true)`)
	first := eval[string](t, p.ctx, `document.activeElement.getAttribute('aria-label')`)
	do(t, p.ctx, chromedp.KeyEvent("\u0301")) // arrow down
	second := eval[string](t, p.ctx, `document.activeElement.getAttribute('aria-label')`)
	do(t, p.ctx, chromedp.KeyEvent("\r"))
	p.settle()
	name, _, _ := strings.Cut(second, ":")
	if org := eval[string](t, p.ctx, `document.getElementById('org').value`); first == second || org != name {
		t.Errorf("from %q the arrow leads to %q, Enter filters %q", first, second, org)
	}
	if axe == nil {
		silent()
		return
	}
	eval[bool](t, p.ctx, string(axe)+"\ntrue")
	for _, theme := range []string{"light", "dark", "print"} {
		if theme == "dark" {
			p.click("#theme")
		}
		if theme == "print" {
			p.click("#theme")
			media(t, p.ctx, "print")
		}
		for _, address := range []string{"#articles?q=%ED%95%B4%EB%9E%8C", "#facts?kind=money", "#duplicates", "#charts", "#articles?q=zz"} {
			p.visit(address)
			for _, found := range eval[[]string](t, p.ctx, `axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations.map(v =>
				v.id + ': ' + v.help + '\n' + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160) + ' ' + n.any.concat(n.all).map(c => c.message).join(' ')).join('\n')))`) {
				t.Errorf("%s %s: %s", theme, address, found)
			}
		}
	}
	silent()
}

// The page as a whole: facts, keys, repeats, languages, print, phone, and words of articles that are never run.
func TestReportInABrowser(t *testing.T) {
	lines := append(madeLines(t, 70, nil), hostile(), broken)
	p, silent := open(t, lines)
	t.Run("a fact shows its value", func(t *testing.T) {
		p := p.on(t)
		eval[bool](t, p.ctx, `(document.querySelector('mark.amount').focus(), true)`)
		a := lines[0].Article.Facts.Amounts[0]
		if tip := p.text("#tip"); !strings.Contains(tip, strings.TrimSuffix(a.Raw, "원")) || !strings.Contains(tip, a.Rule) {
			t.Errorf("the card says %q, want %q and %q", tip, a.Raw, a.Rule)
		}
		if by := eval[string](t, p.ctx, `document.activeElement.getAttribute('aria-describedby')`); by != "tip" {
			t.Errorf("the focused fact is described by %q", by)
		}
	})
	t.Run("filters", func(t *testing.T) {
		p := p.on(t)
		all := p.text("#found")
		p.set("pub", "다온일보")
		if got := p.texts(".row .pub"); slices.ContainsFunc(got, func(s string) bool { return s != "다온일보" }) || len(got) == 0 {
			t.Errorf("outlet: %q", got)
		}
		p.set("pub", "")
		p.set("from", "2026-01-08")
		p.set("to", "2026-01-08")
		if got := p.texts(".row time"); slices.ContainsFunc(got, func(s string) bool { return s != "2026. 1. 8." }) || len(got) == 0 {
			t.Errorf("days: %q", got)
		}
		p.set("org", "해람상공회의소")
		if got := p.text("#found"); got == all {
			t.Errorf("organization: %q", got)
		}
		p.click("#reset")
		if got := p.text("#found"); got != all {
			t.Errorf("cleared: %q, want %q", got, all)
		}
	})
	t.Run("keys", func(t *testing.T) {
		p := p.on(t)
		before := p.text("#article h2")
		do(t, p.ctx, chromedp.Focus(chromedp.CSS("#scroller")), chromedp.KeyEvent("\u0301"))
		p.settle()
		if p.text("#article h2") == before {
			t.Error("the arrow key opens no other article")
		}
		if got := eval[string](t, p.ctx, `document.activeElement.getAttribute('aria-activedescendant')`); got == "" || got == "row-0" {
			t.Errorf("the arrow key leaves %q selected", got)
		}
	})
	t.Run("removed repeats", func(t *testing.T) {
		p := p.on(t)
		p.visit("#articles?a=5")
		p.click("#repeats")
		if n := p.count(".removed del p"); n < 3 {
			t.Errorf("%d struck paragraphs", n)
		}
	})
	t.Run("hostile text is inert", func(t *testing.T) {
		p := p.on(t)
		p.set("q", "window.pwned")
		if got := p.text("article h2"); !strings.Contains(got, "<script>window.pwned=1</script>") {
			t.Errorf("the title is not shown as it stands: %q", got)
		}
		eval[bool](t, p.ctx, `(document.querySelectorAll('article details').forEach(d => d.open = true), document.querySelectorAll('article button, article mark').forEach(e => e.focus()), true)`)
		if n := p.count(`a[href^="javascript:"], article script, article img`); n > 0 {
			t.Errorf("%d elements that an article made", n)
		}
		for _, v := range []string{"facts", "duplicates", "charts", "articles"} {
			p.click(`[data-view="` + v + `"]`)
		}
		if eval[bool](t, p.ctx, `'pwned' in window`) {
			t.Error("the words of an article were run")
		}
		p.visit("#articles")
	})
	t.Run("print", func(t *testing.T) {
		p := p.on(t)
		media(t, p.ctx, "print")
		if got := eval[string](t, p.ctx, `[...document.querySelectorAll('.filters, .list, .top nav, .tools, #article')].filter(e => e.checkVisibility()).map(e => e.id).join()`); got != "article" {
			t.Errorf("on paper stand: %q", got)
		}
		p.visit("#facts?kind=money")
		eval[bool](t, p.ctx, `new Promise(done => setTimeout(done, 900, true))`)
		if n := p.count("#facts-print tr"); n < 10 {
			t.Errorf("%d facts on paper", n)
		}
		media(t, p.ctx, "")
		p.visit("#articles")
	})
	t.Run("English, dark", func(t *testing.T) {
		p := p.on(t)
		p.click("#language")
		p.click("#theme")
		if got := p.text("#found"); !strings.Contains(got, "articles") {
			t.Errorf("found: %q", got)
		}
		p.click("#failed")
		if got := p.text("#failures"); !strings.Contains(got, "1 file could not be read") || !strings.Contains(got, broken.File) {
			t.Errorf("what failed: %q", got)
		}
		p.click("#failures button")
	})
	t.Run("phone", func(t *testing.T) {
		p := p.on(t)
		do(t, p.ctx, chromedp.EmulateViewport(390, 844))
		p.visit("#articles?a=3")
		seen := func() string {
			return eval[string](t, p.ctx, `[...document.querySelectorAll('.list, #main')].filter(e => e.checkVisibility()).map(e => e.id || 'list').join()`)
		}
		p.click(".back")
		if got := seen(); got != "list" {
			t.Errorf("back from an article: %q is seen", got)
		}
		p.click(".row:nth-child(2)")
		if got := seen(); got != "main" {
			t.Errorf("an article is opened: %q is seen", got)
		}
		eval[bool](t, p.ctx, `new Promise(done => { addEventListener('popstate', () => setTimeout(done, 50, true), {once: true}); history.back() })`)
		if got := seen(); got != "list" {
			t.Errorf("the browser's Back: %q is seen", got)
		}
		for _, v := range []string{"articles", "facts", "duplicates", "charts"} {
			p.click(`[data-view="` + v + `"]`)
			if wide := eval[int](t, p.ctx, `document.documentElement.scrollWidth`); wide > 390 {
				t.Errorf("%s is %d pixels wide", v, wide)
			}
		}
	})
	silent()
}

// Of five thousand articles only those in sight are elements.
func TestManyArticles(t *testing.T) {
	lines := madeLines(t, 50, nil)
	many := make([]line, 0, 5000)
	for i := range 5000 {
		many = append(many, lines[i%50])
	}
	c := collected(t, "많은 기사", many, false)
	ctx, silent := browser(t, 1440, 900, writeFile(t, c))
	p := page{t, ctx}
	for _, v := range []string{"articles", "facts"} {
		p.visit("#" + v)
		if n := p.count(".row") + p.count(".fact-row"); n == 0 || n > 60 {
			t.Errorf("%s: %d rows are elements", v, n)
		}
	}
	p.set("q", made.New(3).Town+" 없는말없는말")
	if got := p.text("#found"); !strings.HasPrefix(got, "5,000건 중 0건") {
		t.Errorf("searched to the end: %q", got)
	}
	silent()
}
