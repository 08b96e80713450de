package output

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/internal/race"
)

// browser opens addresses in a headless Chromium. The test is skipped where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() || race.Detector {
		t.Skip("what runs in the browser is no Go, and takes long")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		ctx, stop := chromedp.NewExecAllocator(t.Context(), append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
			chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)...)
		t.Cleanup(stop)
		ctx, stop = chromedp.NewContext(ctx)
		t.Cleanup(stop)
		ctx, stop = context.WithTimeout(ctx, 3*time.Minute)
		t.Cleanup(stop)
		return ctx
	}
	t.Skip("no browser here: apt-get install chromium")
	return nil
}

// visit opens an address, waits until what it asks for would have come, and gives the value of a script.
func visit[T any](t *testing.T, ctx context.Context, address, script string) T {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	if err := chromedp.Do(ctx, chromedp.Sleep(300*time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return v
}

// site serves documents and notes what else is asked of it: HOST in a document is its address.
type site struct {
	*httptest.Server
	mu        sync.Mutex
	documents map[string]string
	asked     []string
}

func newSite(t *testing.T) *site {
	s := &site{documents: map[string]string{}}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		if text, ok := s.documents[r.URL.Path]; ok {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, text)
			return
		}
		if r.URL.Path != "/favicon.ico" { // browsers ask for it by themselves
			s.asked = append(s.asked, r.URL.Path)
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// put puts a document up and returns its address.
func (s *site) put(path, text string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.documents[path] = text
	return s.URL + path
}

// requests returns what was asked for since the last call, without the documents.
func (s *site) requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	asked := s.asked
	s.asked = nil
	return asked
}

// hostile are pieces of pages that would run or load something: /ran, or a mark on the document. Pictures, which a
// body does have, stand below /picture.
var hostile = []string{
	`<script>RUN</script>`, `<script src="HOST/ran"></script>`, `<img src="HOST/picture/1.png" onerror="RUN" onload="RUN">`,
	`<svg onload="RUN"><script>RUN</script><image href="HOST/ran"/></svg>`,
	`<svg><a xlink:href="javascript:RUN"><text>그림</text></a><style>@import url(HOST/ran)</style></svg>`,
	`<iframe src="HOST/ran"></iframe><iframe srcdoc="<script>RUN</script>"></iframe>`,
	`<object data="HOST/ran"><embed src="HOST/ran"></object>`, `<video src="HOST/ran" poster="HOST/ran" autoplay onerror="RUN"></video>`,
	`<audio src="HOST/ran" autoplay></audio>`, `<link rel=stylesheet href="HOST/ran"><link rel=preload as=image href="HOST/ran">`,
	`<style>body{background:url(HOST/ran)}</style>`, `<p style="background:url(HOST/ran)">문단의 바탕에 그림이 있다. 읽을 수는 있다.</p>`,
	`<table background="HOST/ran"><tr><td background="HOST/ran">칸<td>둘째 칸</table>`,
	`<form action="HOST/ran"><input type=image src="HOST/ran"><input autofocus onfocus="RUN"><button formaction="HOST/ran">보내기</button></form>`,
	`<details open ontoggle="RUN"><summary>펼침</summary>펼치면 보이는 글이다.</details>`,
	`<meta http-equiv=refresh content="0;url=HOST/ran"><base href="HOST/ran/">`,
	`<p>주소가 이상한 <a href="javascript:RUN">첫 링크</a>와 <a href="java&#9;script:RUN">둘째 링크</a>, ` +
		`<a href="&#1;javascript:RUN">셋째 링크</a>, <a href="data:text/html,<script>RUN</script>">넷째 링크</a>, ` +
		`<a href="vbscript:RUN" ping="HOST/ran" onmouseover="RUN">다섯째 링크</a>가 있다.</p>`,
	`<noscript><p title="</noscript><img src=/picture/4.png onerror=RUN>">숨은 글</noscript>`,
	`<form><math><mtext></form><form><mglyph><style></math><img src="HOST/ran" onerror="RUN">`,
	`<math><annotation-xml encoding="text/html"><style><img src="HOST/ran" onerror="RUN"></style></annotation-xml></math>`,
	`<template><img src="HOST/ran" onerror="RUN"></template><xmp><img src="HOST/ran" onerror="RUN"></xmp>`,
	`<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='RUN'/>"><img src="javascript:RUN">`,
	`<blockquote cite="javascript:RUN">따온 글이 여기에 있다. 누가 한 말인지는 모른다.</blockquote>`,
	`<p>&lt;img src="HOST/ran" onerror="RUN"&gt;라고 쓰면 안 된다고 안내문에 적혀 있다.</p>`,
	`<pre>&lt;script&gt;RUN&lt;/script&gt;</pre>`, `<ul><li onclick="RUN" style="list-style-image:url(HOST/ran)">항목 하나</ul>`,
	`<ruby>字<rt><img src="HOST/ran" onerror="RUN"></rt></ruby>`, `<figure><img src="HOST/picture/2.png" srcset="HOST/ran 2x">` +
		`<figcaption><script>RUN</script>사진 설명 &lt;img src="HOST/ran"&gt;</figcaption></figure>`,
}

// hostilePage returns a page with a piece between paragraphs of an article.
func hostilePage(host, piece string) string {
	page := `<html lang="ko"><title>해람시, 둘레길 연다</title><article><h1>해람시, 둘레길 연다</h1>
<p>해람시는 내년 3월까지 12억원을 들여 바닷가 둘레길을 연다고 밝혔다. 길이는 8㎞이며 쉼터 네 곳이 들어선다.</p>` + piece +
		`<p>이도담 시장은 "주민이 걷기 좋은 길을 만들겠다"고 말했다. 시는 다음 달 주민 설명회를 연다.</p></article></html>`
	return strings.NewReplacer("HOST", host, "RUN", `document.documentElement.dataset.ran=1;fetch('`+host+`/ran')`).Replace(page)
}

// bad gives, of the document that is shown, what ran and what leads where nothing should.
const bad = `(document.documentElement.dataset.ran ? 'a script ran; ' : '') + [...document.querySelectorAll('a[href]')]` +
	`.map(a => a.protocol).filter(p => !['http:', 'https:', 'mailto:', 'tel:', 'ftp:'].includes(p)).join(' ')`

// TestBodiesAreInert opens the bodies of hostile pages in a browser: nothing runs, and nothing is asked for but the
// pictures that the article names.
func TestBodiesAreInert(t *testing.T) {
	ctx, s := browser(t), newSite(t)
	for i, piece := range append(hostile, strings.Join(hostile, "\n")) {
		page := hostilePage(s.URL, piece)
		name := fmt.Sprintf("/body-%d", i)
		if i == 0 { // the test itself can fail
			visit[string](t, ctx, s.put("/page", page), bad)
			if got := s.requests(); len(got) == 0 {
				t.Fatal("the hostile page itself is harmless")
			}
		}
		a, err := extract.FromBytes([]byte(page), extract.Page{URL: s.URL + "/news/1"}, &extract.Options{Body: true})
		if err != nil {
			t.Fatalf("%s: %v", piece, err)
		}
		body := s.put(name, "<!DOCTYPE html><meta charset=utf-8><div>"+a.Body.HTML()+"</div>")
		if got := visit[string](t, ctx, body, bad); got != "" {
			t.Errorf("%s\nbecomes %s\n%s", piece, a.Body.HTML(), got)
		}
		for _, path := range s.requests() {
			if !strings.HasPrefix(path, "/picture/") {
				t.Errorf("%s\nbecomes %s\nwhich asks for %s", piece, a.Body.HTML(), path)
			}
		}
		var document strings.Builder
		w := NewHTML(&document, "ko")
		if err := w.Write(Line{File: "1.html", Article: a}); err != nil {
			t.Fatal(err)
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		if got := visit[string](t, ctx, s.put(name+"-document", document.String()), bad); got != "" {
			t.Errorf("%s\nin a document: %s", piece, got)
		}
		if got := s.requests(); len(got) > 0 {
			t.Errorf("%s\nin a document asks for %s", piece, got)
		}
	}
}

// TestPicturesAreOpened: the picture of a document is fetched when its reader opens it, and not before.
func TestPicturesAreOpened(t *testing.T) {
	ctx, s := browser(t), newSite(t)
	page := hostilePage(s.URL, `<figure><img src="HOST/picture/3.png" alt="둘레길"><figcaption>둘레길 어귀</figcaption></figure>`)
	a, err := extract.FromBytes([]byte(page), extract.Page{URL: s.URL + "/news/1"}, &extract.Options{Body: true})
	if err != nil {
		t.Fatal(err)
	}
	var document strings.Builder
	w := NewHTML(&document, "ko")
	if err := w.Write(Line{File: "1.html", Article: a}); err != nil {
		t.Fatal(err)
	}
	address := s.put("/document", document.String())
	if n := visit[int](t, ctx, address, `document.querySelectorAll('details').length`); n != 1 || len(s.requests()) > 0 {
		t.Errorf("%d pictures to open", n)
	}
	visit[bool](t, ctx, address+"#open", `new Promise(done => { document.querySelector('details').open = true;
		document.querySelector('details').scrollIntoView(); setTimeout(() => done(true), 1000) })`)
	if got := s.requests(); !slices.Equal(got, []string{"/picture/3.png"}) {
		t.Errorf("opened, it asks for %v", got)
	}
}
