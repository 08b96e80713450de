// Command gisa-beam groups documents on Apache Beam: the clusters are those of gisa duplicates, whatever the runner.
//
//	main.go    the command line and the run
//	runners.go what each runner needs
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/gcs"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"

	"github.com/gisa-go/gisa/scale/beam/pipeline"
)

const about = `gisa-beam groups documents on Apache Beam and writes articles-… and clusters-…, then _SUCCESS, to a folder.

  gisa-beam --input 'news/*.ndjson' --output out                          # prism, in this process: a trial
  gisa-beam --runner flink --endpoint HOST:8099 --environment_type EXTERNAL --environment_config HOST:50000 \
            --input '/shared/news/*.warc.gz' --output /shared/out
  gisa-beam --runner dataflow --project P --region R --staging_location gs://BUCKET/staging \
            --input 'gs://BUCKET/news/*.ndjson' --output gs://BUCKET/out

Input is NDJSON of documents (id, text, time) or of articles, and WARC, also with gzip. What the runners need:

`

// The exit codes are those of gisa's other programs.
const (
	exitFailed = 1
	exitUsage  = 2
)

// list is a flag that may be given several times.
type list []string

func (l *list) String() string         { return strings.Join(*l, " ") }
func (l *list) Set(value string) error { *l = append(*l, value); return nil }

// own is the flags that are this program's; the others are the SDK's.
var own = []string{"input", "output", "shards", "facts", "slow", "runner"}

func flags(c *pipeline.Config) {
	flag.Var((*list)(&c.Files), "input", "a `file` or a pattern of files; several times, or as further arguments")
	flag.StringVar(&c.Out, "output", "", "the `folder` to write to, one that all workers see, or gs://BUCKET/PREFIX")
	flag.IntVar(&c.Shards, "shards", 1, "number of files of clusters")
	flag.BoolVar(&c.Facts, "facts", false, "find the facts of the pages of archives, too")
	flag.IntVar(&c.Slow, "slow", 0, "`milliseconds` that each document takes longer, to try what a fault does")
	flag.Usage = func() { usage(flag.CommandLine.Output()) }
}

func usage(w io.Writer) {
	fmt.Fprint(w, about)
	for _, r := range known {
		fmt.Fprintf(w, "  %-10s%s\n", r.name, r.needs)
	}
	fmt.Fprint(w, "\nFlags:\n\n")
	sdk := flag.NewFlagSet("sdk", flag.ContinueOnError)
	mine := flag.NewFlagSet("own", flag.ContinueOnError)
	flag.VisitAll(func(f *flag.Flag) {
		to := sdk
		if slices.Contains(own, f.Name) {
			to = mine
		}
		to.Var(f.Value, f.Name, f.Usage)
	})
	mine.SetOutput(w)
	mine.PrintDefaults()
	fmt.Fprint(w, "\nFlags of the Beam SDK:\n\n")
	sdk.SetOutput(w)
	sdk.PrintDefaults()
}

func main() {
	var c pipeline.Config
	flags(&c)
	flag.Parse()
	beam.Init() // of a worker, which a runner starts with flags of its own, this does not return
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	err := run(ctx, c, flag.Args(), os.Stderr)
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, "gisa-beam:", err)
	stop()
	if errors.Is(err, errUsage) || errors.Is(err, pipeline.ErrConfig) {
		fmt.Fprintln(os.Stderr, "gisa-beam --help shows what it takes")
		os.Exit(exitUsage)
	}
	os.Exit(exitFailed)
}

// errUsage is wrapped by the errors for a command line that cannot be meant.
var errUsage = errors.New("usage")

// run groups the files of c and those that args name, and says what was done.
func run(ctx context.Context, c pipeline.Config, args []string, say io.Writer) error {
	for _, a := range args {
		if strings.HasPrefix(a, "-") {
			return fmt.Errorf("%w: %s stands behind a file; put flags first", errUsage, a)
		}
	}
	c.Files = append(c.Files, args...)
	runner, err := choose(*runners.Runner, c)
	if err != nil {
		return err
	}
	if err := answers(ctx, *jobopts.Endpoint); err != nil {
		return fmt.Errorf("%s: %w", runner, err)
	}
	if c, err = pipeline.Prepare(ctx, c); err != nil {
		return err
	}
	p, s := beam.NewPipelineWithRoot()
	if err := pipeline.Build(s, c); err != nil {
		return err
	}
	result, err := beam.Run(ctx, runner, p)
	if err != nil {
		return fmt.Errorf("%s: %w", runner, err)
	}
	if *jobopts.Async {
		fmt.Fprintf(say, "the job is handed over; %s/%s will be there when all is\n", c.Out, pipeline.Done)
		return nil
	}
	documents, failed := counts(result)
	if failed > 0 {
		return fmt.Errorf("%d of %d documents failed, as the files of articles say; the others are in %s", failed, documents, c.Out)
	}
	fmt.Fprintf(say, "%d documents, all in %s\n", documents, c.Out)
	return nil
}

// counts reads how many documents there were, and how many of them failed.
func counts(result beam.PipelineResult) (documents, failed int64) {
	if result == nil {
		return 0, 0
	}
	all := result.Metrics().Query(func(r metrics.SingleResult) bool { return r.Namespace() == pipeline.Namespace })
	for _, n := range all.Counters() {
		switch n.Name() {
		case pipeline.Documents:
			documents += n.Result()
		case pipeline.Failed:
			failed += n.Result()
		}
	}
	return documents, failed
}
