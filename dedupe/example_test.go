package dedupe_test

import (
	"context"
	"fmt"

	"github.com/gisa-go/gisa/dedupe"
)

func ExampleWithin() {
	page := "해람시, 물길 연다\n해람시가 가람댐의 물을 이웃한 이룸군과 나눠 쓰기로 했다고 3일 밝혔다.\nⓒ 다온일보\n" +
		"해람시, 물길 연다\n해람시가 가람댐의 물을 이웃한 이룸군과 나눠 쓰기로 했다고 3일 밝혔다."
	repeats, err := dedupe.Within(page, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	once, _ := dedupe.Once(page, repeats)
	fmt.Println(once)
	// Output:
	// 해람시, 물길 연다
	// 해람시가 가람댐의 물을 이웃한 이룸군과 나눠 쓰기로 했다고 3일 밝혔다.
	// ⓒ 다온일보
}

func ExampleCompare() {
	a := "해람시가 가람댐의 물을 이웃한 이룸군과 나눠 쓰기로 했다. 관로 12㎞를 새로 놓고 정수장을 함께 짓는다."
	b := "해람시가 가람댐의 물을 이웃한 이룸군과 나눠쓰기로 했다. 관로 12㎞를 새로 놓고 정수장을 함께 짓는다."
	m, err := dedupe.Compare(a, b, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.Kind, m.Similarity)
	// Output: exact 1
}

func ExampleGroup() {
	docs := dedupe.Documents(
		dedupe.Document{ID: "다온일보", Text: "해람시가 가람댐의 물을 이웃한 이룸군과 나눠 쓰기로 했다. 관로 12㎞를 새로 놓고 정수장을 함께 짓는다."},
		dedupe.Document{ID: "가온신문", Text: "해람시가 가람댐의 물을 이웃한 이룸군과 나눠 쓴다. 관로 12㎞를 새로 놓고 정수장을 함께 짓는다."},
		dedupe.Document{ID: "누리방송", Text: "하늬군의회는 임시회를 열고 조례안 열두 건을 다룬다. 쟁점은 쓰레기 처리장 터를 어디에 두느냐다."},
	)
	clusters, err := dedupe.Group(context.Background(), docs, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range clusters {
		for _, m := range c.Copies {
			fmt.Println(m.ID, "is", m.Kind, "to", c.Original)
		}
	}
	// Output: 가온신문 is near to 다온일보
}
