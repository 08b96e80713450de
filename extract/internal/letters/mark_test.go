package letters

import "testing"

func TestMarks(t *testing.T) {
	for name, c := range map[string]struct {
		ask       func(string) bool
		yes, none []string
	}{
		"arrow":  {IsArrow, []string{"↩", "^"}, []string{"", "1", "가"}},
		"number": {IsNumberInMarks, []string{"[1]", "(12)", "3)"}, []string{"1", "[a]", "[1234]", "[]"}},
		"short":  {IsShortMark, []string{"*", "12", "가나다라"}, []string{"", "a b", "12345"}},
	} {
		for _, s := range c.yes {
			if !c.ask(s) {
				t.Errorf("%s: %q is none", name, s)
			}
		}
		for _, s := range c.none {
			if c.ask(s) {
				t.Errorf("%s: %q is one", name, s)
			}
		}
	}
}
