package grid

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/roles/fact"
)

// longestLabel is how many letters a heading has at most.
const longestLabel = 24

// label returns the noun of a heading, none where the cell says no measure: a date, a number, a sentence.
func (r *reader) label(c cell) fact.Phrase {
	start, end := c.start, c.end
	if c.amount >= 0 || start >= end {
		return fact.Phrase{}
	}
	for start < end {
		if n, size := utf8.DecodeRuneInString(r.text[start:end]); unicode.IsLetter(n) {
			break
		} else if unicode.IsDigit(n) {
			return fact.Phrase{}
		} else {
			start += size
		}
	}
	if i := strings.IndexAny(r.text[start:end], "(:·"); i > 0 && r.text[start+i] != ':' {
		end = start + i
	}
	for start < end {
		n, size := utf8.DecodeLastRuneInString(r.text[start:end])
		if unicode.IsLetter(n) || unicode.IsDigit(n) || n == '%' {
			break
		}
		end -= size
	}
	words := r.text[start:end]
	if words == "" || utf8.RuneCountInString(words) > longestLabel || strings.HasSuffix(words, "다") ||
		r.firstDateIn(start, end) {
		return fact.Phrase{}
	}
	return fact.Phrase{Start: start, End: end}
}

// firstDateIn reports whether a date begins in text[start:end].
func (r *reader) firstDateIn(start, end int) bool {
	d := fact.First(r.dates, start)
	return d < len(r.dates) && r.dates[d].Start < end
}

// isTotal reports whether a heading says that its row or column is a total: 계, 합계.
func (r *reader) isTotal(c cell) bool {
	return c.end > c.start && r.sums[strings.Join(strings.Fields(strings.Trim(r.text[c.start:c.end],
		" :-·○□▲△*")), "")]
}

// saysTotal reports whether a heading speaks of all there is: 총사업비, 전체 예산.
func (r *reader) saysTotal(p fact.Phrase) bool {
	return strings.HasPrefix(r.text[p.Start:p.End], "총") || strings.HasPrefix(r.text[p.Start:p.End], "전체")
}
