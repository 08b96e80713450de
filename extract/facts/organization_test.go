package facts

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/gisa-go/gisa/internal/race"
)

// orgCase is a line of testdata/organizations*.txt.
type orgCase struct {
	file      string
	line      int
	text      string
	want      []Organization // types and names only where the line gives them
	modelOnly bool
}

func orgCases(t *testing.T) (cases []orgCase) {
	for _, file := range [...]string{"organizations.txt", "organizations-kinds.txt"} {
		cases = append(cases, orgCasesOf(t, file)...)
	}
	return cases
}

func orgCasesOf(t *testing.T, file string) (cases []orgCase) {
	b, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	model := false
	for i, line := range strings.Split(string(b), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			model = line == "[model]"
		default:
			c := parseOrgCase(line)
			c.file, c.line, c.modelOnly = file, i+1, model
			cases = append(cases, c)
		}
	}
	return cases
}

func parseOrgCase(line string) (c orgCase) {
	for line != "" {
		before, rest, _ := strings.Cut(line, "{")
		c.text += before
		in, after, ok := strings.Cut(rest, "}")
		if !ok {
			break
		}
		parts := append(strings.Split(in, "|"), "", "")
		o := Organization{Span: Span{Start: len(c.text), End: len(c.text) + len(parts[0])}, Raw: parts[0],
			Type: OrgType(parts[1]), Name: parts[2]}
		c.want = append(c.want, o)
		c.text += parts[0]
		line = after
	}
	return c
}

func TestOrganizations(t *testing.T) {
	for _, c := range orgCases(t) {
		for _, mode := range []Names{NamesLists, NamesAll} {
			if c.modelOnly && mode == NamesLists {
				continue
			}
			got := findOrganizations(c.text, &Options{Names: mode})
			for i := range got {
				got[i].Rule, got[i].Confidence = "", 0
				if i < len(c.want) && c.want[i].Type == "" {
					got[i].Type = ""
				}
				if i < len(c.want) && c.want[i].Name == "" {
					got[i].Name = ""
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s:%d: names %v: %s\n(-want +got)\n%s", c.file, c.line, mode, c.text, diff)
			}
		}
	}
}

// checkOrganizations reports what no answer may break.
func checkOrganizations(t *testing.T, text string, got []Organization) {
	t.Helper()
	end := 0
	for _, o := range got {
		switch {
		case o.Start < end || o.End <= o.Start || o.End > len(text):
			t.Fatalf("span %v of %q overlaps or leaves the text", o.Span, o.Raw)
		case text[o.Start:o.End] != o.Raw:
			t.Fatalf("span %v is not %q", o.Span, o.Raw)
		case o.Name == "" || o.Type == "":
			t.Fatalf("%q has no name or type", o.Raw)
		case !utf8.RuneStart(text[o.Start]) || o.End < len(text) && !utf8.RuneStart(text[o.End]):
			t.Fatalf("span %v of %q cuts a rune", o.Span, o.Raw)
		}
		end = o.End
	}
}

// hostileNames would cost quadratic time if a name were held against all that stands around it.
var hostileNames = []string{"억", "시", "대학교", "대학교 ", "㈜", "(주)", "시는 ", "창원시", "창원시 ", "경남 ", "KAI(", "(이하 ",
	"가온(이하 가온)", "A", "S&P", "국회 ",
	"서울남부지법 ", "'", "“", "삼성전자", "주식회사 ", "3·1", "가나다라시 ", "해람군은 가온테크와 ", "에서", "1학년", "\n", "가\n",
	"김가온 새솔 대표 ", "해람고와 ", "해람고, 졸업 ", "도교육청은 경상남도 ", "/창원시\n", "창원시·", "창원시가 맑겠고 ", "고양시 자원순환과 ",
	"가온동(동장 ", "기업 ‘가온’ ", "▲가온 ▲다온 등 5개 기관 ", "가온초, ", "등 3개 학교 ", "EU 가나다청 ", "삼성전자 가나 다라 ", "김가온 특검 ",
	"중국의 가온(Gaon) ", "부천은 김포를 2-0으로 꺾었다. ", "(ABC)", "가온기업으로 선정 ", "가나\u00a0", "\u1112\u1161", "Home > 가온뉴스 > "}

func TestOrganizationsHostile(t *testing.T) {
	for _, unit := range hostileNames {
		text := strings.Repeat(unit, race.Fewer(1<<16)/len(unit))
		checkOrganizations(t, text, findOrganizations(text, &Options{}))
	}
}

func FuzzOrganizations(f *testing.F) {
	f.Add("창원시가 ㈜가온(이하 가온)과 (주)다온, 주식회사 새솔을 만났다.")
	f.Add("KAI(한국항공우주산업)는 국회 법제사법위원회와 서울남부지법 민사합의51부에")
	f.Add("\xff(주)\xe3\x88㈜㈜ (사)(사) 시는 도는")
	f.Add("경남  창원시\n의회 대영철도'(GBR)'은")
	for _, unit := range hostileNames {
		f.Add(strings.Repeat(unit, 100/len(unit)+1))
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, mode := range []Names{NamesLists, NamesAll} {
			opts := &Options{Names: mode}
			got := findOrganizations(text, opts)
			if utf8.ValidString(text) {
				checkOrganizations(t, text, got)
			}
			if diff := cmp.Diff(got, findOrganizations(text, opts)); diff != "" {
				t.Fatalf("two runs differ:\n%s", diff)
			}
		}
	})
}

