package reading

import (
	"strings"
	"unicode/utf8"
)

// LongestSchooling bounds how many words before 졸업 a school is looked for.
const LongestSchooling = 6

// LongName writes the ending of a school's name in full: 해람초등학교 for 해람초.
func (f *Reading) LongName(name string) string {
	if len(name) < 3*Syllable {
		return name
	}
	switch name[len(name)-Syllable:] { // of all short forms
	case "초", "교", "중", "고", "상", "대":
	default:
		return name
	}
	for _, pair := range f.Lists.Context.List("school") {
		short, long, _ := strings.Cut(pair, "=")
		if head, ok := strings.CutSuffix(name, short); ok && utf8.RuneCountInString(head) >= 2 {
			return head + strings.ReplaceAll(long, "_", " ")
		}
	}
	return name
}

func (f *Reading) IsSchoolGap(s string) bool {
	return s == "" || IsListGap(s) || s == "와 " || s == "과 "
}
