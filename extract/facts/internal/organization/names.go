package organization

import (
	"embed"
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

//go:embed data/org-*.txt data/particles.txt
var NameFiles embed.FS

// builtinNames reads the lists of names on first use. They are part of the package, so that a bad line is a
// mistake in it.
var Lists = sync.OnceValue(func() *gazetteer.Lists {
	l, err := gazetteer.Read(NameFiles)
	if err != nil {
		panic(err)
	}
	return l
})
