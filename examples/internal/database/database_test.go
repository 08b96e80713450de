package database

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/gisa-go/gisa/examples/internal/made"
	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// article is one of an invented paper, with the facts of its text.
func article(title, text string) output.Line {
	a := &extract.Article{Title: title, Text: text, Publisher: &extract.Outlet{Name: "다온일보"}, Published: extract.Time{Time: made.Start},
		Authors: []extract.Author{{Name: "구본서", Role: "기자"}}}
	a.Facts = facts.Find(text, nil)
	return output.Line{File: title + ".html", Article: a}
}

// write puts lines into a file.
func write(t testing.TB, file string, lines ...output.Line) {
	t.Helper()
	w, err := Create(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		if err := w.Write(l); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Flush(), w.Close()); err != nil {
		t.Fatal(err)
	}
}

// query opens the file and gives the first column of the first row.
func query(t testing.TB, file, statement string, args ...any) (n int) {
	t.Helper()
	d, err := Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if err := d.conn.QueryRowContext(t.Context(), statement, args...).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// found are the titles that a query finds.
func found(t testing.TB, file string, q Query) string {
	t.Helper()
	d, err := Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	hits, total, err := d.Search(t.Context(), q)
	if err != nil || total != len(hits) {
		t.Fatalf("%+v: %d of %d, %v", q, len(hits), total, err)
	}
	var titles []string
	for _, h := range hits {
		titles = append(titles, h.Title)
	}
	return strings.Join(titles, " ")
}

func TestSearch(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	write(t, file,
		article("하나", "가람시청이 별내천 둘레길에 1,850억원을 들인다고 밝혔다."),
		article("둘", "해람군은 가람시와 함께 500만 원을 모았다. 길이는 8㎞이다."),
		article("셋", "너울군이 1조2000억원 규모의 "+norm.NFD.String("항만을 짓는다. 가창원 원시림도 돌본다.")),
		article("넷", "㈜한빛이 KTX역 앞에 LH공사와 budget 호텔을 연다. 전에서 울산까지 21850억 걸음이다."),
	)
	for typed, want := range map[string]string{
		"가람시": "하나 둘", "가람시 해람": "둘", "가람시 -해람": "하나", "가람시 −둘레길": "둘", "람": "하나 둘",
		`"별내천 둘레"`: "하나", `"둘레길 별내천"`: "", "“가람시와 함께”": "둘",
		"1850억원": "하나", "1,850억": "하나", "850억원": "", "1850": "하나", "5백만 원": "둘", "500만원": "둘", "1.2조": "셋", "1조 2000억원": "셋",
		"항만을": "셋", "창원시": "", "서울": "", "한빛": "넷", "(주)한빛": "넷", "KTX": "넷", "ktx역": "넷", "LH": "넷", "budg": "넷", "km": "둘",
		"구본서 둘레": "하나", "다온일보 -가람시": "셋 넷", "": "하나 둘 셋 넷", "?!": "하나 둘 셋 넷", `" OR *`: "",
	} {
		if got := found(t, file, Query{Words: typed, Newest: true}); got != want {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
	day := made.Start.Format("2006-01-02")
	for _, q := range []Query{{From: "2999-01-01"}, {To: "1999-01-01"}, {Outlet: "해람"}, {Author: "김"}} {
		if got := found(t, file, q); got != "" {
			t.Errorf("%+v finds %q", q, got)
		}
	}
	if got := found(t, file, Query{From: day, To: day, Outlet: "다온", Author: "본서", Words: "둘레길"}); got != "하나" {
		t.Errorf("all flags together find %q", got)
	}
}

// The index and LIKE agree on every word of Korean letters.
func TestIndexFindsWhatLikeFinds(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	var lines []output.Line
	for i := range 60 {
		a := made.New(i)
		text := strings.Join(a.Paragraphs, "\n\n")
		lines = append(lines, output.Line{File: fmt.Sprint(i), Article: &extract.Article{Title: a.Title, Text: text}})
	}
	write(t, file, lines...)
	d, err := Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		text := []rune(lines[random.IntN(len(lines))].Article.Text)
		from := random.IntN(len(text))
		word := string(text[from:min(len(text), from+1+random.IntN(4))])
		if strings.ContainsFunc(word, func(r rune) bool { return !unicode.Is(unicode.Hangul, r) }) {
			continue
		}
		var like, index int
		err := errors.Join(
			d.conn.QueryRowContext(t.Context(), "SELECT count(*) FROM articles WHERE text LIKE ?", "%"+word+"%").Scan(&like),
			d.conn.QueryRowContext(t.Context(), "SELECT count(*) FROM search WHERE search MATCH ?", "text : "+phrase(word)).Scan(&index))
		if err != nil || like != index || like == 0 {
			t.Errorf("%q: LIKE finds %d, the index %d, %v", word, like, index, err)
		}
	}
}

// Reading the same files again replaces their articles: nothing is there twice, nothing of the old text is found.
func TestAgain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	first := article("하나", "가람시는 둘레길에 12억원을 들여 2022년 3월까지 길을 낸다. 길이는 8㎞이다.")
	write(t, file, first, article("둘", "너울군은 항만을 짓는다."), output.Line{File: "셋.html", Err: extract.ErrNoArticle})
	counts := func() (list []int) {
		for _, table := range []string{"articles", "authors", "facts", "failures", "copies"} {
			list = append(list, query(t, file, "SELECT count(*) FROM "+table))
		}
		return list
	}
	before := counts()
	write(t, file, first)
	if after := counts(); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("rows before %v and after %v", before, after)
	}
	changed := article("하나", "가람시는 도서관을 연다.")
	write(t, file, changed, output.Line{File: "셋.html", Article: article("셋", "이룸군은 다리를 놓는다.").Article})
	if got := found(t, file, Query{Words: "둘레길"}); got != "" {
		t.Errorf("the old text is found: %q", got)
	}
	if got := found(t, file, Query{Words: "도서관"}); got != "하나" {
		t.Errorf("the new text is not found: %q", got)
	}
	if n := query(t, file, "SELECT count(*) FROM failures"); n != 0 {
		t.Errorf("%d failures stay", n)
	}
	if n := query(t, file, "SELECT count(*) FROM articles WHERE id = 1 AND file = '하나.html'"); n != 1 {
		t.Error("the article has another id")
	}
}

