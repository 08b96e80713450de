package byline

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/sites"
)

// IsOutletName reports whether a text may be the name of an outlet rather than an address or a slogan.
func IsOutletName(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= 40 && !strings.Contains(s, "://") && !strings.HasPrefix(s, "@") &&
		letters.Count(s) > 1
}

// CopyrightHolder reads the name in <저작권자 ⓒ 해람일보, 무단 전재 및 재배포 금지>.
func CopyrightHolder(s string) string {
	i := -1
	for _, mark := range []string{"ⓒ", "©", "(c)", "(C)"} {
		if j := strings.Index(s, mark); j >= 0 {
			i = j + len(mark)
			break
		}
	}
	if i < 0 || i > 60 {
		return ""
	}
	s = strings.TrimLeft(s[i:], " :'\"‘“")
	if word, rest, ok := strings.Cut(s, " "); ok && strings.EqualFold(word, "copyright") {
		s = strings.TrimLeft(rest, "0123456789-–, ") // © Copyright 2009, Daon Works.
	}
	s = strings.TrimLeft(withoutYears(s), " :'\"‘“")
	end := strings.IndexAny(s, ",.(<>&'\"/:|[")
	for _, stop := range []string{" 무단", " 무 단", " All ", " all ", " ALL ", "’", "”", " - ", "재배포"} {
		if j := strings.Index(s, stop); j >= 0 && (end < 0 || j < end) {
			end = j
		}
	}
	if end < 0 {
		return ""
	}
	name := strings.TrimSpace(s[:end])
	for _, tail := range []string{"(주)", "㈜", "통신사"} {
		name = strings.TrimSpace(strings.TrimSuffix(name, tail))
	}
	name = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(name, "(주)"), "㈜"))
	if fields := strings.Fields(name); len(fields) > 1 {
		for _, f := range fields {
			if sites.IsOutlet(f) {
				return f
			}
		}
	}
	if short, ok := strings.CutSuffix(name, "사"); ok && strings.HasSuffix(short, "일보") {
		name = short
	}
	if !IsOutletName(name) || utf8.RuneCountInString(name) > 20 || letters.StartsDigit(name) {
		return ""
	}
	return name
}

// withoutYears cuts the years before the name in a copyright line: 2012-2025 다온일보.
func withoutYears(s string) string {
	for letters.CountDigits(s) == 4 {
		s = strings.TrimLeft(s[4:], " -–~,.")
	}
	return s
}

// MaxIssue bounds the lines that Issue reads, in bytes.
const MaxIssue = 120

// Issue reads the line which says in what issue of a newspaper an article stood: 해람신문 2022년 11월 1일 510호 (사회).
func Issue(line string) (name string, ok bool) {
	name, rest, _ := strings.Cut(line, " ")
	if len(line) > MaxIssue || !IsNewspaper(name) || strings.HasSuffix(line, ".") {
		return "", false
	}
	st, ok := stamp.Find(rest, stamp.YearFirst)
	if !ok || st.Start > 0 {
		return "", false
	}
	number := strings.TrimLeft(rest[st.End:], " ,.(제")
	digits := letters.CountDigits(number)
	return name, digits > 0 && (strings.HasPrefix(number[digits:], "호") || strings.HasPrefix(number[digits:], "면"))
}

// Source reads a line that credits an outlet: 출처 : 해람일보 - 해람의 아침(http://…), 출처(해람통신) : https://…,
// [이하 해람 신문 기사 스크랩]. The name is that of the outlet at the address where the line has none.
func Source(line string) (name, address string, ok bool) {
	if len(line) > 400 {
		return "", "", false
	}
	line = strings.Trim(strings.TrimSpace(line), "<>[]【】*※·- ")
	if rest, found := strings.CutPrefix(line, "이하 "); found && strings.HasSuffix(rest, "스크랩") {
		rest = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(rest, "스크랩"), " "))
		return strings.TrimSpace(strings.TrimSuffix(rest, "기사")), "", true
	}
	if name, ok := Issue(line); ok {
		return name, "", true
	}
	found := false
	for _, label := range bylines().sources {
		if rest, ok := strings.CutPrefix(line, label); ok {
			if r, _ := utf8.DecodeRuneInString(rest); r != utf8.RuneError && !letters.IsHangul(r) {
				line, found = rest, true
				break
			}
		}
	}
	if !found {
		return "", "", false
	}
	line = strings.TrimLeft(line, " :]=-–")
	if i := strings.Index(line, "http"); i >= 0 {
		address = line[i:]
		if end := strings.IndexAny(address, " )>]\"'\t"); end >= 0 {
			address = address[:end]
		}
		line = line[:i]
	}
	if inner, rest, cut := strings.Cut(strings.TrimPrefix(line, "("), ")"); cut && strings.HasPrefix(line, "(") {
		line = cmp.Or(inner, rest) // 출처(해람통신) : …
	}
	for _, sep := range []string{" - ", "(", " | ", " : ", ":", "/", ",", " – ", " ["} {
		line, _, _ = strings.Cut(line, sep)
	}
	name = strings.Trim(line, " .:=-–[]<>「」'\"")
	if name == "" {
		name = cmp.Or(sites.OutletOf(address), sites.Host(address))
	}
	if !IsOutletName(name) || utf8.RuneCountInString(name) > 24 {
		return "", "", false
	}
	return name, address, true
}
