package lint

import (
	"go/version"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/internal/corpus"
)

// codeNeeds is the oldest release that has all that the library's code uses.
const codeNeeds = "1.25"

// TestGoLine: the go line is no newer than the code and the requirements need, since it holds whoever imports the module.
// CONTRIBUTING.md says how it is chosen.
func TestGoLine(t *testing.T) {
	cmd := exec.Command("go", "list", "-m", "-f", "{{if not .Main}}{{.GoVersion}}{{end}}", "all")
	cmd.Dir, cmd.Env = corpus.Root(), append(os.Environ(), "GOWORK=off")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	need := "go" + codeNeeds
	for _, v := range strings.Fields(string(out)) {
		if version.Compare("go"+v, need) > 0 {
			need = "go" + v
		}
	}
	mod, err := os.ReadFile(filepath.Join(corpus.Root(), "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^go (\S+)$`).FindSubmatch(mod)
	if line == nil || version.Compare("go"+string(line[1]), need) != 0 {
		t.Errorf("go.mod says %q, needed is %s", line, need)
	}
	if regexp.MustCompile(`(?m)^toolchain `).Match(mod) {
		t.Error("go.mod has a toolchain line")
	}
}
