package articles

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/examples/internal/cli"
)

// What the READMEs show of the first command is what it writes, apart from what they leave out at "…" and the line
// ends.
func TestREADME(t *testing.T) {
	t.Chdir("../../../..")
	var out bytes.Buffer
	c := command{Inputs: cli.Inputs{Paths: []string{"testdata/pages/gnuboard/haeram.html"}, MaxPage: 1 << 20}, Running: cli.Running{Workers: 1}}
	if err := c.Run(t.Context(), cli.Streams{Out: &out, Err: os.Stderr}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"README.md", "README.ko.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, shown, _ := strings.Cut(string(text), "\n{\"file\":")
		shown, _, _ = strings.Cut(shown, "\n```")
		if len(shown) < 1000 {
			t.Fatalf("%s shows only %q", name, shown)
		}
		for _, piece := range strings.FieldsFunc(shown, func(r rune) bool { return r == '…' || r == '\n' }) {
			if piece = strings.TrimSpace(piece); !strings.Contains(out.String(), piece) {
				t.Errorf("%s shows what the command does not write: %s", name, piece)
			}
		}
	}
}
