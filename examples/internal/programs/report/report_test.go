package report

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/made"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// madeLines are made-up articles as the report takes them.
func madeLines(t testing.TB, n int, opts *extract.Options) []line {
	t.Helper()
	lines := make([]line, n)
	for i := range lines {
		a := made.New(i)
		l := cli.Article(input.Item{File: a.Paper + ".html", Data: []byte(a.HTML(i))}, opts)
		if l.Err != nil {
			t.Fatal(l.Err)
		}
		l.Article.Publisher = &extract.Outlet{Name: a.Paper}
		l.Article.Section, l.Article.Subtitle = a.Section, a.Subtitle
		lines[i] = l
	}
	return lines
}

// story is an article of our own, its facts found in it.
func story(title, outlet, published string, paragraphs ...string) line {
	at, _ := time.Parse("2006-01-02 15:04 -07:00", published+" 09:00 +09:00")
	text := strings.Join(paragraphs, "\n\n")
	a := &extract.Article{Title: title, Text: text, Language: "ko", Published: extract.Time{Time: at}, Publisher: &extract.Outlet{Name: outlet}}
	start := 0
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, facts.Span{Start: start, End: start + len(p)})
		start += len(p) + 2
	}
	a.Facts = facts.Find(text, &facts.Options{Reference: at})
	return line{File: title + ".html", Article: a}
}

// hostile is an article that tries to get its words run.
func hostile() line {
	attack := `<script>window.pwned=1</script></script><img src=x onerror="window.pwned=2"><!--<script>"'` + "`${window.pwned=3}` \u2028 𝒳 {{.Title}}"
	text := attack + "\n\n해람시는 12억원을 들인다. " + attack
	start := strings.Index(text, "12억원")
	return line{File: attack, Article: &extract.Article{
		URL: "javascript:window.pwned=4", Title: attack, Subtitle: attack, Section: attack, Text: text,
		Authors: []extract.Author{{Name: attack, Role: "기자"}}, Publisher: &extract.Outlet{Name: attack}, Source: &extract.Outlet{Name: attack},
		Published:  extract.Time{Time: made.Start},
		Paragraphs: []facts.Span{{Start: 0, End: len(attack)}, {Start: len(attack) + 2, End: len(text)}},
		Images:     []extract.Image{{URL: "javascript:1", Caption: attack}},
		Repeats:    []extract.Repeat{{Span: facts.Span{Start: 0, End: len(attack)}, Times: 2, Removed: []string{attack}}},
		Evidence:   []extract.Evidence{{Field: "title", From: attack, Raw: attack}},
		Facts: facts.Facts{
			Amounts: facts.Find(text, &facts.Options{Names: facts.NamesNone}).Amounts,
			Organizations: []facts.Organization{{
				Span: facts.Span{Start: start - len("해람시는 "), End: start - len("는 ")}, Raw: attack, Name: attack, Type: facts.Government, Rule: attack,
			}},
		},
	}}
}

