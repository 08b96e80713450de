package output

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

func TestFileIsWholeOrAbsent(t *testing.T) {
	for name, create := range map[string]func(string) (*File, error){
		"Create": Create,
		"hidden": func(path string) (*File, error) { return createHidden(path, 0o666) }, // where no file can be without a name
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			write := func(text string, end func(*File) error) {
				t.Helper()
				f, err := create("out")
				if err != nil {
					t.Fatal(err)
				}
				fmt.Fprint(f, text)
				f.Flush()
				if err := end(f); err != nil {
					t.Fatal(err)
				}
			}
			want := func(text string, files int) {
				t.Helper()
				got, _ := os.ReadFile("out")
				if entries, _ := os.ReadDir("."); string(got) != text || len(entries) != files {
					t.Errorf("out is %q among %v", got, entries)
				}
			}
			abort := func(f *File) error { f.Abort(); return nil }
			write("part", abort)
			want("", 0)
			write("whole", (*File).Commit)
			want("whole", 1)
			write("part", abort)
			want("whole", 1)
			write("new", (*File).Commit)
			want("new", 1)
		})
	}
}

func TestFileBehindALink(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := errors.Join(os.Mkdir("dir", 0o777), os.WriteFile("dir/real", nil, 0o666)); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("dir/real", "out"); err != nil {
		t.Skip(err)
	}
	if err := To("out", nil, func(w *bufio.Writer) error { _, err := w.WriteString("new"); return err }); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile("dir/real"); string(got) != "new" {
		t.Errorf("the file behind the link is %q, %v", got, err)
	}
}

func TestTableForSpreadsheets(t *testing.T) {
	var b bytes.Buffer
	w := NewCSV(&b, Facts, "ko")
	text := "=cmd()|해람시"
	w.Write(Line{File: "@x", Article: &extract.Article{Title: "=1+1", Text: text, Facts: facts.Facts{
		Organizations: []facts.Organization{{Span: facts.Span{Start: 0, End: len(text)}, Raw: "+해람시", Name: "＝해람시", Type: facts.Government, Confidence: .9}},
	}}})
	w.Write(Line{File: "b", Err: errors.New("page has no article")})
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	want := "\ufeff" + strings.Join(Facts.Headings("ko"), ",") + "\r\n" +
		"'@x,,'=1+1,,,,,organization,'+해람시,,government,,,,,,,,,,,,,'＝해람시,0.9,,'=cmd()|해람시,\r\n" +
		"b,,,,,,,,,,,,,,,,,,,,,,,,,,,page has no article\r\n"
	if b.String() != want {
		t.Errorf("got\n%q\nwant\n%q", b.String(), want)
	}
}

func TestTextFitsTheScreen(t *testing.T) {
	text := strings.Repeat("해람시는 둘레길을 연다. ", 20) + strings.Repeat("가", 100) + " e\u0301nd"
	for _, width := range []int{1, 2, 7, 40, 80} {
		w := &textWriter{Screen: Screen{Width: width}}
		lines := w.lines(text, nil, 0)
		if got := strings.Join(lines, ""); got != text {
			t.Fatalf("width %d: text is not whole", width)
		}
		for _, line := range lines {
			if n := uniseg.StringWidth(strings.TrimRight(line, " ")); n > max(width, 2) {
				t.Errorf("width %d: %q takes %d columns", width, line, n)
			}
		}
	}
}

func TestPagesCannotSteerTheTerminal(t *testing.T) {
	var b bytes.Buffer
	NewText(&b, Screen{}).Write(Line{File: "a\x1b]0;x\a", Article: &extract.Article{Title: "제목\x1b[2J", Text: "글\x1b[31m\u202e", Paragraphs: []facts.Span{{Start: 0, End: 11}}}})
	if strings.ContainsAny(b.String(), "\x1b\a\u202e") {
		t.Errorf("%q", b.String())
	}
}

