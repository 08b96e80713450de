package report

import (
	_ "embed" // the words
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts"
)

//go:embed part-words.txt
var partWords string

// partSigns are the patterns by which a sum is known to be a part of another.
type partSigns struct {
	after  *regexp.Regexp // of what follows the sum
	middle *regexp.Regexp // of what stands between the whole and the part
	before *regexp.Regexp // of what stands before the part
	share  *regexp.Regexp // of what stands before the part, where a larger sum is near
}

var signs = sync.OnceValue(func() partSigns {
	words := map[string][]string{}
	section := ""
	for line := range strings.Lines(partWords) {
		line, _, _ = strings.Cut(line, "#")
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "["):
			section = strings.Trim(line, "[]")
		case line != "":
			words[section] = append(words[section], regexp.QuoteMeta(line))
		}
	}
	in := func(section string) string { return "(?:" + strings.Join(words[section], "|") + ")" }
	compile := func(form string, args ...any) *regexp.Regexp { return regexp.MustCompile(fmt.Sprintf(form, args...)) }
	return partSigns{
		after:  compile(`^(?:을|를|도|이|가)?\s*(?:등\S*\s+)?%s`, in("after")),
		middle: compile(`^(?:의|에서)?\s*%s(?:에서|에|엔)?(?:[\s,]|$)`, in("before")),
		before: compile(`(?:^|[\s(,])%s\s?%s(?:에서|에|엔)?(?:[\s,]\S*){0,2}\s*$`, in("whole"), in("before")),
		share:  compile(`(?:^|[\s(,·])%s(?:는|은|가|이)?\s*(?:약\s*)?$`, in("share")),
	}
})

// How far the words for a part are looked for, so that a text without sentences costs no more than others: bytes before
// and behind a sum, sums before and behind.
const (
	leadBytes = 120
	tailBytes = 60
	sumsNear  = 12
)

// isPart reports whether the sentence says that amount n is a part of another one: by its words, or by brackets behind
// that other one.
func isPart(text string, amounts []facts.Amount, n int, sentence facts.Span) bool {
	s, m := signs(), amounts[n]
	lead := clipFront(text[sentence.Start:m.Start], leadBytes)
	tail := clipBack(text[m.End:max(m.End, sentence.End)], tailBytes)
	if s.after.MatchString(tail) || s.before.MatchString(lead) {
		return true
	}
	share := s.share.MatchString(lead)
	for _, whole := range amounts[max(0, n-sumsNear):min(len(amounts), n+sumsNear)] {
		larger := whole.Kind == facts.Money && whole.Unit == m.Unit && whole.Value.Float64() > m.Value.Float64()
		if !larger || whole.Start < sentence.Start || whole.End > sentence.End {
			continue
		}
		if share {
			return true
		}
		if between := text[min(whole.End, m.Start):m.Start]; whole.End <= m.Start && s.joins(between) {
			return true
		}
	}
	return false
}

// joins reports whether the words between two sums make the second a part of the first.
func (s partSigns) joins(between string) bool {
	return len(between) <= leadBytes &&
		(s.middle.MatchString(between) || strings.HasPrefix(between, "(") && !strings.Contains(between, ")"))
}

// clipFront and clipBack keep at most n bytes of a text, its end or its beginning, in whole characters.
func clipFront(s string, n int) string {
	start := max(0, len(s)-n)
	for start < len(s) && !utf8.RuneStart(s[start]) {
		start++
	}
	return s[start:]
}

func clipBack(s string, n int) string {
	end := min(len(s), n)
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// nearest returns the organization of the sentence that stands nearest to a fact, the earlier one where two are as
// near. orgs stand in order of the text and do not overlap.
func nearest(orgs []facts.Organization, fact, sentence facts.Span) (best facts.Organization, found bool) {
	from := func(o facts.Organization, start int) int { return o.Start - start }
	after, _ := slices.BinarySearchFunc(orgs, fact.Start, from)
	least := 0
	for _, o := range orgs[max(0, after-1):min(len(orgs), after+1)] {
		if o.Start < sentence.Start || o.End > sentence.End {
			continue
		}
		distance := max(o.Start-fact.End, fact.Start-o.End)
		if !found || distance < least {
			best, least, found = o, distance, true
		}
	}
	return best, found
}
