// Package words holds the words of dates and of lengths of time, and finds them in a text.
package words

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
	"github.com/gisa-go/gisa/internal/korean"
)

// WordKind is the section of the lexicon that a word of dates stands in.
type WordKind uint8

const (
	noWord WordKind = iota
	RelativeWord
	NewYearWord
	ThisYearWord
	AnaphorWord
	SamePeriodWord
	DirectionWord
	HalfWord
	SeasonWord
	PartWord
	WeekdayWord
	WeekdayShort
	WeekendWord
	NthWord
	DaytimeWord
	NoonWord
	HourWord
	MonthWord
	MonthName
	UnitWord
	EraWord
	LengthUnit
	LengthWord
	EveryWord
	LastingWord
	LastingJoined
	LastingApart
	LastingBefore
	TermWord
	AgoWord
	EventWord
	TitleWord
	reportWord
	gatheringWord
	BoundWord
	AboutWord
	ParticleWord
	YearSuffix
	YearCue
	FutureNoun
	BudgetNoun
	TimesADay
	LeapWord
	WholeNoun
	NameHead
	PersonNoun
	PersonVerb
	SlashLabel
	ShareWord
	JoinedNoun
	NotAgo
	NotLasting
	NotPart
	NotHalf
	NoDateWord
	HolidayWord
	HolidayPeriod
	HolidaySeason
	LunarWord
	HolidayShort
	HolidayAfter
	lastWordKind
)

// sections names the section of each kind of word and says how its head is read into a word.
var sections = [lastWordKind]struct {
	name string
	head func(*Word, []string) error
}{
	RelativeWord:   {"relative", unitOffset},
	NewYearWord:    {"new-year", nil},
	ThisYearWord:   {"this-year", nil},
	AnaphorWord:    {"anaphor", unitOffset},
	SamePeriodWord: {"same-period", nil},
	DirectionWord:  {"direction", named(directions)},
	HalfWord:       {"half", halfHead},
	SeasonWord:     {"season", numberHead},
	PartWord:       {"part", named(parts)},
	WeekdayWord:    {"weekday", numberHead},
	WeekdayShort:   {"weekday-short", numberHead},
	WeekendWord:    {"weekend", nil},
	NthWord:        {"nth", numberHead},
	DaytimeWord:    {"daytime", hours},
	NoonWord:       {"noon", numberHead},
	HourWord:       {"hour", numberHead},
	MonthWord:      {"month", numberHead},
	MonthName:      {"month-name", numberHead},
	UnitWord:       {"unit", named(unitNames)},
	EraWord:        {"era", eraYear},
	LengthUnit:     {"length-unit", named(unitNames)},
	LengthWord:     {"length", countUnit},
	EveryWord:      {"every", countUnit},
	LastingWord:    {"lasting", stem},
	LastingJoined:  {"lasting-joined", nil},
	LastingApart:   {"lasting-apart", nil},
	LastingBefore:  {"lasting-before", nil},
	TermWord:       {"term", nil},
	AgoWord:        {"ago", numberHead},
	EventWord:      {"event", nil},
	TitleWord:      {"title", nil},
	reportWord:     {"report", nil},
	gatheringWord:  {"gathering", nil},
	BoundWord:      {"bound", boundName},
	AboutWord:      {"about", nil},
	ParticleWord:   {"particle", nil},
	YearSuffix:     {"year-suffix", nil},
	YearCue:        {"year-cue", nil},
	FutureNoun:     {"future", nil},
	BudgetNoun:     {"budget", nil},
	TimesADay:      {"times-a-day", nil},
	LeapWord:       {"leap", nil},
	WholeNoun:      {"whole", nil},
	NameHead:       {"name-head", nil},
	PersonNoun:     {"person", nil},
	PersonVerb:     {"person-verb", nil},
	SlashLabel:     {"slash-label", nil},
	JoinedNoun:     {"joined", nil},
	NotAgo:         {"not-ago", nil},
	NotLasting:     {"not-lasting", nil},
	NotPart:        {"not-part", nil},
	NotHalf:        {"not-half", nil},
	ShareWord:      {"share", nil},
	NoDateWord:     {"no-date", nil},
	HolidayWord:    {"holiday", holidayRule},
	HolidayPeriod:  {"holiday-period", nil},
	HolidaySeason:  {"holiday-season", nil},
	LunarWord:      {"lunar", nil},
	HolidayShort:   {"holiday-short", nil},
	HolidayAfter:   {"holiday-after", nil},
}

// kindsByName finds the kind of the words of a section.
var kindsByName = sync.OnceValue(func() map[string]WordKind {
	kinds := map[string]WordKind{}
	for k := noWord + 1; k < lastWordKind; k++ {
		kinds[sections[k].name] = k
	}
	return kinds
})

// Sections gives the sections that dates read.
func Sections() (list []lexicon.Section) {
	for _, s := range sections[noWord+1:] {
		list = append(list, lexicon.Section{Name: s.name, Check: func(e lexicon.Entry) error { return checkHead(e, s.head) }})
	}
	return list
}

