package resolve

import (
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/date/expr"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
)

// way says by what a date was resolved, for the trace.
type way uint8

const (
	ByNothing way = iota
	byNumber
	byReference
	byText
	byLast
	byNext
	byThis
	byPast
	byFuture
	byNearest
	BySentence
	byOrder
)

var ways = [...]string{
	byNumber: "absolute", byReference: "relative", byText: "anaphor", byLast: "last", byNext: "next", byThis: "this",
	byPast: "past tense", byFuture: "future tense", byNearest: "nearest", BySentence: "same sentence", byOrder: "order",
}

// shape says what was matched, for the trace; below firstShape it is the unit.
type shape uint8

const (
	firstShape = shape(words.NightUnit) + iota
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
	offsetShape: "offset", stretchShape: "stretch", sameShape: "same period", holidayShape: "holiday",
	lunarShape: "lunar", clockShape: "clock",
	digitsShape: "digits", englishShape: "english", bareShape: "year in brackets", dateShape: "date",
}

// rules holds the texts of [Date.Rule], made once.
var rules = sync.OnceValue(func() *[lastShape][len(ways)]string {
	t := new([lastShape][len(ways)]string)
	for what := range t {
		name := shapes[what]
		if what < len(words.Grains) {
			name = string(words.Grains[what])
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

// Rule names what matched and how it was resolved.
func Rule(e *expr.Expr, by way) string {
	what := dateShape
	switch {
	case e.Ago != 0:
		what = offsetShape
	case e.Period:
		what = stretchShape
	case e.Same:
		what = sameShape
	case e.Holiday != nil:
		what = holidayShape
	case e.Lunar:
		what = lunarShape
	case e.Unit >= words.HourUnit && e.Unit <= words.SecondUnit && e.First >= words.DayUnit &&
		e.Day.How == expr.Absent && e.Weekday == 0:
		what = clockShape
	case e.Form == expr.NumericForm:
		what = digitsShape
	case e.Form == expr.EnglishForm:
		what = englishShape
	case e.Form == expr.BareForm:
		what = bareShape
	case e.Unit < words.SchoolYear:
		what = shape(e.Unit)
	}
	return rules()[what][by]
}
