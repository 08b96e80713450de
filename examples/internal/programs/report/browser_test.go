package report

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
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
	if !eval[bool](t, ctx, `document.querySelector('.row') !== null`) {
		silent()
		t.Fatal("the page draws nothing")
	}
	return ctx, silent
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

// shoot writes what is seen to the folder $SHOTS, for people to look at.
func shoot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	dir := os.Getenv("SHOTS")
	if dir == "" {
		return
	}
	do(t, ctx, chromedp.Sleep(300*time.Millisecond))
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err := errors.Join(err, os.MkdirAll(dir, 0o777), os.WriteFile(filepath.Join(dir, name+".png"), png, 0o666)); err != nil {
		t.Fatal(err)
	}
}
