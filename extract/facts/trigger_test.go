package facts

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/fold"
	"github.com/gisa-go/gisa/internal/race"
)

// withoutTriggers reads a text and looks at each of its words.
func withoutTriggers(text string, opts *Options) Facts {
	lex := newLexicon(Builtin().entries)
	every := *Builtin().anchors()
	for i := range every.triggers.first {
		every.triggers.first[i] = allWords
	}
	lex.anchors = func() *anchorTable { return &every }
	lex.dates, lex.amounts = Builtin().dates, Builtin().amounts
	found, _ := scanText(text, lex, opts, true)
	return found
}

// checkTriggers reports facts that the triggers hide.
func checkTriggers(t *testing.T, text string) {
	t.Helper()
	if !utf8.ValidString(text) {
		return
	}
	text = fold.Of(text).Text
	opts := &Options{Names: NamesNone, Weak: true, Reference: corpusTime}
	got, answers := mark(text, Find(text, opts))
	want, wantAnswers := mark(text, withoutTriggers(text, opts))
	if got != want || answers != wantAnswers {
		t.Fatalf("triggers hide facts:\n got %s\nwant %s", got, want)
	}
	a, b := Find(text, opts).Amounts, withoutTriggers(text, opts).Amounts
	if len(a) != len(b) {
		t.Fatalf("triggers hide amounts of %q: got %d, want %d", text, len(a), len(b))
	}
}

func TestTriggers(t *testing.T) {
	for _, name := range []string{"testdata/amounts.txt", "testdata/dates.txt", "internal/amount/units/data/counters.txt",
		"internal/amount/units/data/units.txt", "internal/date/words/data/date.txt"} {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		for lines := bufio.NewScanner(file); lines.Scan(); {
			line := lines.Text()
			checkTriggers(t, line)
			checkTriggers(t, strings.ReplaceAll(line, " ", ""))
		}
	}
}

// TestTriggersNumerals puts every numeral in words before every unit.
func TestTriggersNumerals(t *testing.T) {
	var text strings.Builder
	numerals := strings.Fields("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 스물 서른 마흔 쉰 예순 일흔 여든 아흔 스무 석 넉 " +
		"한두 두세 두어 두서너 서너 너댓 너덧 네댓 네다섯 대여섯 예닐곱 일고여덟 여덟아홉 여남은 열댓")
	for _, r := range "일이삼사오육칠팔구십백천만억반수몇" {
		numerals = append(numerals, string(r), string(r)+"백", string(r)+"십")
	}
	units := amountWordsOf(t)
	for _, unit := range units[:race.Fewer(len(units))] {
		text.Reset()
		for _, n := range numerals {
			text.WriteString(n + unit + " " + n + " " + unit + " ")
		}
		checkTriggers(t, text.String())
	}
}

// TestTriggersNews compares a megabyte of articles.
func TestTriggersNews(t *testing.T) {
	texts, _ := newsTexts(t)
	for _, text := range texts[:len(texts)/4] {
		checkTriggers(t, text)
	}
}

func FuzzTriggers(f *testing.F) {
	for _, s := range []string{"이 달 3일", "설 연휴", "올 들어", "수 년", "이십 여명", "열 두 명", "봄", "한 시간 반", "삼분의 일", "과반수"} {
		f.Add(s)
	}
	f.Fuzz(checkTriggers)
}

// amountWordsOf gives the words that stand beside numbers.
func amountWordsOf(t *testing.T) (words []string) {
	t.Helper()
	for _, e := range units.Builtin() {
		words = append(words, e.Words...)
	}
	return words
}

// TestAddJoined: three parts begin what their sum does.
func TestAddJoined(t *testing.T) {
	for _, parts := range [][3]string{{"백", "", "명"}, {"백", " ", "명"}, {"열두", "", "킬로미터퍼세컨드제곱"}, {"한", " ", "a"},
		{"일", "", "㎡"}, {"쉰", "", ""}, {"서른아홉", " ", "개 단체"}} {
		var plain, joined triggers
		plain.add(parts[0] + parts[1] + parts[2])
		if joined.addJoined(parts[0], parts[1], parts[2]); joined != plain {
			t.Errorf("%q begins otherwise than its sum", parts)
		}
	}
}
