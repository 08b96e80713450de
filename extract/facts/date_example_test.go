package facts_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/gisa-go/gisa/extract/facts"
)

func ExampleFind_dates() {
	text := "해람시는 지난해 12월 신청을 마쳤고, 15일 협약을 맺었다. 이날 시장은 내달 3일까지 터를 정하고 2025년 상반기 착공한다고 말했다."
	opts := &facts.Options{Reference: time.Date(2022, 2, 23, 17, 41, 0, 0, time.FixedZone("KST", 9*60*60)),
		Names: facts.NamesNone}
	for _, d := range facts.Find(text, opts).Dates {
		fmt.Println(d.Raw, d.From.Format(time.DateOnly), d.To.Format(time.DateOnly), d.Grain, d.Bound, d.Rule)
	}
	// Output:
	// 지난해 12월 2021-12-01 2022-01-01 month  month: relative
	// 15일 2022-02-15 2022-02-16 day  day: nearest
	// 이날 2022-02-15 2022-02-16 day  day: anaphor
	// 내달 3일 2022-03-03 2022-03-04 day until day: relative
	// 2025년 상반기 2025-01-01 2025-07-01 half  half: absolute
}

func ExampleFind_durations() {
	for _, d := range facts.Find("공사는 1년 6개월 걸리고, 매주 금요일 점검한다.", &facts.Options{Names: facts.NamesNone}).Durations {
		fmt.Println(d.Raw, d.Value, d.Unit, d.ISO, d.Every)
	}
	// Output:
	// 1년 6개월 18 month P1Y6M false
	// 매주 금요일 1 week P1W true
}

// Words of dates and holidays are added like any others.
func ExampleParseLexicon_holiday() {
	words, err := facts.ParseLexicon("village.txt", strings.NewReader("[holiday]\n10-21: 해람시민의 날\nlunar 10-15 ± 1: 다온제\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	opts := &facts.Options{Lexicon: facts.Builtin().With(words), Names: facts.NamesNone}
	for _, d := range facts.Find("2022년 해람시민의 날과 2022년 다온제 연휴에 문을 연다.", opts).Dates {
		fmt.Println(d.Raw, d.From.Format(time.DateOnly), d.To.Format(time.DateOnly))
	}
	// Output:
	// 2022년 해람시민의 날 2022-10-21 2022-10-22
	// 2022년 다온제 연휴 2022-11-07 2022-11-10
}
