package report

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/text/unicode/norm"

	"github.com/gisa-go/gisa/extract"
)

// budget is the case that sums went wrong with: a part beside its whole, three copies, a rate.
func budget() []line {
	text := []string{
		"해람시는 국비 620억원을 포함해 모두 1850억원을 들여 이차전지 소재 클러스터를 조성한다고 2일 밝혔다.",
		"해람시는 산업 용지를 3.3㎡당 65만원에 공급한다. 해람시의 올해 예산은 지난해보다 300억원 늘었다.",
		"이 사업은 2022. 2. 23에 시작됐으며 사업비의 10∼20%는 ㈜한빛정공이 낸다. 시민들은 “오래 기다린 일”이라고 했다.",
	}
	lines := []line{}
	for i, outlet := range []string{"다온일보", "해람신문", "가람매일"} {
		lines = append(lines, story(fmt.Sprintf("해람시, 소재 클러스터에 1850억 투입 %d", i+1), outlet, fmt.Sprintf("2026-03-%02d", 2+i), text...))
	}
	return lines
}

// others are stories of their own.
func others() []line {
	grant := story("가람군, 청년에게 월세를 준다", "이룸타임즈", "2026-04-10", "가람군은 청년 300명에게 500만 원씩 모두 15억원을 준다고 밝혔다. 가람군은 1,600년에 세워졌다.",
		"전체 재원은 1조 2,000억원이며 오는 30일부터 받는다.")
	grant.Article.Authors = []extract.Author{{Name: "이도담", Role: "기자"}}
	grant.Article.Source = &extract.Outlet{Name: "물빛통신"}
	grant.Article.Images = []extract.Image{{URL: "https://img.example/1.jpg", Caption: "새로 문을 연 나루터 쉼터", Credit: "새벌군 제공"}}
	apart := story(norm.NFD.String("노을군, 갯벌 축제를 연다"), norm.NFD.String("새벌저널"), "2026-05-20", norm.NFD.String("노을군은 오는 6월 3일 갯벌 축제를 연다. 예산은 2억원이다."))
	old := story("해람향교, 1600년의 문서 공개", "다온일보", "2026-05-02", "해람향교는 1600년에 쓰인 문서를 3일 공개했다. 1987년 6월에도 한 차례 열렸다.")
	return []line{grant, apart, old}
}

func open(t *testing.T, lines []line) (page, func()) {
	t.Helper()
	ctx, silent := browser(t, 1440, 900, write(t, "해람 보도", lines))
	p := page{t, ctx}
	p.settle()
	return p, silent
}

// Point 1: single amounts, no sums; copies count once; parts, rates and changes are marked.
func TestLargestAmounts(t *testing.T) {
	p, silent := open(t, append(budget(), others()...))
	p.visit("#charts")
	sums := p.texts(".purse > li .sum.large .figure b")
	if len(sums) < 2 || sums[0] != "1,850억 원" {
		t.Fatalf("the largest amounts are %q", sums)
	}
	if all := p.text(".card.money"); strings.Contains(all, "2,470억") || strings.Contains(all, "7,410억") {
		t.Errorf("something was added up: %s", all)
	}
	if from := p.text(".purse > li:first-child .from"); !strings.Contains(from, "사본 2건") {
		t.Errorf("copies: %q", from)
	}
	p.click(".purse > li:first-child .quiet")
	rest := p.texts(".purse > li:first-child .others .figure")
	for _, want := range []string{"620억 원 국비 일부", "300억 원 예산 늘어난 값", "65만 원 / 3.3㎡단가"} {
		if !slices.ContainsFunc(rest, func(s string) bool {
			return strings.Contains(strings.ReplaceAll(s, " ", ""), strings.ReplaceAll(want, " ", ""))
		}) {
			t.Errorf("no %q among %q", want, rest)
		}
	}
	if sentence := p.text(".purse > li:first-child .sum.large .sentence mark"); sentence != "1850억원" {
		t.Errorf("the sentence marks %q", sentence)
	}
	p.set("once", "") // nothing changes
	eval[bool](t, p.ctx, `(location.hash = document.querySelector('.purse .sum.large .from a').hash, true)`)
	p.settle()
	if focused := eval[string](t, p.ctx, `document.activeElement.textContent`); focused != "1850억원" {
		t.Errorf("the link leads to %q", focused)
	}
	silent()
}

