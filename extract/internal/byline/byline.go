// Package byline reads who wrote an article from a line: Korean bylines, datelines and guests, and names of other
// languages. It knows text, not pages.
package byline

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/sites"
)

// Line is what a short text says of its authors.
type Line struct {
	Authors []Person
	Email   string // one that belongs to no name
	Rest    int    // letters of the text that are no part of names, roles and addresses
	Strong  bool   // it has a role or an address
}

// Cut reports whether a line of an article's body, or its end, is a byline: the authors, and the text without it.
func Cut(line string) (authors []Person, rest string, ok bool) {
	if head, tail, ok := cutTail(line); ok {
		if b := Read(tail, false); b.IsWhole() && !strings.HasSuffix(tail, "다.") {
			if h := Read(head, false); len(head) > Max || !h.IsWhole() || letters.Count(head) > 30 ||
				strings.HasSuffix(head, "다.") {
				return b.Found(), head, true
			}
		}
	}
	if len(line) <= Max && !strings.HasSuffix(line, "다.") && !strings.HasSuffix(line, "요.") {
		if b := Read(line, false); b.IsWhole() {
			return b.Found(), "", true
		}
	}
	return nil, line, false
}

// IsWhole reports whether a text is a byline and nothing else.
func (b Line) IsWhole() bool {
	return b.Strong && b.Rest <= 16 && (len(b.Authors) > 0 || b.Rest <= 4)
}

// Found returns the authors of a byline; an address without a name makes one without a name.
func (b Line) Found() []Person {
	if len(b.Authors) == 0 && b.Email != "" {
		return []Person{{Email: b.Email}}
	}
	return b.Authors
}

// cutTail cuts a text behind its last sentence, where what follows may be a byline.
func cutTail(s string) (head, tail string, ok bool) {
	from := max(0, len(s)-Max)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	if end := s[from:]; !strings.Contains(end, "@") && !strings.Contains(end, "기자") && !strings.Contains(end, "특파원") {
		return "", "", false
	}
	for i := len(s) - 1; i > from; i-- {
		if s[i] != '.' && s[i] != '!' && s[i] != '?' || i+1 == len(s) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, n := utf8.DecodeRuneInString(s[i+1:])
		j := i + 1
		if strings.ContainsRune("\"'”’)]", after) {
			j += n
			after, _ = utf8.DecodeRuneInString(s[j:])
		}
		endsASCII := before < utf8.RuneSelf && !strings.ContainsRune("\"')]", before)
		if endsASCII || after != ' ' && after < utf8.RuneSelf && !strings.ContainsRune("/[(<|", after) {
			continue // inside an address or a number
		}
		return strings.TrimSpace(s[:j]), strings.TrimSpace(s[j:]), true
	}
	return "", "", false
}

// Read finds authors in a short text. In a text that is known to be a byline (an element or field for it) names
// need no role.
func Read(s string, known bool) (b Line) {
	w := bylines()
	s = cutWriter(letters.Head(s, 4*Max))
	pieces := w.split(s)
	b.dropPhotographers(pieces)
	for i := range pieces {
		b.Strong = b.Strong || pieces[i].email
	}
	for i := range pieces {
		if pieces[i].role != "" && (pieces[i].strongRole(w) || b.Strong || known) {
			b.readRole(w, pieces, i)
		}
	}
	for i := range pieces {
		if pieces[i].email {
			b.readEmail(w, pieces, i)
		}
	}
	if len(b.Authors) == 0 && (known || len(pieces) > 0 && w.wrote[pieces[0].text]) {
		b.readPlain(w, pieces, known)
	}
	for _, p := range pieces {
		if !p.used && !p.email && !w.words[p.text] && !w.places[p.text] && !sites.IsOutlet(p.text) {
			b.Rest += letters.Count(p.text)
		}
	}
	return b
}

// dropPhotographers takes out the names that 사진 and its like stand before, unless the same person wrote: 글·사진 홍길동.
func (b *Line) dropPhotographers(pieces []piece) {
	for i := range pieces {
		if !bylines().pictures[pieces[i].text] {
			continue
		}
		if i > 0 && (pieces[i-1].text == "글" || pieces[i-1].text == "취재") && closeGap(pieces[i].gap) {
			continue
		}
		j := i + 1
		if j < len(pieces) && pieces[j].name != "" && len(pieces[j].gap) <= 3 {
			b.Strong = true
			pieces[j].name, pieces[j].used = "", true
			if pieces[j].role == "" && j+1 < len(pieces) && pieces[j+1].role != "" {
				j++
			}
			pieces[j].role, pieces[j].used = "", true
		}
	}
}

