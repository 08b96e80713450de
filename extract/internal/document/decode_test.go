package document

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	const text = "해람시는 올해 가을 축제를 똠방각하 다온공원에서 사흘 동안 연다고 밝혔다. 누구나 올 수 있다."
	kr := func(s string) string {
		b, err := korean.EUCKR.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	utf16 := func(e unicode.Endianness, bom unicode.BOMPolicy) string {
		s, err := unicode.UTF16(e, bom).NewEncoder().String("<p>" + text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	sjis, _ := japanese.ShiftJIS.NewEncoder().String("<meta charset=shift_jis>市は秋の祭りを開くと発表した。")
	latin, _ := charmap.Windows1252.NewEncoder().String("Les fêtes d’été – à Haram, où l’on dînera.")
	padding := strings.Repeat("<!-- ascii only -->", 200)
	tests := []struct{ name, in, header, label, want string }{
		{"utf-8", text, "", "utf-8", text},
		{"utf-8 with a mark", "\xef\xbb\xbf" + text, "", "utf-8", text},
		{"utf-8 after a long head", padding + text, "", "utf-8", text},
		{"utf-8 labelled euc-kr", "<meta charset=euc-kr>" + text, "text/html; charset=euc-kr", "utf-8", text},
		{"torn at the end", text + "가"[:2], "", "utf-8", text},
		{"euc-kr declared", kr("<meta charset=\"euc-kr\">" + text), "", "euc-kr", text},
		{"euc-kr undeclared", kr(text), "", "euc-kr", text},
		{"cp949 in the header", kr(text), "text/html; charset=ms949", "euc-kr", text},
		{"euc-kr labelled utf-8", kr("<meta charset=utf-8>" + text), "", "euc-kr", text},
		{"euc-kr labelled latin-1", kr("<meta charset=iso-8859-1>" + strings.Repeat("해람시는 올해 가을 축제를 연다 ", 3)), "",
			"euc-kr", "축제를 연다"},
		{"declared late", kr(padding + "<meta http-equiv=content-type content='text/html; charset=ks_c_5601-1987'>" +
			text), "", "ks_c_5601-1987", text},
		{"shift_jis", sjis, "", "shift_jis", "市は秋の祭りを開く"},
		{"windows-1252 undeclared", latin, "", "windows-1252", "Les fêtes d’été – à Haram"},
		{"utf-16 little with a mark", utf16(unicode.LittleEndian, unicode.UseBOM), "", "utf-16", text},
		{"utf-16 big with a mark", utf16(unicode.BigEndian, unicode.UseBOM), "", "utf-16", text},
		{"utf-16 without a mark", utf16(unicode.LittleEndian, unicode.IgnoreBOM), "", "utf-16", text},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, ok := Decode([]byte(tt.in), tt.header)
			if !ok {
				t.Fatal("no text")
			}
			if d.Label != tt.label || !strings.Contains(string(d.Text), tt.want) {
				t.Errorf("as %s: %q", d.Label, d.Text[:min(len(d.Text), 200)])
			}
			if d.Lossy {
				t.Error("lossy")
			}
		})
	}
}

func TestDecodeLossy(t *testing.T) {
	in := "<meta charset=utf-8>" + strings.Repeat("해람시는 축제를 연다. ", 20) + "\xff\xfe\xc0 끝"
	d, ok := Decode([]byte(in), "")
	if !ok {
		t.Fatal("no text")
	}
	if !d.Lossy || d.Label != "utf-8" || !utf8.Valid(d.Text) || !strings.Contains(string(d.Text), "\uFFFD") {
		t.Errorf("label %s, lossy %v, %q", d.Label, d.Lossy, d.Text)
	}
}
