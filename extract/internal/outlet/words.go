package outlet

import (
	_ "embed"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/table"
)

//go:embed data/outlets.txt
var lines string

// wordLists holds data/outlets.txt.
type wordLists struct{ imprint, files, attached []string }

var words = sync.OnceValue(func() *wordLists {
	w := &wordLists{}
	lists := map[string]*[]string{"imprint": &w.imprint, "files": &w.files, "attached": &w.attached}
	table.Sets("outlet/data/outlets.txt", lines, nil, lists)
	return w
})
