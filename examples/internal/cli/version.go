package cli

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
)

// What a release is built with: -ldflags "-X github.com/gisa-go/gisa/examples/internal/cli.release=v1.2.3 …".
var (
	release string // the version
	commit  string // where the build does not know it
	data    string // the day of the last change to the lists, rules and models that are built in
)

// library is the module whose data the programs carry.
const library = "github.com/gisa-go/gisa"

// version says what is needed to tell whose answer one looks at.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	setting := map[string]string{}
	for _, s := range info.Settings {
		setting[s.Key] = s.Value
	}
	at := cmp.Or(commit, setting["vcs.revision"], "unknown")
	if setting["vcs.modified"] == "true" {
		at += ", changed since"
	}
	return fmt.Sprintf("%s\ncommit %s\ndata   %s\nGo     %s %s/%s", cmp.Or(release, info.Main.Version, "(devel)"), at,
		dataVersion(info), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// dataVersion is that of the library, which holds the data, unless the release says when it changed last.
func dataVersion(info *debug.BuildInfo) string {
	if data != "" {
		return data
	}
	for _, m := range info.Deps {
		if m.Path == library && m.Version != "(devel)" && m.Version != "" {
			return m.Version
		}
	}
	return "as of the commit"
}
