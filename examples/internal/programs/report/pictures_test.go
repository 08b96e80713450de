package report

import (
	"context"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"

	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/made"
)

var (
	pictures = flag.String("pictures", "", "write the pictures of docs/report.md into this folder")
	sized    = flag.String("page", "", "tell how long the views of this report take")
)

// picturedPage makes the report of the pages of the repository and of 300 made-up ones.
func picturedPage(t *testing.T) string {
	t.Helper()
	dir, file := t.TempDir(), filepath.Join(t.TempDir(), "report.html")
	for i := range 300 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.html", i)), []byte(made.New(i).HTML(i)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	c := command{Inputs: cli.Inputs{Paths: []string{dir, "../../../../testdata/pages"}, MaxPage: 1 << 20},
		Running: cli.Running{Workers: 2, Out: file, Quiet: true}, Title: "해람 보도", Labels: "ko", Limit: 1000}
	if err := c.Run(t.Context(), cli.Streams{Out: io.Discard, Err: os.Stderr}); err != nil {
		t.Fatal(err)
	}
	return file
}

// capture gives what is seen in a format of pictures.
func capture(t *testing.T, ctx context.Context, format cdppage.CaptureScreenshotFormat) []byte {
	t.Helper()
	do(t, ctx, chromedp.Sleep(300*time.Millisecond))
	quality := int64(75)
	shot, err := chromedp.Call(ctx, cdppage.CaptureScreenshot, cdppage.CaptureScreenshotParams{Format: format, Quality: &quality})
	if err != nil {
		t.Fatal(err)
	}
	return shot.Data
}

// TestPictures makes the pictures of docs/report.md.
func TestPictures(t *testing.T) {
	if *pictures == "" {
		t.Skip("asked for by -pictures FOLDER")
	}
	ctx, silent := browser(t, 1440, 900, picturedPage(t))
	p := page{t, ctx}
	shoot := func(name string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(*pictures, "report-"+name+".webp"), capture(t, ctx, "webp"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	sight := func(selector string) {
		t.Helper()
		eval[bool](t, ctx, `(document.querySelector(`+quote(selector)+`).scrollIntoView(), true)`)
	}
	p.visit("#articles?q=" + "이차전지")
	_, article, _ := strings.Cut(eval[string](t, ctx, `'?' + new URLSearchParams(location.hash.split('?')[1]).get('a')`), "?")
	if article == "null" {
		article = "0"
	}
	p.visit("#articles?a=" + article)
	eval[bool](t, ctx, `(document.querySelectorAll('mark.amount')[1].focus(), true)`)
	shoot("articles")
	p.visit("#facts?kind=money&min=10억&unit=KRW&once=1&sort=-value")
	shoot("facts")
	p.visit("#duplicates")
	shoot("duplicates")
	p.visit("#charts")
	shoot("timeline")
	for name, selector := range map[string]string{"amounts": ".card.money", "measures": ".measures", "events": ".events"} {
		sight(selector)
		shoot(name)
	}
	p.click("#theme")
	p.visit("#articles?q=예산")
	shoot("search")
	p.click("#theme")
	p.visit("#articles?a=" + article)
	media(t, ctx, "print")
	do(t, ctx, chromedp.EmulateViewport(794, 1123))
	shoot("print")
	media(t, ctx, "")
	do(t, ctx, chromedp.EmulateViewport(390, 844))
	row := `<style>body{margin:0;display:flex;gap:20px;background:#d8d4cb}</style>`
	for _, view := range []string{"#articles", "#articles?a=" + article, "#facts?kind=money", "#charts"} {
		p.visit(view)
		if view == "#articles" && p.count(".back") > 0 {
			p.click(".back")
		}
		row += `<img src="data:image/png;base64,` + base64.StdEncoding.EncodeToString(capture(t, ctx, "png")) + `">`
	}
	file := filepath.Join(t.TempDir(), "row.html")
	if err := os.WriteFile(file, []byte(row), 0o666); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.EmulateViewport(1640, 844), chromedp.Navigate("file://"+file))
	shoot("phone")
	silent()
}

// cpu gives the milliseconds that the page's thread has worked: of use on a machine that others share.
func cpu(t *testing.T, ctx context.Context) float64 {
	t.Helper()
	metrics, err := chromedp.Call(ctx, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range metrics.Metrics {
		if m.Name == "TaskDuration" {
			return m.Value * 1000
		}
	}
	t.Fatal("the browser does not tell what it works")
	return 0
}

// TestViewsTake tells how long each view of a report takes until it is drawn, by the page's own clock.
func TestViewsTake(t *testing.T) {
	if *sized == "" {
		t.Skip("asked for by -page FILE")
	}
	file, err := filepath.Abs(*sized)
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	ctx, silent := browser(t, 1440, 900, file)
	t.Logf("%-24s %6d ms, with the browser's start", "opened", time.Since(begun).Milliseconds())
	p := page{t, ctx}
	p.settle()
	ticks := performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks}
	if _, err := chromedp.Call(ctx, performance.Enable, ticks); err != nil {
		t.Fatal(err)
	}
	worked := cpu(t, ctx)
	step := func(name, script string) {
		t.Helper()
		// From the act to the last change of the page before it is still for a third of a second.
		ms, err := chromedp.Run(ctx, chromedp.Evaluate[float64](`new Promise(done => {
			const begun = performance.now();
			let last = begun, quiet;
			const still = () => { last = performance.now(); wait(); };
			const wait = () => { clearTimeout(quiet); quiet = setTimeout(() => {
				if (document.querySelector('[aria-busy="true"]')) return still();
				watch.disconnect();
				done(last - begun);
			}, 350) };
			const watch = new MutationObserver(still);
			watch.observe(document.body, { subtree: true, childList: true, characterData: true });
			`+script+`;
			still();
		})`, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(name, err)
		}
		before := worked
		worked = cpu(t, ctx)
		t.Logf("%-24s %6.0f ms, of which the page's thread worked %6.0f", name, ms, worked-before)
	}
	typed := func(id, value string) string {
		return `{ const e = document.getElementById('` + id + `'); e.value = ` + quote(value) + `;
			for (const type of ['input', 'change']) e.dispatchEvent(new Event(type, { bubbles: true })) }`
	}
	address := func(hash string) string { return `location.hash = ` + quote(hash) }
	step("first search: 예산", typed("q", "예산"))
	step("search: 창원시 진주", typed("q", "창원시 진주"))
	step("search: an amount", typed("q", "500만원"))
	step("cleared", typed("q", ""))
	step("filter by day", typed("from", "2024-01-01"))
	step("cleared", typed("from", ""))
	step("table of facts", address("#facts"))
	step("money by value", address("#facts?kind=money&sort=-value"))
	step("of at least 100억", address("#facts?kind=money&sort=-value&min=100억&unit=KRW"))
	step("by article", address("#facts?kind=money&sort=title"))
	step("duplicates", address("#duplicates"))
	step("charts", address("#charts"))
	t.Logf("%-24s %6d MB", "memory of the script", eval[int](t, ctx, `Math.round(performance.memory.usedJSHeapSize / 1e6)`))
	silent()
}
