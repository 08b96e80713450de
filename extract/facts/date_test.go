package facts

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
)

// corpusTime is the reference of testdata/dates.txt.
var corpusTime = time.Date(2022, 2, 23, 17, 41, 0, 0, calendar.KST)

func TestDateCorpus(t *testing.T) {
	file, err := os.ReadFile("testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	classes := map[string]int{}
	for line := range strings.Lines(string(file)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		class, rest, _ := strings.Cut(strings.TrimSpace(line), " | ")
		marked, want, ok := strings.Cut(rest, " |")
		if !ok {
			t.Fatalf("bad line %q", line)
		}
		classes[class]++
		text := strings.NewReplacer("[", "", "]", "", "{", "", "}", "", "¶", "\n").Replace(marked)
		got, answers := mark(text, Find(text, &Options{Reference: corpusTime, Names: NamesNone}))
		if want = strings.TrimSpace(want); got != strings.ReplaceAll(marked, "¶", "\n") || answers != want {
			t.Errorf("%s\n got %s | %s\nwant %s | %s", class, got, answers, marked, want)
		}
	}
	for class, n := range classes {
		if n < 3 && strings.HasPrefix(class, "D") {
			t.Errorf("class %s has %d lines", class, n)
		}
	}
	if len(classes) < 58 {
		t.Errorf("%d classes, want all 58", len(classes))
	}
}

// mark puts the dates and durations of a text in brackets and writes their answers.
func mark(text string, f Facts) (marked, answers string) {
	type item struct {
		Span
		open, close, answer string
	}
	var items []item
	for _, d := range f.Dates {
		items = append(items, item{d.Span, "[", "]", dateAnswer(d)})
	}
	for _, d := range f.Durations {
		answer := d.ISO
		if d.Every {
			answer += " every"
		}
		items = append(items, item{d.Span, "{", "}", answer})
	}
	slices.SortFunc(items, func(a, b item) int { return a.Start - b.Start })
	at := 0
	var list []string
	for _, i := range items {
		marked += text[at:i.Start] + i.open + text[i.Start:i.End] + i.close
		at = i.End
		list = append(list, i.answer)
	}
	return marked + text[at:], strings.Join(list, "; ")
}

func dateAnswer(d Date) string {
	if d.From.IsZero() {
		return "-"
	}
	fields := []string{shortTime(d.From), shortTime(d.To), string(d.Grain)}
	if d.Bound != "" {
		fields = append(fields, string(d.Bound))
	}
	if d.Approx {
		fields = append(fields, "approx")
	}
	return strings.Join(fields, " ")
}

func shortTime(t time.Time) string { return strings.TrimSuffix(t.Format("2006-01-02T15:04"), "T00:00") }

// dateTexts gives the sentences of the corpus in one text.
func dateTexts(t testing.TB) string {
	file, err := os.ReadFile("testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(file)) {
		if _, rest, ok := strings.Cut(line, " | "); ok && !strings.HasPrefix(line, "#") {
			marked, _, _ := strings.Cut(rest, " |")
			b.WriteString(strings.NewReplacer("[", "", "]", "", "{", "", "}", "").Replace(marked) + "\n")
		}
	}
	return b.String()
}

// Whatever the reference, resolving neither panics nor gives an empty period nor a year that JSON cannot hold.
func TestDatesOfAnyReference(t *testing.T) {
	text := dateTexts(t)
	for _, ref := range []time.Time{
		{}, time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Add(1), time.Date(1, 12, 31, 0, 0, 0, 0, calendar.KST),
		time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC),
		time.Date(10000, 1, 1, 0, 0, 0, 0, calendar.KST), time.Date(-5, 1, 1, 0, 0, 0, 0, calendar.KST),
		time.Date(1899, 2, 28, 0, 0, 0, 0, calendar.KST),
		time.Date(2100, 12, 31, 0, 0, 0, 0, calendar.KST), time.Date(2024, 2, 29, 12, 0, 0, 0, calendar.KST),
		time.Date(2022, 1, 1, 0, 0, 0, 0, time.FixedZone("", -12*3600)),
	} {
		checkDates(t, text, ref)
	}
	for day := corpusTime; day.Before(corpusTime.AddDate(1, 1, 0)); day = day.AddDate(0, 0, 17) {
		checkDates(t, text, day)
	}
}

func checkDates(t *testing.T, text string, ref time.Time) {
	t.Helper()
	f := Find(text, &Options{Reference: ref, Names: NamesNone, Weak: true})
	end := 0
	for _, d := range f.Dates {
		if d.Start < end || d.End <= d.Start || d.End > len(text) || text[d.Start:d.End] != d.Raw {
			t.Fatalf("%v: bad span %v of %q", ref, d.Span, d.Raw)
		}
		end = d.End
		if d.From.IsZero() != d.To.IsZero() || !d.From.IsZero() && !d.From.Before(d.To) {
			t.Fatalf("%v: %q is [%v, %v)", ref, d.Raw, d.From, d.To)
		}
		if d.Grain == "" || d.Rule == "" {
			t.Fatalf("%v: %q has grain %q and rule %q", ref, d.Raw, d.Grain, d.Rule)
		}
		if _, err := d.From.MarshalJSON(); err != nil {
			t.Fatalf("%v: %q: %v", ref, d.Raw, err)
		}
		if _, err := d.To.MarshalJSON(); err != nil {
			t.Fatalf("%v: %q: %v", ref, d.Raw, err)
		}
	}
	end = 0
	for _, d := range f.Durations {
		if d.Start < end || d.End <= d.Start || text[d.Start:d.End] != d.Raw {
			t.Fatalf("%v: bad span %v of %q", ref, d.Span, d.Raw)
		}
		end = d.End
		if !strings.HasPrefix(d.ISO, "P") || len(d.ISO) < 3 {
			t.Fatalf("%q is %q", d.Raw, d.ISO)
		}
	}
}

// Without a reference, relative dates say so and stay unresolved; absolute ones do not change.
func TestDatesWithoutReference(t *testing.T) {
	f := Find("지난해 12월 신청했고 2020년 11월 22일 열린 이날 행사는 내년 봄까지 이어진다.", &Options{Names: NamesNone})
	var got []string
	for _, d := range f.Dates {
		answer := dateAnswer(d)
		if d.Relative {
			answer += " relative"
		}
		got = append(got, d.Raw+" "+answer)
	}
	want := []string{"지난해 12월 - relative", "2020년 11월 22일 2020-11-22 2020-11-23 day",
		"이날 2020-11-22 2020-11-23 day relative", "내년 봄 - relative"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// An absolute date is the same whatever the reference.
func TestAbsoluteDatesDoNotDepend(t *testing.T) {
	text := dateTexts(t)
	answers := map[int]string{}
	for _, year := range []int{1950, 2022, 2040} {
		opts := &Options{Reference: time.Date(year, 7, 1, 0, 0, 0, 0, calendar.KST), Names: NamesNone}
		for _, d := range Find(text, opts).Dates {
			if d.Relative {
				continue
			}
			if a, ok := answers[d.Start]; ok && a != dateAnswer(d) {
				t.Errorf("%q is %s and %s", d.Raw, a, dateAnswer(d))
			}
			answers[d.Start] = dateAnswer(d)
		}
	}
	if len(answers) < 40 {
		t.Errorf("only %d absolute dates", len(answers))
	}
}
