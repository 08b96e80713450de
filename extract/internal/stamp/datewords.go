package stamp

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/datewords.txt
var dateWordLines string

// dateWordSets holds data/datewords.txt.
type dateWordSets struct {
	weekdays, fillers, morning, afternoon, joiners, month, year, hour, minute, clock map[string]bool

	eras map[string]int // the year before the first of each
}

var dateWords = sync.OnceValue(func() *dateWordSets {
	w := &dateWordSets{eras: map[string]int{}}
	sets := map[string]map[string]bool{"[eras]": nil}
	for name, set := range map[string]*map[string]bool{"[weekdays]": &w.weekdays, "[fillers]": &w.fillers, "[morning]": &w.morning,
		"[afternoon]": &w.afternoon, "[joiners]": &w.joiners, "[month]": &w.month, "[year]": &w.year, "[hour]": &w.hour,
		"[minute]": &w.minute, "[clock]": &w.clock} {
		*set = map[string]bool{}
		sets[name] = *set
	}
	kind := ""
	for i, line := range strings.Split(dateWordLines, "\n") {
		line = strings.TrimSpace(line)
		_, known := sets[line]
		switch {
		case line == "" || line[0] == '#':
		case known:
			kind = line
		case kind == "[eras]":
			name, number, _ := strings.Cut(line, " ")
			year, err := strconv.Atoi(number)
			if err != nil {
				panic(fmt.Sprintf("stamp: data/datewords.txt:%d: want ERA YEAR, got %q", i+1, line))
			}
			w.eras[name] = year
		case kind == "" || line[0] == '[':
			panic(fmt.Sprintf("stamp: data/datewords.txt:%d: unknown kind %s", i+1, line))
		default:
			for word := range strings.FieldsSeq(line) {
				sets[kind][word] = true
			}
		}
	}
	return w
})

// IsWeekday reports whether a word, in lower case, is the name of a day of the week in any language.
func IsWeekday(word string) bool { return dateWords().weekdays[word] }
