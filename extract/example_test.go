package extract_test

import (
	"context"
	"fmt"
	"strings"

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
	in := func(yield func(extract.Input, error) bool) {
		for _, url := range []string{"https://www.daon.example/news/1", "https://www.daon.example/news/2"} {
			if !yield(extract.Input{Page: extract.Page{URL: url}, HTML: []byte(page)}, nil) {
				return
			}
		}
	}
	for a, err := range extract.All(context.Background(), in, &extract.Options{SkipFacts: true}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(a.URL, a.Title)
	}
	// Output:
	// https://www.daon.example/news/1 해람시, 가을 축제 연다
	// https://www.daon.example/news/2 해람시, 가을 축제 연다
}
