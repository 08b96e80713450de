package outlet

import (
	"strconv"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/internal/view"
	"github.com/gisa-go/gisa/extract/sites"
)

// Counts is how often a page says that it was seen, and how many comments it has; nil is not known.
type Counts struct {
	Views, Comments *int
	Notes           evidence.Notes
}

// Count reads the counts at the head of an article.
func Count(v *view.View, b *body.Body) (c Counts) {
	f := &finder{View: v, body: b}
	c.Views = f.count("views", sites.Views, stamp.Views)
	c.Comments = f.count("comments", sites.Comments, stamp.Comments)
	if c.Comments == nil {
		if n, err := strconv.Atoi(f.Head.LD("commentCount")); err == nil && n >= 0 {
			c.Comments = &n
			f.found.Notes.Add("comments", "jsonld", strconv.Itoa(n))
		}
	}
	c.Notes = f.found.Notes
	return c
}

// maxLine bounds the lines that are looked at for counts, in bytes.
const maxLine = 260

func (f *finder) count(name string, field sites.Field, kind stamp.Label) *int {
	for src := range f.Site.Sources(field) {
		text := f.Field(src)
		if n, ok := stamp.FirstNumber(text); ok {
			f.found.Notes.Add(name, "site:"+f.Site.Name(), text)
			return &n
		}
	}
	ix := f.Index
	for b := max(f.body.Region.Start(), f.body.Region.First-30); b < min(f.body.Region.First+1, ix.BlockCount()); b++ {
		line := ix.Line(int(b))
		if len(line) > maxLine {
			continue
		}
		next := ""
		if int(b)+1 < len(ix.Blocks) {
			if l := ix.Line(int(b) + 1); len(l) < 16 {
				next = string(l)
			}
		}
		if n, raw, ok := stamp.LabelledNumber(ix.Spaced(b), next, kind); ok {
			f.found.Notes.Add(name, "text", raw)
			return &n
		}
	}
	return nil
}
