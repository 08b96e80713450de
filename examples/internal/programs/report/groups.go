package report

import (
	"context"
	"errors"
	"fmt"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/extract"
)

var errOffsets = errors.New("offsets lie outside of the text")

// cluster is articles that are one, and after the copies those that share much with it.
type cluster struct {
	Original int         `json:"o"`
	Copies   []duplicate `json:"c"`
}

type duplicate struct {
	Article    int     `json:"a"`
	Kind       string  `json:"k"`
	Similarity float64 `json:"s"`
}

// group finds the duplicates among the articles.
func (c *collection) group(ctx context.Context) error {
	number := map[string]int{}
	docs := make([]dedupe.Document, c.count())
	for i := range docs {
		id := fmt.Sprintf("%08d", i) // sorts as the numbers do
		number[id] = i
		var published extract.Time
		if err := published.UnmarshalText([]byte(c.index.At[i])); err != nil {
			return err
		}
		docs[i] = dedupe.Document{ID: id, Text: c.texts[i], Time: published.Time}
	}
	clusters, err := dedupe.Group(ctx, dedupe.Documents(docs...), nil)
	if err != nil {
		return err
	}
	told := map[[2]int]bool{} // two that share much with each other are told once
	for _, found := range clusters {
		out := cluster{Original: number[found.Original], Copies: []duplicate{}}
		for _, m := range found.Copies {
			out.Copies = append(out.Copies, duplicate{number[m.ID], m.Kind.String(), m.Similarity})
		}
		for _, m := range found.Related {
			a, b := out.Original, number[m.ID]
			if told[[2]int{b, a}] {
				continue
			}
			told[[2]int{a, b}] = true
			beside, err := dedupe.Compare(c.texts[a], c.texts[b], nil) // m may speak of a copy
			if err != nil {
				return err
			}
			out.Copies = append(out.Copies, duplicate{b, m.Kind.String(), beside.Similarity})
		}
		if len(out.Copies) > 0 {
			c.index.Clusters = append(c.index.Clusters, out)
		}
	}
	return nil
}
