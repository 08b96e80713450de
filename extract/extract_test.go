package extract

import (
	"errors"
	"strings"
	"testing"
)

func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		name string
		in   string
		want error
	}{
		{"empty", "", ErrNoArticle},
		{"binary", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00", ErrNotText},
		{"no article", "<html><body><a href=/>해람시 소식</a></body></html>", ErrNoArticle},
		{"too large", strings.Repeat("<p>해람시는 올해 봄꽃 축제를 연다고 밝혔다.</p>", 100), ErrTooLarge},
	} {
		_, err := FromBytes([]byte(c.in), Page{}, &Options{MaxBytes: 1000})
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
	}
}

func TestDeepNesting(t *testing.T) {
	body := "<p>해람시는 올해 가을 축제를 다온공원에서 연다고 12일 밝혔다. 축제는 사흘 동안 이어지며 시민 누구나 참여할 수 있다.</p>"
	a, err := FromBytes([]byte(strings.Repeat("<div>", 100_000)+body), Page{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text, "다온공원에서 연다고") {
		t.Errorf("text %q", a.Text)
	}
}
