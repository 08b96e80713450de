package extract_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract"
)

const page = `<html lang="ko"><head><title>해람시, 가을 축제 연다 - 다온일보</title></head><body>
<ul class="menu"><li><a href="/">처음으로</a></li></ul>
<article><h1>해람시, 가을 축제 연다</h1><p class="info">입력 2026.03.02 17:41</p>
<div class="article-body"><p>해람시는 올해 가을 축제를 다온공원에서 사흘 동안 연다고 2일 밝혔다.</p>
<p>축제에는 시민 누구나 참여할 수 있으며, 첫날에는 이룸군 농악단이 길놀이를 펼친다.</p>
<p>이은서 기자 eunseo@daon.example</p><p>저작권자 © 다온일보 무단전재 및 재배포 금지</p></div></article></body></html>`

func ExampleFromBytes() {
	a, err := extract.FromBytes([]byte(page), extract.Page{URL: "https://www.daon.example/news/1"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Title)
	fmt.Println(a.Published.Format("2006-01-02 15:04"), a.Authors[0].Name, a.Authors[0].Email)
	fmt.Println(a.Text)
	// Output:
	// 해람시, 가을 축제 연다
	// 2026-03-02 17:41 이은서 eunseo@daon.example
	// 해람시는 올해 가을 축제를 다온공원에서 사흘 동안 연다고 2일 밝혔다.
	//
	// 축제에는 시민 누구나 참여할 수 있으며, 첫날에는 이룸군 농악단이 길놀이를 펼친다.
}

func ExampleFromReader() {
	a, err := extract.FromReader(strings.NewReader(page), extract.Page{},
		&extract.Options{SkipFacts: true, MaxBytes: 1 << 20})
	fmt.Println(a.Title, err)
	// Output: 해람시, 가을 축제 연다 <nil>
}

func ExampleFromNode() {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := extract.FromNode(root, extract.Page{}, &extract.Options{SkipFacts: true})
	fmt.Println(len(a.Paragraphs), err)
	// Output: 2 <nil>
}

func ExampleArticle_Markdown() {
	a, err := extract.FromBytes([]byte(page), extract.Page{URL: "https://www.daon.example/news/1"},
		&extract.Options{SkipFacts: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(a.Markdown())
	// Output:
	// # 해람시, 가을 축제 연다
	//
	// 이은서 기자 · 다온일보 · 2026-03-02 17:41
	//
	// <https://www.daon.example/news/1>
	//
	// 해람시는 올해 가을 축제를 다온공원에서 사흘 동안 연다고 2일 밝혔다.
	//
	// 축제에는 시민 누구나 참여할 수 있으며, 첫날에는 이룸군 농악단이 길놀이를 펼친다.
}

func ExampleArticle_JSONLD() {
	a := &extract.Article{Title: "가을 축제 연다", Language: "ko", Text: "해람시는 축제를 연다."}
	b, err := a.JSONLD()
	fmt.Println(strings.ReplaceAll(string(b), ",", ",\n"), err)
	// Output:
	// {"@context":"https://schema.org",
	// "@type":"NewsArticle",
	// "headline":"가을 축제 연다",
	// "inLanguage":"ko",
	// "articleBody":"해람시는 축제를 연다."} <nil>
}

func ExampleFromText() {
	a, err := extract.FromText(`해람시, 가을 축제 연다
페이지 정보
작성자 관리자 댓글 0건 조회 1,106회 작성일 26-03-02 17:41본문
해람시는 올해 가을 축제를 다온공원에서 사흘 동안 연다고 2일 밝혔다. 시민 누구나 참여할 수 있다.
출처 : 다온일보(http://www.daon.example)`, extract.Page{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Site, *a.Views, a.Source.Name)
	fmt.Println(a.Text)
	// Output:
	// gnuboard 1106 다온일보
	// 해람시는 올해 가을 축제를 다온공원에서 사흘 동안 연다고 2일 밝혔다. 시민 누구나 참여할 수 있다.
}

func ExampleAll() {
	saved := map[string]string{"1.html": page, "2.html": page}
	in := func(yield func(string, extract.Input) bool) {
		for _, file := range slices.Sorted(maps.Keys(saved)) {
			if !yield(file, extract.Input{HTML: []byte(saved[file])}) {
				return
			}
		}
	}
	for file, r := range extract.All(context.Background(), in, &extract.Options{SkipFacts: true}) {
		if r.Err != nil {
			fmt.Println(file, r.Err)
			continue
		}
		fmt.Println(file, r.Article.Title)
	}
	// Output:
	// 1.html 해람시, 가을 축제 연다
	// 2.html 해람시, 가을 축제 연다
}

// A page that goquery has parsed, its article, and the article's body with its amounts marked.
func ExampleFromDocument() {
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(`<html lang="ko"><h1>해람군 도서관 새로 짓는다</h1><article>
<p>해람군은 <b>140억원</b>을 들여 도서관을 짓는다고 밝혔다.</p></article></html>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := extract.FromDocument(doc, extract.Page{}, &extract.Options{Body: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range a.Facts.Amounts {
		a.Body.Wrap(m.Span, "mark", html.Attribute{Key: "title", Val: m.Value.String() + " " + m.Unit})
	}
	fmt.Println(a.Body.HTML())
	fmt.Println(a.Body.Selection().Find("mark").Length())
	// Output:
	// <p>해람군은 <b><mark title="14000000000 KRW">140억원</mark></b>을 들여 도서관을 짓는다고 밝혔다.</p>
	// 1
}
