package byline

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/sites"
)

// joins are what stands between two words of a byline that belong together: 글･사진, 글과 사진.
const joins = " \u00a0/·･ㆍ・‧•&+,‚"

// cutWriter cuts 글·사진 and its like, of those who also made what goes with the text, from the beginning of a byline and
// leaves 글 with a mark: 글. 홍길서.
func cutWriter(s string) string {
	rest, ok := strings.CutPrefix(strings.TrimLeft(s, " [(<■▶◇"), "글")
	if !ok {
		return s
	}
	for _, and := range []string{"과", " 및", "및"} {
		rest = strings.TrimPrefix(rest, and)
	}
	rest = strings.TrimLeft(rest, joins)
	both := false
	for {
		end := letters.End(rest, 0)
		if word := rest[:end]; !bylines().pictures[word] {
			break
		}
		both, rest = true, strings.TrimLeft(rest[end:], joins)
	}
	if rest = strings.TrimLeft(rest, " .:|=_ㅣ-"); !both || rest == "" {
		return s
	}
	return "글. " + rest
}

// isOfficeLine reports whether what follows a name is where they work and as what: 해든대학교 교수.
func (w *bylineWords) isOfficeLine(pieces []piece) bool {
	if len(pieces) == 0 || len(pieces) > 6 {
		return false
	}
	last := &pieces[len(pieces)-1]
	return last.role != "" || w.officeOf(last.text) != ""
}

// NameLine reads a line of nothing but names: 홍길서·김철서. A single one is of three letters.
func NameLine(text []byte) (list []Person) {
	w := bylines()
	if len(text) < 6 || len(text) > Max || !w.surnames[string(text[:3])] && !w.surnames[string(text[:6])] {
		return nil // most lines end here, and cost nothing
	}
	line := string(text)
	if !beginsWithName(line) {
		return nil
	}
	for i, p := range w.split(line) {
		if p.name == "" || p.role != "" || i > 0 && (strings.Trim(p.gap, joins) != "" || p.gap == " ") {
			return nil
		}
		list = append(list, Person{Name: p.name})
	}
	if len(list) == 1 && utf8.RuneCountInString(list[0].Name) != 3 {
		return nil
	}
	return list
}

// IsDayLine reports whether a line is a time and little else.
func IsDayLine(line string) bool {
	if len(line) > 80 || !letters.HasDigit(line) {
		return false
	}
	st, ok := stamp.Find(line, stamp.YearFirst)
	return ok && st.Fills(line)
}

// SignOff reads the name, and the address, that a broadcaster's report ends with: KBS 뉴스 홍길동입니다. 지금까지 해람역에서
// 다온방송 홍길동이었습니다. (hong@daon.example)
func SignOff(line string) (a Person) {
	if len(line) > Max {
		return a
	}
	if i := strings.IndexByte(line, '@'); i > 0 {
		rest, email := cutAddress(line)
		if line, a.Email = strings.TrimRight(rest, " ()[]<>/"), email; IsDesk(email) {
			a.Email = ""
		}
	}
	for _, dot := range []string{". ", "? ", "! "} {
		if i := strings.LastIndex(line, dot); i >= 0 && len(line)-i > 8 {
			line = line[i+len(dot):]
		}
	}
	rest := strings.TrimRight(line, " .\"”")
	for _, end := range []string{"이었습니다", "였습니다", "입니다"} {
		if cut, ok := strings.CutSuffix(rest, end); ok {
			return a.signed(cut)
		}
	}
	return Person{}
}

// signed reads what stands before 입니다: outlet and name, and before these where the report comes from.
func (a Person) signed(s string) Person {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 7 || !IsName(words[len(words)-1]) {
		return Person{}
	}
	a.Name, a.Role = words[len(words)-1], "기자"
	outlet := false
	for _, w := range words[:len(words)-1] {
		switch {
		case w == "뉴스" || isBroadcaster(w):
			outlet = true
		case w == "기자" || w == "지금까지" || strings.HasSuffix(w, "에서") || strings.HasSuffix(w, "에서,"):
		default:
			if !outlet && len(words) > 4 {
				continue // where the report comes from
			}
			return Person{}
		}
	}
	if !outlet {
		return Person{}
	}
	return a
}

// isBroadcaster reports whether a word names an outlet: one that is known, or by how it ends.
func isBroadcaster(w string) bool {
	w = strings.TrimSuffix(w, "의")
	return sites.IsOutlet(w) || sites.IsOutlet(strings.TrimSuffix(w, "뉴스")) ||
		len(w) > 6 && endsWith(w, bylines().outlets) || len(w) > 2 && endsWith(strings.ToUpper(w), bylines().stations)
}
