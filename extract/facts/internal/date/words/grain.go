package words

// Grain is the unit that a date is exact to.
type Grain string

// The grains of dates.
const (
	Second  Grain = "second"
	Minute  Grain = "minute"
	Hour    Grain = "hour"
	Day     Grain = "day"
	Week    Grain = "week"
	Month   Grain = "month"
	Quarter Grain = "quarter"
	Half    Grain = "half"
	Season  Grain = "season"
	Year    Grain = "year"
	Decade  Grain = "decade"
	Century Grain = "century"
)

// Grains gives the grain of each unit.
var Grains = [...]Grain{
	NoUnit: "", CenturyUnit: Century, DecadeUnit: Decade, YearUnit: Year, HalfUnit: Half, QuarterUnit: Quarter,
	SeasonUnit: Season,
	MonthUnit:  Month, WeekUnit: Week, DayUnit: Day, HourUnit: Hour, MinuteUnit: Minute, SecondUnit: Second,
	SchoolYear: Year, BudgetYear: Year, NightUnit: Day,
}
