package facts_test

import (
	"fmt"

	"github.com/gisa-go/gisa/extract/facts"
)

func ExampleGroupOrganizations() {
	find := func(text string) []facts.Organization { return facts.Find(text, nil).Organizations }
	groups := facts.GroupOrganizations(
		find("경남도는 재료연과 협약을 맺었다. 한국재료연구원은 시험을 맡는다."),
		find("재료연이 시험을 마쳤다."),
	)
	for _, g := range groups {
		fmt.Println(g.Name, g.Type, g.Mentions, g.Documents, g.Names)
	}
	// Output:
	// 한국재료연구원 public-institution 3 2 [재료연 한국재료연구원]
	// 경상남도 government 1 1 [경남도]
}
