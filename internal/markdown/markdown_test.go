package markdown

import "testing"

func TestEscape(t *testing.T) {
	tests := []struct{ text, want string }{
		{"제목", "제목"},
		{"<b>*굵게* [x](y)", `\<b\>\*굵게\* \[x\](y)`},
		{"# 글\n- 항목\n 1. 첫째", "\\# 글\n\\- 항목\n 1\\. 첫째"},
		{"2022-02-14 #1", "2022-02-14 #1"},
		{"a|b & c", `a\|b \& c`},
	}
	for _, tt := range tests {
		if got := Escape(tt.text); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
	if got, want := Line(" 첫\n둘 "), "첫 둘"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := Paragraph("첫\n# 둘"), "첫  \n\\# 둘"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := URL("http://a/<b> c"), "http://a/%3Cb%3E%20c"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
