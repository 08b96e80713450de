package reading_test

import (
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

func read(text string) *reading.Reading {
	r := reading.New(text, data.Lists())
	return &r
}

func TestWords(t *testing.T) {
	f := read("해람시 새솔구청은 3일 밝혔다.")
	if len(f.Words) != 4 {
		t.Errorf("%d words", len(f.Words))
	}
	if w := f.WordBefore(len("해람시 ")); w != "해람시" {
		t.Errorf("before the second word stands %q", w)
	}
	if w, stop := f.NextWord(len("해람시")); w != "새솔구청은" || stop != len("해람시 새솔구청은") {
		t.Errorf("behind the first word stands %q to %d", w, stop)
	}
	if w, _ := f.NextWord(len("해람시 새솔")); w != "" {
		t.Errorf("inside of a word, %q follows", w)
	}
}

// TestForms: what the form of a word says, true and false.
func TestForms(t *testing.T) {
	f := read("")
	for name, c := range map[string]struct {
		ask       func(string) bool
		yes, none string
	}{
		"person":      {f.IsPerson, "김가온", "해람시"},
		"title":       {f.IsTitle, "장은", "에서"},
		"bare noun":   {f.BareNoun, "나눔", "나눔에서"},
		"compound":    {f.IsCompound, "주민 사업", "새솔 가온"},
		"Latin":       {reading.IsLatin, "Gaon", "가온"},
		"as a topic":  {reading.EndsAsTopic, "산은", "농협"},
		"gap of list": {reading.IsListGap, "·", " "},
		"school gap":  {f.IsSchoolGap, "와 ", ". "},
	} {
		if !c.ask(c.yes) || c.ask(c.none) {
			t.Errorf("%s: %q %v, %q %v", name, c.yes, c.ask(c.yes), c.none, c.ask(c.none))
		}
	}
	if !f.MayFollow("가온", "은") || !f.MayFollow("가온", "측은") || f.MayFollow("가온", "랜드") {
		t.Error("what may follow a name")
	}
	if !f.HasWord("person", "관계자는") || f.HasWord("person", "하늘은") || f.HasWord("person", "") {
		t.Error("a word with its particle in a section")
	}
}

func TestCounts(t *testing.T) {
	f := read("등 12개사가 참가했다")
	if !f.Counts("companies", len("등")) || f.Counts("companies", len("등 12개사")) {
		t.Error("a count of companies")
	}
}

func TestSentence(t *testing.T) {
	text := "가온이 이겼다. 해람은 새솔을 꺾었다. 끝났다."
	f := read(text)
	at := len("가온이 이겼다. 해람은 ")
	s := f.Sentence(reading.Span{Start: at, End: at + len("새솔")}, 0)
	if got := text[s.Start:s.End]; got != "해람은 새솔을 꺾었다" {
		t.Errorf("the sentence is %q", got)
	}
}

func TestLongName(t *testing.T) {
	f := read("")
	for short, want := range map[string]string{"해람초": "해람초등학교", "최초": "최초", "해람병원": "해람병원"} {
		if got := f.LongName(short); got != want {
			t.Errorf("%s: %s, want %s", short, got, want)
		}
	}
}

func TestLeaning(t *testing.T) {
	f := read("가나")
	f.Lean = []int32{10, 0, 0, 30, 0, 0}
	if got := f.Leaning(reading.Span{End: 6}); got != 20 {
		t.Errorf("the mean of two syllables is %d", got)
	}
}
