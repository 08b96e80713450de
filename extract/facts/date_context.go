package facts

import (
	"strings"
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// dateState is what reading dates carries along the text.
type dateState struct {
	words  *dateWords
	ready  bool
	known  bool           // there is a reference
	ref    calendar.Civil // its day
	today  calendar.Day   // the same
	minute int            // of the day

	last     moment           // the date resolved last
	lastDay  moment           // the last of a day or less
	priorDay moment           // the one before it
	lastYear moment           // the last whose year was named
	story    moment           // the first day of the text at or shortly before the reference: what the text reports
	dated    bool             // story is a day by its number alone
	byDay    [32]calendar.Day // the day last named by its number alone or with its month
	hasByDay uint32
}

// moment is a date that was resolved and where it stands.
type moment struct {
	period
	how        how          // by what its year was fixed
	month      bool         // its month was named
	ahead      calendar.Day // how many days before the day it counts from it lies: 1 of 전날
	start, end int
	ok         bool
}

// period is a stretch of time in seconds since 1970 on Korean clocks, [from, to).
type period struct {
	from, to int64
	unit     dateUnit
}

const daySeconds = 24 * 60 * 60

func days(from, to calendar.Day, unit dateUnit) period {
	return period{int64(from) * daySeconds, int64(to) * daySeconds, unit}
}

// first and last give the days on which the period begins and ends.
func (p period) first() calendar.Day { return calendar.Day(calendar.FloorDiv(int(p.from), daySeconds)) }
func (p period) last() calendar.Day  { return calendar.Day(calendar.FloorDiv(int(p.to-1), daySeconds)) }

func (p period) times() (from, to time.Time) {
	return time.Unix(p.from-9*60*60, 0).In(calendar.KST), time.Unix(p.to-9*60*60, 0).In(calendar.KST)
}

// writable tells whether both ends lie in the years that dates may lie in.
func (p period) writable() bool {
	return p.from < p.to && p.from >= int64(calendar.FirstDay)*daySeconds && p.to <= int64(calendar.LastDay)*daySeconds
}

// setup reads the reference, at the first date of a text.
func (c *dateState) setup(reference time.Time) {
	c.ready = true
	if reference.IsZero() {
		return
	}
	t := reference.In(calendar.KST)
	if y := t.Year(); y < calendar.FirstYear || y > calendar.LastYear {
		return
	}
	c.known, c.today = true, calendar.DayAt(reference)
	c.ref = c.today.Civil()
	c.minute = t.Hour()*60 + t.Minute()
}

// note remembers a date that was resolved.
func (c *dateState) note(m moment, e *expr) {
	c.last = m
	if m.how != absent {
		c.lastYear = m
	}
	if m.unit < dayUnit {
		return
	}
	if e.day.how == anaphoric && e.day.n < 0 {
		m.ahead = calendar.Day(-e.day.n)
	}
	c.priorDay, c.lastDay = c.lastDay, m
	day := m.first()
	if e.day.how == absolute {
		d := day.Civil().Day
		c.byDay[d], c.hasByDay = day, c.hasByDay|1<<d
	}
	if !c.known || day > c.today || day < c.today-10 || m.last() != day {
		return
	}
	// What is reported is dated by the number alone (15일); 지난 15일 is what went before.
	if plain := e.day.how == absolute && !m.month && e.direction == 0; !c.story.ok || plain && !c.dated {
		c.story, c.dated = m, plain
	}
}

// thisDay gives the day that 이날 at i means: the last day named in the paragraph, the day that the text reports, or the
// reference. A day to come counts where the verb is in the future.
func (c *dateState) thisDay(text string, i, end int) (calendar.Day, bool) {
	if !c.lastDay.ok {
		return c.today, c.known
	}
	l := &c.lastDay
	same := strings.HasPrefix(text[i:], sameDay)
	near := i-l.end < runes.SentenceReach && (same || follows(text[l.end:max(i, l.end)])) && !strings.HasSuffix(text[:i], besides) && (same || !strings.HasPrefix(text[l.end:], asOf))
	if c.reported(text, i, end) {
		l, near = &c.priorDay, true
	}
	day := l.last()
	if l.ahead > 0 && (strings.HasPrefix(text[i:], "이날") || strings.HasPrefix(text[i:], "전날")) {
		day += l.ahead // 전날 … 이날: both count from one day
	}
	if c.known && day > c.today {
		if t := tenseAfter(text, end); t == future || t == farFuture || t == noTense && near {
			return day, true
		}
		near = false
	}
	if near || !c.story.ok {
		if c.known && day > c.today {
			return c.today, true
		}
		return day, true
	}
	return c.story.last(), true
}

// reported tells whether 이날 at i is the day before the one named last, which is that of the report: 18일 협약을 맺었다고
// 19일 밝혔다. 이날 협약식에는 …
func (c *dateState) reported(text string, i, end int) bool {
	l, p := &c.lastDay, &c.priorDay
	return p.ok && p.last() == p.first() && p.last() < l.first() && p.end <= l.start && i-l.end < runes.SentenceReach &&
		runes.Sentence(text, p.end, l.start) && !runes.Sentence(text, l.end, i) && c.words.reports(text, l.end) && c.words.gathers(text, end)
}

// reports tells whether a verb of telling follows the day that ends at i: 19일 밝혔다.
func (d *dateWords) reports(text string, i int) bool {
	w, _ := d.find(text, runes.SkipBlanks(text, i), 1<<reportWord)
	return w != nil
}

// gathers tells whether the word behind i names what people come together for: 이날 협약식에는.
func (d *dateWords) gathers(text string, i int) bool {
	for i = runes.SkipBlanks(text, i); runes.SyllableAt(text, i) < runes.Syllables; i += len("식") {
		if w, _ := d.find(text, i, 1<<gatheringWord); w != nil {
			return true
		}
	}
	return false
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
	return quote < 0 || strings.HasPrefix(between[quote:], "“") || strings.LastIndex(between, "“") > strings.LastIndex(between, "”")
}

// paragraphEnds tells whether a paragraph ends between two places, or they lie too far apart for a date to be carried.
func paragraphEnds(text string, from, to int) bool {
	return to-from > runes.SentenceReach || from < to && strings.IndexByte(text[from:to], '\n') >= 0
}

// joined tells whether no more than a connective parts two dates: 18일과 19일.
func joined(between string) bool {
	between = strings.TrimSpace(between)
	switch between {
	case "", ",", "·", "과", "와", "및", "이나", "나", "또는", "그리고", "ㆍ", "/", "에 이어", "이랑", "혹은":
		return true
	}
	return false
}
