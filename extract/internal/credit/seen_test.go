package credit

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

// namesOf returns whom a page names as its authors, with their addresses.
func namesOf(t *testing.T, page, title string) string {
	t.Helper()
	v := viewtest.New(t, page)
	b, ok := body.Find(v, title)
	if !ok {
		t.Fatalf("no article in %s", page)
	}
	var names []string
	for _, a := range Find(v, title, b).Authors {
		names = append(names, strings.TrimSpace(a.Name+" "+a.Email))
	}
	return strings.Join(names, ", ")
}

// TestSeenAuthors reads bylines by what they say and where they lead, in elements without a name.
func TestSeenAuthors(t *testing.T) {
	const title = "The bridge of Daon stays empty"
	text := "<div>" + viewtest.Paragraphs(viewtest.Latin, viewtest.Latin, viewtest.Latin) + "</div>"
	ld := func(author string) string {
		return `<script type=application/ld+json>{"@type":"NewsArticle","author":` + author +
			`,"publisher":{"@type":"Organization","name":"Daon Daily"}}</script>`
	}
	for name, tt := range map[string]struct{ head, above, below, want string }{
		"By in its own element": {"",
			"<p><span>By</span> <a href=/people/runa-falk>Runa Falk</a><span>Staff Writer</span></p>",
			"", "Runa Falk"},
		"beside the day":     {"", "<div><span>Anna Kern</span></div><div>3. Mai 2024, 17:47</div>", "", "Anna Kern"},
		"a label on its own": {"", "<div>Author of the article:</div><div>Ida Holm</div>", "", "Ida Holm"},
		"a label and a list": {"", "<div>By</div><ul><li>Xiao You</li><li>Ida Holm</li></ul>", "", "Xiao You, Ida Holm"},
		"a labelled list": {"", "", "<ul><li><b>Datum</b> 28.04.2023</li><li><b>Autor:in</b> Anna Kern</li></ul>",
			"Anna Kern"},
		"labelled, behind it": {"", "", "<ul><li><b>Autorin</b> Anna Kern</li></ul>", "Anna Kern"},
		"the outlet gives way": {ld(`{"@type":"Organization","name":"Daon Daily"}`),
			"<p><a href=/author/ida-holm/>Ida Holm</a></p>", "", "Ida Holm"},
		"the outlet with its address": {"<meta name=author content='Daon Daily (www.daon.example)'>", "<p>By Ida Holm</p>",
			"", "Ida Holm"},
		"more than JSON-LD": {ld(`{"@type":"Person","name":"Ida Holm"}`), "<p><a href=/author/tor><span>Tor Even</span> " +
			"<span>Haug</span></a></p><p><a href=/author/ida>Ida Holm</a></p>", "", "Tor Even Haug, Ida Holm"},
		"a graph in the author": {ld(`{"@graph":[{"@type":"Person","name":"Ida Holm"},{"@type":"Person","name":"Jan Roe"}]}`),
			"", "", "Ida Holm, Jan Roe"},
		"a credit in a figure":     {"", "<figure><div><img src=a.jpg><span>Daon Pictures</span></div></figure>", "", ""},
		"signs":                    {"", "", "<p><span itemprop=author>daf/holm;kern</span></p>", "daf/holm, kern"},
		"a section beside the day": {"", "<ul><li><a href=/river-life>River Life</a></li></ul><div>3 May 2024</div>", "", ""},
		"a menu's words":           {"", "<div>Read More</div><div>3 May 2024</div>", "", ""},
		"a button's words":         {"", "<p><a href=/report/chapter/7>Report Chapter</a></p>", "", ""},
		"another text":             {"", "", "<p><a href=/plain/7>Text Without Footnotes</a></p>", ""},
		"most read, above": {"", "<div><a href=/news/8>A tower of Haeram leans a little more</a></div>" +
			"<div><a href=/writer/jan-roe>Jan Roe</a></div>", "", ""},
		"a teaser with a summary": {"", "", "<div><div><a href=/news/8>A tower of Haeram leans a little more</a></div>" +
			"<div>What the town does about it.</div><div>By Jan Roe</div></div>", ""},
		"names in boxes within the text": {"", "<p><span itemprop=author>Ida Holm</span></p>" +
			strings.Repeat("<p>It closed. "+viewtest.Latin+"</p>", 9) +
			"<p><span itemprop=author>Jan Roe</span></p>", "", "Ida Holm"},
		"posted, in Spanish": {"", "", "<p>Escrito por Runa el 4 de marzo de 2009 a las 14:33 | <a href=/p>Enlace</a></p>",
			"Runa"},
		"a host": {"", "<p><span itemprop=author>www.daon.example</span></p>", "", ""},
		"a surname first": {"<meta name=dc.creator content='Wit, Sanne de'><meta name=dc.creator content='Falk, R.'>", "", "",
			"Sanne de Wit, R. Falk"},
		"a label in Japanese": {"", "<p><span>投稿者</span> <a href=/author/runa rel=author>Runa Falk</a></p>", "", "Runa Falk"},
		"Japanese":            {"", "<p><a href=/reporter/7>岸本 大樹</a></p><p>2024/12/04 00:05</p>", "", "岸本 大樹"},
	} {
		page := "<html lang=en><head><title>" + title + "</title>" + tt.head + "</head><body><article><h1>" +
			title + "</h1>" +
			tt.above + text + tt.below + "</article></body></html>"
		if got := namesOf(t, page, title); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}

// TestKoreanAuthors reads Korean bylines in the places where pages have them.
func TestKoreanAuthors(t *testing.T) {
	const title = "다온강 산책로 열려"
	text := viewtest.Paragraphs(viewtest.First, viewtest.Second, viewtest.Third)
	for name, tt := range map[string]struct{ above, end, below, want string }{
		"two lines": {"<p>홍길서 기자 hong@daon.example</p><p>김철서 기자 kim@daon.example</p><p>입력 2019-02-16</p>", "", "",
			"홍길서 hong@daon.example, 김철서 kim@daon.example"},
		"names beside the day": {"<div><span>홍길서·김철서</span></div><div><span>2026.06.08.</span></div>", "", "", "홍길서, 김철서"},
		"a sign-off":           {"", "<p>다온TV 홍길서입니다. (hong@daon.example)</p>", "", "홍길서 hong@daon.example"},
		"a box": {"", "", "<div><img src=a.jpg alt=홍길서><dl><dt>홍길서</dt><dd>강가에 사는 화가다.<br>" +
			"<a href=mailto:hong@daon.example>hong@daon.example</a></dd></dl></div>", "홍길서 hong@daon.example"},
		"before the copyright": {"", "", "<div><span>홍길서</span></div><div>저작권자 ⓒ 다온일보, 무단 전재 금지</div>", "홍길서"},
		"a guest, linked":      {"<div><a href=/w/3>홍길서 해람연구소 연구위원</a></div><div>2019.10.22 15:44:47</div>", "", "", "홍길서"},
		"a section":            {"<div><span>정치</span></div><div>2026.06.08.</div>", "", "", ""},
	} {
		page := "<html lang=ko><title>" + title + "</title><h1>" + title + "</h1>" + tt.above + "<div>" + text + tt.end +
			"</div>" +
			tt.below
		if got := namesOf(t, page, title); got != tt.want {
			t.Errorf("%s: got %q, want %q", name, got, tt.want)
		}
	}
}
