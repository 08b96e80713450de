package pipeline

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
)

// Config says what is read and written.
type Config struct {
	Files  []string // NDJSON of documents (id, text, time) or of articles, and WARC; also with .gz
	Out    string   // the folder, or the prefix on an object store, for articles-… and clusters-…
	Shards int      // files of clusters; 0 means one
	Facts  bool     // find the facts of the pages of archives, too
	Slow   int      // milliseconds that each document takes longer, for trials of what a fault does
}

// ErrConfig is wrapped by the errors of Build and Prepare for what no runner could do.
var ErrConfig = errors.New("bad configuration")

// The functions are called by reflection: the generated callers of beam's package register take minutes to compile and 6.5 MB
// of the binary for each signature, and what is called a few times a document costs little.
func init() {
	beam.RegisterFunction(number)
	beam.RegisterFunction(sum)
	for _, f := range []any{
		documentsFn{}, onceFn{}, firstFn{}, proposeFn{}, hotFn{}, hotProposeFn{}, byFirstFn{}, sizeFn{}, compareFn{}, finishFn{},
	} {
		beam.RegisterType(reflect.TypeOf(f))
	}
}

func sum(a, b int64) int64 { return a + b }

// check fails for a configuration that cannot be run anywhere.
func (c Config) check() error {
	switch {
	case len(c.Files) == 0:
		return fmt.Errorf("pipeline: %w: no files", ErrConfig)
	case c.Out == "":
		return fmt.Errorf("pipeline: %w: no folder to write to", ErrConfig)
	case c.Shards < 0:
		return fmt.Errorf("pipeline: %w: %d shards", ErrConfig, c.Shards)
	}
	files := slices.Sorted(slices.Values(c.Files))
	for i := range files {
		if i > 0 && files[i] == files[i-1] {
			return fmt.Errorf("pipeline: %w: %s is given twice", ErrConfig, files[i])
		}
	}
	return nil
}

func (c Config) shards() int { return max(1, c.Shards) }

// Build adds the grouping of c.Files, which are names of files, to the root of a pipeline.
func Build(s beam.Scope, c Config) error {
	if err := c.check(); err != nil {
		return err
	}
	files := slices.Sorted(slices.Values(c.Files)) // so that a file of articles has the same name in each run
	store := articles{Out: c.Out, Files: len(files)}

	// Grouping by numbers spreads the files over the workers. It is all that is ever moved of them.
	numbered := beam.GroupByKey(s, beam.ParDo(s, number, beam.CreateList(s, numbers(files))))
	sketches, ids := beam.ParDo2(s.Scope("documents"), &documentsFn{Store: store, Facts: c.Facts, Slow: c.Slow}, numbered)
	once := beam.ParDo(s.Scope("ids"), &onceFn{}, beam.CombinePerKey(s, sum, ids))
	texts, keys, samples, copies := beam.ParDo4(s.Scope("first"), &firstFn{}, beam.GroupByKey(s, sketches))

	byKey, common, hot := beam.ParDo3(s.Scope("keys"), &proposeFn{}, beam.GroupByKey(s, keys))
	bySample, commonSample, _ := beam.ParDo3(s.Scope("samples"), &proposeFn{Sample: true}, beam.GroupByKey(s, samples))
	ordered := beam.ParDo(s.Scope("hot"), &hotFn{}, beam.CoGroupByKey(s, texts, hot))
	byHot := beam.ParDo(s.Scope("hot"), &hotProposeFn{}, beam.GroupByKey(s, ordered))

	pairs := beam.CombinePerKey(s, sum, beam.Flatten(s, byKey, bySample, byHot))
	lost := beam.CombinePerKey(s, sum, beam.Flatten(s, common, commonSample))
	byA := beam.ParDo(s, &byFirstFn{}, pairs)
	byB := beam.ParDo(s.Scope("sizes"), &sizeFn{}, beam.CoGroupByKey(s, texts, lost, byA))
	ties := beam.ParDo(s.Scope("compare"), &compareFn{Store: store}, beam.CoGroupByKey(s, texts, lost, byB))

	// Of once comes nothing, but clusters wait for it; of Create nothing either, but files where there are no ties.
	all := beam.Flatten(s, copies, ties, once, beam.Create(s, []byte{}))
	beam.ParDo0(s.Scope("finish"), &finishFn{Store: store, Shards: c.shards()}, beam.GroupByKey(s, beam.AddFixedKey(s, all)))
	return nil
}
