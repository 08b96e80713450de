package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"slices"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/dataflow"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/flink"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/spark"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal"

	"github.com/gisa-go/gisa/scale/beam/pipeline"
)

// runner is one that the SDK knows.
type runner struct {
	name  string
	alias string // of Beam's other SDKs
	needs string
	check func(pipeline.Config) []string // what is missing
}

var known = []runner{
	{"prism", "PrismRunner", "nothing; it is one process that holds all that is shuffled: some thousand documents", nothing},
	{"dataflow", "DataflowRunner", "--project, --region, --staging_location gs://…, and all files on gs://", dataflow},
	{"flink", "FlinkRunner", "--endpoint of Beam's Flink job server; Docker on the workers and files on gs://,\n" +
		"            or --environment_type EXTERNAL with --environment_config HOST:PORT, a pool of workers beside them", portable},
	{"spark", "SparkRunner", "the same with Beam's Spark job server", portable},
	{"universal", "PortableRunner", "the same with any other job server", portable},
}

// choose returns the name of the runner that is asked for, and fails where something is missing that it needs.
func choose(name string, c pipeline.Config) (string, error) {
	if name == "" {
		name = known[0].name
	}
	at := slices.IndexFunc(known, func(r runner) bool { return name == r.name || name == r.alias })
	if at < 0 {
		var names []string
		for _, r := range known {
			names = append(names, r.name)
		}
		return "", fmt.Errorf("%w: no runner %q; there are %s", errUsage, name, strings.Join(names, ", "))
	}
	if missing := known[at].check(c); len(missing) > 0 {
		return "", fmt.Errorf("%w: the runner %s lacks %s", errUsage, known[at].name, strings.Join(missing, "; "))
	}
	return known[at].name, nil
}

func nothing(pipeline.Config) []string { return nil }

// dataflow is asked for what it would ask for itself, before anything is uploaded. A project may also come from the
// credentials that are found.
func dataflow(c pipeline.Config) (missing []string) {
	for _, name := range []string{"region", "staging_location"} {
		if value(name) == "" {
			missing = append(missing, "--"+name)
		}
	}
	return append(missing, local(c, "its workers see no folder of this machine")...)
}

func portable(c pipeline.Config) (missing []string) {
	if *jobopts.Endpoint == "" {
		missing = append(missing, "--endpoint HOST:PORT of its job server")
	}
	switch strings.ToUpper(*jobopts.EnvironmentType) {
	case "", "DOCKER":
		return append(missing, local(c, "workers in Docker, the default, see no folder of their machine; "+
			"--environment_type LOOPBACK runs them in this process, EXTERNAL in a pool")...)
	case "EXTERNAL":
		if *jobopts.EnvironmentConfig == "" {
			missing = append(missing, "--environment_config HOST:PORT of the pool of workers")
		}
	case "PROCESS":
		if *jobopts.EnvironmentConfig == "" {
			missing = append(missing, `--environment_config '{"command":"…/boot"}'`)
		}
	case "LOOPBACK":
	default:
		missing = append(missing, "an --environment_type it knows: DOCKER, EXTERNAL, PROCESS or LOOPBACK")
	}
	return missing
}

// answers fails where no job server is at an endpoint, for which the SDK would wait two minutes.
func answers(ctx context.Context, endpoint string) error {
	if endpoint == "" {
		return nil
	}
	dialer := net.Dialer{Timeout: 10 * time.Second}
	c, err := dialer.DialContext(ctx, "tcp", strings.TrimPrefix(endpoint, "dns:///"))
	if err != nil {
		return fmt.Errorf("no job server answers: %w", err)
	}
	return c.Close()
}

func value(name string) string {
	if f := flag.Lookup(name); f != nil {
		return f.Value.String()
	}
	return ""
}

// local says what lies on this machine.
func local(c pipeline.Config, why string) (missing []string) {
	for _, path := range append([]string{c.Out}, c.Files...) {
		if path != "" && !strings.Contains(path, "://") {
			return []string{fmt.Sprintf("an object store for %s (%s)", path, why)}
		}
	}
	return nil
}
