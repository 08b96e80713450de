package stamp

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/table"
)

//go:embed data/datewords.txt
var dateWordLines string

// dateWordSets holds data/datewords.txt.
type dateWordSets struct {
	weekdays, fillers, morning, afternoon, joiners, month, year, hour, minute, clock table.Words
	units, ago, today, events                                                        table.Words

	eras map[string]int // the year before the first of each
}

var dateWords = sync.OnceValue(func() *dateWordSets {
	w := &dateWordSets{eras: map[string]int{}}
	sets := map[string]*table.Words{"weekdays": &w.weekdays, "fillers": &w.fillers, "morning": &w.morning,
		"afternoon": &w.afternoon, "joiners": &w.joiners, "month": &w.month, "year": &w.year, "hour": &w.hour,
		"minute": &w.minute, "clock": &w.clock, "units": &w.units, "ago": &w.ago, "today": &w.today, "events": &w.events}
	var eras []string
	table.Sets("stamp/data/datewords.txt", dateWordLines, sets, map[string]*[]string{"eras": &eras})
	for _, era := range eras {
		name, number, _ := strings.Cut(era, ":")
		year, err := strconv.Atoi(number)
		if err != nil {
			panic(fmt.Errorf("stamp/data/datewords.txt: %w: want ERA:YEAR, got %q", table.ErrEntry, era))
		}
		w.eras[name] = year
	}
	return w
})

// IsWeekday reports whether a word, in lower case, is the name of a day of the week in any language.
func IsWeekday(word string) bool { return dateWords().weekdays[word] }