// readRole takes the names that a role belongs to: those before it, else the one behind it.
func (b *Line) readRole(w *bylineWords, pieces []piece, i int) {
	role := &pieces[i]
	if role.name != "" { // 홍길동기자
		b.take(role, role.role)
		b.takeBefore(w, pieces, i, role.role)
		return
	}
	if i > 0 && pieces[i-1].name != "" && !pieces[i-1].used && closeGap(role.gap) {
		b.take(&pieces[i-1], role.role)
		role.used = true
		b.takeBefore(w, pieces, i-1, role.role)
		return
	}
	if i > 0 && pieces[i-1].name != "" {
		return
	}
	if i > 1 && pieces[i-2].name != "" && !pieces[i-2].used && closeGap(role.gap) && closeGap(pieces[i-1].gap) &&
		w.isStation(pieces[i-1].text, role.role) { // 홍길동 디지털뉴스부 기자
		b.take(&pieces[i-2], role.role)
		pieces[i-1].used, role.used = true, true
		return
	}
	if i+1 < len(pieces) && pieces[i+1].name != "" && pieces[i+1].role == "" && closeGap(pieces[i+1].gap) {
		next := i + 2
		if next < len(pieces) && pieces[next].role != "" && closeGap(pieces[next].gap) {
			return // the name belongs to the role behind it
		}
		b.take(&pieces[i+1], role.role)
		role.used = true
	}
}

// isStation reports whether a word between a name and a role is a desk, or the place of one who writes from there.
func (w *bylineWords) isStation(word, role string) bool {
	n := utf8.RuneCountInString(word)
	if n > 2 && endsWith(word, w.desk) || w.places[word] {
		return true
	}
	return n <= 4 && w.stationed[role] && letters.IsHangul(letters.First(word))
}

// takeBefore takes further names that are joined to the one at i: 홍길동·김철수 기자.
func (b *Line) takeBefore(w *bylineWords, pieces []piece, i int, role string) {
	for j := i - 1; j >= 0 && pieces[j].name != "" && !pieces[j].used && pieces[j].role == ""; j-- {
		gap := strings.TrimSpace(pieces[j+1].gap)
		if gap == "=" || gap == ")" || gap == "]" || gap == "】" || len(pieces[j+1].gap) > 8 {
			return
		}
		if gap == "" && utf8.RuneCountInString(pieces[j].name) != 3 {
			return
		}
		b.take(&pieces[j], role)
		b.moveBefore(pieces[j].name, pieces[j+1].name)
	}
}

// moveBefore keeps the order of the text: the author who was taken last goes before the one who stands behind the name.
func (b *Line) moveBefore(name, next string) {
	last := len(b.Authors) - 1
	at := slices.IndexFunc(b.Authors, func(a Person) bool { return a.Name == next })
	if at < 0 || b.Authors[last].Name != name {
		return // named before, in a place of its own
	}
	b.Authors = slices.Insert(b.Authors[:last], at, b.Authors[last])
}

// closeGap reports whether two words stand side by side.
func closeGap(gap string) bool { return len(gap) <= 3 && strings.Trim(gap, " \u00a0/:=·") == "" }

func (b *Line) take(p *piece, role string) {
	p.used = true
	b.Strong = true
	for _, a := range b.Authors {
		if a.Name == p.name {
			return
		}
	}
	b.Authors = append(b.Authors, Person{Name: p.name, Role: role})
}

// readEmail gives an address to the name before it; a name beside an address needs no role.
func (b *Line) readEmail(w *bylineWords, pieces []piece, i int) {
	p := &pieces[i]
	p.used = true
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if pieces[j].email {
			break
		}
		if pieces[j].name == "" {
			continue
		}
		if !pieces[j].used && (j == i-1 || pieces[i-1].role != "") {
			b.take(&pieces[j], "")
		}
		for k := range b.Authors {
			if b.Authors[k].Name == pieces[j].name && b.Authors[k].Email == "" {
				b.Authors[k].Email = p.text
				return
			}
		}
	}
	if len(b.Authors) == 1 && b.Authors[0].Email == "" {
		b.Authors[0].Email = p.text
		return
	}
	b.Email = cmp.Or(b.Email, p.text)
}

// readPlain takes names without roles from a text that is known to be a byline, or that begins with 글 or its like.
func (b *Line) readPlain(w *bylineWords, pieces []piece, known bool) {
	n := w.writerAt(pieces)
	switch {
	case n >= 0 && w.isOfficeLine(pieces[n+1:]):
		b.takeOfficer(pieces, n)
		return
	case n < 0 && (!known || strays(w, pieces)):
		return
	}
	for i := range pieces {
		if pieces[i].name != "" {
			b.take(&pieces[i], "")
		}
		if w.wrote[pieces[i].text] || bylines().pictures[pieces[i].text] {
			pieces[i].used = true
		}
	}
}

// takeOfficer takes the name at n, and what they are behind it: 글. 마은결 해든대학교 교수.
func (b *Line) takeOfficer(pieces []piece, n int) {
	b.take(&pieces[n], pieces[len(pieces)-1].text)
	for i := range pieces {
		pieces[i].used = true
	}
}

