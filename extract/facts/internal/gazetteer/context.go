package gazetteer

import (
	"strings"

	"github.com/gisa-go/gisa/internal/korean"
)

// Context holds words that stand beside names, by section: [person] 회장, [deed] 관계자, [noun 기아] 시달.
type Context struct {
	sets  map[string]map[string]bool
	lists map[string][]string
	Marks korean.Suffixes[struct{}] // corporate marks: ㈜, 주식회사
}

// NewContext returns a context without words.
func NewContext() *Context {
	return &Context{sets: map[string]map[string]bool{}, lists: map[string][]string{}}
}

// Add reads sections of words.
func (c *Context) Add(f File) error {
	return f.sections(func(head []string, line string) error {
		name := strings.Join(head, " ")
		if c.sets[name] == nil {
			c.sets[name] = map[string]bool{}
		}
		for w := range strings.FieldsSeq(line) {
			c.sets[name][w] = true
			c.lists[name] = append(c.lists[name], w)
			if name == "mark" {
				c.Marks.Put(w, struct{}{})
			}
		}
		return nil
	})
}

// Section returns the words of a section as a set. It must not be changed.
func (c *Context) Section(name string) map[string]bool { return c.sets[name] }

// List returns the words of a section in the order of the file. It must not be changed.
func (c *Context) List(name string) []string { return c.lists[name] }
