package credit

import (
	_ "embed"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/table"
)

//go:embed data/credits.txt
var lines string

// wordSets holds data/credits.txt.
type wordSets struct {
	accounts, folders, nobody, doors table.Words
	tags, opinion, signs             []string
}

var words = sync.OnceValue(func() *wordSets {
	w := &wordSets{}
	sets := map[string]*table.Words{"accounts": &w.accounts, "folders": &w.folders, "nobody": &w.nobody,
		"doors": &w.doors}
	lists := map[string]*[]string{"tags": &w.tags, "opinion": &w.opinion, "signs": &w.signs}
	table.Sets("credit/data/credits.txt", lines, sets, lists)
	return w
})
