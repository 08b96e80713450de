package fold

import "testing"

func TestFold(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"가온\u00a0시", "가온 시"},
		{"\u1112\u1162\u1105\u1161\u11b7시", "해람시"},
		{"가\u200b온\ufeff", "가온"},
		{"\u1112x\u1161", "\u1112x\u1161"},
		{"\xff가\u3000", "\xff가 "},
	} {
		got, at := Text(c.text)
		if got != c.want {
			t.Errorf("%q became %q, want %q", c.text, got, c.want)
		}
		if len(at) != len(got)+1 || int(at[len(got)]) != len(c.text) {
			t.Errorf("%q: offsets %v", c.text, at)
		}
	}
	if !IsPlain("해람시는 “가온”을 만났다.") || IsPlain("해람\u00a0시") {
		t.Error("IsPlain")
	}
}
