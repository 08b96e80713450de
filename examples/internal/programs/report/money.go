package report

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// sentenceEnd is where a sentence of Korean or English news ends.
var sentenceEnd = regexp.MustCompile(`[.!?。]["'”’)]?\s|\n`)

// money gives each sum in won to the nearest organization of its sentence, the earlier one where two are as near. A
// sum that is said again of the same organization counts once.
func (c *collection) money(a *extract.Article, at []int) []orgMoney {
	if len(a.Facts.Organizations) == 0 {
		return nil
	}
	ends := sentenceEnd.FindAllStringIndex(a.Text, -1)
	var out []orgMoney
	type sum struct {
		org   int
		value string
	}
	seen := map[sum]bool{}
	next := 0
	for _, m := range a.Facts.Amounts {
		if won(m) == 0 || m.Converted {
			continue
		}
		for next < len(ends) && ends[next][1] <= m.Start {
			next++
		}
		sentence := facts.Span{End: len(a.Text)}
		if next > 0 {
			sentence.Start = ends[next-1][1]
		}
		if next < len(ends) {
			sentence.End = ends[next][1]
		}
		org, found := nearest(a.Facts.Organizations, m.Span, sentence)
		if !found {
			continue
		}
		key := sum{c.org(org), m.Value.String()}
		if !seen[key] {
			seen[key] = true
			out = append(out, orgMoney{key.org, m.Value.Float64(), at[m.Start]})
		}
	}
	return out
}

// won is a sum in won, else 0.
func won(a facts.Amount) float64 {
	if a.Kind != facts.Money || a.Unit != "KRW" {
		return 0
	}
	return a.Value.Float64()
}

// nearest returns the organization of the sentence that stands nearest to the sum.
func nearest(orgs []facts.Organization, sum, sentence facts.Span) (best facts.Organization, found bool) {
	least := 0
	for _, o := range orgs {
		if o.Start < sentence.Start || o.End > sentence.End {
			continue
		}
		distance := max(o.Start-sum.End, sum.Start-o.End)
		if !found || distance < least {
			best, least, found = o, distance, true
		}
	}
	return best, found
}

// utf16Offsets gives for each byte of text, and for its end, how many UTF-16 units stand before it.
func utf16Offsets(text string) []int {
	at := make([]int, len(text)+1)
	units := 0
	next := 0
	for i, r := range text {
		for ; next <= i; next++ {
			at[next] = units
		}
		if units++; r > 0xffff {
			units++
		}
	}
	for ; next <= len(text); next++ {
		at[next] = units
	}
	return at
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

func outlet(o *extract.Outlet) string {
	if o == nil {
		return ""
	}
	return o.Name
}

func trimJoin(a, b string) string { return strings.TrimSpace(a + " " + b) }

// fmtID makes IDs that sort as their numbers do.
func fmtID(i int) string { return fmt.Sprintf("%08d", i) }
