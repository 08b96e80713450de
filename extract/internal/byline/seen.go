package byline

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// Sight is what a line of a page's head says of its authors, where an element or a mark parts it: By, Runa Falk, Staff
// Writer, 3 May 2024.
type Sight struct {
	Authors []Person
	From    []int // of which part of the line each of them is
	By      bool  // a word for it stands before them
	Job     bool  // what they are stands behind them
	Dated   bool  // a day stands beside them
	Rest    int   // letters that are none of these

	linked bool // what is read leads to an author's page
	hasty  bool // nothing but By is looked for behind letters that are no byline's
}

// maxParts is into how many parts a line is taken apart.
const maxParts = 24

// See reads a line of which the parts are given in order; linked tells those that lead to an author's page. Names are
// taken as they are only there and behind a word such as By; the others are those that look like nothing else.
func See(parts []string, linked func(int) bool, order stamp.Order, isSite func(string) bool) (s Sight) {
	return see(parts, linked, order, isSite, false)
}

// Glimpse is See for a line that is a byline only if a word such as By stands in it or it says nothing else: of others
// it gives no more than that Rest is above 0. It reads a sentence up to the first words that are no names.
func Glimpse(parts []string, linked func(int) bool, order stamp.Order, isSite func(string) bool) (s Sight) {
	return see(parts, linked, order, isSite, true)
}

func see(parts []string, linked func(int) bool, order stamp.Order, isSite func(string) bool, hasty bool) (s Sight) {
	if len(parts) > maxParts {
		return s
	}
	s.hasty = hasty
	by, loose := false, false
	for i, part := range joined(parts) {
		part = s.withoutDate(withoutMakers(part), order)
		for _, word := range strings.FieldsFunc(part, isParting) {
			word, archive := withoutArchive(strings.Trim(word, " .:-–—"))
			if rest, ok := cutByWords(word); ok {
				first, _, _ := strings.Cut(word, " ")
				if s.isDone() {
					return See(parts, linked, order, isSite)
				}
				by, loose, word = true, !bylines().weakby[byWord(first)], rest
				s.By = true
			}
			if archive && linked(i) {
				by, s.By = true, true
			}
			if s.isDone() {
				continue
			}
			if word == "" || isFiller(word) {
				by = by && word == ""
				continue
			}
			s.linked = linked(i)
			by = s.read(word, i, by || linked(i), loose && len(s.Authors) == 0, isSite) && by && !isHanName(word)
		}
	}
	s.dropShouted()
	return s
}

// isDone reports whether a glimpse has seen that a line is no byline but for a By to come.
func (s *Sight) isDone() bool { return s.hasty && s.Rest > 0 && !s.By }