func TestNamesNone(t *testing.T) {
	if got := Find("창원시가 삼성전자와 만났다.", &Options{Names: NamesNone}).Organizations; got != nil {
		t.Errorf("got %v", got)
	}
}

func TestNamesOfLexicon(t *testing.T) {
	own, err := ParseLexicon("own", strings.NewReader("[company]\n가온테크놀로지: 가온테크, ~가온\n[government]\n해람시\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := findOrganizations("해람시는 가온테크와 손잡았다.", &Options{Names: NamesLists, Lexicon: Builtin().With(own)})
	want := []Organization{
		{Span: Span{Start: 0, End: 9}, Raw: "해람시", Name: "해람시", Type: Government, Rule: "list", Confidence: 1},
		{Span: Span{Start: 13, End: 25}, Raw: "가온테크", Name: "가온테크놀로지", Type: Company, Rule: "list", Confidence: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestOrganizationsInOrder checks that a text gives the same names whatever was read before.
func TestOrganizationsInOrder(t *testing.T) {
	cases := orgCases(t)
	first := map[int][]Organization{}
	for i, c := range cases {
		first[i] = findOrganizations(c.text, &Options{})
	}
	for i := len(cases) - 1; i >= 0; i-- {
		if diff := cmp.Diff(first[i], findOrganizations(cases[i].text, &Options{})); diff != "" {
			t.Errorf("line %d: %s", cases[i].line, diff)
		}
	}
}

func TestNameListsAllocate(t *testing.T) {
	text := strings.Repeat("사람들이 산길을 걷고 물을 마시며 오래 이야기했다. ", 50)
	opts := &Options{Names: NamesLists}
	findOrganizations(text, opts)
	if n := testing.AllocsPerRun(20, func() { findOrganizations(text, opts) }); n > 12 {
		t.Errorf("%v allocations for a text without names", n)
	}
}

// TestOrganizationFloors pins what was reached on the shared development files. Hits are exact spans.
func TestOrganizationFloors(t *testing.T) {
	for _, c := range []struct {
		file string
		mode Names
		f1   float64
	}{
		{"seed", NamesAll, 1},
		{"seed", NamesLists, 1},
		{"newsfacts_dev", NamesAll, .975},
		{"newsfacts_dev", NamesLists, .94},
		{"regional_dev", NamesAll, .97},
		{"regional_dev", NamesLists, .86},
		{"orgs_konec_dev", NamesAll, .835},
		{"orgs_konec_dev", NamesLists, .69},
	} {
		opts := &Options{Names: c.mode}
		got := scoreSpans(t, labelled(t, c.file), func(text string) []Organization { return findOrganizations(text, opts) })
		if f1 := got.f1(); f1 < c.f1 {
			t.Errorf("%s, names %v: F1 %.4f under the floor %.4f", c.file, c.mode, f1, c.f1)
		}
	}
}

// labelledText is a text with the spans that must be found and the bytes where finding counts neither way.
type labelledText struct {
	text string
	need map[Span]bool
	free map[int]bool
}

// labelled reads one of the shared files.
func labelled(t *testing.T, file string) (docs []labelledText) {
	t.Helper()
	for d := range corpus.Lines[struct {
		Text          string
		Organizations []struct {
			Start, End int
			Optional   bool
		}
	}](t, "facts", file+".jsonl") {
		l := labelledText{text: d.Text, need: map[Span]bool{}, free: map[int]bool{}}
		for _, o := range d.Organizations {
			if !o.Optional {
				l.need[Span{Start: o.Start, End: o.End}] = true
				continue
			}
			for i := o.Start; i < o.End; i++ {
				l.free[i] = true
			}
		}
		docs = append(docs, l)
	}
	return docs
}

// spanScore counts exact spans.
type spanScore struct{ right, found, wanted float64 }

func (s spanScore) f1() float64 { return 2 * s.right / (s.found + s.wanted) }

func scoreSpans(t *testing.T, docs []labelledText, find func(text string) []Organization) (s spanScore) {
	t.Helper()
	for _, d := range docs {
		got := find(d.text)
		checkOrganizations(t, d.text, got)
		s.wanted += float64(len(d.need))
		for _, o := range got {
			if d.need[o.Span] {
				s.right++
				s.found++
			} else if !d.free[o.Start] && !d.free[o.End-1] {
				s.found++
			}
		}
	}
	return s
}

func BenchmarkOrganizations(b *testing.B) {
	text := ""
	for len(text) < 1<<16 {
		text += "해람시는 12일 한국재료연구원과 업무협약을 맺고 소재 기업의 시험을 돕는다고 밝혔다. " +
			"시 관계자는 “지역 기업들이 멀리 가지 않고도 시험 결과를 받아 볼 수 있을 것”이라고 말했다. 이날 행사에는 창원대, 경남대 등에서 온 학생 백여 명이 참석해 설명을 들었다.\n\n"
	}
	for name, mode := range map[string]Names{"lists": NamesLists, "all": NamesAll} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				findOrganizations(text, &Options{Names: mode})
			}
		})
	}
	b.Run("scan", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			for range text {
			}
		}
	})
}

