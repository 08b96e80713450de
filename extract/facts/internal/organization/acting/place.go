package acting

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// acts reports whether a municipality or province is named as a body: by its particle, or by what it has.
func (f *Finder) acts(c *candidate.Candidate) bool {
	if c.Bare {
		return false
	}
	next, stop := f.NextWord(c.End + len(c.Rest))
	switch c.Rest {
	case "은", "는", "이", "가", "와", "과", "로부터", "으로부터", "에게", "측", "측은", "측이", "측에", "에서는", "만이", "조차":
		return !f.PlaceVerb(next)
	case "의":
		return f.HasWord("of", next) || f.ofWithin(next, stop) || f.quoteFollows(c.End+len(c.Rest))
	case "도":
		return c.Rule != "pattern" && !f.HasWord("local", next)
	case "에":
		return f.HasWord("cite", next) || f.isDoneTo(next)
	case "":
		return f.actsBare(c, next, stop)
	}
	return false
}

func (f *Finder) ofWithin(next string, stop int) bool {
	for range 3 {
		if next == "" {
			return false
		}
		if f.HasWord("noun", next) {
			return true
		}
		next, stop = f.NextWord(stop)
	}
	return false
}

func (f *Finder) actsBare(c *candidate.Candidate, next string, stop int) bool {
	after := f.Text[c.End:]
	if f.isCredit(c.Span) || f.headsLine(c) || f.hasOfficial(next, stop) || f.isAwarded(next, stop) {
		return true
	}
	if strings.HasPrefix(after, "(") {
		head := after[1:min(len(after), 40)]
		for _, title := range [...]string{"시장 ", "군수 ", "구청장 ", "도지사 ", "지사 "} {
			if strings.HasPrefix(head, title) {
				return true
			}
		}
		return false
	}
	if next == "" {
		return strings.HasPrefix(after, "·") && f.BodyFollows(c.End+len("·")) ||
			strings.HasPrefix(after, ", ") && f.BodyFollows(c.End+2)
	}
	if f.HasWord("local", next) {
		return false
	}
	if f.HasWord("deed", next) || f.withOthers(next, stop) || f.isOfficial(next) {
		return true
	}
	for range 4 {
		if f.IsPlace(next) {
			return false
		}
		if f.HasWord("noun", next) {
			return true
		}
		if !f.BareNoun(next) {
			return false
		}
		if next, stop = f.NextWord(stop); next == "" {
			return false
		}
	}
	return false
}

// withOthers reports whether the words say what bodies of which c is one say or have: 등에 따르면, 등의 예산.
func (f *Finder) withOthers(word string, stop int) bool {
	next, _ := f.NextWord(stop)
	return word == "등에" && f.HasWord("cite", next) || word == "등의" && f.HasWord("of", next)
}

// isDoneTo reports whether word is a verb that is done to a body: 제출하면서, 요청한.
func (f *Finder) isDoneTo(word string) bool {
	for _, w := range f.Lists.Context.List("cite") {
		if rest, ok := strings.CutPrefix(word, w); ok {
			first, _ := utf8.DecodeRuneInString(rest)
			return strings.ContainsRune("하했한할함해됐되된됨돼받", first)
		}
	}
	return false
}

// isCredit reports whether s is whom a picture is credited to: "/해람시" at the end of a line, [사진=해람시].
func (f *Finder) isCredit(s reading.Span) bool {
	before := strings.TrimRight(f.Text[max(0, s.Start-3):s.Start], " ")
	if !strings.HasSuffix(before, "/") && !strings.HasSuffix(before, "=") && !f.isProvided(s.Start) {
		return false
	}
	after := strings.TrimPrefix(f.Text[s.End:], " ")
	for _, end := range [...]string{"\n", "]", ")", "〉", ">", "》", "제공"} {
		if strings.HasPrefix(after, end) {
			return true
		}
	}
	return after == ""
}

// isForecast reports whether the sentence around s tells the weather to come, in which municipalities are places.
func (f *Finder) isForecast(s reading.Span) bool {
	said := f.Sentence(s, 0)
	text := f.Text[said.Start:said.End]
	return slices.ContainsFunc(f.Lists.Context.List("forecast"), func(w string) bool { return strings.Contains(text, w) })
}

// together makes bodies of the municipalities that are listed with one that acts: 해람시·이룸군 등에 따르면.
func (f *Finder) together() {
	for i := len(f.Cands) - 2; i >= 0; i-- {
		c, n := &f.Cands[i], &f.Cands[i+1]
		if c.Role != candidate.Place || c.Bare || c.Rest != "" || !reading.IsListGap(f.Text[c.End:n.Start]) {
			continue
		}
		if n.Bare && i+2 < len(f.Cands) && f.Text[n.End:f.Cands[i+2].Start] == " " { // the province of the next: 해람시·강원 이룸군
			n = &f.Cands[i+2]
		}
		if n.Rule == "place-acts" && n.Role == candidate.Sure {
			c.Role, c.Rule = candidate.Sure, "place-acts"
		}
	}
}
