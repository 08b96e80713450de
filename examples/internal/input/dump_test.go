package input

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

const (
	walkTitle    = "해람시, 바닷가 둘레길 내년 봄에 연다"
	walkSubtitle = "쉼터 네 곳과 전망대 한 곳 함께"
	walkFirst    = "해람시는 내년 3월까지 12억원을 들여 바닷가 둘레길을 새로 놓는다고 4일 밝혔다. 길이는 8㎞이며 쉼터 네 곳과 전망대 한 곳이 들어선다."
	walkSecond   = "시는 지난달 주민 설명회를 열어 둘레길이 지나는 마을의 의견을 들었고, 다음 달에 공사를 맡을 업체를 뽑는다. 이도담 시장은 “걷기 좋은 길을 만들겠다”고 말했다."
)

// wrap breaks a text at a width in columns: at blanks, or anywhere.
func wrap(text string, width int, anywhere bool, indent string) string {
	var lines []string
	line := indent
	for _, word := range strings.SplitAfter(text, " ") {
		parts := []string{word}
		if anywhere {
			parts = strings.Split(word, "")
		}
		for _, p := range parts {
			if inColumns(line+strings.TrimRight(p, " ")) > width {
				lines = append(lines, strings.TrimRight(line, " "))
				line = indent
				if p == " " {
					continue
				}
			}
			line += p
		}
	}
	return strings.Join(append(lines, strings.TrimRight(line, " ")), "\n")
}

// TestUnwrapped wants paragraphs whole: each blank where lines were broken at blanks; where they were broken anywhere, all
// but one in ten.
func TestUnwrapped(t *testing.T) {
	breaks, wrong := 0, 0
	for _, anywhere := range []bool{false, true} {
		for width := 50; width <= 77; width += 3 { // wider lines are too few to tell
			for _, indent := range []string{"", "   "} {
				text := strings.Join([]string{wrap(walkFirst, width, anywhere, indent), wrap(walkSecond, width, anywhere, indent), wrap(walkFirst, width, anywhere, indent)}, "\n\n")
				got := string(AsPage(Item{Kind: Text, Data: []byte(text)}).Data)
				want := strings.Join([]string{walkFirst, "", walkSecond, "", walkFirst, ""}, "\n")
				if anywhere && strings.ReplaceAll(got, " ", "") == strings.ReplaceAll(want, " ", "") {
					breaks += strings.Count(text, "\n") - 4
					wrong += blanksApart(got, want)
				} else if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("at %d columns, anywhere %v: -want +got:\n%s", width, anywhere, diff)
				}
			}
		}
	}
	if wrong*10 > breaks {
		t.Errorf("%d of %d breaks are mended wrongly", wrong, breaks)
	}
}

// blanksApart counts the blanks that only one of two texts has, which are else the same.
func blanksApart(a, b string) (n int) {
	for a != "" && b != "" {
		blankA, blankB := a[0] == ' ', b[0] == ' '
		if blankA != blankB {
			n++
		}
		if blankA || !blankB {
			a = a[1:]
		}
		if blankB || !blankA {
			b = b[1:]
		}
	}
	return n
}

// Texts whose lines are paragraphs stay as they are, byte for byte.
func TestNotWrapped(t *testing.T) {
	for _, text := range []string{
		walkFirst + "\n" + walkSecond + "\n", "짧은 글.\n", "", "가\n나\n다\n",
		"부고\n▲ 김해람 씨 별세, 김도담(해람시 과장) 씨 부친상 = 4일 오전, 해람의료원, 발인 6일\n▲ 이가람 씨 별세 = 5일, 다온장례식장\n",
		"* 하나\n* 둘\n* 셋\n", "1. 하나\n2. 둘\n", walkFirst + "\r\n\r\n" + walkSecond,
		"해람시는 둘레길을 연다고 밝혔다.\n쉼터는 네 곳이다.\n전망대도 하나 들어선다.\n주민은 반겼다.\n",
	} {
		if got := AsPage(Item{Kind: Text, Data: []byte(text)}); string(got.Data) != text || got.Kind != Text {
			t.Errorf("%q became %q", text, got.Data)
		}
	}
	record := Item{Kind: Text, Data: []byte(wrap(walkFirst, 40, true, "")), Record: []byte("{}")}
	if got := AsPage(record); string(got.Data) != string(record.Data) {
		t.Error("the text of a line of JSON is not ours to change")
	}
}

