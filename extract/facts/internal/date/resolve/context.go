package resolve

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/expr"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Context is what reading dates carries along the text.
type Context struct {
	Words  *words.Words
	Ready  bool
	known  bool           // there is a reference
	Ref    calendar.Civil // its day
	today  calendar.Day   // the same
	minute int            // of the day

	Last     Moment           // the date resolved last
	lastDay  Moment           // the last of a day or less
	priorDay Moment           // the one before it
	head     Moment           // the day that heads the lines that follow it
	lastYear Moment           // the last whose year was named
	story    Moment           // the first day of the text at or shortly before the reference: what the text reports
	dated    bool             // story is a day by its number alone
	byDay    [32]calendar.Day // the day last named by its number alone or with its month
	hasByDay uint32
}

// Moment is a date that was resolved and where it stands.
type Moment struct {
	Period
	How        expr.How     // by what its year was fixed
	Month      bool         // its month was named
	ahead      calendar.Day // how many days before the day it counts from it lies: 1 of 전날
	Start, End int
	OK         bool
}

// Period is a stretch of time in seconds since 1970 on Korean clocks, [from, to).
type Period struct {
	From, To int64
	Unit     words.Unit
}

// DaySeconds is how many seconds a day of the calendar has.
const DaySeconds = 24 * 60 * 60

func days(from, to calendar.Day, unit words.Unit) Period {
	return Period{int64(from) * DaySeconds, int64(to) * DaySeconds, unit}
}

// First and last give the days on which the period begins and ends.
func (p Period) First() calendar.Day { return calendar.Day(calendar.FloorDiv(int(p.From), DaySeconds)) }
func (p Period) last() calendar.Day  { return calendar.Day(calendar.FloorDiv(int(p.To-1), DaySeconds)) }

// Times gives the two ends at +09:00.
func (p Period) Times() (from, to time.Time) {
	return time.Unix(p.From-9*60*60, 0).In(calendar.KST), time.Unix(p.To-9*60*60, 0).In(calendar.KST)
}

// Writable tells whether both ends lie in the years that dates may lie in.
func (p Period) Writable() bool {
	return p.From < p.To && p.From >= int64(calendar.FirstDay+1)*DaySeconds && p.To <= int64(calendar.LastDay)*DaySeconds
}

// Setup reads the reference, at the first date of a text.
func (c *Context) Setup(w *words.Words, reference time.Time) {
	c.Words, c.Ready = w, true
	if reference.IsZero() {
		return
	}
	t := reference.In(calendar.KST)
	if y := t.Year(); y < calendar.FirstYear || y > calendar.LastYear {
		return
	}
	c.known, c.today = true, calendar.DayAt(reference)
	c.Ref = c.today.Civil()
	c.minute = t.Hour()*60 + t.Minute()
}

// Note remembers a date that was resolved.
func (c *Context) Note(m Moment, e *expr.Expr) {
	c.Last = m
	if m.How != expr.Absent {
		c.lastYear = m
	}
	if m.Unit < words.DayUnit {
		return
	}
	if e.Day.How == expr.Anaphoric && e.Day.N < 0 {
		m.ahead = calendar.Day(-e.Day.N)
	}
	c.priorDay, c.lastDay = c.lastDay, m
	day := m.First()
	if e.Day.How == expr.Absolute {
		d := day.Civil().Day
		c.byDay[d], c.hasByDay = day, c.hasByDay|1<<d
	}
	if !c.known || day > c.today || day < c.today-10 || m.last() != day {
		return
	}
	// What is reported is dated by the number alone (15일); 지난 15일 is what went before.
	if plain := e.Day.How == expr.Absolute && !m.Month && e.Direction == 0; !c.story.OK || plain && !c.dated {
		c.story, c.dated = m, plain
	}
}

