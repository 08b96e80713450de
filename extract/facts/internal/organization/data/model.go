package data

import (
	_ "embed"
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
)

// modelFile is written by internal/train.
//
//go:embed model.bin
var modelFile []byte

// hotFile holds the features met most often, for the processor's caches; written by internal/train too.
//
//go:embed hot.bin
var hotFile []byte

// Model decodes the model on first use.
var Model = sync.OnceValue(func() *tagger.Model {
	m, err := tagger.Decode(modelFile, hotFile)
	if err != nil {
		panic(err)
	}
	return m
})
