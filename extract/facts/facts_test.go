package facts

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/gisa-go/gisa/internal/race"
)

// checkSpans reports spans that are wrong: outside the text, not on rune borders, other than their raw text, or
// overlapping others of their kind.
func checkSpans(t *testing.T, text string, kind string, spans []Span, raws []string) {
	t.Helper()
	last, valid := 0, utf8.ValidString(text)
	for i, sp := range spans {
		switch {
		case sp.Start < last || sp.End <= sp.Start || sp.End > len(text):
			t.Fatalf("%s %d: span %v of %d bytes, after one that ends at %d", kind, i, sp, len(text), last)
		case text[sp.Start:sp.End] != raws[i]:
			t.Fatalf("%s %d: %q at %v is %q", kind, i, raws[i], sp, text[sp.Start:sp.End])
		case valid && !utf8.ValidString(raws[i]):
			t.Fatalf("%s %d: %q cuts a rune", kind, i, raws[i])
		}
		last = sp.End
	}
}

func checkFacts(t *testing.T, text string, f Facts) {
	t.Helper()
	var spans [2][]Span
	var raws [2][]string
	for _, a := range f.Amounts {
		spans[0], raws[0] = append(spans[0], a.Span), append(raws[0], a.Raw)
		if !a.Value.Valid() || a.Kind == "" || a.Rule == "" || a.Max.Valid() && a.Max.Cmp(a.Value) <= 0 {
			t.Fatalf("amount %+v", a)
		}
	}
	for _, d := range f.Dates {
		spans[1], raws[1] = append(spans[1], d.Span), append(raws[1], d.Raw)
	}
	for i, kind := range []string{"amounts", "dates"} {
		checkSpans(t, text, kind, spans[i], raws[i])
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "3", "1조 2,345억 6천만 원", "10~20%", "억억억", "15~15~15~", "$1.5m", "수백억대", "1·2·3위", "3분의 1", "영하 5도", "１２３，４５６원",
		"3대 1", "20~30대", "백조자리", "12경3456조7890억1234만5678.9123원", "\xff3명\xec", "마이너스 5% ~ -3%", "- 5% ~ -3%",
		"1%, -5%~-3%", "1도-5도~2도", "100만 달러(약 12억원)", "1달러 20센트",
		"지난해 12월 3일 오후 2시 30분부터 내달 5일까지 3년간 두 차례", "시속 100㎞", "3.3㎡당 1200만원", "섭씨", "규모 5.4", "(33)", "△3.2%",
	} {
		f.Add(s)
	}
	reference := time.Date(2022, 2, 23, 17, 41, 0, 0, time.FixedZone("", 9*60*60))
	f.Fuzz(func(t *testing.T, text string) {
		for _, opts := range []*Options{{Names: NamesNone}, {Names: NamesNone, Weak: true, Reference: reference}} {
			got := Find(text, opts)
			checkFacts(t, text, got)
			again := Find(text, opts)
			if !slices.Equal(got.Amounts, again.Amounts) || len(got.Dates) != len(again.Dates) {
				t.Fatalf("%q: two answers:\n%+v\n%+v", text, got, again)
			}
		}
	})
}

// TestFindAllocates pins that only results are allocated: a text without facts costs nothing.
func TestFindAllocates(t *testing.T) {
	text := strings.Repeat("해람시는 새 다리를 놓고 둘레길을 고쳐 주민이 쉬어 갈 곳을 넓히기로 했다. ", 50)
	opts := &Options{Names: NamesNone}
	if n := testing.AllocsPerRun(20, func() { Find(text, opts) }); n > 0 {
		t.Errorf("%v allocations for a text without facts: want none", n)
	}
}

// TestFindAllocatesResults pins that facts cost little more than the slices that hold them.
func TestFindAllocatesResults(t *testing.T) {
	text := strings.Repeat("해람시는 지난 3월 4일 다리를 놓는 데 1850억원을 들여 주민 300명이 쉬어 갈 곳을 넓히기로 했다. ", 200)
	opts := &Options{Names: NamesNone, Reference: time.Date(2022, 2, 23, 0, 0, 0, 0, time.UTC)}
	found := Find(text, opts)
	results := len(found.Amounts) + len(found.Dates)
	if n := testing.AllocsPerRun(5, func() { Find(text, opts) }); results < 600 || n > 60 {
		t.Errorf("%v allocations for %d results: want the growth of two slices", n, results)
	} else {
		t.Logf("%v allocations for %d results", n, results)
	}
}

// hostile holds what would cost a careless scan quadratic time when it is repeated.
var hostile = map[string]string{
	"digits": "7", "억": "억", "1억": "1억", "ranges": "15~", "dots": "1.2", "groups": "1,234,", "lists": "1·2·",
	"spaces": "1 ", "조": "1조 ",
	"per": "3당", "대": "3대", "약": "약 ", "brackets": "1원(2달러(", "percent": "3%", "native": "스물", "sino": "천백십",
	"open": "((((", "수": "수 ",
	"one word": "1명당3명당", "dates": "3월 4일 ", "days": "15일~",
}

// TestFindHostile reads half a megabyte of each: quadratic time would not end.
func TestFindHostile(t *testing.T) {
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat(unit, race.Fewer(1<<19)/len(unit))
			checkFacts(t, text, Find(text, &Options{Names: NamesNone}))
		})
	}
}

// BenchmarkHostile measures the same: every input should cost like the others a byte.
func BenchmarkHostile(b *testing.B) {
	for name, unit := range hostile {
		b.Run(name, func(b *testing.B) {
			text := strings.Repeat(unit, 1<<17/len(unit))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(text, &Options{Names: NamesNone})
			}
		})
	}
}

// newsTexts reads Korean articles beside the checkout, some megabytes.
func newsTexts(b testing.TB) (texts []string, size int64) {
	for doc := range corpus.Lines[struct{ Text string }](b, "dedupe", "ko.docs.jsonl.gz") {
		texts = append(texts, doc.Text)
		if size += int64(len(doc.Text)); size >= 4<<20 {
			break
		}
	}
	return texts, size
}

// BenchmarkFind measures amounts and dates together on Korean articles.
func BenchmarkFind(b *testing.B) {
	texts, size := newsTexts(b)
	opts := &Options{Names: NamesNone, Reference: time.Date(2022, 2, 23, 0, 0, 0, 0, time.UTC)}
	Find(texts[0], opts)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			Find(text, opts)
		}
	}
}

// BenchmarkByteScan is the floor: each byte of the same articles looked up in a table.
func BenchmarkByteScan(b *testing.B) {
	texts, size := newsTexts(b)
	table := Builtin().anchors().class
	b.SetBytes(size)
	n := 0
	for b.Loop() {
		for _, text := range texts {
			for i := range len(text) {
				if table[text[i]] == runes.Digit {
					n++
				}
			}
		}
	}
	if n == 0 {
		b.Fatal("no digits")
	}
}
