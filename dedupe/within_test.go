package dedupe

import (
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/gisa-go/gisa/internal/cputime"
	"github.com/gisa-go/gisa/internal/race"
)

const (
	title   = "해람시, 이룸군과 물 나눠 쓴다"
	deck    = "가람댐 물길 열어 하루 1만t 공급"
	lead    = "해람시가 이룸군과 손잡고 가람댐의 물을 나눠 쓰기로 했다고 3일 밝혔다."
	second  = "두 지자체는 2027년까지 관로 12㎞를 새로 놓고 정수장 한 곳을 함께 짓는다. 사업비 340억원은 절반씩 부담한다."
	third   = "한다온 해람시장은 “가뭄이 오면 두 도시가 함께 버틸 수 있게 됐다”고 말했다."
	caption = "지난 2일 가람댐에서 열린 협약식에서 두 단체장이 손을 맞잡고 있다. /해람시 제공"
	quote   = "“물은 누구의 것도 아니고 우리 모두의 것입니다. 나눌수록 커집니다.”"
	refrain = "물이여 물이여\n어디로 가나\n산 넘고 들 지나\n해람으로 가네"
)

func text(lines ...string) string { return strings.Join(lines, "\n") }

func TestWithinStrikesWhatAnEditorWould(t *testing.T) {
	article := text(title, deck, lead, second, third)
	for _, test := range []struct {
		name, page, want string
		opts             *Options
	}{
		{name: "the whole article", page: text(article, article), want: article},
		{name: "four times", page: text(article, article, article, article), want: article},
		{name: "a stamp between", page: text(article, "ⓒ 다온일보 무단전재 금지", article), want: text(article, "ⓒ 다온일보 무단전재 금지")},
		{name: "the first line missing in the second", page: text(article, deck, lead, second, third), want: article},
		{name: "a short line alone before a missing one", page: text(article, title, lead, second, third), want: article},
		{name: "a line missing in the first", page: text(title, deck, second, third, caption, article, caption), want: text(article, caption)},
		{name: "a long line missing in the first", page: text(lead, second, third, lead, caption+" "+title+", "+deck, second, third), want: text(lead, caption+" "+title+", "+deck, second, third)},
		{name: "two paragraphs, not a copy", page: text(lead, second, lead, caption+" "+title+", "+deck, second), want: text(lead, second, caption+" "+title+", "+deck)},
		{name: "other line breaks and spacing", page: text(article, strings.ReplaceAll(strings.ReplaceAll(article, "\n", "\n\n"), "한 곳", "한곳")), want: article},
		{name: "typographic quotes", page: text(article, strings.NewReplacer("“", `"`, "”", `"`).Replace(article)), want: article},
		{name: "the lead again", page: text(title, lead, second, lead, third), want: text(title, lead, second, third)},
		{name: "the lead on top", page: text(lead, article), want: text(lead, title, deck, second, third)},
		{name: "a caption twice in a row", page: text(title, caption, caption, lead), want: text(title, caption, lead)},
		{name: "a caption at the end", page: text(title, caption, lead, second, caption), want: text(title, caption, lead, second)},
		{name: "paragraphs apart", page: text(title, "", lead, "", second, "", lead), want: text(title, "", lead, "", second)},
		{name: "no line breaks", page: strings.Join([]string{lead, second, third, caption, lead, second, third, caption}, " "), want: strings.Join([]string{lead, second, third, caption}, " ")},
		{name: "glued together", page: lead + second + third + caption + lead + second + third + caption, want: lead + second + third + caption},
		{name: "a changed line stays", page: text(lead, second, third, caption, lead, strings.Replace(second, "340억", "430억", 1), third, caption),
			want: text(lead, second, third, caption, strings.Replace(second, "340억", "430억", 1))},
		{name: "a changed line goes when asked", page: text(lead, second, third, caption, lead, strings.Replace(second, "340억", "430억", 1), third, caption),
			want: text(lead, second, third, caption), opts: &Options{Tolerance: .05}},
		{name: "a typo in the first and last word goes when asked", page: text(article, strings.Replace(strings.Replace(article, "해람시", "해랑시", 1), "말했다.", "말햇다.", 1)),
			want: article, opts: &Options{Tolerance: .05}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := once(t, test.page, test.opts); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// dump is a page as its text: what stands around the article, then the article, then all but its first line again.
func dump() (page, want string) {
	around := text(title, "페이지 정보", "작성자 관리자 댓글 0건 조회 812회 작성일 26-03-03 09:12본문", deck)
	body := text("정수장 함께 짓기는 처음", lead, second, third, caption, "한보람기자 boram@daon.example", "출처 : 다온일보 - 해람의 아침(http://www.daon.example)")
	return text(around, body, body), text(around, body)
}

func TestWithinStrikesTheSecondCopyOfADump(t *testing.T) {
	page, want := dump()
	if got := once(t, page, nil); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// The page that the project began with: its text has the article twice, the second time without the first line.
func TestSeedPage(t *testing.T) {
	b, err := os.ReadFile(corpus.Path(t, "seed", "article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(b)
	const end = "(http://www.gnnews.co.kr)"
	want := page[:strings.Index(page, end)+len(end)]
	if !strings.HasSuffix(strings.TrimSpace(page), end) || strings.Count(page, end) != 2 {
		t.Fatal("the page is another one")
	}
	if got := once(t, page, nil); strings.TrimSpace(got) != want {
		t.Error(apart(got, want))
	}
}

func TestWithinLeavesWhatIsSaidTwiceOnPurpose(t *testing.T) {
	for name, page := range map[string]string{
		"empty":                    "",
		"an article":               text(title, deck, lead, second, third, caption),
		"a refrain":                text(title, refrain, "해는 저물고 새들은 돌아오는데\n강물은 쉬지 않네", refrain, "아이는 잠들고 별은 뜨는데\n강물은 쉬지 않네", refrain),
		"a quotation":              text(title, quote, lead, second, quote),
		"a quotation in lines":     text(title, "시장은 "+quote+"라고 했다.", "군수도 똑같이 "+quote+"라고 답했다.", lead),
		"answers":                  text("-예산은 충분한가.", "“그 점은 아직 말씀드리기 어렵습니다.”", "-착공은 언제인가.", "“그 점은 아직 말씀드리기 어렵습니다.”"),
		"questions":                text("-주민들의 반발이 적지 않은데 두 지자체는 어떻게 설득할 생각인가.", lead, "-주민들의 반발이 적지 않은데 두 지자체는 어떻게 설득할 생각인가.", second),
		"a sentence inside others": text(title, "해람시는 "+lead, second, "한편 "+lead+" 이에 주민들은 반겼다."),
		"rules":                    text(title, strings.Repeat("=", 80), lead, strings.Repeat("=", 80), second, strings.Repeat("-=", 60), third, strings.Repeat("-=", 60)),
		"laughter":                 strings.Repeat("ㅋ", 3000),
		"short labels":             strings.Repeat(text("☞ 기사보기", "")+text("가나다라"[:3], ""), 50),
		"broken bytes":             strings.Repeat("\xff", 500),
	} {
		t.Run(name, func(t *testing.T) {
			if got := once(t, page, nil); got != page {
				t.Errorf("got\n%s\nwant\n%s", got, page)
			}
		})
	}
}

func TestWithinKeepsTheFirst(t *testing.T) {
	page := text(lead, second, third, caption, lead)
	repeats, err := Within(page, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(repeats) != 1 || len(repeats[0].Copies) != 1 || page[repeats[0].Start:repeats[0].End] != lead || repeats[0].Start != 0 {
		t.Fatalf("Within = %v, want the lead kept where it stands first", repeats)
	}
	got, kept := Once(page, repeats)
	if at, ok := kept.Offset(strings.Index(page, caption)); !ok || got[at:at+len(caption)] != caption {
		t.Errorf("the caption stands at %d, %v", at, ok)
	}
	if at, ok := kept.Offset(repeats[0].Copies[0].Start + 5); ok || at != len(got) {
		t.Errorf("what was struck stands at %d, %v, want %d, false", at, ok, len(got))
	}
}

// checkRepeats fails the test where repeats are not what Within promises.
func checkRepeats(t *testing.T, text string, repeats []Repeat, exact bool) {
	t.Helper()
	type part struct {
		Span
		kept bool
	}
	var parts []part
	last := -1
	for _, r := range repeats {
		if r.Start < last || len(r.Copies) == 0 {
			t.Fatalf("repeats out of order or without copies: %v", repeats)
		}
		last = r.Start
		parts = append(parts, part{r.Span, true})
		for _, c := range r.Copies {
			parts = append(parts, part{c, false})
			if a, b := normalise(nil, text[r.Start:r.End]), normalise(nil, text[c.Start:c.End]); exact && string16(a) != string16(b) {
				t.Fatalf("%q is no copy of %q", text[c.Start:c.End], text[r.Start:r.End])
			}
		}
	}
	for i, a := range parts {
		if a.Start < 0 || a.Start >= a.End || a.End > len(text) {
			t.Fatalf("span %v of %d bytes", a, len(text))
		}
		for _, b := range parts[i+1:] {
			if (!a.kept || !b.kept) && a.Start < b.End && b.Start < a.End {
				t.Fatalf("%v and %v overlap in %v", a, b, repeats)
			}
		}
	}
	if got, kept := Once(text, repeats); len(repeats) == 0 && got != text || len(got) > len(text) {
		t.Fatalf("Once(%q) = %q, %v", text, got, kept)
	}
}

func string16(units []uint16) string {
	r := make([]rune, len(units))
	for i, u := range units {
		r[i] = rune(u)
	}
	return string(r)
}

func FuzzWithin(f *testing.F) {
	article := text(title, deck, lead, second, third)
	f.Add(text(article, article), 0.0)
	f.Add(text(article, refrain, refrain, article[20:]), 0.05)
	f.Add(strings.Repeat(text(lead, ""), 9)+"\xff", 0.1)
	f.Add(strings.Repeat("가나다라마바사아자차카타파하", 30), 0.2)
	f.Fuzz(func(t *testing.T, page string, tolerance float64) {
		if !(tolerance >= 0 && tolerance <= .2) {
			tolerance = 0
		}
		repeats, err := Within(page, &Options{Tolerance: tolerance, MinRepeat: 8})
		if err != nil {
			t.Fatal(err)
		}
		checkRepeats(t, page, repeats, tolerance == 0)
	})
}

func TestWithinTakesLinearTime(t *testing.T) {
	hostile := map[string]func(n int) string{
		"one character":  func(n int) string { return strings.Repeat("가", n) },
		"a short period": func(n int) string { return strings.Repeat("가나다라마바사아자차카타파하", n/14) },
		"a long period":  func(n int) string { return strings.Repeat(text(lead, second, third, ""), n/150) },
		"the same line, other tails": func(n int) string {
			var b strings.Builder
			for i := range n / 60 {
				b.WriteString(lead + strings.Repeat(string(rune('가'+i%11172)), 1+i%7) + "\n")
			}
			return b.String()
		},
		"halves of halves": func(n int) string {
			page := text(lead, second, third, "")
			for len(page) < 3*n {
				page += page[:len(page)/2] + "\n" + page[len(page)/3:] + "\n"
			}
			return strings.ToValidUTF8(page[:3*n], "")
		},
	}
	for name, make := range hostile {
		for _, o := range []*Options{nil, {Tolerance: .2}, {MinRepeat: math.MaxInt32}, {Tolerance: .2, MinRepeat: 1 << 20}} {
			took := func(n int) time.Duration {
				page := make(n)
				least := time.Hour
				for range 3 {
					start, _ := cputime.Used()
					if _, err := Within(page, o); err != nil {
						t.Fatal(err)
					}
					least = min(least, cputime.Since(start))
				}
				return least
			}
			n := 20_000
			if race.Detector {
				n = 5_000
			}
			small, large := took(n), took(16*n)
			t.Logf("%s, %+v: %v and %v", name, o, small, large)
			if large > 160*small+time.Second { // 16 × the text; quadratic time would take 256 ×
				t.Errorf("%s, %+v: 16 × the text takes %v after %v", name, o, large, small)
			}
		}
	}
}