// collected adds lines to a collection.
func collected(t testing.TB, title string, lines []line, group bool) *collection {
	t.Helper()
	c := newCollection(title, "ko", newSaved(""))
	for _, l := range lines {
		c.add(l)
	}
	if group {
		if err := c.group(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// write makes the page of lines and returns its file.
func write(t testing.TB, title string, lines []line) string {
	t.Helper()
	return writeFile(t, collected(t, title, lines, true))
}

func writeFile(t testing.TB, c *collection) string {
	t.Helper()
	var page bytes.Buffer
	if err := writePage(&page, c); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, page.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestPageIsSelfContained(t *testing.T) {
	page, err := os.ReadFile(write(t, "</title><script>1</script>", append(madeLines(t, 3, nil), hostile())))
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(bytes.ToLower(page), []byte("<script>")); n != 1 {
		t.Errorf("%d scripts, want one", n)
	}
	if n := bytes.Count(page, []byte(`<script type="text/plain" id="`)); n != 3 {
		t.Errorf("%d blocks of data, want the index, the facts and one part", n)
	}
	markup := regexp.MustCompile(`(?s)<script.*?</script>|<style>.*?</style>`).ReplaceAll(page, nil)
	if m := regexp.MustCompile(`(?i)<(?:link|img|iframe|object|embed|base)\b|@import|url\(|https?:`).Find(markup); m != nil && string(m) != "https:" {
		t.Errorf("the page asks for something outside: %s", m)
	}
	for _, want := range []string{"default-src &#39;none&#39;", "script-src &#39;sha256-", "style-src &#39;sha256-"} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the policy lacks %s", want)
		}
	}
	if bytes.Contains(page, []byte("pwned")) {
		t.Error("words of an article stand in the page as they are")
	}
}

// A page without articles, and one without any names, has lists all the same.
func TestEmptyCollection(t *testing.T) {
	bare := line{File: "a.txt", Article: &extract.Article{Text: "본문"}}
	for _, lines := range [][]line{nil, {bare}, {{File: "x", Err: extract.ErrNoArticle}}} {
		c := collected(t, "", lines, true)
		if err := c.close(); err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(c.index)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("null")) {
			t.Errorf("a list is null: %s", data)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"해람시가 밝혔다. 예산은 3억원이다.", []string{"해람시가 밝혔다.", "예산은 3억원이다."}},
		{"2022. 2. 23에 열렸다. 다음은 없다.", []string{"2022. 2. 23에 열렸다.", "다음은 없다."}},
		{"그는 “좋다.” 했다.\n둘째 줄", []string{"그는 “좋다.”", "했다.", "둘째 줄"}},
		{"비율은 2.5%다! 왜? 그래서… 끝", []string{"비율은 2.5%다!", "왜?", "그래서…", "끝"}},
		{"\n\n 한 줄 \n", []string{"한 줄"}},
		{"", nil},
	} {
		var got []string
		for _, s := range sentences(c.text, nil) {
			got = append(got, c.text[s.Start:s.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	text := "오는 3. 5. 10시에 연다."
	if got := sentences(text, []facts.Span{{Start: len("오는 "), End: len("오는 3. 5. 10시")}}); len(got) != 1 {
		t.Errorf("a date is cut in two: %v", got)
	}
}

// A sum that is a part of another is told by the words around it, and one that is not is left alone.
func TestParts(t *testing.T) {
	for _, c := range []struct{ text, parts string }{
		{"해람시는 국비 620억원을 포함해 모두 1850억원을 들인다.", "620억원"},
		{"사업비 1850억원 가운데 국비 620억원을 확보했다.", "620억원"},
		{"총사업비 1850억원 중 620억원은 도비다.", "620억원"},
		{"가람군은 140억원(국비 70억원, 도비 60억원)을 쓴다.", "70억원 60억원"},
		{"이 가운데 시비는 30억원이다.", "30억원"},
		{"국비 100억원과 도비 50억원 등 모두 150억원을 들인다.", "100억원 50억원"},
		{"해람시는 국비 620억원을 확보했다.", ""},
		{"올해 상반기 중 300억원을 쓴다.", ""},
		{"회의 중 20억원을 약속했다.", ""},
		{"작년 500억원에서 올해 300억원으로 줄었다.", ""},
		{"가람군은 30억원을, 해람시는 70억원을 낸다.", ""},
	} {
		l := story("제목", "다온일보", "2026-03-02", c.text)
		row, _ := collected(t, "", nil, false).rows(l.Article, utf16Offsets(c.text))
		col := collected(t, "", []line{l}, false)
		var parts []string
		for i, f := range row {
			if col.facts.Flags[i]&flagPart != 0 {
				parts = append(parts, string([]rune(c.text)[f.Start:f.End]))
			}
		}
		if got := strings.Join(parts, " "); got != c.parts {
			t.Errorf("%s: parts are %q, want %q", c.text, got, c.parts)
		}
	}
}

// How sure a name is, and what an amount is of, are taken from lines of JSON.
func TestRoles(t *testing.T) {
	l := story("제목", "다온일보", "2026-03-02", "해람시는 70억원을 포함한 사업에 140억원을 들인다.")
	data, err := json.Marshal(l.Article)
	if err != nil {
		t.Fatal(err)
	}
	var a map[string]any
	if err := json.Unmarshal(data, &a); err != nil {
		t.Fatal(err)
	}
	found := a["facts"].(map[string]any)
	found["organizations"].([]any)[0].(map[string]any)["confidence"] = 0.75
	amount := found["amounts"].([]any)[1].(map[string]any)
	amount["about"] = map[string]any{"start": 0, "end": len("해람시"), "raw": "해람시"}
	record, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	got := read(input.Item{ID: "1", Kind: input.Text, Record: record}, nil)
	if got.Err != nil {
		t.Fatal(got.Err)
	}
	c := collected(t, "", []line{got}, false)
	if !slices.Equal(c.facts.Confidence, []uint8{75, 75, 75}) {
		t.Errorf("confidence: %v", c.facts.Confidence)
	}
	if about := c.parts[0].rest.Facts[2].About; about != "해람시" {
		t.Errorf("about: %q", about)
	}
}

func TestSavedFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"saved/a b#1.html", "saved/c.zip"} {
		if err := errorsOf(os.MkdirAll(filepath.Join(dir, "saved"), 0o777), os.WriteFile(filepath.Join(dir, name), nil, 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	way := newSaved(filepath.Join(dir, "out", "report.html"))
	for name, want := range map[string]string{
		"saved/a b#1.html": "../saved/a%20b%231.html", "saved/c.zip/member.html": "../saved/c.zip", "saved/none.html": "",
	} {
		if got := way.link(filepath.Join(dir, name)); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := newSaved(filepath.Join(dir, "report.html")).link(filepath.Join(dir, "saved/c.zip")); got != "./saved/c.zip" {
		t.Errorf("beside the page: %q", got)
	}
	if got := way.link("javascript:alert(1)"); got != "" {
		t.Errorf("no file: %q", got)
	}
}

func errorsOf(list ...error) error {
	for _, err := range list {
		if err != nil {
			return err
		}
	}
	return nil
}

// The script has lists of the same kinds, grains and flags.
func TestScriptAgrees(t *testing.T) {
	source, err := pageFiles.ReadFile("page/data.js")
	if err != nil {
		t.Fatal(err)
	}
	words := func(name string) string {
		m := regexp.MustCompile(`export const ` + name + ` = [\[{]([^\]}]*)`).FindSubmatch(source)
		if m == nil {
			t.Fatalf("no %s", name)
		}
		list := strings.Trim(strings.Join(strings.Fields(strings.ReplaceAll(string(m[1]), "'", "")), " "), ",")
		return strings.TrimSpace(list)
	}
	if got, want := words("KINDS"), strings.Join(kinds, ", "); got != want {
		t.Errorf("kinds: %s, want %s", got, want)
	}
	want := ""
	for _, g := range grains {
		want += ", " + string(g)
	}
	if got := words("GRAINS"); got != strings.TrimPrefix(want, ", ") {
		t.Errorf("grains: %s, want %s", got, want)
	}
	if got := words("FLAG"); !strings.Contains(got, "part: 16") || flagPart != 16 || !strings.Contains(got, "hidden: 256") || flagHidden != 256 {
		t.Errorf("flags: %s", got)
	}
}

func TestModules(t *testing.T) {
	if _, err := joinModules(pageFiles, "app"); err != nil {
		t.Error(err)
	}
	entries, err := pageFiles.ReadDir("page")
	if err != nil {
		t.Fatal(err)
	}
	script, _ := joinModules(pageFiles, "app")
	for _, e := range entries {
		if name, is := strings.CutSuffix(e.Name(), ".js"); is && !strings.Contains(script, "const "+name+"_module = ") {
			t.Errorf("%s is used by no other module", e.Name())
		}
	}
	for want, files := range map[string]map[string]string{
		"imports itself":  {"app": "import { a } from './b.js';\n", "b": "import { x } from './app.js';\nexport const a = 1;\n"},
		"does not export": {"app": "import { a, c } from './b.js';\n", "b": "export const a = 1, c = 2;\n"},
	} {
		dir := fstest.MapFS{}
		for name, source := range files {
			dir["page/"+name+".js"] = &fstest.MapFile{Data: []byte(source)}
		}
		if _, err := joinModules(dir, "app"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want one that %s", err, want)
		}
	}
}

// Articles that only share much with another are shown with it.
func TestGroupsOfRelated(t *testing.T) {
	first, second := strings.Join(made.New(0).Paragraphs, "\n\n"), strings.Join(made.New(1).Paragraphs, "\n\n")
	var lines []line
	for _, text := range []string{first + "\n\n" + second, first, strings.Join(made.New(9).Paragraphs, "\n\n")} {
		lines = append(lines, line{Article: &extract.Article{Title: "제목", Text: text}})
	}
	c := collected(t, "", lines, true)
	if len(c.index.Clusters) != 1 || len(c.index.Clusters[0].Copies) != 1 {
		t.Fatalf("clusters: %+v", c.index.Clusters)
	}
	if d := c.index.Clusters[0].Copies[0]; d.Kind != "contains" && d.Kind != "contained" || d.Similarity <= 0 || d.Similarity >= 1 {
		t.Errorf("related: %+v", d)
	}
}

// A text without sentences or with many sums costs no more than others.
func TestHostileText(t *testing.T) {
	text := strings.Repeat("해람시 국비 620억원 중 ", 4000)
	a := &extract.Article{Text: text, Facts: facts.Find(text, nil)}
	c := collected(t, "", []line{{Article: a}}, false)
	if len(c.facts.Kind) < 4000 {
		t.Errorf("%d facts", len(c.facts.Kind))
	}
}

// broken is a file that could not be read.
var broken = line{File: "broken.html", Err: extract.ErrNoArticle}

func quote(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}
