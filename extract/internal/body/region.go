package body

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// Region is where the article stands among the blocks: where its head begins, its title just above the text, the first
// and last line of its text. The head begins with the title too, which boards say twice; -1 is none.
type Region struct{ Head, Title, First, Last int32 }

// Start returns the first block of the article's head: some lines above the title, which stands above the body.
func (r Region) Start() int32 {
	if r.Head >= 0 {
		return max(0, r.Head-linesAbove)
	}
	return max(0, r.First-linesAboveText)
}

// The lines that belong to the head of an article above its title, and above its text where no title stands there.
const (
	linesAbove     = 6
	linesAboveText = 40
)

// regionOf returns where the lines of an article stand. The title is the last line above them that says it, or one a
// little above that.
func regionOf(ix *document.Index, lines []Stretch, title string) Region {
	r := Region{Head: -1, Title: -1}
	if len(lines) == 0 {
		return r
	}
	r.First, r.Last = lines[0].Block, lines[len(lines)-1].Block
	title = letters.Fold(title)
	if title == "" {
		return r
	}
	for b := r.First; b >= 0 && (r.Head < 0 || b >= r.Head-titleAbove); b-- {
		line := ix.Line(int(b))
		if len(line) < len(title) || len(line) >= 2*len(title)+40 {
			continue
		}
		norm := letters.Fold(string(line))
		if norm == title && r.Head >= 0 || r.Head < 0 && strings.Contains(norm, title) {
			r.Head = b
			r.Title = max(r.Title, b)
		}
	}
	return r
}

// titleAbove is how far above a title another one is looked for: boards say it again at the top of the text.
const titleAbove = 12
