package facts

import (
	"embed"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// wordKind is the section of the lexicon that a word of dates stands in.
type wordKind uint8

const (
	noWord wordKind = iota
	relativeWord
	newYearWord
	thisYearWord
	anaphorWord
	samePeriodWord
	directionWord
	halfWord
	seasonWord
	partWord
	weekdayWord
	weekdayShort
	weekendWord
	nthWord
	daytimeWord
	noonWord
	hourWord
	monthWord
	monthName
	unitWord
	eraWord
	lengthUnit
	lengthWord
	everyWord
	lastingWord
	lastingBefore
	termWord
	agoWord
	eventWord
	titleWord
	reportWord
	gatheringWord
	boundWord
	aboutWord
	particleWord
	yearSuffix
	yearCue
	noDateWord
	holidayWord
	holidayPeriod
	holidaySeason
	lunarWord
	holidayShort
	holidayAfter
	lastWordKind
)

// dateSections names the section of each kind of word and says how its head is read into a word.
var dateSections = [lastWordKind]struct {
	name string
	head func(*dateWord, []string) error
}{
	relativeWord:   {"relative", unitOffset},
	newYearWord:    {"new-year", nil},
	thisYearWord:   {"this-year", nil},
	anaphorWord:    {"anaphor", unitOffset},
	samePeriodWord: {"same-period", nil},
	directionWord:  {"direction", named(directions)},
	halfWord:       {"half", halfHead},
	seasonWord:     {"season", numberHead},
	partWord:       {"part", named(parts)},
	weekdayWord:    {"weekday", numberHead},
	weekdayShort:   {"weekday-short", numberHead},
	weekendWord:    {"weekend", nil},
	nthWord:        {"nth", numberHead},
	daytimeWord:    {"daytime", hours},
	noonWord:       {"noon", numberHead},
	hourWord:       {"hour", numberHead},
	monthWord:      {"month", numberHead},
	monthName:      {"month-name", numberHead},
	unitWord:       {"unit", named(dateUnits)},
	eraWord:        {"era", eraYear},
	lengthUnit:     {"length-unit", named(dateUnits)},
	lengthWord:     {"length", countUnit},
	everyWord:      {"every", countUnit},
	lastingWord:    {"lasting", stem},
	lastingBefore:  {"lasting-before", nil},
	termWord:       {"term", nil},
	agoWord:        {"ago", numberHead},
	eventWord:      {"event", nil},
	titleWord:      {"title", nil},
	reportWord:     {"report", nil},
	gatheringWord:  {"gathering", nil},
	boundWord:      {"bound", boundName},
	aboutWord:      {"about", nil},
	particleWord:   {"particle", nil},
	yearSuffix:     {"year-suffix", nil},
	yearCue:        {"year-cue", nil},
	noDateWord:     {"no-date", nil},
	holidayWord:    {"holiday", holidayRule},
	holidayPeriod:  {"holiday-period", nil},
	holidaySeason:  {"holiday-season", nil},
	lunarWord:      {"lunar", nil},
	holidayShort:   {"holiday-short", nil},
	holidayAfter:   {"holiday-after", nil},
}

// kindsByName finds the kind of the words of a section.
var kindsByName = sync.OnceValue(func() map[string]wordKind {
	kinds := map[string]wordKind{}
	for k := noWord + 1; k < lastWordKind; k++ {
		kinds[dateSections[k].name] = k
	}
	return kinds
})

// dateLexicon gives the sections that dates read.
func dateLexicon() (list []lexicon.Section) {
	for _, s := range dateSections[noWord+1:] {
		list = append(list, lexicon.Section{Name: s.name, Check: func(e lexicon.Entry) error { return checkHead(e, s.head) }})
	}
	return list
}

//go:embed data/date.txt data/holidays.txt
var dateData embed.FS

// dateBuiltin reads the words of dates that come with the package.
func dateBuiltin() lexicon.Entries {
	return lexicon.MustRead(dateData, dateLexicon(), "data/date.txt", "data/holidays.txt")
}

// dateUnit orders the units of dates, the coarse ones first.
type dateUnit uint8

const (
	noUnit dateUnit = iota
	centuryUnit
	decadeUnit
	yearUnit
	halfUnit
	quarterUnit
	seasonUnit
	monthUnit
	weekUnit
	dayUnit
	hourUnit
	minuteUnit
	secondUnit
	schoolYear // a year from March
	budgetYear // a calendar year
	nightUnit  // of a stay: 2박 3일
)

var dateUnits = map[string]int{
	"century": int(centuryUnit), "decade": int(decadeUnit), "year": int(yearUnit), "half": int(halfUnit), "quarter": int(quarterUnit),
	"season": int(seasonUnit), "month": int(monthUnit), "week": int(weekUnit), "day": int(dayUnit), "hour": int(hourUnit),
	"minute": int(minuteUnit), "second": int(secondUnit), "school-year": int(schoolYear), "budget-year": int(budgetYear),
	"night": int(nightUnit),
}

// grains gives the grain of each unit.
var grains = [...]Grain{
	noUnit: "", centuryUnit: Century, decadeUnit: Decade, yearUnit: Year, halfUnit: Half, quarterUnit: Quarter, seasonUnit: Season,
	monthUnit: Month, weekUnit: Week, dayUnit: Day, hourUnit: Hour, minuteUnit: Minute, secondUnit: Second, schoolYear: Year, budgetYear: Year, nightUnit: Day,
}

// The directions: 지난, 오는, 다음, 이번, 최근, 앞으로.
const (
	toLast = iota + 1
	toNext
	toFollowing
	toThis
	recently
	comingly
)

var directions = map[string]int{
	"last": toLast, "next": toNext, "following": toFollowing, "this": toThis, "recent": recently, "coming": comingly,
}

// The parts of a period: thirds, and halves.
const (
	startPart = iota + 1
	middlePart
	endPart
	earlyPart
	latePart
	lastDayPart
	firstDayPart
)

var parts = map[string]int{"start": startPart, "middle": middlePart, "end": endPart, "early": earlyPart, "late": latePart, "last-day": lastDayPart, "first-day": firstDayPart}

// dateWord is a word of dates and what it means.
type dateWord struct {
	segments []string // parted where blanks may stand
	size     int      // bytes without blanks
	kind     wordKind
	unit     dateUnit
	n, m     int // by kind: offset and part, number, hours from and to, index of a holiday
	hours    [2]int
	bound    Bound
}

// wordKey is what tells most words from the one that is looked for.
type wordKey struct {
	word  uint16 // its index
	next  uint16 // index of the syllable behind head, where blanks may part them; too large for any
	head  uint8  // the width of the two runes that the word is found by, or of the one
	kind  wordKind
	whole bool // the word is no more than its head
}

// dateWords holds the words of a lexicon.
type dateWords struct {
	words    []dateWord              // the longer first
	table    runes.Table[wordKey]    // of them, by their beginning
	kinds    [runes.Syllables]uint64 // the kinds of words that begin with a syllable
	asciis   [128]uint64
	holidays []calendar.Holiday
	numerals [runes.Syllables]bool // syllables that numbers in words begin with
	scales   [runes.Syllables]bool // syllables inside numbers and before units: 십, 천, 여
}

func newDateWords(l lexicon.Entries) *dateWords {
	d := new(dateWords)
	for _, r := range numeralStarts {
		d.numerals[r-runes.FirstSyllable] = true
	}
	for _, r := range numeralInner {
		d.scales[r-runes.FirstSyllable] = true
	}
	index := map[string]int{}
	for _, e := range l {
		kind, ok := kindsByName()[e.Section]
		if !ok {
			continue
		}
		w := dateWord{kind: kind}
		if head := dateSections[kind].head; head != nil {
			if err := head(&w, strings.Fields(e.Head)); err != nil {
				continue // checkHead reported it
			}
		}
		if w.kind == holidayWord {
			h, _ := calendar.ParseHoliday(e.Head)
			w.n = len(d.holidays)
			d.holidays = append(d.holidays, h)
		}
		for _, text := range e.Words {
			w.segments = strings.Fields(text)
			w.size = len(strings.Join(w.segments, ""))
			key := strings.Join(w.segments, " ") + string(rune(w.kind))
			if w.kind == directionWord {
				key += e.Head
			}
			if i, known := index[key]; known {
				d.words[i] = w
				continue
			}
			index[key] = len(d.words)
			d.words = append(d.words, w)
		}
	}
	d.index()
	return d
}

// index orders the words by size and makes the tables that find them.
func (d *dateWords) index() {
	slices.SortStableFunc(d.words, func(a, b dateWord) int { return b.size - a.size })
	var keys []wordKey
	for i := range d.words {
		w := &d.words[i]
		keys = append(keys, keyOf(i, w))
		switch r := runes.FirstRune(w.segments[0]); {
		case runes.IsHangul(r):
			d.kinds[r-runes.FirstSyllable] |= 1 << w.kind
		case r < utf8.RuneSelf:
			d.asciis[r] |= 1 << w.kind
		}
	}
	d.table = runes.NewTable(keys, func(k wordKey) (one, two uint64) { return runes.StartOf(d.words[k.word].segments[0], 0) })
}

// keyOf gives the key of a word with its index.
func keyOf(index int, w *dateWord) wordKey {
	first := w.segments[0]
	_, head := utf8.DecodeRuneInString(first)
	_, second := utf8.DecodeRuneInString(first[head:])
	head += second
	rest := first[head:] + strings.Join(w.segments[1:], "")
	return wordKey{uint16(index), uint16(min(runes.SyllableAt(rest, 0), runes.Syllables)), uint8(head), w.kind, rest == ""}
}

// in gives the words of some kinds.
func (d *dateWords) in(kinds uint64) iter.Seq[*dateWord] {
	return func(yield func(*dateWord) bool) {
		for i := range d.words {
			if kinds>>d.words[i].kind&1 != 0 && !yield(&d.words[i]) {
				return
			}
		}
	}
}

// find gives the longest word of some kinds that begins at i, and where it ends.
func (d *dateWords) find(text string, i int, kinds uint64) (w *dateWord, end int) {
	if i >= len(text) {
		return nil, i
	}
	if k := runes.SyllableAt(text, i); k < runes.Syllables && d.kinds[k]&kinds == 0 || text[i] < utf8.RuneSelf && d.asciis[text[i]]&kinds == 0 {
		return nil, i
	}
	for _, key := range d.table.At(runes.StartOf(text, i)) {
		switch {
		case kinds>>(key.kind&63)&1 == 0:
			continue
		case key.whole:
			return &d.words[key.word], i + int(key.head)
		case key.next < runes.Syllables && uint(key.next) != runes.SyllableAt(text, runes.SkipBlanks(text, i+int(key.head))):
			continue
		}
		w := &d.words[key.word]
		if end := w.match(text, i); end > i {
			return w, end
		}
	}
	return nil, i
}

// match gives where the word ends if it stands at i, else i.
func (w *dateWord) match(text string, i int) int {
	end := i
	for n, segment := range w.segments {
		if n > 0 {
			end = runes.SkipBlanks(text, end)
		}
		if !strings.HasPrefix(text[end:], segment) {
			return i
		}
		end += len(segment)
	}
	return end
}

// anchorKinds are the kinds of words that a date or a duration may begin with.
const anchorKinds uint64 = 1<<relativeWord | 1<<newYearWord | 1<<thisYearWord | 1<<anaphorWord | 1<<samePeriodWord | 1<<directionWord | 1<<halfWord |
	1<<seasonWord | 1<<weekdayWord | 1<<weekendWord | 1<<daytimeWord | 1<<noonWord | 1<<monthWord | 1<<eraWord | 1<<lengthWord |
	1<<everyWord | 1<<holidayWord | 1<<holidayShort | 1<<lunarWord | 1<<noDateWord

// checkHead checks the head of an entry by what reads it.
func checkHead(e lexicon.Entry, head func(*dateWord, []string) error) error {
	fields := strings.Fields(e.Head)
	if head == nil {
		if len(fields) > 0 {
			return fmt.Errorf("section [%s] wants no head", e.Section)
		}
		return nil
	}
	return head(&dateWord{}, fields)
}

var errHead = errors.New("head does not fit the section")

func numberHead(w *dateWord, fields []string) (err error) {
	if len(fields) != 1 {
		return fmt.Errorf("%w: wants a number", errHead)
	}
	w.n, err = strconv.Atoi(fields[0])
	return err
}

// named reads one of some names.
func named(names map[string]int) func(*dateWord, []string) error {
	return func(w *dateWord, fields []string) error {
		if len(fields) != 1 || names[fields[0]] == 0 {
			return fmt.Errorf("%w: no name %q", errHead, fields)
		}
		w.n = names[fields[0]]
		w.unit = dateUnit(w.n)
		return nil
	}
}

// unitOffset reads "month -1" or "year 0 start".
func unitOffset(w *dateWord, fields []string) (err error) {
	if len(fields) < 2 || len(fields) > 3 || dateUnits[fields[0]] == 0 {
		return fmt.Errorf("%w: wants a unit and an offset", errHead)
	}
	w.unit = dateUnit(dateUnits[fields[0]])
	if len(fields) == 3 {
		if w.m = parts[fields[2]]; w.m == 0 {
			if err := hours(w, fields[2:]); err != nil {
				return err
			}
			w.hours, w.m = [2]int{w.n, w.m}, 0
		}
	}
	w.n, err = strconv.Atoi(fields[1])
	return err
}

// halfHead reads "1" or "1 named".
func halfHead(w *dateWord, fields []string) error {
	if len(fields) == 2 && fields[1] == "named" {
		w.m, fields = 1, fields[:1]
	}
	return numberHead(w, fields)
}

// stem reads "stem", of words that are not whole.
func stem(w *dateWord, fields []string) error {
	if len(fields) > 1 || len(fields) == 1 && fields[0] != "stem" {
		return fmt.Errorf("%w: wants nothing or \"stem\"", errHead)
	}
	w.n = len(fields)
	return nil
}

// countUnit reads "2 week".
func countUnit(w *dateWord, fields []string) (err error) {
	if len(fields) != 2 || dateUnits[fields[1]] == 0 {
		return fmt.Errorf("%w: wants a number and a unit", errHead)
	}
	w.unit = dateUnit(dateUnits[fields[1]])
	w.n, err = strconv.Atoi(fields[0])
	return err
}

// hours reads "12-24".
func hours(w *dateWord, fields []string) error {
	if len(fields) != 1 {
		return fmt.Errorf("%w: wants hours", errHead)
	}
	if _, err := fmt.Sscanf(fields[0], "%d-%d", &w.n, &w.m); err != nil || w.n < 0 || w.n >= w.m || w.m > 24 {
		return fmt.Errorf("%w: bad hours %q", errHead, fields[0])
	}
	return nil
}

// noEra is the offset of eras whose years are left alone.
const noEra = 1 << 20

func eraYear(w *dateWord, fields []string) error {
	if len(fields) == 1 && fields[0] == "none" {
		w.n = noEra
		return nil
	}
	return numberHead(w, fields)
}

func boundName(w *dateWord, fields []string) error {
	if len(fields) != 1 || !slices.Contains([]Bound{From, Until, After, Before}, Bound(fields[0])) {
		return fmt.Errorf("%w: no bound %q", errHead, fields)
	}
	w.bound = Bound(fields[0])
	return nil
}

func holidayRule(_ *dateWord, fields []string) error {
	_, err := calendar.ParseHoliday(strings.Join(fields, " "))
	return err
}