func BenchmarkNamesLoad(b *testing.B) {
	for b.Loop() {
		if _, err := gazetteer.Read(data.Files); err != nil {
			b.Fatal(err)
		}
	}
}

// TestHostileTextCostsLinearTime feeds texts built to be slow. It fails by the time limit of the test run if
// one of them costs the square of its length.
func TestHostileTextCostsLinearTime(t *testing.T) {
	for _, part := range map[string]string{
		"one word":       "가",
		"municipalities": "창원시, ",
		"aliases":        "해람공단(이하 ‘해람’) ",
		"marks":          "(주)(주)㈜ ",
		"brackets":       "KAI(삼성전자(",
		"particles":      "은는이가에서는",
		"spaced":         "가 나 ",
	} {
		text := strings.Repeat(part, race.Fewer(200_000)/len(part))
		for _, mode := range []Names{NamesLists, NamesAll} {
			checkOrganizations(t, text, findOrganizations(text, &Options{Names: mode}))
		}
	}
}

// TestForeignLines: where no Hangul stands the model is not asked: listed names stay, and no word is taken for a name.
func TestForeignLines(t *testing.T) {
	for text, want := range map[string][]string{
		"The EU and NASA agreed on Tuesday to share the data.":            {"EU", "NASA"},
		"Severa Notbetrieb Researcher WASHINGTON welcomed the new ferry.": nil,
		"유럽연합(EU)은 자료를 나누기로 했다.\nThe EU agreed.\n해람시는 11일 사업을 시작했다고 밝혔다.": {"유럽연합", "EU", "EU", "해람시"},
	} {
		var got []string
		for _, o := range Find(text, nil).Organizations {
			got = append(got, o.Raw)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
