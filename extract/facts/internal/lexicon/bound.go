package lexicon

// Bound says on which side of its value an amount or a date is open. The heads of the words that say so name them.
type Bound string

// The bounds of amounts and lengths (first four) and of dates.
const (
	AtLeast  Bound = "atLeast"  // 이상
	MoreThan Bound = "moreThan" // 초과, 넘는
	AtMost   Bound = "atMost"   // 이하, 이내
	LessThan Bound = "lessThan" // 미만
	From     Bound = "from"     // 부터
	Until    Bound = "until"    // 까지
	After    Bound = "after"    // 이후
	Before   Bound = "before"   // 이전
)
