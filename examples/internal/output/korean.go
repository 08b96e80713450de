package output

import (
	"regexp"

	"github.com/gisa-go/gisa/extract/facts"
)

// koreanValues say in Korean what values say in English, one after the other. The report's page has its own, since a
// reader chooses the language there: values in programs/report/page/labels.js.
var koreanValues = []struct {
	english *regexp.Regexp
	korean  string
}{
	{regexp.MustCompile(`^(≈ )?from (.+)$`), "${1}${2}부터"},
	{regexp.MustCompile(`^(≈ )?until (.+)$`), "${1}${2}까지"},
	{regexp.MustCompile(`^(≈ )?after (.+)$`), "${1}${2} 이후"},
	{regexp.MustCompile(`^(≈ )?before (.+)$`), "${1}${2} 이전"},
	{regexp.MustCompile(`every (.+)$`), "${1}마다"},
	{regexp.MustCompile(` each$`), "씩"},
	{regexp.MustCompile(`^(?:≈ )?relative$`), "게재 시각을 몰라 풀지 못함"},
	{regexp.MustCompile(` KRW\b`), "원"},
	{regexp.MustCompile(` year\b`), "년"},
	{regexp.MustCompile(` month\b`), "개월"},
	{regexp.MustCompile(` week\b`), "주"},
	{regexp.MustCompile(` day\b`), "일"},
	{regexp.MustCompile(` hour\b`), "시간"},
	{regexp.MustCompile(` minute\b`), "분"},
	{regexp.MustCompile(` second\b`), "초"},
}

// marksIn are Marks whose values are told in a language. The names of organizations stay as they are.
func marksIn(f facts.Facts, labels string) []Mark {
	marks := Marks(f)
	for i, m := range marks {
		if labels != "ko" || m.Kind == "organization" {
			continue
		}
		for _, v := range koreanValues {
			m.Value = v.english.ReplaceAllString(m.Value, v.korean)
		}
		marks[i] = m
	}
	return marks
}
