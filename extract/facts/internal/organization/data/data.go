// Package data holds the lists of names and words and the sequence model.
package data

import (
	"embed"
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// Files are the lists as they are written.
//
//go:embed org-*.txt particles.txt
var Files embed.FS

// Lists reads the lists of names on first use. They are part of the package, so that a bad line is a
// mistake in it.
var Lists = sync.OnceValue(func() *gazetteer.Lists {
	l, err := gazetteer.Read(Files)
	if err != nil {
		panic(err)
	}
	return l
})
