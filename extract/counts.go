package extract

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/sites"
)

// findCounts reads how often the page was seen and how many comments it has.
func findCounts(p *page) {
	p.art.Views = p.count("views", sites.Views, stamp.Views)
	p.art.Comments = p.count("comments", sites.Comments, stamp.Comments)
	if p.art.Comments == nil {
		if n, err := strconv.Atoi(p.meta.ld("commentCount")); err == nil && n >= 0 {
			p.art.Comments = &n
			p.note("comments", "jsonld", strconv.Itoa(n))
		}
	}
}

func (p *page) count(name string, f sites.Field, kind stamp.Label) *int {
	for src := range p.site.Sources(f) {
		text := p.readSource(src)
		if n, ok := firstNumber(text); ok {
			p.note(name, "site:"+p.art.Site, text)
			return &n
		}
	}
	ix := p.ix
	for b := max(p.headStart(), p.body.first-30); b < min(p.body.first+1, int32(len(ix.Blocks))); b++ {
		line := ix.Line(int(b))
		if len(line) > maxDateLine {
			continue
		}
		next := ""
		if int(b)+1 < len(ix.Blocks) {
			if l := ix.Line(int(b) + 1); len(l) < 16 {
				next = string(l)
			}
		}
		if n, raw, ok := labelledNumber(ix.Spaced(b), next, kind); ok {
			p.note(name, "text", raw)
			return &n
		}
	}
	return nil
}

// labelledNumber finds a label of a kind in a line and the number behind it, or in the next line.
func labelledNumber(line, next string, kind stamp.Label) (n int, raw string, ok bool) {
	lower := strings.ToLower(line)
	for i := 0; i < len(lower); {
		r, size := utf8.DecodeRuneInString(lower[i:])
		if !unicode.IsLetter(r) {
			i += size
			continue
		}
		j := i
		for j < len(lower) {
			r, size := utf8.DecodeRuneInString(lower[j:])
			if !unicode.IsLetter(r) {
				break
			}
			j += size
		}
		if stamp.LabelOf(lower[i:j]) == kind {
			rest := strings.TrimLeft(lower[j:], " :·|()[]수")
			if letters.StartsDigit(rest) {
				n, ok = firstNumber(rest)
				return n, strings.TrimSpace(lower[i:]), ok
			}
			if rest == "" && letters.StartsDigit(strings.TrimSpace(next)) {
				n, ok = firstNumber(next)
				return n, lower[i:] + " " + next, ok
			}
		}
		i = j
	}
	return 0, "", false
}

// maxCount is the largest number that another digit is added to; it fits ten times into the int of any machine.
const maxCount = (1<<31 - 10) / 10

// firstNumber reads the first number of a text: 1,106회 is 1106.
func firstNumber(s string) (int, bool) {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		return 0, false
	}
	n := 0
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9' && n < maxCount:
			n = n*10 + int(c-'0')
		case c == ',' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
		default:
			return n, true
		}
	}
	return n, true
}
