package words

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
)

// checkHead checks the head of an entry by what reads it.
func checkHead(e lexicon.Entry, head func(*Word, []string) error) error {
	fields := strings.Fields(e.Head)
	if head == nil {
		if len(fields) > 0 {
			return fmt.Errorf("section [%s] wants no head", e.Section)
		}
		return nil
	}
	return head(&Word{}, fields)
}

var errHead = errors.New("head does not fit the section")

func numberHead(w *Word, fields []string) (err error) {
	if len(fields) != 1 {
		return fmt.Errorf("%w: wants a number", errHead)
	}
	w.N, err = strconv.Atoi(fields[0])
	return err
}

// named reads one of some names.
func named(names map[string]int) func(*Word, []string) error {
	return func(w *Word, fields []string) error {
		if len(fields) != 1 || names[fields[0]] == 0 {
			return fmt.Errorf("%w: no name %q", errHead, fields)
		}
		w.N = names[fields[0]]
		w.Unit = Unit(w.N)
		return nil
	}
}

// unitOffset reads "month -1" or "year 0 start".
func unitOffset(w *Word, fields []string) (err error) {
	if len(fields) < 2 || len(fields) > 3 || unitNames[fields[0]] == 0 {
		return fmt.Errorf("%w: wants a unit and an offset", errHead)
	}
	w.Unit = Unit(unitNames[fields[0]])
	if len(fields) == 3 {
		if w.M = parts[fields[2]]; w.M == 0 {
			if err := hours(w, fields[2:]); err != nil {
				return err
			}
			w.Hours, w.M = [2]int{w.N, w.M}, 0
		}
	}
	w.N, err = strconv.Atoi(fields[1])
	return err
}

// halfHead reads "1" or "1 named".
func halfHead(w *Word, fields []string) error {
	if len(fields) == 2 && fields[1] == "named" {
		w.M, fields = 1, fields[:1]
	}
	return numberHead(w, fields)
}

// stem reads "stem", of words that are not whole.
func stem(w *Word, fields []string) error {
	if len(fields) > 1 || len(fields) == 1 && fields[0] != "stem" {
		return fmt.Errorf("%w: wants nothing or \"stem\"", errHead)
	}
	w.N = len(fields)
	return nil
}

// countUnit reads "2 week".
func countUnit(w *Word, fields []string) (err error) {
	if len(fields) != 2 || unitNames[fields[1]] == 0 {
		return fmt.Errorf("%w: wants a number and a unit", errHead)
	}
	w.Unit = Unit(unitNames[fields[1]])
	w.N, err = strconv.Atoi(fields[0])
	return err
}

// hours reads "12-24".
func hours(w *Word, fields []string) error {
	if len(fields) != 1 {
		return fmt.Errorf("%w: wants hours", errHead)
	}
	if _, err := fmt.Sscanf(fields[0], "%d-%d", &w.N, &w.M); err != nil || w.N < 0 || w.N >= w.M || w.M > 24 {
		return fmt.Errorf("%w: bad hours %q", errHead, fields[0])
	}
	return nil
}

// The offsets of eras whose years are left alone, and of those before the first year of the calendar.
const (
	NoEra     = 1 << 20
	BeforeEra = 1 << 21
)

func eraYear(w *Word, fields []string) error {
	if len(fields) == 1 {
		switch fields[0] {
		case "none":
			w.N = NoEra
			return nil
		case "before":
			w.N = BeforeEra
			return nil
		}
	}
	return numberHead(w, fields)
}

func boundName(w *Word, fields []string) error {
	if len(fields) != 1 ||
		!slices.Contains([]lexicon.Bound{lexicon.From, lexicon.Until, lexicon.After, lexicon.Before},
			lexicon.Bound(fields[0])) {
		return fmt.Errorf("%w: no bound %q", errHead, fields)
	}
	w.Bound = lexicon.Bound(fields[0])
	return nil
}

func holidayRule(_ *Word, fields []string) error {
	_, err := calendar.ParseHoliday(strings.Join(fields, " "))
	return err
}
