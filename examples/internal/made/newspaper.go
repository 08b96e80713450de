package made

import (
	"fmt"
	"html"
	"strings"
	"time"
)

// Newspaper writes the article as a newspaper's own page, with what stands around an article there: menu, head with byline
// and times, a picture with its caption, the reporter's address, related and most read articles, imprint.
func (a Article) Newspaper() string {
	var body strings.Builder
	for i, p := range a.Paragraphs {
		fmt.Fprintf(&body, "<p>%s</p>\n", html.EscapeString(p))
		if i == 0 {
			fmt.Fprintf(&body, `<figure><img src="/photo.png" alt="%[1]s 현장"><figcaption>%[1]s에서 진행되는 사업 현장. /%[1]s 제공</figcaption></figure>`+"\n", a.Town)
		}
	}
	return fmt.Sprintf(`<!DOCTYPE html>
<html lang="ko"><head><meta charset="utf-8"><title>%[1]s - %[2]s</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:16px/1.6 sans-serif;max-width:760px;margin:auto}figure img{width:320px;height:200px}</style></head>
<body><header><a href="/">%[2]s</a>
<nav><ul><li><a href="/s/1">정치</a></li><li><a href="/s/2">경제</a></li><li><a href="/s/3">사회</a></li><li><a href="/s/4">문화</a></li></ul></nav></header>
<main><article id="article-view"><h1 class="heading">%[1]s</h1>
<h2 class="subheading">%[3]s</h2>
<ul class="infomation"><li>%[4]s 기자</li><li>입력 %[5]s</li><li>수정 %[6]s</li><li>댓글 0</li></ul>
<div id="article-view-content-div" itemprop="articleBody">
%[7]s<p>%[4]s 기자 reporter@paper.example</p>
<p>저작권자 ⓒ %[2]s 무단전재 및 재배포 금지</p></div></article>
<section class="related"><h4>관련기사</h4><ul><li><a href="/n/1">이룸군, 어린이 놀이터 세 곳 새로 고친다</a></li>
<li><a href="/n/2">다온시 벚꽃길 걷기 행사에 300명</a></li></ul></section>
<aside><h4>많이 본 뉴스</h4><ol><li><a href="/n/3">해람시 올해 예산 1조 2000억원 확정</a></li><li><a href="/n/4">새벌군 청년 월세 20만원 지원</a></li></ol></aside></main>
<footer>%[2]s | 해람시 중앙로 1 | 대표전화 000-000-0000 | 등록번호 해람 아00001 | 발행·편집인 %[4]s | 청소년보호책임자 %[4]s</footer></body></html>
`, html.EscapeString(a.Title), a.Paper, html.EscapeString(a.Subtitle), a.Author,
		a.Published.Format("2006.01.02 15:04"), a.Published.Add(95*time.Minute).Format("2006.01.02 15:04"), body.String())
}
