package facts

import (
	"errors"
	"strings"
	"testing"
)

func TestLexiconErrors(t *testing.T) {
	for name, text := range map[string]string{
		"no section":     "[nouns]\n가",
		"before section": "명, 개",
		"empty word":     "[counter]\n명, , 개",
		"no code":        "[money]\n원: 원",
		"no head":        "[measure]\nkm, m",
		"coin":           "[coin]\nUSD: 센트",
		"coin part":      "[coin]\nUSD -1: 센트",
	} {
		l, err := ParseLexicon("my.txt", strings.NewReader("# a comment\n\n"+text))
		if l != nil || !errors.Is(err, ErrLexicon) || !strings.Contains(err.Error(), "my.txt:") {
			t.Errorf("%s: %v, want ErrLexicon with the file and line", name, err)
		}
	}
	_, err := ParseLexicon("my.txt", strings.NewReader("[counter]\n명\n\n,"))
	if err == nil || !strings.Contains(err.Error(), "my.txt:4") {
		t.Errorf("error %v does not name line 4", err)
	}
}

func TestLexiconWith(t *testing.T) {
	mine, err := ParseLexicon("my.txt", strings.NewReader("[money]\nXAU: 골드\n[measure]\n길: 길\n[counter]\n명\n두레, 모둠"))
	if err != nil {
		t.Fatal(err)
	}
	text := "해람시 7모둠이 120골드를 모아 깊이 3길 우물을 팠다."
	if got := corpusGot(text); len(got) != 0 {
		t.Fatalf("without the lexicon: %v", got)
	}
	lex := Builtin().With(mine)
	want := []string{"7모둠 = count 7 모둠", "120골드 = money 120 XAU", "3길 = measure 3 길"}
	for range 2 {
		var got []string
		for _, a := range Find(text, &Options{Names: NamesNone, Lexicon: lex}).Amounts {
			got = append(got, describe(a))
		}
		if strings.Join(got, "; ") != strings.Join(want, "; ") {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := corpusGot(text); len(got) != 0 {
		t.Errorf("With changed its receiver: %v", got)
	}
}

func TestBuiltinReads(t *testing.T) {
	if n := len(Builtin().entries); n < 300 {
		t.Errorf("the built-in lexicon has %d lines", n)
	}
}

// A name with more prefixes than a small table has room for is found like any other.
func TestLexiconOfALongName(t *testing.T) {
	name := strings.Repeat("가온", 5000) + "공사"
	own, err := ParseLexicon("own", strings.NewReader("[company]\n"+name+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := findOrganizations(name+"는 말했다.", &Options{Names: NamesLists, Lexicon: Builtin().With(own)})
	if len(got) != 1 || got[0].Raw != name {
		t.Errorf("%d organizations", len(got))
	}
}

// The zero value is a lexicon without words: it finds no amounts, and the organizations that are known anyway.
func TestLexiconZero(t *testing.T) {
	text := "가람시는 오는 3월 7억원을 들여 명단 300명을 만든다."
	got := Find(text, &Options{Lexicon: &Lexicon{}, Names: NamesLists})
	if len(got.Amounts)+len(got.Dates)+len(got.Durations) != 0 {
		t.Errorf("without words: %+v", got)
	}
	if got := Find(text, &Options{Lexicon: new(Lexicon).With(Builtin()), Names: NamesNone}); len(got.Amounts) != 2 {
		t.Errorf("with the built-in words: %+v", got.Amounts)
	}
}