// dropShouted drops what is in capitals alone beside names that are not: the outlet's name.
func (s *Sight) dropShouted() {
	shouted := func(a Person) bool { return a.Name == strings.ToUpper(a.Name) && a.Name != strings.ToLower(a.Name) }
	n := 0
	for _, a := range s.Authors {
		n += number(shouted(a))
	}
	if n == 0 || n == len(s.Authors) {
		return
	}
	var authors []Person
	var from []int
	for i, a := range s.Authors {
		if !shouted(a) {
			authors, from = append(authors, a), append(from, s.From[i])
		}
	}
	s.Authors, s.From, s.Job = authors, from, true
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// isParting tells the marks between the fields of a line.
func isParting(r rune) bool {
	return strings.ContainsRune("|•·／;()[]【】〔〕<>…@\t", r)
}

// joined puts the lines of parts together again where a name is parted: Liv, Sandnes. Empty parts keep the count.
func joined(parts []string) []string {
	out := append([]string(nil), parts...)
	for i := 1; i < len(out); i++ {
		before, after := out[i-1], out[i]
		if before == "" || IsPerson(before) && IsPerson(after) {
			continue
		}
		if one := !strings.Contains(after, " ") && isNameWord(after); one && isNameWord(strings.Split(before, " ")[0]) &&
			IsPerson(before+" "+after) && !IsPerson(before) {
			out[i-1], out[i] = "", before+" "+after
		}
	}
	return out
}

// withoutDate blanks the day and the time in a part.
func (s *Sight) withoutDate(part string, order stamp.Order) string {
	for range 2 {
		if !letters.HasDigit(part) {
			break
		}
		st, ok := stamp.Find(part, order)
		if !ok {
			break
		}
		s.Dated = true
		part = part[:st.Start] + "|" + part[st.End:]
	}
	return part
}

// read takes what stands between two marks: names joined by commas and words, a job, an outlet. It reports whether
// what follows may go on with names.
func (s *Sight) read(text string, part int, by, loose bool, isSite func(string) bool) bool {
	if !by && namesJob(text) && !IsPerson(text) {
		if s.Job = true; strings.Contains(text, ":") || len(strings.Fields(text)) > 6 {
			s.Rest += letters.Count(text)
		}
		return false
	}
	all := true
	atJob := -1 // how many authors were known where a job was named
	for n, name := range splitNames(text) {
		for one := range strings.SplitSeq(name, "/") {
			one = strings.Trim(one, " .:-–—,")
			if rest, ok := cutByWords(one); ok {
				one = rest
			}
			if first, rest, ok := strings.Cut(one, " "); ok && by && bylines().with[first] {
				one = rest
			}
			one, email := cutAddress(cutFillers(one))
			switch head, role := cutPlace(one, isSite); {
			case one == "" || isFiller(one) || stamp.IsWeekday(strings.ToLower(one)):
			case isSite(one) && !(by && n == 0):
				s.Job = true
			case IsPerson(head), isHanPerson(head), by && !namesJob(one) && s.mayBeName(head, loose):
				s.Authors = append(s.Authors, Person{Name: head, Email: email, Role: role})
				s.From = append(s.From, part)
				s.Job = s.Job || role != ""
			case namesJob(one):
				if s.Job = true; atJob < 0 {
					atJob = len(s.Authors)
				}
			default:
				if atJob > 0 { // where they work: Staff Writer, Daon Rivers, Lakes and Coasts
					s.Authors, s.From = s.Authors[:atJob], s.From[:atJob]
					s.Rest += letters.Count(one)
					return false
				}
				all = false
				if s.cutLabel(one, part, by); s.isDone() {
					return false
				}
			}
		}
		by = by && all
	}
	return by && all
}

// mayBeName reports whether a text behind By may be a name though its words are those of pages, too.
func (s *Sight) mayBeName(text string, loose bool) bool {
	return (len(s.Authors) == 0 || s.linked) && isNameShaped(text) || loose && isLooseName(text)
}

// cutLabel takes the name before a word that ends it: Runa Falk published in Harbour. All else is no part of a byline.
func (s *Sight) cutLabel(text string, part int, by bool) {
	words := strings.Fields(text)
	for n := min(4, len(words)-1); by && n >= 2; n-- {
		next := strings.ToLower(strings.Trim(words[n], ".:,"))
		ends := stamp.LabelOf(next) != stamp.None || bylines().ends[next] || letters.StartsDigit(next) && n == len(words)-1
		if name := strings.Join(words[:n], " "); ends && IsPerson(name) {
			s.Authors = append(s.Authors, Person{Name: name})
			s.From = append(s.From, part)
			return
		}
	}
	s.Rest += letters.Count(text)
}

// isFiller reports whether a text is a word that says nothing of authors: of times, of how long reading takes.
func isFiller(s string) bool {
	w := bylines()
	for word := range strings.FieldsSeq(strings.ToLower(s)) {
		word = strings.Trim(word, ".,:+-–—&'’")
		known := stamp.LabelOf(word) != stamp.None || w.filler[word] || w.networks[word] || stamp.IsWeekday(word)
		if word != "" && !letters.StartsDigit(word) && !known {
			return false
		}
	}
	return true
}

// cutByWords is CutBy for a text that may be nothing but the words, with a label's colon: By; Author of the article:.
func cutByWords(s string) (rest string, ok bool) {
	if isByLine(s) {
		return "", true
	}
	if label, rest, found := strings.Cut(s, ":"); found && isByLine(label) {
		return strings.TrimSpace(rest), true
	}
	return CutBy(s)
}

// isByLine reports whether a text is made of the words before authors' names alone.
func isByLine(s string) bool {
	w := bylines()
	by := false
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == '/' }) {
		word = strings.Trim(word, ":.|*()")
		switch {
		case w.by[word]:
			by = true
		case !w.lead[word] && !w.oflabel[word]:
			return false
		}
	}
	return by
}
