package words

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