func TestDumpPage(t *testing.T) {
	dump := "정치\n경제\n사회\n" + walkTitle + "\n" + walkSubtitle + "\n이도담 기자\n입력 2026.03.04 09:20\n댓글 0\n\n" + walkFirst + "\n\n해람시가 바닷가에 놓는 둘레길. /해람시 제공\n\n" +
		walkSecond + "\n\n저작권자 © 다온일보 무단전재 및 재배포 금지\n많이 본 뉴스\n이룸군 도서관 새 단장\n"
	got := AsPage(Item{Kind: Text, Data: []byte(dump)})
	for _, want := range []string{"<h1>" + walkTitle + "</h1>", `<h2 class="subheading">` + walkSubtitle, "<li>입력 2026.03.04 09:20</li>", "<p>" + walkFirst, "<figcaption>해람시가 바닷가에",
		`content="다온일보"`, "<footer>\n<p>저작권자"} {
		if got.Kind != HTML || !strings.Contains(string(got.Data), want) {
			t.Errorf("want %s in\n%s", want, got.Data)
		}
	}
	for name, other := range map[string]string{
		"a board's words":  "둘레길 소식을 알립니다\n" + walkTitle + "\n페이지 정보\n작성일 2026.03.04\n본문\n" + walkFirst,
		"buttons above":    "바로가기 본문 글씨 줄이기 본문 글씨 키우기\n" + walkTitle + "\n입력 2026.03.04 09:20\n" + walkFirst,
		"no time":          walkTitle + "\n" + walkSubtitle + "\n" + walkFirst,
		"a list of titles": strings.Repeat(walkTitle+"\n", 8) + "입력 2026.03.04 09:20\n" + walkFirst,
	} {
		if got := AsPage(Item{Kind: Text, Data: []byte(other)}); got.Kind != Text {
			t.Errorf("%s: %s", name, got.Data)
		}
	}
}

func TestPrinted(t *testing.T) {
	printed := "2026. 3. 4. 오후 7:26\n" + walkTitle + " - 다온일보\n사회\n" + wrap(walkTitle, 24, true, "") + "\n" + walkSubtitle + "\n입력 2026.03.04 09:20\n" +
		wrap(walkFirst, 70, true, "") + "\nhttps://daon.example/1\n1/2\n\f2026. 3. 4. 오후 7:26\n" + walkTitle + " - 다온일보\n" + wrap(walkSecond, 70, true, "") + "\nhttps://daon.example/1\n2/2\n"
	got := AsPage(Item{Kind: Text, Data: []byte(printed)})
	for _, want := range []string{"<h1>" + walkTitle + "</h1>", "<p>" + walkFirst + "</p>\n<p>" + walkSecond + "</p>"} {
		if !strings.Contains(string(got.Data), want) {
			t.Errorf("want %s in\n%s", want, got.Data)
		}
	}
	if got.URL != "https://daon.example/1" || strings.Contains(string(got.Data), "오후") {
		t.Errorf("address %q, %s", got.URL, got.Data)
	}
}

// TestBreaks holds lines of data/breaks.txt: a bar stands where a line was broken, the second form is how it reads.
func TestBreaks(t *testing.T) {
	v := vocabularyOf([]textLine{{text: "여기 소재실증센터가 있고 시험 인증을 맡는 곳은 이차전지 업체다"}})
	for broken, want := range map[string]string{
		"이차전|지를": "이차전지를", "소재실|증센터와": "소재실증센터와", "음극재|시험 설비": "음극재 시험 설비", "걱정했|다.": "걱정했다.", "지|난해": "지난해",
		"임시회에|서": "임시회에서", "겠다”|며": "겠다”며", "겠다”고|강조했다": "겠다”고 강조했다", "조성|한다고": "조성한다고", "만들|계획이다": "만들 계획이다",
		"오는|3월": "오는 3월", "48|종이": "48종이", "1,2|00명": "1,200명", "1,|200명": "1,200명", "밝혔다.|시는": "밝혔다. 시는", "해람시|(시장": "해람시(시장",
		"말했다|.": "말했다.", "차질|없이": "차질 없이", "제|3회": "제3회", "연다|“그": "연다 “그", "AI를|쓰는": "AI를 쓰는", "둘레길을|새로": "둘레길을 새로",
	} {
		before, after, _ := strings.Cut(broken, "|")
		glue := " "
		if v.inside(before, after) {
			glue = ""
		}
		if got := before + glue + after; got != want {
			t.Errorf("%s: %s, want %s", broken, got, want)
		}
	}
}

func FuzzDump(f *testing.F) {
	f.Add(wrap(walkFirst, 40, true, "") + "\n\n" + wrap(walkSecond, 40, false, "  "))
	f.Add("11/29/26, 3:58 PM\n제목 - 다온일보\n입력 2026.03.04\nhttps://daon.example/1\n1/1\n\f")
	f.Add("[1]하나\n\nReferences\n\n   1. https://daon.example/1\n")
	f.Fuzz(func(t *testing.T, text string) {
		got := AsPage(Item{Kind: Text, Data: []byte(text)})
		if utf8.ValidString(text) && !utf8.Valid(got.Data) {
			t.Errorf("%q became %q", text, got.Data)
		}
		if len(got.Data) > 8*len(text)+1000 {
			t.Errorf("%d bytes became %d", len(text), len(got.Data))
		}
	})
}