func TestPositionsAreThoseOfSQL(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	apart := norm.NFD.String("𝒳 가람시청은")
	body := strings.TrimSuffix(apart, norm.NFD.String("은"))
	one := article("하나", apart+" 12억원과 3억원을 2022년 3월 2일까지 석 달 동안 모은다.")
	one.Article.Facts.Organizations = []facts.Organization{
		{Span: facts.Span{Start: len("𝒳 "), End: len(body)}, Raw: body[len("𝒳 "):], Name: "가람시청"}}
	write(t, file, one, article("둘", "해람군은 40명을 뽑는다."))
	if n := query(t, file, "SELECT count(*) FROM facts"); n < 5 {
		t.Fatalf("%d facts", n)
	}
	if n := query(t, file, "SELECT count(*) FROM facts f JOIN articles a ON a.id = f.article_id "+
		"WHERE substr(a.text, f.start, f.length) <> f.raw"); n != 0 {
		t.Errorf("%d facts stand elsewhere", n)
	}
}

func TestCopies(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	text := "가람시는 낡은 도서관을 고쳐 오는 9월 다시 연다고 밝혔다. 열람실을 넓히고 밤 열 시까지 문을 열 계획이다. 관계자는 책도 더 들인다고 했다."
	write(t, file, article("하나", text))
	write(t, file, article("둘", text), article("셋", "너울군은 항만을 짓는다. 배는 모두 세 척이 들어오고 부두는 내년에 문을 연다."))
	if n := query(t, file, "SELECT count(*) FROM copies WHERE original_id = 1 AND copy_id = 2 AND similarity = 1"); n != 1 {
		t.Error("the copy is not told")
	}
	if n := query(t, file, "SELECT count(*) FROM stories"); n != 2 {
		t.Errorf("%d stories, want 2", n)
	}
}

