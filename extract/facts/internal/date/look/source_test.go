package look

import (
	"sync"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
)

var builtin = sync.OnceValue(func() *words.Words { return words.New(words.Builtin()) })

func TestAgo(t *testing.T) {
	for text, want := range map[string]string{
		"전에도 왔다": "전", "전까지만": "전", "전이었다": "전", "뒤 다시": "뒤", "후": "후", "전인 3월": "전",
		"전라북도가": "", "전남과": "", "전면 개방": "", "전자투표": "", "후라이팬": "", "후원을": "", "전 시장이": "", "전의 이씨": "", "명": "",
	} {
		s := Source{Text: text, Words: builtin()}
		w, end := s.Ago(0)
		if got := text[:end]; got != want || (w != nil) != (want != "") {
			t.Errorf("%s: an offset by %q, want %q", text, got, want)
		}
	}
}

func TestEnds(t *testing.T) {
	for text, want := range map[string]bool{"": true, " 가": true, "에": true, "까지는 안": true, "에서도": true, "라남도": false,
		"개방": false} {
		s := Source{Text: text, Words: builtin()}
		if got := s.Ends(0); got != want {
			t.Errorf("a word ends before %q: %v, want %v", text, got, want)
		}
	}
}

func TestPrecededBy(t *testing.T) {
	for text, want := range map[string]bool{"징역 ": true, "가람시 징역": true, "가람시 ": false, "": false} {
		s := Source{Text: text + "8월", Words: builtin()}
		if got := s.PrecededBy(len(text), words.TermWord); got != want {
			t.Errorf("%q before a number is a term: %v, want %v", text, got, want)
		}
	}
}

func TestReadInt(t *testing.T) {
	for text, want := range map[string]Integer{
		"15일": {Value: 15, Digits: 2, End: 2}, "０3": {Value: 3, Digits: 2, End: 4}, "일": {}, "": {},
	} {
		if got := ReadInt(text, 0); got != want {
			t.Errorf("%q begins with %+v, want %+v", text, got, want)
		}
	}
}
