package head

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/table"
)

// Part is a stretch of a title between separators.
type Part struct{ Start, End int }

// Parts splits a title at the separators that sites put between it and their name.
func Parts(s string) (parts []Part) {
	start := 0
	for i := 0; i < len(s); {
		n := separatorAt(s, i)
		if n == 0 {
			i++
			continue
		}
		parts = append(parts, Part{start, i})
		i += n
		start = i
	}
	return append(parts, Part{start, len(s)})
}

var titleSeparators = []string{" - ", " | ", " – ", " — ", " : ", " :: ", " < ", " > ", " · ", " « ", " » ", " / ",
	" • ", " ‹ ", " › ", "|", "::", " ― ", " ─ ", " ~ ", "｜", " ㅣ ", "ㅣ", " — ", " • ", ": ", " -- ",
	" // ", " ⋆ ", " ❘ ", " ∣ ", " │ ", " ┃ "}

// separatorAt returns the length of the separator at i, 0 where there is none.
func separatorAt(s string, i int) int {
	switch s[i] {
	case ' ', '|', ':', 0xef, 0xe3:
		for _, sep := range titleSeparators {
			if strings.HasPrefix(s[i:], sep) {
				return len(sep)
			}
		}
	}
	return 0
}

// HasPart reports whether one or several neighbouring parts of a title make up norm.
func HasPart(s string, parts []Part, norm string) bool {
	if len(parts) > 12 {
		parts = parts[:12]
	}
	for i := range parts {
		for j := i; j < len(parts); j++ {
			if parts[j].End-parts[i].Start > 8*len(norm)+64 {
				break
			}
			if letters.Fold(s[parts[i].Start:parts[j].End]) == norm {
				return true
			}
		}
	}
	return false
}

// NamesDocument reports whether a title makes up a whole part of <title>.
func (h *Head) NamesDocument(title string) bool {
	norm := letters.Fold(letters.Clean(title))
	if len(norm) < 6 {
		return false
	}
	text := h.ix.DocumentTitle()
	return HasPart(text, Parts(text), norm)
}

//go:embed data/sections.txt
var sectionLines string

// sectionNames holds data/sections.txt.
var sectionNames = sync.OnceValue(func() (names table.Words) {
	table.Sets("head/data/sections.txt", sectionLines, map[string]*table.Words{"": &names}, nil)
	return names
})

// IsSectionName reports whether a text is the name of a board or of a part of a site.
func IsSectionName(s string) bool { return sectionNames()[strings.ReplaceAll(s, " ", "")] }
