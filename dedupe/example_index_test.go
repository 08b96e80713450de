package dedupe_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/gisa-go/gisa/dedupe"
)

func ExampleOpen() {
	path, err := os.MkdirTemp("", "seen")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(path)

	index, err := dedupe.Open(path, nil)
	if err != nil {
		log.Fatal(err)
	}
	defer index.Close()

	for _, doc := range []dedupe.Document{
		{ID: "daon-1", Text: "해람시는 내년부터 시내버스 요금을 받지 않기로 했다. 시는 지난 2일 의회에 예산안을 냈다."},
		{ID: "iroom-7", Text: "이룸군이 산불을 막으려고 다음 달부터 산길 스무 곳을 닫는다. 기간은 두 달이다."},
		{ID: "daon-2", Text: "해람시는 내년부터 시내버스 요금을 받지 않기로 했다.\n시는 지난 2일 의회에 예산안을 냈다."},
	} {
		seen, err := index.Add(context.Background(), doc)
		if err != nil {
			log.Fatal(err)
		}
		for _, m := range seen.Matches {
			fmt.Printf("%s is %s, and seen before as %s (%s)\n", doc.ID, seen.Change, m.ID, m.Kind)
		}
	}
	// Output: daon-2 is new, and seen before as daon-1 (exact)
}
