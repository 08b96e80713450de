package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/gisa-go/gisa/examples/internal/made"
)

// producersText is a line a file: its name, a tab, the shell's command that makes it in the current folder. $SITE is the
// address of made.Site, $PAGE a file with its page 3.
//
//go:embed producers.txt
var producersText string

// writeProducers lets the programs that are installed save pages of the made-up site into a folder. Programs of npm are
// found where PATH has their folder node_modules/.bin, and node its packages by NODE_PATH.
func writeProducers(dir string) error {
	site := httptest.NewServer(made.Site())
	defer site.Close()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "gisa-made-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	source := filepath.Join(work, "page.html")
	if err := os.WriteFile(source, []byte(made.New(3).Newspaper()), 0o666); err != nil {
		return err
	}
	env := append(os.Environ(), "SITE="+site.URL, "PAGE="+source, "LC_ALL=C.UTF-8", "TZ=Asia/Seoul")
	for line := range strings.Lines(producersText) {
		name, command, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(name, "#") {
			continue
		}
		if err := produce(dir, name, command, env); err != nil {
			fmt.Fprintf(os.Stderr, "%s: not made: %v\n", name, err)
		}
	}
	return chromium(dir, site.URL)
}

// produce runs one command and moves what it made into the folder.
func produce(dir, name, command string, env []string) error {
	work, err := os.MkdirTemp(dir, ".made-*") // beside the target, so that it can be moved
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if work, err = filepath.Abs(work); err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(context.Background(), 2*time.Minute)
	defer stop()
	cmd := exec.CommandContext(ctx, "sh", "-c", command)
	cmd.Dir, cmd.Env = work, env
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %.200s", err, out)
	}
	target := filepath.Join(dir, name)
	if err := os.RemoveAll(target); err != nil {
		return err
	}
	return os.Rename(filepath.Join(work, name), target)
}

// chromium saves pages as MHTML and as the text that copying all of a page gives.
func chromium(dir, site string) error {
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	defer stop()
	ctx, stop = chromedp.NewContext(ctx)
	defer stop()
	for name, at := range map[string]string{"chromium.mhtml": "utf8", "chromium-euckr.mhtml": "euckr", "chromium-frame.mhtml": "frame",
		"chromium-frameset.mhtml": "frameset", "chromium-shadow.mhtml": "shadow"} {
		if _, err := chromedp.Run(ctx, chromedp.Navigate(site+"/"+at+"/3.html")); err != nil {
			return err
		}
		saved, err := chromedp.Call(ctx, page.CaptureSnapshot, page.CaptureSnapshotParams{})
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), []byte(saved.Data), 0o666)
		}
		if err != nil {
			return err
		}
	}
	_, err := chromedp.Run(ctx, chromedp.Navigate(site+"/utf8/3.html"))
	text, runErr := chromedp.Run(ctx, chromedp.Evaluate[string]("document.body.innerText"))
	return errors.Join(err, runErr, os.WriteFile(filepath.Join(dir, "innertext.txt"), []byte(text), 0o666))
}
