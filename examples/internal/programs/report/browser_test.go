package report

import (
	"context"
	"os/exec"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/gisa-go/gisa/internal/race"
)

// browser opens a file in a headless Chromium. silent fails the test where the console has said anything. The test is
// skipped where there is no browser.
func browser(t *testing.T, width, height int, file string) (ctx context.Context, silent func()) {
	t.Helper()
	if testing.Short() || race.Detector {
		t.Skip("what runs in the browser is no Go, and takes long")
	}
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(chromium(t)), chromedp.NoSandbox,
		chromedp.WindowSize(width, height), chromedp.DisableGPU, chromedp.Flag("lang", "ko"), chromedp.Flag("hide-scrollbars", true))
	ctx, stop := chromedp.NewExecAllocator(t.Context(), opts...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 5*time.Minute) // each step has its own, shorter end
	t.Cleanup(stop)
	console, stop := context.WithCancel(ctx)
	messages := chromedp.Console(console)
	focused := emulation.SetFocusEmulationEnabledParams{Enabled: true}
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, focused); err != nil {
		t.Fatal(err)
	}
	silent = func() {
		t.Helper()
		time.AfterFunc(200*time.Millisecond, stop) // what is on its way
		for m, err := range messages {
			if err != nil {
				break
			}
			t.Errorf("console: %s", m)
		}
	}
	do(t, ctx, chromedp.EmulateViewport(int64(width), int64(height)), chromedp.Navigate("file://"+file))
	if state := eval[string](t, ctx, ready); state != "ready" {
		silent()
		t.Fatalf("the page is %q", state)
	}
	return ctx, silent
}

// ready waits until the page has read its data and drawn.
const ready = `new Promise(done => { const look = () => document.body.dataset.state ? done(document.body.dataset.state) : setTimeout(look, 20); look() })`

// page is an open report with what tests do to it.
type page struct {
	t   *testing.T
	ctx context.Context
}

// on gives the page to a part of a test.
func (p page) on(t *testing.T) page { return page{t, p.ctx} }

// visit opens the view that an address behind # asks for, as if it had been sent by a colleague.
func (p page) visit(address string) {
	p.t.Helper()
	eval[bool](p.t, p.ctx, `(location.hash = '#x', location.hash = `+quote(address)+`, true)`)
	p.settle()
}

// settle waits until nothing is drawn or searched any more.
func (p page) settle() {
	p.t.Helper()
	eval[bool](p.t, p.ctx, `new Promise(done => {
		let quiet;
		const still = () => { clearTimeout(quiet); quiet = setTimeout(() => {
			if (document.querySelector('[aria-busy="true"]')) return still();
			watch.disconnect();
			done(true);
		}, 350) };
		const watch = new MutationObserver(still);
		watch.observe(document.body, { subtree: true, childList: true, characterData: true });
		still();
	})`)
}

// set types or chooses a value and waits for what comes of it.
func (p page) set(id, value string) {
	p.t.Helper()
	eval[bool](p.t, p.ctx, `(() => { const e = document.getElementById(`+quote(id)+`); e.value = `+quote(value)+`;
		for (const type of ['input', 'change']) e.dispatchEvent(new Event(type, { bubbles: true })); return true })()`)
	p.settle()
}

// click clicks the first element of a selector, in sight or not.
func (p page) click(selector string) {
	p.t.Helper()
	if !eval[bool](p.t, p.ctx, `(() => { const e = document.querySelector(`+quote(selector)+`); if (e) e.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); return e !== null })()`) {
		p.t.Fatalf("there is no %s", selector)
	}
	p.settle()
}

// text is what the first element of a selector says.
func (p page) text(selector string) string {
	p.t.Helper()
	return eval[string](p.t, p.ctx, `(document.querySelector(`+quote(selector)+`) || { textContent: '' }).textContent`)
}

// texts is what all elements of a selector say.
func (p page) texts(selector string) []string {
	p.t.Helper()
	return eval[[]string](p.t, p.ctx, `[...document.querySelectorAll(`+quote(selector)+`)].map(e => e.textContent)`)
}

func (p page) count(selector string) int {
	p.t.Helper()
	return len(p.texts(selector))
}

func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no browser here: apt-get install chromium")
	return ""
}

// patience is how long one step may take: a slow machine needs long, a page that does not answer must end the test.
const patience = 40 * time.Second

// do runs actions and fails the test where one fails.
func do(t *testing.T, ctx context.Context, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	for i, action := range actions {
		ctx, stop := context.WithTimeout(ctx, patience)
		err := chromedp.Do(ctx, action)
		stop()
		if err != nil {
			t.Fatalf("step %d: %v", i+1, err)
		}
	}
}

// eval gives the value of a script, or that of the promise it makes.
func eval[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return v
}

// media has the page shown as it is on paper ("print"), or ("") on the screen.
func media(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: name}); err != nil {
		t.Fatal(err)
	}
}
