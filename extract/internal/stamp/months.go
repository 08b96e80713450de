package stamp

import (
	_ "embed"
	"errors"
	"strconv"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/table"
)

//go:embed data/months.txt
var monthLines string

// monthTable holds data/months.txt.
type monthTable struct {
	numbers map[string]int  // of the Persian calendar above persianMonth
	openers map[string]bool // words that names of several words begin with
}

// persianMonth is added to the numbers of the months of the Persian calendar.
const persianMonth = 100

var months = sync.OnceValue(func() *monthTable {
	t := &monthTable{numbers: map[string]int{}, openers: map[string]bool{}}
	table.Must(table.Keys("stamp/data/months.txt", monthLines,
		[]string{"persian"}, func(kind, key string, names []string) error {
			month, err := strconv.Atoi(key)
			if err != nil || month < 1 || month > 12 {
				return errors.New("want NUMBER: names")
			}
			if kind == "persian" {
				month += persianMonth
			}
			for _, name := range names {
				t.numbers[name] = month
				if end := strings.IndexAny(name, "_."); end > 0 {
					t.openers[name[:end]] = true
				}
			}
			return nil
		}))
	return t
})

// monthOf returns the number of a month's name, or 0.
func monthOf(word string) int {
	if len(word) < 3 || len(word) > 40 {
		return 0
	}
	if m := months().numbers[word]; m != 0 {
		return m
	}
	lower := strings.ToLower(word)
	if m := months().numbers[lower]; m != 0 {
		return m
	}
	if strings.Contains(lower, "i̇") { // NİSAN
		return months().numbers[strings.ReplaceAll(lower, "i̇", "i")]
	}
	return 0
}

// monthAt reads the name of a month of one or several words at token i.
func (r *stampReader) monthAt(i int) (month, next int) {
	word := r.word(i)
	if word == "" {
		return 0, i
	}
	if r.kind(i-1) == '.' && r.kind(i-2) == '0' {
		month = months().numbers["."+word]
	}
	if next = i + 1; month == 0 {
		month = monthOf(word)
	}
	if opener := strings.ToLower(word); months().openers[opener] {
		if m, after := r.longMonth(opener, i); m != 0 {
			month, next = m, after
		}
	}
	if month != 0 && r.kind(next) == '/' && monthOf(r.word(next+1)) == month {
		next += 2 // شباط/فبراير
	}
	return month, next
}

// longMonth reads a name of two or three words, or an abbreviation such as ก.พ., whose first word is known.
func (r *stampReader) longMonth(word string, i int) (month, next int) {
	if r.kind(i+1) == '.' {
		return months().numbers[word+"."+r.word(i+2)], i + 3
	}
	for n := i + 1; n <= i+2 && r.kind(n) == 'a'; n++ {
		word += "_" + strings.ToLower(r.word(n))
		if m := months().numbers[word]; m != 0 {
			month, next = m, n+1
		}
	}
	return month, next
}