//go:embed data/date.txt data/holidays.txt
var data embed.FS

// Builtin reads the words of dates that come with the package.
func Builtin() lexicon.Entries {
	return lexicon.MustRead(data, Sections(), "data/date.txt", "data/holidays.txt")
}

// Unit orders the units of dates, the coarse ones first.
type Unit uint8

const (
	NoUnit Unit = iota
	CenturyUnit
	DecadeUnit
	YearUnit
	HalfUnit
	QuarterUnit
	SeasonUnit
	MonthUnit
	WeekUnit
	DayUnit
	HourUnit
	MinuteUnit
	SecondUnit
	SchoolYear // a year from March
	BudgetYear // a calendar year
	NightUnit  // of a stay: 2박 3일
)

var unitNames = map[string]int{
	"century": int(CenturyUnit), "decade": int(DecadeUnit), "year": int(YearUnit), "half": int(HalfUnit),
	"quarter": int(QuarterUnit),
	"season":  int(SeasonUnit), "month": int(MonthUnit), "week": int(WeekUnit), "day": int(DayUnit), "hour": int(HourUnit),
	"minute": int(MinuteUnit), "second": int(SecondUnit), "school-year": int(SchoolYear), "budget-year": int(BudgetYear),
	"night": int(NightUnit),
}

// The directions: 지난, 오는, 다음, 이번, 최근, 앞으로.
const (
	ToLast = iota + 1
	ToNext
	ToFollowing
	ToThis
	Recently
	Comingly
)

var directions = map[string]int{
	"last": ToLast, "next": ToNext, "following": ToFollowing, "this": ToThis, "recent": Recently, "coming": Comingly,
}

// The parts of a period: thirds, and halves.
const (
	StartPart = iota + 1
	MiddlePart
	EndPart
	EarlyPart
	LatePart
	LastDayPart
	FirstDayPart
)

var parts = map[string]int{"start": StartPart, "middle": MiddlePart, "end": EndPart, "early": EarlyPart,
	"late": LatePart, "last-day": LastDayPart, "first-day": FirstDayPart}

// Syllables that numbers in words begin with, and further ones inside them or before a unit.
const (
	numeralStarts = "일이삼사오육칠팔구십백천한두세네다여아열스서마쉰예석넉수"
	numeralInner  = "십백천만억조여른흔섯덟곱홉물"
)

// Word is a word of dates and what it means.
type Word struct {
	Segments []string // parted where blanks may stand
	size     int      // bytes without blanks
	Kind     WordKind
	Unit     Unit
	N, M     int // by kind: offset and part, number, hours from and to, index of a holiday
	Hours    [2]int
	Bound    lexicon.Bound
}

// wordKey is what tells most words from the one that is looked for.
type wordKey struct {
	word  uint16 // its index
	next  uint16 // index of the syllable behind head, where blanks may part them; too large for any
	head  uint8  // the width of the two runes that the word is found by, or of the one
	kind  WordKind
	whole bool // the word is no more than its head
}

// Words holds the words of a lexicon.
type Words struct {
	words    []Word                  // the longer first
	table    runes.Table[wordKey]    // of them, by their beginning
	Kinds    [runes.Syllables]uint64 // the kinds of words that begin with a syllable
	Asciis   [128]uint64
	Holidays []calendar.Holiday
	Numerals [runes.Syllables]bool // syllables that numbers in words begin with
	Scales   [runes.Syllables]bool // syllables inside numbers and before units: 십, 천, 여
}

