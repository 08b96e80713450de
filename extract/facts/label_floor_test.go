package facts

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/internal/corpus"
)

// newsSentence is a sentence of ../shared/data/ner/train.jsonl.gz with its labels: byte start, byte end, kind.
type newsSentence struct {
	Domain, Text string
	Spans        [][3]any
}

// label is a label of a date (DT), a time (TI) or a quantity (QT).
type label struct {
	Span
	kind string
}

func (s *newsSentence) labels() (list []label) {
	for _, l := range s.Spans {
		kind := l[2].(string)
		if slices.Contains([]string{"DT", "TI", "QT"}, kind[:2]) {
			list = append(list, label{Span{Start: int(l[0].(float64)), End: int(l[1].(float64))}, kind})
		}
	}
	return list
}

// policies name, in order, why a label is no fact: kinds of labels, and words.
var policies = []struct {
	why        string
	kind, text *regexp.Regexp
}{
	{"age in brackets: (33), with Weak", regexp.MustCompile(`AGE`), regexp.MustCompile(`^\d+$`)},
	{"score, record, telephone, size", regexp.MustCompile(`SPORTS|PHONE|SIZE|ALBUM`), nil},
	{"part of a day alone: 낮, 오전, with Weak", regexp.MustCompile(`^TI`),
		regexp.MustCompile(`낮|밤|오전|오후|아침|저녁|새벽|점심|주간|야간|한때|전반|후반`)},
	{"season, dynasty, event, era", regexp.MustCompile(`SEASON|DYNASTY|DT`),
		regexp.MustCompile(`봄|여름|가을|겨울|시대|시절|조선|고려|사태|전쟁|지진|때|당시|휴일|평일|명절|여느|말기|초기`)},
	{"season of sport: 올 시즌, 2015-16시즌", regexp.MustCompile(`^DT`), regexp.MustCompile(`시즌|^\d{4}[-∼~]`)},
	{"year without 년: 2014 소치올림픽", regexp.MustCompile(`^DT`), regexp.MustCompile(`^['’‘]?\d{2,4}$`)},
	{"no length: 연간, 최근, 하루종일, 4년제", regexp.MustCompile(`^DT`),
		regexp.MustCompile(`간$|최근|종일|제$|연휴|주말|연도|예년|평소|첫|마지막|내내|지난|며칠|몇`)},
	{"place in a row without a counter: 제1, 1심, 둘째", regexp.MustCompile(`ORDER`), nil},
	{"한 and a noun: 한 사람, 한번, 한편", regexp.MustCompile(`^QT`), regexp.MustCompile(`^(단 )?한`)},
	{"numeral without a counter: 하나, 둘, 두 후보, 삼형제", regexp.MustCompile(`^QT`),
		regexp.MustCompile(`^(하나|둘|셋|넷|두|세|네|다섯|여섯|삼|사|각|단둘|몇|여러)`)},
	{"number without a unit: 조회수 30만", regexp.MustCompile(`^QT`), regexp.MustCompile(`^[\d.,만천백억∼~]+( ?이상)?$`)},
	{"of a person or thing: 1인당, 4인조, 6부작, 19금", regexp.MustCompile(`^QT`),
		regexp.MustCompile(`당$|조$|용$|승$|실$|부작|금$|자$|방$|단$|중$|대$|관왕`)},
}

func (l label) policy(text string) string {
	for _, p := range policies {
		if p.kind.MatchString(l.kind) && (p.text == nil || p.text.MatchString(text[l.Start:l.End])) {
			return p.why
		}
	}
	return "other"
}

// TestLabelOverlap compares amounts, dates and durations with the labels of dates, times and quantities of news
// sentences: how many labels are touched by a fact, with the same span or another, and why the others are none. -v
// prints the table.
func TestLabelOverlap(t *testing.T) {
	sentences := newsSentences(t, 3000)
	type count struct{ labels, touched, same, wider int }
	groups, missed := map[string]*count{"DT": {}, "TI": {}, "QT": {}}, map[string]int{}
	facts, alone, rest := 0, 0, []string(nil)
	for _, s := range sentences {
		labels, spans := s.labels(), factSpans(s.Text)
		for _, l := range labels {
			c := groups[l.kind[:2]]
			c.labels++
			k := slices.IndexFunc(spans, func(f Span) bool { return f.Start < l.End && l.Start < f.End })
			switch {
			case k < 0:
				why := l.policy(s.Text)
				if missed[why]++; why == "other" {
					rest = append(rest, l.kind+" "+s.Text[l.Start:l.End])
				}
				continue
			case spans[k] == l.Span:
				c.same++
			case spans[k].Start >= l.Start && spans[k].End <= l.End:
				c.wider++
			}
			c.touched++
		}
		for _, f := range spans {
			facts++
			if !slices.ContainsFunc(labels, func(l label) bool { return f.Start < l.End && l.Start < f.End }) {
				alone++
			}
		}
	}
	for _, kind := range []string{"DT", "TI", "QT"} {
		c := groups[kind]
		t.Logf("%s: %d labels, %.3f touched by a fact; of these %.3f with the same span, %.3f inside a wider label", kind,
			c.labels,
			float64(c.touched)/float64(c.labels), float64(c.same)/float64(c.touched), float64(c.wider)/float64(c.touched))
	}
	t.Logf("%d facts, %d of them touch no label", facts, alone)
	var lines []string
	for why, n := range missed {
		lines = append(lines, fmt.Sprintf("%4d %s", n, why))
	}
	slices.Sort(lines)
	slices.Reverse(lines)
	t.Logf("labels without a fact:\n%s\nother: %s", strings.Join(lines, "\n"), strings.Join(rest, ", "))
	for kind, floor := range map[string]float64{"DT": labelFloorDT, "TI": labelFloorTI, "QT": labelFloorQT} {
		if c := groups[kind]; float64(c.touched) < floor*float64(c.labels) {
			t.Errorf("%s: %d of %d labels touched, floor %.2f", kind, c.touched, c.labels, floor)
		}
	}
	if alone > facts/20 {
		t.Errorf("%d of %d facts touch no label", alone, facts)
	}
	if n := missed["other"]; n > len(sentences)/40 {
		t.Errorf("%d labels without a fact and without a reason", n)
	}
}

// The shares of labels that a fact touches, a little below what they were.
const (
	labelFloorDT = 0.94
	labelFloorTI = 0.80
	labelFloorQT = 0.70
)

// newsSentences gives the first sentences of news that have such labels.
func newsSentences(t *testing.T, n int) (list []newsSentence) {
	for s := range corpus.Lines[newsSentence](t, "ner", "train.jsonl.gz") {
		if len(list) == n {
			break
		}
		if s.Domain == "news" && len(s.labels()) > 0 {
			list = append(list, s)
		}
	}
	return list
}

// factSpans gives where the amounts, dates and durations of a text stand.
func factSpans(text string) (list []Span) {
	f := Find(text, &Options{Reference: time.Date(2016, 6, 15, 12, 0, 0, 0, calendar.KST), Names: NamesNone})
	for _, a := range f.Amounts {
		list = append(list, a.Span)
	}
	for _, d := range f.Dates {
		list = append(list, d.Span)
	}
	for _, d := range f.Durations {
		list = append(list, d.Span)
	}
	return list
}