func TestMarkdownIsEscaped(t *testing.T) {
	var b bytes.Buffer
	NewMarkdown(&b, "en").Write(Line{Article: &extract.Article{Title: "<b>*제목*", URL: "javascript:1", Text: "# 글\n\n1. [x](y) <script>"}})
	want := "# \\<b\\>\\*제목\\*\n\n\\# 글\n\n1\\. \\[x\\](y) \\<script\\>\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

func TestSubtitleKeepsItsLines(t *testing.T) {
	line := Line{Article: &extract.Article{Title: "제목", Subtitle: "첫 줄\n2022-02-14 둘째 줄", Text: "글", Paragraphs: []facts.Span{{Start: 0, End: 3}}}}
	var text, markdown bytes.Buffer
	NewText(&text, Screen{}).Write(line)
	NewMarkdown(&markdown, "en").Write(line)
	if want := "첫 줄\n2022-02-14 둘째 줄\n"; !strings.Contains(text.String(), want) {
		t.Errorf("%q has no %q", text.String(), want)
	}
	if want := "**첫 줄**\n\n**2022-02-14 둘째 줄**\n"; !strings.Contains(markdown.String(), want) {
		t.Errorf("%q has no %q", markdown.String(), want)
	}
}

func TestSentence(t *testing.T) {
	text := "첫 문장이다. 둘째는 2022. 2. 23. 에 3.5억원이라고 했다. “셋째다.” 넷째\n다섯째 12억원. 끝"
	for word, want := range map[string]string{
		"첫": "첫 문장이다.", "3.5억원": "둘째는 2022. 2. 23. 에 3.5억원이라고 했다.", "2022. 2. 23": "둘째는 2022. 2. 23. 에 3.5억원이라고 했다.",
		"셋째": "“셋째다.”", "넷째": "넷째", "12억원": "다섯째 12억원.", "끝": "끝", "문장이다. 둘째": "첫 문장이다. 둘째는 2022. 2. 23. 에 3.5억원이라고 했다.",
	} {
		at := strings.Index(text, word)
		if got := Sentence(text, facts.Span{Start: at, End: at + len(word)}); got != want {
			t.Errorf("%q stands in %q, want %q", word, got, want)
		}
	}
	if got := Sentence(text, facts.Span{Start: 4, End: 4000}); got != "" {
		t.Errorf("outside of the text: %q", got)
	}
}

func FuzzSentence(f *testing.F) {
	f.Add("하나. 2. 셋!\n넷?", 3, 9)
	f.Add("。 \u2002", 1, 5)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		got := Sentence(text, facts.Span{Start: start, End: end})
		if start < 0 || end > len(text) || start > end {
			if got != "" {
				t.Error("a sentence outside of the text")
			}
			return
		}
		if !utf8.ValidString(text) || !utf8.ValidString(text[start:end]) {
			return // facts begin and end between characters
		}
		if said := oneLine(text[start:end]); !strings.Contains(got, said) && !strings.Contains(text[start:end], "\n") {
			t.Errorf("%q does not stand in %q", said, got)
		}
	})
}

// An apostrophe stands only where a spreadsheet would run what follows.
func TestCell(t *testing.T) {
	for in, want := range map[string]string{
		"-3.2%": "-3.2%", "+12": "+12", "-1,850": "-1,850", "-2+3": "'-2+3", "-cmd|x": "'-cmd|x",
		"=1": "'=1", "@x": "'@x", "글": "글", "": "", "-": "'-",
	} {
		if got := Cell(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// Names of documents fit every file system and are never taken twice.
func TestNamesOfDocuments(t *testing.T) {
	folder, err := NewFolder(t.TempDir(), "ko")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, title := range []string{"해람시 12/3 \"둘레길\"", "해람시 12/3 \"둘레길\"", "con", "..",
		strings.Repeat("긴 제목 ", 60), "a\x00\x1b[2Jb", "ABC", "abc", "[#^|]"} {
		name := folder.name(Line{File: "x", Article: &extract.Article{Title: title}})
		lower := strings.ToLower(name)
		if seen[lower] || strings.ContainsAny(name, "\\/:*?\"<>|#^[]\x00\x1b") || strings.HasPrefix(name, ".") ||
			len(name) > 255-len("..12345678.tmp") {
			t.Errorf("%q gives %q", title, name)
		}
		seen[lower] = true
	}
	if !seen["해람시 12 3 둘레길 (2).md"] {
		t.Errorf("names: %v", seen)
	}
}

func TestDropUnsure(t *testing.T) {
	f := facts.Facts{Organizations: []facts.Organization{{Raw: "해람시", Confidence: .9}, {Raw: "이룸", Confidence: .5}}}
	DropUnsure(&f, 0)
	if len(f.Organizations) != 2 {
		t.Errorf("without a limit %d stay", len(f.Organizations))
	}
	DropUnsure(&f, .9)
	if len(f.Organizations) != 1 || f.Organizations[0].Raw != "해람시" {
		t.Errorf("left: %v", f.Organizations)
	}
}

// A document in Korean tells values in Korean; in English as they are.
func TestValuesInKorean(t *testing.T) {
	text := "해람시는 2022년 하반기까지 340억원을 들여 3년 동안 12곳을 고치고 참가자에게 5000원씩 준다."
	found := facts.Find(text, &facts.Options{Reference: time.Date(2022, 2, 15, 9, 0, 0, 0, time.UTC)})
	var ko, en strings.Builder
	for labels, b := range map[string]*strings.Builder{"ko": &ko, "en": &en} {
		for _, m := range marksIn(found, labels) {
			b.WriteString(m.Value + "\n")
		}
	}
	for _, want := range []string{"2022-07-01 – 2022-12-31까지\n", "34,000,000,000원\n", "3년\n", "5,000원씩\n"} {
		if !strings.Contains(ko.String(), want) {
			t.Errorf("no %q in\n%s", want, ko.String())
		}
	}
	if !strings.Contains(en.String(), "until 2022-07-01 – 2022-12-31\n") || !strings.Contains(en.String(), "34,000,000,000 KRW\n") {
		t.Errorf("English:\n%s", en.String())
	}
}
