package words

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
