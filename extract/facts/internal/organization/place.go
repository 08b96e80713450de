package organization

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// acts reports whether a municipality or province is named as a body: by its particle, or by what it has.
func (f *finder) acts(c *candidate) bool {
	if c.bare {
		return false
	}
	next, stop := f.nextWord(c.End + len(c.rest))
	switch c.rest {
	case "은", "는", "이", "가", "와", "과", "로부터", "으로부터", "에게", "측", "측은", "측이", "측에", "에서는", "만이", "조차":
		return !f.placeVerb(next)
	case "의":
		return f.hasWord("of", next) || f.ofWithin(next, stop) || f.quoteFollows(c.End+len(c.rest))
	case "도":
		return c.rule != "pattern" && !f.hasWord("local", next)
	case "에":
		return f.hasWord("cite", next) || f.isDoneTo(next)
	case "":
		return f.actsBare(c, next, stop)
	}
	return false
}

// placeVerb reports whether the words after a subject say that it is a place: 인구가, 위치한.
func (f *finder) placeVerb(next string) bool {
	return strings.HasPrefix(next, "위치") || strings.HasPrefix(next, "있는")
}

func (f *finder) ofWithin(next string, stop int) bool {
	for range 3 {
		if next == "" {
			return false
		}
		if f.hasWord("noun", next) {
			return true
		}
		next, stop = f.nextWord(stop)
	}
	return false
}

func (f *finder) actsBare(c *candidate, next string, stop int) bool {
	after := f.text[c.End:]
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
		return strings.HasPrefix(after, "·") && f.bodyFollows(c.End+len("·")) || strings.HasPrefix(after, ", ") && f.bodyFollows(c.End+2)
	}
	if f.hasWord("local", next) {
		return false
	}
	if f.hasWord("deed", next) || f.withOthers(next, stop) || f.isOfficial(next) {
		return true
	}
	for range 4 {
		if f.isPlace(next) {
			return false
		}
		if f.hasWord("noun", next) {
			return true
		}
		if !f.bareNoun(next) {
			return false
		}
		if next, stop = f.nextWord(stop); next == "" {
			return false
		}
	}
	return false
}

// isOfficial reports whether word is an office that only bodies have: 해람시 기획조정실장.
func (f *finder) isOfficial(word string) bool {
	for _, w := range f.lists.Context.List("office") {
		if at := strings.Index(word, w); at >= syllable {
			last, _ := utf8.DecodeLastRuneInString(w)
			rest := word[at+len(w):]
			return rest == "" || f.lists.Particles.Follows(last, rest)
		}
	}
	return false
}

// withOthers reports whether the words say what bodies of which c is one say or have: 등에 따르면, 등의 예산.
func (f *finder) withOthers(word string, stop int) bool {
	next, _ := f.nextWord(stop)
	return word == "등에" && f.hasWord("cite", next) || word == "등의" && f.hasWord("of", next)
}

// bareNoun reports whether word carries no particle that would end a compound.
func (f *finder) bareNoun(word string) bool {
	f.stems = f.lists.Particles.Stems(word, f.stems[:0])
	for _, n := range f.stems {
		switch word[n:] {
		case "은", "는", "을", "를", "에", "에서", "으로", "의", "과", "와":
			return false
		}
	}
	return true
}

// bodyFollows reports whether an organization other than a place is named at byte i.
func (f *finder) bodyFollows(i int) bool {
	k, ok := slices.BinarySearchFunc(f.cands, i, func(c candidate, at int) int { return c.Start - at })
	return ok && f.cands[k].role == sure && f.cands[k].kind == gazetteer.Organization
}

// isDoneTo reports whether word is a verb that is done to a body: 제출하면서, 요청한.
func (f *finder) isDoneTo(word string) bool {
	for _, w := range f.lists.Context.List("cite") {
		if rest, ok := strings.CutPrefix(word, w); ok {
			first, _ := utf8.DecodeRuneInString(rest)
			return strings.ContainsRune("하했한할함해됐되된됨돼받", first)
		}
	}
	return false
}

// isCredit reports whether s is whom a picture is credited to: "/해람시" at the end of a line, [사진=해람시].
func (f *finder) isCredit(s Span) bool {
	before := strings.TrimRight(f.text[max(0, s.Start-3):s.Start], " ")
	if !strings.HasSuffix(before, "/") && !strings.HasSuffix(before, "=") && !f.isProvided(s.Start) {
		return false
	}
	after := strings.TrimPrefix(f.text[s.End:], " ")
	for _, end := range [...]string{"\n", "]", ")", "〉", ">", "》", "제공"} {
		if strings.HasPrefix(after, end) {
			return true
		}
	}
	return after == ""
}

// isForecast reports whether the sentence around s tells the weather to come, in which municipalities are places.
func (f *finder) isForecast(s Span) bool {
	said := f.sentence(s, 0)
	text := f.text[said.Start:said.End]
	return slices.ContainsFunc(f.lists.Context.List("forecast"), func(w string) bool { return strings.Contains(text, w) })
}

// together makes bodies of the municipalities that are listed with one that acts: 해람시·이룸군 등에 따르면.
func (f *finder) together() {
	for i := len(f.cands) - 2; i >= 0; i-- {
		c, n := &f.cands[i], &f.cands[i+1]
		if c.role != place || c.bare || c.rest != "" || !isListGap(f.text[c.End:n.Start]) {
			continue
		}
		if n.bare && i+2 < len(f.cands) && f.text[n.End:f.cands[i+2].Start] == " " { // the province of the next: 해람시·강원 이룸군
			n = &f.cands[i+2]
		}
		if n.rule == "place-acts" && n.role == sure {
			c.role, c.rule = sure, "place-acts"
		}
	}
}
