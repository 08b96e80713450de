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

// Model opens the model on first use. It is part of the package; the test reads all of it.
var Model = sync.OnceValue(func() *tagger.Model {
	m, err := tagger.Open(modelFile)
	if err != nil {
		panic(err)
	}
	return m
})
