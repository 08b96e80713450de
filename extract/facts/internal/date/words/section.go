package words

import (
	"embed"
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
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
