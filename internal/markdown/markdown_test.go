package markdown

import "testing"

func TestEscape(t *testing.T) {
	tests := []struct{ text, want string }{
		{"제목", "제목"},
		{"<b>*굵게* [x](y)", `\<b\>\*굵게\* \[x\](y)`},
		{"# 글\n- 항목\n 1. 첫째", "\\# 글\n\\- 항목\n 1\\. 첫째"},
		{"2022-02-14 #1", "2022-02-14 #1"},
		{"a|b & c", `a\|b \& c`},
		{"제보 hae_ram@daon.example로", `제보 <hae_ram@daon.example>로`},
		{"(https://haeram.example/a_b_c?x=1&y=*2)에서 3~5일", `(<https://haeram.example/a_b_c?x=1&y=*2>)에서 3\~5일`},
		{"www.haeram_gun.example을", `[www.haeram\_gun.example](<http://www.haeram_gun.example>)을`},
		{"https://haeram.example/소식/둘레길 참조", `<https://haeram.example/소식/둘레길> 참조`},
		{"https://haeram.example/.", `<https://haeram.example/>.`},
		{"#해람시 ==가== %%나%% 10% a=b 다 ^x", `\#해람시 \=\=가\=\= \%\%나\%\% 10% a=b 다 \^x`},
		{"@해람 a_b", `@해람 a\_b`},
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
