package dating

import (
	_ "embed"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/table"
)

//go:embed data/metadates.txt
var metaDateLines string

// metaDate is what a meta element says.
type metaDate struct {
	trust    int
	modified bool
}

// metaKinds are the kinds of data/metadates.txt.
var metaKinds = map[string]metaDate{"published": {trustMeta, false}, "published maybe": {trustMetaOther, false},
	"modified": {trustMeta, true}, "modified maybe": {trustMetaOther, true}}

// metaDates holds data/metadates.txt.
var metaDates = sync.OnceValue(func() map[string]metaDate {
	dates := map[string]metaDate{}
	kinds := slices.Collect(maps.Keys(metaKinds))
	table.Must(table.Lines("dating/data/metadates.txt", metaDateLines, kinds, func(kind, name string) error {
		if kind == "" || name != strings.ToLower(name) {
			return errors.New("want [kind] and names in lower case")
		}
		dates[name] = metaKinds[kind]
		return nil
	}))
	return dates
})

func (d *datings) fromTags() {
	for _, t := range d.Head.Tags {
		if kind, ok := metaDates()[t.Name]; ok {
			d.add("meta "+t.Name, t.Content, kind.trust, kind.modified)
		}
	}
}
