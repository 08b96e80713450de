package facts_test

import (
	"fmt"
	"strings"

	"github.com/gisa-go/gisa/extract/facts"
)

func ExampleFind_amounts() {
	text := "해람시는 2300억원 규모의 단지에 강소기업 7개사를 들이고, 1인당 월 30만원씩 준다. 매출은 전년 대비 12.5% 늘었다."
	for _, a := range facts.Find(text, &facts.Options{Names: facts.NamesNone}).Amounts {
		fmt.Printf("%s: %s %s %s per %q, %q from %q\n", a.Raw, a.Kind, a.Value, a.Unit, a.Per, a.Change, a.Base)
	}
	// Output:
	// 2300억원: money 230000000000 KRW per "", "" from ""
	// 7개사: count 7 개사 per "", "" from ""
	// 30만원: money 300000 KRW per "1인", "" from ""
	// 12.5%: percent 12.5 % per "", "increase" from "전년"
}

func ExampleLexicon_With() {
	words, err := facts.ParseLexicon("village.txt", strings.NewReader("[counter]\n모둠, 두레\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	opts := &facts.Options{Lexicon: facts.Builtin().With(words)}
	for _, a := range facts.Find("이룸군에서 7모둠이 나섰다.", opts).Amounts {
		fmt.Println(a.Value, a.Unit)
	}
	// Output: 7 모둠
}

func ExampleParseDecimal() {
	d, err := facts.ParseDecimal("2300000.50")
	fmt.Println(d, err)
	_, err = facts.ParseDecimal("1.5억")
	fmt.Println(err)
	// Output:
	// 2300000.5 <nil>
	// facts: not a decimal number of at most 18 digits: "1.5억"
}
