// Package agenda writes the events to come that articles tell of as an iCalendar file, which Google Calendar, Outlook and
// Thunderbird take in.
package agenda

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// Agenda is a calendar under way. It is written as a whole by Flush.
type Agenda struct {
	w      io.Writer
	labels string
	events map[string]event // by what happens when: copies of a story tell the same once
}

type event struct {
	facts.Date
	article  *extract.Article
	sentence string
}

// New begins a calendar with words in the language of labels, "ko" or "en".
func New(w io.Writer, labels string) *Agenda {
	return &Agenda{w: w, labels: labels, events: map[string]event{}}
}

// coarsest are the grains that stand in a calendar: a year or a season would fill it.
var coarsest = []facts.Grain{facts.Minute, facts.Hour, facts.Day, facts.Week, facts.Month}

// Write takes over the events of an article that are to come when it is published.
func (a *Agenda) Write(l output.Line) error {
	if l.Err != nil || l.Article == nil || l.Article.Published.IsZero() {
		return nil
	}
	for _, d := range l.Article.Facts.Dates {
		if d.Event.Lemma == "" || d.From.IsZero() || !d.From.After(l.Article.Published.Time) || !slices.Contains(coarsest, d.Grain) {
			continue
		}
		e := event{d, l.Article, output.Sentence(l.Article.Text, d.Span)}
		key := e.key()
		if other, known := a.events[key]; !known || e.article.Published.Before(other.article.Published.Time) {
			a.events[key] = e
		}
	}
	return nil
}

// key says what happens when, in which words.
func (e event) key() string {
	return strings.Join([]string{
		e.From.Format(time.RFC3339), e.To.Format(time.RFC3339), e.Event.Lemma, strings.Join(strings.Fields(e.sentence), ""),
	}, "\n")
}

// Flush writes the calendar, in order of time.
func (a *Agenda) Flush() error {
	cal := ics.NewCalendarFor("gisa")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRTimezone("Asia/Seoul")
	keys := make([]string, 0, len(a.events))
	for k := range a.events {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(x, y string) int {
		return cmp.Or(a.events[x].From.Compare(a.events[y].From), strings.Compare(x, y))
	})
	for _, k := range keys {
		a.add(cal, k, a.events[k])
	}
	return cal.SerializeTo(a.w, ics.WithNewLineWindows)
}

func (a *Agenda) add(cal *ics.Calendar, key string, e event) {
	sum := sha256.Sum256([]byte(key))
	v := cal.AddEvent(hex.EncodeToString(sum[:12]) + "@gisa")
	v.SetDtStampTime(e.article.Published.UTC()) // nothing here reads the clock, and the same pages give the same file
	v.SetSummary(clean(a.summary(e)))
	v.SetDescription(clean(a.description(e)))
	if u := e.article.URL; u != "" && !strings.ContainsFunc(u, unicode.IsControl) {
		v.SetURL(u)
	}
	v.SetTimeTransparency(ics.TransparencyTransparent)
	switch e.Grain {
	case facts.Minute:
		v.SetStartAt(e.From.UTC())
	case facts.Hour:
		v.SetStartAt(e.From.UTC())
		v.SetEndAt(e.To.UTC())
	default:
		v.SetAllDayStartAt(e.From.In(seoul))
		v.SetAllDayEndAt(e.To.In(seoul))
	}
}

// seoul is the zone whose days are meant.
var seoul = time.FixedZone("KST", 9*60*60)

// summary says what happens and of which story: ~접수 마감 · 제목.
func (a *Agenda) summary(e event) string {
	what := cmp.Or(e.Event.Lemma, e.Event.Raw)
	words := map[facts.Bound][2]string{
		facts.From: {what + " 시작", what + " begins"}, facts.Until: {what + " 까지", what + " until"},
		facts.Before: {what + " 이전", what + " before"}, facts.After: {what + " 이후", what + " after"},
	}
	if w, bounded := words[e.Bound]; bounded {
		what = w[0]
		if a.labels == "en" {
			what = w[1]
		}
	}
	return what + " · " + e.article.Title
}

// description is the sentence, and who says so when.
func (a *Agenda) description(e event) string {
	from := ""
	if o := cmp.Or(e.article.Source, e.article.Publisher); o != nil {
		from = o.Name
	}
	when := e.article.Published.In(seoul).Format(time.DateOnly)
	return e.sentence + "\n" + strings.TrimSpace(from+" "+when)
}

// clean takes out what no calendar may hold.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, s)
}
