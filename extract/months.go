package extract

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/months.txt
var monthLines string

var monthNames = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for i, line := range strings.Split(monthLines, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		number, names, ok := strings.Cut(line, ":")
		month, err := strconv.Atoi(number)
		if !ok || err != nil || month < 1 || month > 12 {
			panic(fmt.Sprintf("extract: data/months.txt:%d: want NUMBER: names, got %q", i+1, line))
		}
		for _, name := range strings.Fields(names) {
			m[name] = month
		}
	}
	return m
})

// monthOf returns the number of a month's name, or 0.
func monthOf(word string) int {
	if len(word) < 3 || len(word) > 28 {
		return 0
	}
	if m := monthNames()[word]; m != 0 {
		return m
	}
	return monthNames()[strings.ToLower(word)]
}

func isMonthWord(word string) bool { return monthOf(word) != 0 }