// Point 2: the table of facts sorts and filters, says so in its address, and hands over what is filtered.
func TestFactTable(t *testing.T) {
	p, silent := open(t, append(budget(), others()...))
	p.visit("#facts")
	all := p.text("#facts-found")
	p.click(`[data-kind="money"]`)
	p.set("min", "1,000억")
	if got := p.texts(".fact-row .c-value b"); !slices.Equal(got, []string{"1,850억 원", "1,850억 원", "1,850억 원", "1조 2,000억 원"}) {
		t.Errorf("at least 1,000억: %q", got)
	}
	p.click(`[data-sort="value"]`)
	if got := p.text(".fact-row .c-value b"); got != "1조 2,000억 원" {
		t.Errorf("the largest first: %q", got)
	}
	p.click(`#once`)
	hash := eval[string](t, p.ctx, `location.hash`)
	for _, want := range []string{"#facts?", "kind=money", "min=", "sort=-value", "once=1"} {
		if !strings.Contains(hash, want) {
			t.Errorf("the address %s lacks %s", hash, want)
		}
	}
	if got := p.text("#facts-found"); got != "사실 2개 · 기사 2건에서" {
		t.Errorf("copies once: %q", got)
	}
	p.visit("#facts")
	if got := p.text("#facts-found"); got != all {
		t.Errorf("cleared: %q, want %q", got, all)
	}
	p.visit(hash)
	if got := p.text("#facts-found"); got != "사실 2개 · 기사 2건에서" {
		t.Errorf("the address leads to %q", got)
	}
	csv := p.exported("csv")
	if head, rows, _ := strings.Cut(csv, "\r\n"); !strings.HasPrefix(head, "\ufeffkind,raw,value,max,unit,") || strings.Count(rows, "\r\n") != 2 ||
		!strings.HasPrefix(rows, "money,\"1조 2,000억원\",1200000000000,,KRW,") {
		t.Errorf("CSV:\n%s", csv)
	}
	lines := strings.Split(strings.TrimSpace(p.exported("ndjson")), "\n")
	var row struct{ Raw, Value, Sentence, Organization string }
	if err := json.Unmarshal([]byte(lines[1]), &row); err != nil || row.Value != "185000000000" || !strings.Contains(row.Sentence, row.Raw) {
		t.Errorf("NDJSON: %v in %q", err, lines)
	}
	for address, want := range map[string]string{
		"#facts?kind=date&mfrom=1600-01-01&mto=1600-12-31": "1600년", "#facts?kind=money&max=5%EB%B0%B1%EB%A7%8C&unit=KRW&min=100%EB%A7%8C": "500만 원",
		"#facts?by=%EC%9D%B4%EB%8F%84%EB%8B%B4&kind=count": "300명", "#facts?pub=%EC%9D%B4%EB%A3%B8%ED%83%80%EC%9E%84%EC%A6%88&kind=money&max=20%EC%96%B5&min=10%EC%96%B5": "15억원",
	} {
		p.visit(address)
		if got := p.texts(".fact-row .c-sentence mark"); len(got) != 1 && want != "1600년" || !slices.Contains(got, want) {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
	p.visit("#facts?min=abc")
	if eval[string](t, p.ctx, `document.getElementById('min').getAttribute('aria-invalid') || ''`) != "true" {
		t.Error("what is no number is not told")
	}
	p.visit("#facts?kind=money")
	if n := strings.Count(p.exported("csv"), `"`+budget()[0].File+`"`); n != 12 {
		t.Errorf("%d times a row says of which article it is or is copied, want 4 of the article and 8 of its copies", n)
	}
	silent()
}

// exported gives the file that a button would hand over.
func (p page) exported(format string) string {
	p.t.Helper()
	return eval[string](p.t, p.ctx, `new Promise(done => {
		const make = URL.createObjectURL;
		URL.createObjectURL = blob => { blob.arrayBuffer().then(b => done(new TextDecoder('utf-8', { ignoreBOM: true }).decode(b))); URL.createObjectURL = make; return '#' + location.hash.slice(1) };
		document.getElementById(`+quote(format)+`).click();
	})`)
}

// Rows whose organization is doubtful can be left out.
func TestConfidenceFilter(t *testing.T) {
	l := budget()[0]
	for i := range l.Article.Facts.Organizations {
		l.Article.Facts.Organizations[i].Confidence = []float64{0.95, 0.4}[i%2]
	}
	p, silent := open(t, []line{l})
	p.visit("#facts")
	all := p.text("#facts-found")
	p.set("sure", "90")
	if got := p.text("#facts-found"); got == all {
		t.Errorf("90%% and more: %q as before", got)
	}
	if got := p.texts(".fact-row .c-sure"); slices.Contains(got, "40%") || !slices.Contains(got, "95%") {
		t.Errorf("confidence: %q", got)
	}
	silent()
}

// Point 3: what people type finds what the text says.
func TestSearch(t *testing.T) {
	p, silent := open(t, append(budget(), others()...))
	for _, c := range []struct {
		query string
		found int
		marks bool
	}{
		{"500만원", 1, true}, {"500만 원", 1, true}, {"5백만 원", 1, false}, {"1850억원", 3, true}, {"1,850억 원", 3, true}, {"850억", 0, false},
		{"1조2000억원", 1, true}, {"1.2조", 1, false}, {"(주)한빛", 3, true}, {"㈜한빛정공", 3, true}, {"10-20%", 3, true}, {"2022.2.23", 3, true},
		{"2022년 2월 23일", 3, false}, {"'오래 기다린 일'", 3, true}, {"１８５０억", 3, true}, {"노을군", 1, true}, {"갯벌축제", 1, true},
		{norm.NFD.String("클러스터"), 3, true}, {`"가람군은 청년"`, 1, true}, {"청년 가람군", 1, true}, {`"청년 가람군은"`, 0, false}, {"해람시 -클러스터", 0, false},
		{"해람 -향교", 3, true}, {"시소재", 0, false}, {"소재클러스터", 3, true}, {"청년300명", 1, false}, {"나루터 쉼터", 1, true}, {"물빛통신", 1, false}, {"이도담", 1, true}, {"클러스터에서는", 3, true}, {"없는말", 0, false},
	} {
		p.set("q", c.query)
		want := fmt.Sprintf("6건 중 %d건", c.found)
		if got := p.text("#found"); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", c.query, got, want)
		}
		if n := eval[int](t, p.ctx, `(CSS.highlights.get('hit') || { size: 0 }).size`); c.marks && c.found > 0 && n == 0 {
			t.Errorf("%s: nothing is marked", c.query)
		}
		if c.found > 0 && !eval[bool](t, p.ctx, `document.querySelector('.row[aria-selected="true"]') !== null`) {
			t.Errorf("%s: the article that is open is not in the list", c.query)
		}
	}
	p.set("q", "5백만 원")
	if got := p.text("mark.fact.found"); got != "500만 원" {
		t.Errorf("found by value, but %q is marked", got)
	}
	p.set("q", "노을군 갯벌")
	ranges := eval[[]string](t, p.ctx, `[...CSS.highlights.get('hit')].map(r => r.toString().normalize('NFC'))`)
	if !slices.Contains(ranges, "노을군") || !slices.Contains(ranges, "갯벌") {
		t.Errorf("marks in an article in pieces: %q", ranges)
	}
	p.set("q", "없는말")
	if got := p.text("#article"); got != "" {
		t.Errorf("nothing is found, but the pane shows %q", got)
	}
	silent()
}

// Point 4: publications and mentions apart, bars that filter what they count, an old date that changes nothing.
func TestTimeline(t *testing.T) {
	p, silent := open(t, append(budget(), others()...))
	p.visit("#charts")
	if about := p.text(".timeline > .about"); !strings.HasPrefix(about, "2025-12-01 – 2026-08-31") {
		t.Errorf("the time that is shown: %q", about)
	}
	if n := p.count("#chart-published .tick"); n < 5 {
		t.Errorf("%d labels on the axes", n)
	}
	for _, name := range []string{"published", "mentioned"} {
		bars := eval[[]string](t, p.ctx, `[...document.querySelectorAll('#chart-`+name+` .bar')].map(b => b.dataset.from + ' ' + b.dataset.n)`)
		for _, bar := range bars {
			from, n, _ := strings.Cut(bar, " ")
			p.visit("#charts")
			p.click(`#chart-` + name + ` [data-from="` + from + `"]`)
			got, want := p.text("#found"), "6건 중 "+n+"건"
			if name == "mentioned" {
				got, want = p.text("#facts-found"), "사실 "+n+"개"
			}
			if !strings.HasPrefix(got, want) {
				t.Errorf("%s %s: %q, want %q", name, from, got, want)
			}
		}
		if len(bars) < 2 {
			t.Errorf("%s: bars %q", name, bars)
		}
	}
	p.visit("#charts")
	p.click("#whole")
	if about := p.text(".timeline > .about"); !strings.HasPrefix(about, "1600-01-01") {
		t.Errorf("the whole time: %q", about)
	}
	p.click("#around")
	before := p.text(".timeline > .about")
	eval[bool](t, p.ctx, `(document.querySelector('#chart-published .bar').focus(), true)`)
	do(t, p.ctx, chromedp.KeyEvent("+"))
	p.settle()
	if after := p.text(".timeline > .about"); after == before || !strings.Contains(eval[string](t, p.ctx, `location.hash`), "span=") {
		t.Errorf("+ leaves %q", after)
	}
	silent()
}

// Point 5: stories honour the filters and are sorted; two versions stand side by side with pictures and saved files.
func TestVersions(t *testing.T) {
	dir := t.TempDir()
	lines := budget()
	changed := strings.ReplaceAll(lines[1].Article.Text, "1850억원", "1820억원")
	lines[1] = story(lines[1].Article.Title, "해람신문", "2026-03-03", strings.Split(changed, "\n\n")...)
	lines[1].File = filepath.Join(dir, "saved.html")
	if err := os.WriteFile(lines[1].File, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	lines[1].Article.Images = []extract.Image{{URL: "https://img.example/1.jpg", Caption: "클러스터 조감도"}}
	pair := []string{"가람군은 올해부터 마을 도서관 열두 곳의 문을 밤 열 시까지 열기로 했다고 4일 밝혔다.", "군 관계자는 퇴근한 뒤에도 책을 빌릴 수 있다고 말했다."}
	lines = append(lines, story("가람군 도서관", "이룸타임즈", "2026-05-04", pair...), story("가람군 도서관 밤에도", "새벌저널", "2026-05-05", pair...))
	p, silent := open(t, append(lines, others()...))
	p.visit("#duplicates")
	if got := p.texts(".story .headline"); len(got) != 2 || !strings.HasPrefix(got[0], "해람시") {
		t.Fatalf("stories, the most copied first: %q", got)
	}
	p.set("orders", "new")
	if got := p.text(".story .headline"); got != "가람군 도서관" {
		t.Errorf("the newest first: %q", got)
	}
	p.set("pub", "해람신문")
	if got := p.text("#stories-found"); got != "1" {
		t.Errorf("stories of one outlet: %q", got)
	}
	if del, ins := p.texts(".changed del"), p.texts(".changed ins"); !slices.Equal(del, []string{"1850억원"}) || !slices.Equal(ins, []string{"1820억원"}) {
		t.Errorf("values that differ: %q, %q", del, ins)
	}
	if n := p.count(`.texts .body[data-side="0"]`); n != 3 || p.count(`.texts .body[data-side="1"]`) != n {
		t.Errorf("%d paragraphs stand in line, want 3", n)
	}
	for which, want := range []string{lines[0].Article.Text, changed} {
		if got := strings.Join(p.texts(fmt.Sprintf(`.texts .body[data-side="%d"] p`, which)), "\n\n"); got != want {
			t.Errorf("side %d does not hold its text:\n%s\n%s", which, got, want)
		}
	}
	p.click("#changes-only")
	if n, same := p.count(`.texts .body`), p.text(".unchanged"); n != 2 || same != "같은 문단 2개" {
		t.Errorf("changed paragraphs only: %d, %q", n, same)
	}
	if n := p.count("#compare img"); n != 0 {
		t.Error("pictures are asked for before the reader wants them")
	}
	if got := p.text("#compare figcaption"); !strings.Contains(got, "클러스터 조감도") {
		t.Errorf("caption: %q", got)
	}
	if link := eval[string](t, p.ctx, `[...document.querySelectorAll('#compare .byline a')].map(a => a.getAttribute('href')).join()`); !strings.HasSuffix(link, "saved.html") {
		t.Errorf("saved file: %q", link)
	}
	silent()
}