// thisDay gives the day that 이날 at i means: the last day named in the paragraph, the day that the text reports, or the
// reference. A day to come counts where the verb is in the future.
func (c *Context) thisDay(text string, e *expr.Expr) (calendar.Day, bool) {
	i, end := e.Start, e.End
	if !c.lastDay.OK {
		return c.today, c.known
	}
	l := &c.lastDay
	same := strings.HasPrefix(text[i:], sameDay)
	near := i-l.End < runes.SentenceReach && (same || follows(text[l.End:max(i, l.End)])) &&
		!strings.HasSuffix(text[:i], besides) && (same || !strings.HasPrefix(text[l.End:], asOf))
	if c.reported(text, e, i, end) {
		l, near = &c.priorDay, true
	} else if near && !same && c.story.OK && c.story.Start != l.Start && isBackground(text[l.End:i]) {
		near = false
	}
	day := l.last()
	if l.ahead > 0 && (strings.HasPrefix(text[i:], "이날") || strings.HasPrefix(text[i:], "전날")) {
		day += l.ahead // 전날 … 이날: both count from one day
	}
	if c.known && day > c.today {
		if t := tenseAfter(c.Words, text, end); t == future || t == farFuture || t == noTense && near {
			return day, true
		}
		near = false
	}
	if near || !c.story.OK {
		if c.known && day > c.today {
			return c.today, true
		}
		return day, true
	}
	return c.story.last(), true
}

// reported tells whether 이날 at i is the day before the one named last, which is that of the report: 18일 협약을 맺었다고
// 19일 밝혔다. 이날 협약식에는 …
func (c *Context) reported(text string, e *expr.Expr, i, end int) bool {
	l, p := &c.lastDay, &c.priorDay
	return p.OK && p.last() == p.First() && p.last() < l.First() && p.End <= l.Start && i-l.End < runes.SentenceReach &&
		runes.Sentence(text, p.End, l.Start) && !runes.Sentence(text, l.End, i) && c.Words.Reports(text, l.End) &&
		(c.Words.Gathers(text, end) || e.Day.N > 0) // 이튿날 is the one after what was told of
}

// isBackground tells whether the sentence in which a day was named tells of what went before the story, by its
// pluperfect: 지난달 28일에는 응하지 않았었다. 이날 …
func isBackground(text string) bool {
	end := strings.Index(text, "다.")
	if end < 0 || !strings.HasSuffix(text[:end], "었") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[:end-len("었")])
	return r != '있' && r != '없' && (r-runes.FirstSyllable)%finals == finalSsang
}

// asOf stands behind the day of a figure, on which nothing happened: 31일 기준.
const asOf = " 기준"

// besides stands before a day that is another than the one named last: 24일 질의에 이어 이날.
const besides = "에 이어 "

// sameDay begins the word that means the day named last, in whatever paragraph.
const sameDay = "같은"

// follows tells whether a word behind between counts from the day in front of it: no paragraph ends there, and no
// quotation that the day alone is in.
func follows(between string) bool {
	if strings.Contains(between, "\n") {
		return false
	}
	quote := strings.IndexAny(between, "“”")
	return quote < 0 || strings.HasPrefix(between[quote:], "“") ||
		strings.LastIndex(between, "“") > strings.LastIndex(between, "”")
}

// paragraphEnds tells whether a paragraph ends between two places, or they lie too far apart for a date to be carried.
func paragraphEnds(text string, from, to int) bool {
	return to-from > runes.SentenceReach || from < to && strings.IndexByte(text[from:to], '\n') >= 0
}

// Joined tells whether no more than a connective parts two dates: 18일과 19일.
func Joined(between string) bool {
	between = strings.TrimSpace(between)
	switch between {
	case "", ",", "·", "과", "와", "및", "이나", "나", "또는", "그리고", "ㆍ", "/", "에 이어", "이랑", "혹은":
		return true
	}
	return false
}

// Resolver gives one date its place in the calendar.
type Resolver struct {
	*Context
	Text  string
	E     *expr.Expr
	Floor calendar.Day // the date is the first not before this day
	Bound bool         // floor is set
	How   way          // by what the date was resolved, for the trace
	Rel   bool         // it depends on the reference or on the text
}
