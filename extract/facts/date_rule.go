package facts

import "sync"

// way says by what a date was resolved, for the trace.
type way uint8

const (
	byNothing way = iota
	byNumber
	byReference
	byText
	byLast
	byNext
	byThis
	byPast
	byFuture
	byNearest
	bySentence
	byOrder
)

var ways = [...]string{
	byNumber: "absolute", byReference: "relative", byText: "anaphor", byLast: "last", byNext: "next", byThis: "this",
	byPast: "past tense", byFuture: "future tense", byNearest: "nearest", bySentence: "same sentence", byOrder: "order",
}

// shape says what was matched, for the trace; below firstShape it is the unit.
type shape uint8

const (
	firstShape = shape(nightUnit) + iota
	offsetShape
	stretchShape
	sameShape
	holidayShape
	lunarShape
	clockShape
	digitsShape
	englishShape
	bareShape
	dateShape
	lastShape
)

var shapes = [lastShape]string{
	offsetShape: "offset", stretchShape: "stretch", sameShape: "same period", holidayShape: "holiday", lunarShape: "lunar", clockShape: "clock",
	digitsShape: "digits", englishShape: "english", bareShape: "year in brackets", dateShape: "date",
}

// rules holds the texts of [Date.Rule], made once.
var rules = sync.OnceValue(func() *[lastShape][len(ways)]string {
	t := new([lastShape][len(ways)]string)
	for what := range t {
		name := shapes[what]
		if what < len(grains) {
			name = string(grains[what])
		}
		for by, way := range ways {
			t[what][by] = name
			if way != "" {
				t[what][by] += ": " + way
			}
		}
	}
	return t
})

// ruleOf names what matched and how it was resolved.
func ruleOf(e *expr, by way) string {
	what := dateShape
	switch {
	case e.ago != 0:
		what = offsetShape
	case e.period:
		what = stretchShape
	case e.same:
		what = sameShape
	case e.holiday != nil:
		what = holidayShape
	case e.lunar:
		what = lunarShape
	case e.unit >= hourUnit && e.unit <= secondUnit && e.first >= dayUnit && e.day.how == absent && e.weekday == 0:
		what = clockShape
	case e.form == numericForm:
		what = digitsShape
	case e.form == englishForm:
		what = englishShape
	case e.form == bareForm:
		what = bareShape
	case e.unit < schoolYear:
		what = shape(e.unit)
	}
	return rules()[what][by]
}
