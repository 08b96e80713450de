package organization

import "testing"

func TestFold(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"가온\u00a0시", "가온 시"},
		{"\u1112\u1162\u1105\u1161\u11b7시", "해람시"},
		{"가\u200b온\ufeff", "가온"},
		{"\u1112x\u1161", "\u1112x\u1161"},
		{"\xff가\u3000", "\xff가 "},
	} {
		got, at := fold(c.text)
		if got != c.want {
			t.Errorf("%q became %q, want %q", c.text, got, c.want)
		}
		if len(at) != len(got)+1 || int(at[len(got)]) != len(c.text) {
			t.Errorf("%q: offsets %v", c.text, at)
		}
	}
	if !isPlain("해람시는 “가온”을 만났다.") || isPlain("해람\u00a0시") {
		t.Error("isPlain")
	}
}

// TestFindFolds checks that spans lead to the text as it was given.
func TestFindFolds(t *testing.T) {
	text := "어제\u00a0\u200b\u1112\u1162\u1105\u1161\u11b7\u1109\u1175의회\u200b는\u00a0㈜가온\u00a0테크와 만났다."
	names := Find(text, Options{Lists: Lists()})
	if len(names) == 0 || names[0].Name != "해람시의회" {
		t.Fatalf("got %+v", names)
	}
	for _, n := range names {
		if text[n.Start:n.End] != n.Raw {
			t.Errorf("span %v of %q", n.Span, n.Raw)
		}
	}
}
