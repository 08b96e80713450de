package extract

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/credit"
	"github.com/gisa-go/gisa/extract/internal/dating"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/outlet"
	"github.com/gisa-go/gisa/extract/internal/pictures"
	"github.com/gisa-go/gisa/extract/internal/subtitle"
	"github.com/gisa-go/gisa/extract/internal/title"
	"github.com/gisa-go/gisa/extract/internal/view"
	"github.com/gisa-go/gisa/extract/sites"
)

// benchPage is a page of the usual proportions: much markup, a body of some thousand characters.
func benchPage() []byte {
	menu := "<ul class='menu main-nav'>" +
		strings.Repeat("<li class='menu-item'><a href=/section/1>해람시 소식과 행사 안내</a></li>", 150) + "</ul>"
	body := "<div class=article-body>" + strings.Repeat(paragraphs(first+" "+second, third+" "+latin), 8) + "</div>"
	head := `<title>해람시 축제 - 다온일보</title><meta property="og:title" content="해람시 축제"><meta property="og:site_name" ` +
		`content="다온일보">
<meta property="article:published_time" content="2022-02-23T17:41:00+09:00"><script type="application/ld+json">` +
		`{"@type":"NewsArticle",
"headline":"해람시 축제","datePublished":"2022-02-23T17:41:00+09:00","author":{"@type":"Person","name":"구본서"}}</script>`
	line := "<p class=byline>구본서 기자 bonseo@daonilbo.example</p><p class=date>입력 2022.02.23 17:41 | 수정 2022.02.23 18:02</p>"
	return []byte("<html lang=ko><head>" + head + "</head><body>" + menu + "<article><h1>해람시 축제</h1>" + line + body +
		"</article>" + menu + "</body></html>")
}

func BenchmarkFromBytes(b *testing.B) {
	input := benchPage()
	b.SetBytes(int64(len(input)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := FromBytes(input, Page{}, &Options{SkipFacts: true}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAll compares one worker with two, and both with two goroutines that share nothing: what the machine gives
// just now.
func BenchmarkAll(b *testing.B) {
	input := benchPage()
	const n = 64
	pages := func(yield func(int, Input) bool) {
		for i := range n {
			if !yield(i, Input{HTML: input}) {
				return
			}
		}
	}
	run := func(b *testing.B, work func()) {
		b.SetBytes(n * int64(len(input)))
		for b.Loop() {
			work()
		}
	}
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			run(b, func() {
				for _, r := range All(b.Context(), pages, &Options{SkipFacts: true, Workers: workers}) {
					if r.Err != nil {
						b.Fatal(r.Err)
					}
				}
			})
		})
		b.Run(fmt.Sprintf("apart=%d", workers), func(b *testing.B) {
			run(b, func() {
				var running sync.WaitGroup
				for range workers {
					running.Go(func() {
						for range n / workers {
							FromBytes(input, Page{}, &Options{SkipFacts: true})
						}
					})
				}
				running.Wait()
			})
		})
	}
}

func BenchmarkStages(b *testing.B) {
	input := benchPage()
	root, err := document.Parse(input)
	if err != nil {
		b.Fatal(err)
	}
	v := view.New(root, "", time.Time{}, sites.Builtin())
	t := title.Find(v)
	text, _ := body.Find(v, t.Text)
	names := credit.Find(v, t.Text, text).Authors
	stages := []struct {
		name string
		run  func()
	}{
		{"decode", func() { document.Decode(input, "") }},
		{"parse", func() { document.Parse(input) }},
		{"view", func() { view.New(root, "", time.Time{}, sites.Builtin()).Index.Free() }},
		{"title", func() { title.Find(v) }},
		{"body", func() { body.Find(v, t.Text) }},
		{"credit", func() { credit.Find(v, t.Text, text) }},
		{"dating", func() { dating.Find(v, t.Text, text) }},
		{"outlet", func() { outlet.Find(v, t.Text, text, names) }},
		{"subtitle", func() { subtitle.Find(v, t.Text, text, text.Text) }},
		{"pictures", func() { pictures.Find(text) }},
	}
	for _, s := range stages {
		b.Run(s.name, func(b *testing.B) {
			b.SetBytes(int64(len(input)))
			b.ReportAllocs()
			for b.Loop() {
				s.run()
			}
		})
	}
}