func TestForeignFilesStay(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "page.html")
	if err := os.WriteFile(page, []byte("<html>"+strings.Repeat("글", 1000)), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(t.Context(), page); err == nil {
		t.Error("a page was taken for a database")
	}
	if text, _ := os.ReadFile(page); !strings.HasPrefix(string(text), "<html>") || len(text) != 6+3000 {
		t.Error("the page was changed")
	}
	if _, err := Open(t.Context(), filepath.Join(dir, "none.db")); !errors.Is(err, ErrNone) {
		t.Errorf("got %v, want ErrNone", err)
	}
	other := filepath.Join(dir, "other.db")
	db, conn, err := open(t.Context(), other, "rwc")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.ExecContext(t.Context(), "CREATE TABLE x (y)"); err != nil {
		t.Fatal(err)
	}
	conn.Close()
	db.Close()
	if _, err := Create(t.Context(), other); !errors.Is(err, ErrForeign) {
		t.Errorf("got %v, want ErrForeign", err)
	}
}

// What is not flushed does not show, and leaves no file where there was none.
func TestCloseTakesBack(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	begin := func() {
		w, err := Create(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(w.Write(article("둘", "해람군은 40명을 뽑는다.")), w.Close()); err != nil {
			t.Fatal(err)
		}
	}
	begin()
	if _, err := os.Stat(file); err == nil {
		t.Error("a file is left")
	}
	write(t, file, article("하나", "가람시는 길을 낸다."))
	begin()
	if got := found(t, file, Query{}); got != "하나" {
		t.Errorf("found %q", got)
	}
}

func TestSnippet(t *testing.T) {
	text := strings.Repeat("너울군은 항만을 짓는다. ", 40) + "가람시는 둘레길에 500만 원을 들인다.\n\n" + strings.Repeat("배가 들어온다. ", 40)
	cut, marks := snippet(text, terms("둘레길 5백만원"))
	if len(marks) != 2 || marks[0].In(cut) != "둘레길" || marks[1].In(cut) != "500만 원" {
		t.Errorf("%v in %q", marks, cut)
	}
	if len(cut) > 5*around || strings.Contains(cut, "\n") || !utf8.ValidString(cut) {
		t.Errorf("cut is %q", cut)
	}
	decomposed := norm.NFD.String(text)
	cut, marks = snippet(decomposed, terms("둘레길"))
	if len(marks) != 1 || norm.NFC.String(marks[0].In(cut)) != "둘레길" {
		t.Errorf("%v in %q", marks, cut)
	}
}

func FuzzPairs(f *testing.F) {
	f.Add("가람시 1,850.5억 ㎞ LH공사", "가람")
	f.Add("\xff가\u0301 -\"", "\"")
	f.Fuzz(func(t *testing.T, text, typed string) {
		end := 0
		words(text, func(units []unit) {
			for _, u := range units {
				if u.start < end || u.end <= u.start || u.end > len(text) || u.text == "" {
					t.Fatalf("unit %+v of %q", u, text)
				}
				end = u.start // one character may stand for several: ㈜
			}
		})
		for _, token := range strings.Fields(pairs(text)) {
			if strings.ContainsAny(token, "\"'()*:-") {
				t.Errorf("token %q of %q", token, text)
			}
		}
		cut, marks := snippet(text, terms(typed))
		for _, m := range marks {
			if m.Start < 0 || m.End > len(cut) || m.Start >= m.End {
				t.Fatalf("mark %v in %q", m, cut)
			}
		}
		Query{Words: typed}.statement("count(*)")
	})
}
