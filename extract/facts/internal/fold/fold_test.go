package fold

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestOf(t *testing.T) {
	for text, want := range map[string]string{
		"이룸군은\u00a08일":            "이룸군은 8일",
		"1\u2009인\u3000당":         "1 인 당",
		norm.NFD.String("값 닭 이룸"): "값 닭 이룸",
		"지난해\x0112월\x013일":        "지난해 12월 3일",
		"2\u2f49 15\u2f47":        "2月 15日",
		"\uf9d1月":                 "六月",
		"18\u200b억\u00ad원":        "18억원",
		"\u1100\u1100가":           "\u1100\u1100가",
		"\u00a0\xff\xc2":          " \xff\xc2",
	} {
		got := Of(text)
		if got.Text != want {
			t.Errorf("%q is %q, want %q", text, got.Text, want)
		}
	}
	for _, text := range []string{"", "이룸군은 8일\t“가람시”…\r\n《책》 3·1절 ３월", "caf\u00e9", "\xff\xc2", "漢字"} {
		if got := Of(text); got.Text != text {
			t.Errorf("%q is folded to %q", text, got.Text)
		}
	}
}

func TestSpan(t *testing.T) {
	text := norm.NFD.String("다온군") + "\u00a0\u200b18" + norm.NFD.String("억원") + "\u200b."
	folded := Of(text)
	if folded.Text != "다온군 18억원." {
		t.Fatalf("folded: %q", folded.Text)
	}
	start, end := folded.Span(len("다온군 "), len("다온군 18억원"))
	if got := text[start:end]; norm.NFC.String(got) != "18억원" {
		t.Errorf("the span is %q", got)
	}
}

func FuzzOf(f *testing.F) {
	f.Add("가\u00a0나\u1100\u1161\x01")
	f.Add("\xc2\u00ad\xad")
	f.Fuzz(func(t *testing.T, text string) {
		folded := Of(text)
		if utf8.ValidString(text) && !utf8.ValidString(folded.Text) { // pieces of a broken rune may meet and be whole
			t.Fatalf("%q: folded to %q", text, folded.Text)
		}
		last := 0
		for i := range folded.Text {
			start, end := folded.Span(i, i+1)
			if start < last || end <= start || end > len(text) {
				t.Fatalf("%q: byte %d from [%d,%d)", text, i, start, end)
			}
			last = start
		}
	})
}
