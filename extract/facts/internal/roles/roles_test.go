package roles

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

// won is an amount of a text, found by what it says, in units of 100 million.
func won(text, raw string, value int64) Amount {
	at := strings.Index(text, raw)
	return Amount{Start: at, End: at + len(raw), Kind: "money", Unit: "KRW", Value: number.New(value, 8)}
}

// find gives the roles of lists of facts.
func find(text string, amounts []Amount, dates []Date) ([]Role, []Phrase) {
	of, events := make([]Role, len(amounts)), make([]Phrase, len(dates))
	for i := range of {
		of[i].Whole = -1
	}
	facts := Facts{Amounts: len(amounts), Dates: len(dates),
		Amount: func(i int) Amount { return amounts[i] }, Date: func(i int) Date { return dates[i] }}
	Find(text, facts, func(i int, r Role) { of[i] = r }, func(i int, p Phrase) { events[i] = p })
	return of, events
}

// TestFind: a sum and its parts.
func TestFind(t *testing.T) {
	text := "다온군은 총사업비 50억원(국비 30억원, 군비 20억원)을 들인다. 올 예산은 7억원이다."
	amounts := []Amount{won(text, "50억원", 50), won(text, "30억원", 30), won(text, "20억원", 20), won(text, "7억원", 7)}
	of, _ := find(text, amounts, nil)
	for i, want := range []struct {
		about string
		whole int
	}{{"총사업비", -1}, {"국비", 0}, {"군비", 0}, {"올 예산", -1}} {
		if got := text[of[i].About.Start:of[i].About.End]; got != want.about || of[i].Whole != want.whole || of[i].Off {
			t.Errorf("amount %d is of %q, part of %d, off %v; want %+v", i, got, of[i].Whole, of[i].Off, want)
		}
	}
	amounts[2].Value = number.New(15, 8)
	if of, _ := find(text, amounts, nil); !of[1].Off && !of[0].Off {
		t.Error("45 of 50 were taken for all parts")
	}
}

func TestEvents(t *testing.T) {
	for text, want := range map[string]string{
		"다온군은 5월 착공할 계획이다.": "착공",
		"잔치는 5월 공원에서 열렸다.":  "열리다",
		"5월 다온군은 조용했다.":     "",
		"다온군은 5월까지 비가 많았다.": "",
	} {
		at := strings.Index(text, "5월")
		_, events := find(text, nil, []Date{{Start: at, End: at + len("5월")}})
		if got := strings.TrimSuffix(events[0].Lemma, "하다"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestSentences: a quotation stays in the sentence around it.
func TestSentences(t *testing.T) {
	var got []string
	text := "가온이 말했다. “좋다. 아주 좋다.”라고 했다.\n3.5배다! 끝"
	eachSentence(text, func(start, end int) { got = append(got, text[start:end]) })
	want := []string{"가온이 말했다", " “좋다. 아주 좋다.”라고 했다", "3.5배다", " 끝"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q", got)
	}
}
