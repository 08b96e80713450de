package stamp

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

// maxLine bounds the lines that are taken for times alone, in bytes.
const maxLine = 160

// IsLine reports whether a line says nothing but when: a day, a clock time or how long ago, with the weekday, the
// label and the zone beside it.
func IsLine(s string) bool {
	n, when, _ := readLine(s)
	return when && n == 0
}

// IsAge reports whether a line says nothing but how long ago something was put up: 3 hours ago, 업데이트 2시간 전.
func IsAge(s string) bool {
	n, _, age := readLine(s)
	return age && n == 0
}

// readLine returns how many words of a line are none of a time, whether the line says a time at all, and whether it
// does by how long ago that was.
func readLine(s string) (others int, when, age bool) {
	if len(s) > maxLine {
		return len(s), false, false
	}
	var buf [64]token
	r := stampReader{text: s, tokens: tokenize(s, 0, buf[:0])}
	var numbers, units, ago, days, months int
	for i := 0; i < len(r.tokens); {
		switch n, word := r.labelAt(i), strings.ToLower(r.word(i)); {
		case n > 0:
			i += n
			continue
		case r.kind(i) == '0':
			numbers++
			when = when || r.isClock(i)
		case word == "":
			if !strings.ContainsRune(lineMarks, rune(r.kind(i))) {
				others++
			}
		default:
			month, next := r.monthAt(i)
			w := dateWords()
			isUnit, isAgo, isDay := w.units[word], w.ago[word], w.today[word]
			switch {
			case isDay:
				days++
			case month > 0 && !(isAgo && units > 0): // ago. is August in Italian
				months++
				i = next
				continue
			case isUnit || isAgo:
			case !r.isTimeWord(i, word):
				others++
			}
			units += count(isUnit)
			ago += count(isAgo)
		}
		i++
	}
	age = numbers > 0 && units > 0 && ago > 0
	switch {
	case days > 0, numbers > 0 && months > 0, age:
		when = true
	case numbers > 1 && !when:
		when = r.isMonthDay() || r.isDate()
	}
	return others, when, age
}

// lineMarks are the marks that stand between the parts of a time; '?' is any that is not ASCII: · | ·.
const lineMarks = ".,:;-/|()[]~+'?<>"

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// isTimeWord reports whether a word stands in times: a weekday, a filler, am, Uhr, KST.
func (r *stampReader) isTimeWord(i int, word string) bool {
	w := dateWords()
	for _, set := range []map[string]bool{w.weekdays, w.fillers, w.morning, w.afternoon, w.joiners, w.month, w.year,
		w.hour, w.minute, w.clock} {
		if set[word] {
			return true
		}
	}
	_, zone := zoneNames()[strings.ToUpper(word)]
	return zone || strings.ContainsRune(dateUnits, []rune(word)[0]) && len([]rune(word)) == 1 || word == "초"
}

// longestLabel is how many words a label has at most.
const longestLabel = 4

// labelAt returns how many words from token i on are a label of when an article was published or changed.
func (r *stampReader) labelAt(i int) int {
	for n := longestLabel; n > 0; n-- {
		if r.kind(i) != 'a' || r.kind(i+n-1) != 'a' {
			continue
		}
		words := strings.ToLower(r.text[r.tokens[i].start:r.tokens[i+n-1].end])
		if k := labels()[words]; (k == Published || k == Modified) && !dateWords().events[words] {
			return n
		}
	}
	return 0
}

// isClock reports whether a clock time begins at token i: 17:41, 15시, 5 pm.
func (r *stampReader) isClock(i int) bool {
	_, ok := r.clockAt(i)
	return ok && r.kind(i-1) != '.'
}

// clockAt returns where the clock time ends that begins at token i. 2시간 is two hours and none.
func (r *stampReader) clockAt(i int) (end int, ok bool) {
	var st Stamp
	if !r.readClock(&st, i) {
		return 0, false
	}
	return st.End, letters.End(r.text, st.End) == st.End
}

// isDate reports whether the line holds a whole date.
func (r *stampReader) isDate() bool {
	_, ok := Find(r.text, DayFirst)
	return ok
}

// isMonthDay reports whether the line holds a day without its year: 2월 24일.
func (r *stampReader) isMonthDay() bool {
	for i := range r.tokens {
		if r.kind(i) == '0' && (r.word(i+1) == "월" || r.word(i+1) == "月") && r.kind(i+2) == '0' {
			return true
		}
	}
	return false
}

// IsEntry reports whether a line is the heading of an entry of a ticker: a clock time without a date, then several
// words of what happened.
func IsEntry(s string) bool {
	var buf [64]token
	r := stampReader{text: s, tokens: tokenize(s, 0, buf[:0])}
	first := 0
	if r.half(0) >= 0 {
		first = 1
	}
	end, ok := r.clockAt(0)
	if r.kind(first) != '0' || !ok {
		return false
	}
	if _, dated := Find(s, DayFirst); dated {
		return false
	}
	words := 0
	for i := range r.tokens {
		if word := strings.ToLower(r.word(i)); r.tokens[i].start >= end && word != "" && !r.isTimeWord(i, word) &&
			r.labelAt(i) == 0 {
			words++
		}
	}
	return words >= 2
}

// Beside returns how many words of a line are none of a time, of a label, or of what stands beside them, and whether
// the line says a time at all.
func Beside(s string) (words int, when bool) {
	words, when, _ = readLine(s)
	return words, when
}
