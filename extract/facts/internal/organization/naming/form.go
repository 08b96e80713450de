package naming

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// longForm writes the ending of a name in full: 새솔농업협동조합 for 새솔농협.
func (f *Finder) longForm(name string) string {
	for _, pair := range f.Lists.Context.List("long form") {
		short, long, _ := strings.Cut(pair, "=")
		if head, ok := strings.CutSuffix(name, short); ok && len(head) >= 2*reading.Syllable {
			return head + long
		}
	}
	return name
}
