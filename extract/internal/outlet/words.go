package outlet

import (
	_ "embed"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/table"
)

//go:embed data/outlets.txt
var lines string

// wordLists holds data/outlets.txt.
type wordLists struct {
	imprint, beside, contents, none, files, attached, home, official, about, logo, logoof, firm, platforms []string
}

var words = sync.OnceValue(func() *wordLists {
	w := &wordLists{}
	lists := map[string]*[]string{"imprint": &w.imprint, "beside": &w.beside, "contents": &w.contents, "none": &w.none,
		"about": &w.about, "files": &w.files, "attached": &w.attached, "home": &w.home,
		"official": &w.official, "logo": &w.logo, "logoof": &w.logoof, "platforms": &w.platforms, "firm": &w.firm}
	table.Sets("outlet/data/outlets.txt", lines, nil, lists)
	return w
})