// New makes the tables of what a lexicon says of dates.
func New(l lexicon.Entries) *Words {
	d := new(Words)
	for _, r := range numeralStarts {
		d.Numerals[r-runes.FirstSyllable] = true
	}
	for _, r := range numeralInner {
		d.Scales[r-runes.FirstSyllable] = true
	}
	index := map[string]int{}
	for _, e := range l {
		kind, ok := kindsByName()[e.Section]
		if !ok {
			continue
		}
		w := Word{Kind: kind}
		if head := sections[kind].head; head != nil {
			if err := head(&w, strings.Fields(e.Head)); err != nil {
				continue // checkHead reported it
			}
		}
		if w.Kind == HolidayWord {
			h, _ := calendar.ParseHoliday(e.Head)
			w.N = len(d.Holidays)
			d.Holidays = append(d.Holidays, h)
		}
		for _, text := range e.Words {
			w.Segments = strings.Fields(text)
			w.size = len(strings.Join(w.Segments, ""))
			key := strings.Join(w.Segments, " ") + string(rune(w.Kind))
			if w.Kind == DirectionWord {
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
func (d *Words) index() {
	slices.SortStableFunc(d.words, func(a, b Word) int { return b.size - a.size })
	var keys []wordKey
	for i := range d.words {
		w := &d.words[i]
		keys = append(keys, keyOf(i, w))
		switch r := runes.FirstRune(w.Segments[0]); {
		case korean.IsSyllable(r):
			d.Kinds[r-runes.FirstSyllable] |= 1 << w.Kind
		case r < utf8.RuneSelf:
			d.Asciis[r] |= 1 << w.Kind
		}
	}
	d.table = runes.NewTable(keys,
		func(k wordKey) (one, two uint64) { return runes.StartOf(d.words[k.word].Segments[0], 0) })
}

// keyOf gives the key of a word with its index.
func keyOf(index int, w *Word) wordKey {
	first := w.Segments[0]
	_, head := utf8.DecodeRuneInString(first)
	_, second := utf8.DecodeRuneInString(first[head:])
	head += second
	rest := first[head:] + strings.Join(w.Segments[1:], "")
	return wordKey{uint16(index), uint16(min(runes.SyllableAt(rest, 0), runes.Syllables)), uint8(head), w.Kind, rest == ""}
}

// in gives the words of some kinds.
func (d *Words) in(kinds uint64) iter.Seq[*Word] {
	return func(yield func(*Word) bool) {
		for i := range d.words {
			if kinds>>d.words[i].Kind&1 != 0 && !yield(&d.words[i]) {
				return
			}
		}
	}
}

// Find gives the longest word of some kinds that begins at i, and where it ends.
func (d *Words) Find(text string, i int, kinds uint64) (w *Word, end int) {
	if i >= len(text) {
		return nil, i
	}
	if k := runes.SyllableAt(text, i); k < runes.Syllables && d.Kinds[k]&kinds == 0 || text[i] < utf8.RuneSelf &&
		d.Asciis[text[i]]&kinds == 0 {
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
func (w *Word) match(text string, i int) int {
	end := i
	for n, segment := range w.Segments {
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

// AnchorKinds are the kinds of words that a date or a duration may begin with.
const AnchorKinds uint64 = 1<<RelativeWord | 1<<NewYearWord | 1<<ThisYearWord | 1<<AnaphorWord | 1<<SamePeriodWord |
	1<<DirectionWord | 1<<HalfWord | 1<<SeasonWord | 1<<WeekdayWord | 1<<WeekendWord | 1<<DaytimeWord | 1<<NoonWord |
	1<<MonthWord | 1<<EraWord | 1<<LengthWord | 1<<EveryWord | 1<<HolidayWord | 1<<HolidayShort | 1<<LunarWord |
	1<<NoDateWord | 1<<LeapWord

const (
	// LaterKinds are the kinds of words that may go on a date.
	LaterKinds uint64 = 1<<RelativeWord | 1<<HalfWord | 1<<SeasonWord | 1<<PartWord | 1<<WeekdayWord | 1<<WeekendWord |
		1<<NthWord | 1<<DaytimeWord | 1<<NoonWord | 1<<HourWord | 1<<MonthWord | 1<<HolidayWord | 1<<HolidayPeriod |
		1<<HolidayShort | 1<<AnaphorWord | 1<<SamePeriodWord | 1<<LunarWord | 1<<LeapWord
	// OpenKinds are the kinds of words that a date may end before.
	OpenKinds uint64 = ParticleKinds | 1<<JoinedNoun
	// ParticleKinds are those of them that are no words of their own.
	ParticleKinds uint64 = 1<<ParticleWord | 1<<AboutWord | 1<<BoundWord
	// HolidayKinds are the kinds of words that make a short name a holiday: 설 연휴, 설 명절.
	HolidayKinds uint64 = 1<<HolidayAfter | 1<<HolidayPeriod | 1<<HolidaySeason
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

// Reports tells whether a verb of telling follows the day that ends at i: 19일 밝혔다.
func (d *Words) Reports(text string, i int) bool {
	w, _ := d.Find(text, runes.SkipBlanks(text, i), 1<<reportWord)
	return w != nil
}

// Gathers tells whether the word behind i names what people come together for: 이날 협약식에는.
func (d *Words) Gathers(text string, i int) bool {
	for i = runes.SkipBlanks(text, i); runes.SyllableAt(text, i) < runes.Syllables; i += len("식") {
		if w, _ := d.Find(text, i, 1<<gatheringWord); w != nil {
			return true
		}
	}
	return false
}

// GathersSoon tells whether one of the next words of the sentence behind i names what people come together for.
func (d *Words) GathersSoon(text string, i int) bool {
	for range gatheringReach {
		if d.Gathers(text, i) {
			return true
		}
		i = runes.SkipBlanks(text, i)
		for i < len(text) && text[i] != ' ' {
			if c := text[i]; c == '\n' || c == '.' && !runes.IsDigitAt(text, i+1) {
				return false
			}
			i++
		}
	}
	return false
}

// gatheringReach is how many words behind a time are looked at for what it is the time of.
const gatheringReach = 6

// YearDegree tells 내년도 예산 from 내년도 (내년, too).
func (d *Words) YearDegree(text string, i int) bool {
	w, _ := d.Find(text, runes.SkipBlanks(text, i+len("도")), 1<<BudgetNoun)
	return w != nil
}