// strays reports whether words that are no names stand in a text that is thought to be a byline: it is a headline.
func strays(w *bylineWords, pieces []piece) bool {
	names, others := 0, 0
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.name != "" || p.role != "" || p.email:
			names++
		case w.words[p.text] || w.places[p.text] || w.pictures[p.text] || sites.IsOutlet(p.text) ||
			!letters.IsHangul(letters.First(p.text)) || stamp.LabelOf(p.text) != stamp.None || w.officeOf(p.text) != "":
		default:
			others++
		}
	}
	return others >= 2 && others*2 >= names && !hasRole(pieces)
}

func hasRole(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool { return p.role != "" })
}

// writerAt returns where the name stands behind 글, or -1: set apart by a mark (글. 홍길서), of who also took the pictures
// (글·사진 홍길서), before who took them (글 홍길서 사진 김철서), or before what the writer is (글. 홍길서 다온대 교수).
func (w *bylineWords) writerAt(pieces []piece) int {
	i := 1
	both := len(pieces) > i && w.pictures[pieces[i].text] && strings.TrimSpace(pieces[i].gap) != ""
	if both {
		i++
	}
	if len(pieces) <= i || !w.wrote[pieces[0].text] || pieces[i].name == "" {
		return -1
	}
	marked, more := both || pieces[0].text == "글쓴이" || strings.TrimSpace(pieces[i].gap) != "", pieces[i+1:]
	if len(more) == 0 && marked || len(more) > 0 && w.pictures[more[0].text] || marked && w.isOfficeLine(more) {
		return i
	}
	return -1
}

// Dateline reads what a Korean article begins with: (창원=연합뉴스) 홍길동 기자 =, 【서울=뉴시스】홍길동 기자 =,
// [해람일보 홍길동 기자]. It names authors and, where the article is an agency's, the agency.
func Dateline(line string) (authors []Person, agency string) {
	if len(line) > 400 {
		line = line[:400]
	}
	open, n := utf8.DecodeRuneInString(line)
	end := strings.IndexRune("([【〔<", open)
	if end < 0 {
		return bareDateline(line), ""
	}
	close := []string{")", "]", "】", "〕", ">"}[strings.Count("([【〔<"[:end], "")-1]
	inner, rest, ok := strings.Cut(line[n:], close)
	if !ok || len(inner) > 120 {
		return nil, ""
	}
	for word := range strings.FieldsFuncSeq(inner, func(r rune) bool { return r == ' ' || r == '=' || r == ',' }) {
		if sites.IsOutlet(word) {
			agency = word
		}
	}
	if b := Read(inner, false); len(b.Authors) > 0 && (agency != "" || b.Rest < 12) {
		return b.Authors, agency
	}
	head, _, ok := strings.Cut(rest, "=")
	if !ok && namesNewspaper(inner) {
		head, _, ok = strings.Cut(rest, " :")
	}
	if !ok || len(head) >= 90 {
		return nil, agency
	}
	b := Read(head, false)
	if b.Rest <= 6 && (agency != "" || namesNewspaper(inner) || strings.Contains(inner, "=")) ||
		b.Rest == 0 && b.Strong && !strings.Contains(inner, " ") { // (다온) 홍길동 기자 =
		return b.Authors, agency
	}
	return nil, agency
}

// namesNewspaper reports whether a word of a text is a newspaper's name: 다온일보 해람.
func namesNewspaper(s string) bool { return slices.ContainsFunc(strings.Fields(s), IsNewspaper) }

// bareDateline reads a reporter before the first sentence without brackets: 해람일보 홍길동 기자 | , 홍길동 기자 = .
func bareDateline(line string) []Person {
	place, behind, ok := strings.Cut(line, "=")
	if place = strings.TrimPrefix(place, "/"); ok && place != "" && len(place) < 24 && !strings.Contains(place, " ") {
		line = behind // 다온=홍길동 기자 |
	}
	end := -1
	for _, mark := range []string{"=", "|", " - ", " – "} {
		if i := strings.Index(line, mark); i > 0 && (end < 0 || i < end) {
			end = i
		}
	}
	if end < 0 || end > 90 {
		return nil
	}
	words := strings.Fields(line[:end])
	for len(words) > 2 && (IsNewspaper(words[0]) || bylines().places[words[0]]) {
		words = words[1:]
	}
	if b := Read(strings.Join(words, " "), false); b.Rest == 0 && b.Email == "" {
		return b.Authors
	}
	return nil
}

// IsNewspaper reports whether a word is the name of an outlet that is known, or one that says so: 해람일보.
func IsNewspaper(word string) bool {
	return utf8.RuneCountInString(word) > 3 && endsWith(word, bylines().outlets) || sites.IsOutlet(word)
}
