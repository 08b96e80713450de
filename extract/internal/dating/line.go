package dating

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// How many lines of the text and behind it dates are looked for in, and the longest of those behind, in bytes.
const (
	linesWithin = 3
	linesBehind = 12
	maxBehind   = 120
)

// maxDateLine bounds the lines that are looked at for dates, in bytes.
const maxDateLine = 260

// fromLines reads the dates of the lines at the head of the article, of those that were cut out of the body, and of
// those behind it.
func (d *datings) fromLines() {
	ix := d.Index
	prev := ""
	for b := d.body.Region.Start(); b < min(d.body.Region.First+linesWithin, ix.BlockCount()); b++ {
		line := ix.Line(int(b))
		if len(line) > maxDateLine || ix.IsLinkedMostly(b) && len(line) > 60 {
			prev = ""
			continue
		}
		trust := trustHead
		if b >= d.body.Region.First {
			trust = trustBody
		} else if d.body.Region.Head >= 0 && b < d.body.Region.Head {
			trust = trustTail // above the title: today's date, as likely as not
		}
		text := ix.Spaced(b)
		d.fromLine(text, prev, trust)
		prev = text
	}
	for _, c := range d.body.Cuts {
		if (c.Kind == boilerplate.Time || c.Kind == boilerplate.Byline) && len(c.Text) <= maxDateLine {
			trust := trustHead
			if c.Tail {
				trust = trustTail
			}
			d.fromLine(strings.ReplaceAll(c.Text, "\n", " "), "", trust)
		}
	}
	prev = ""
	for b := d.body.Region.Last + 1; b < min(d.body.Region.Last+linesBehind, ix.BlockCount()); b++ {
		text := string(ix.Line(int(b)))
		if len(text) <= maxBehind {
			d.fromLine(text, prev, trustBehind)
		}
		prev = text
	}
}

// fromLine reads the dates of a line. Each is what the label before it says, or the one behind it, or the line before.
func (d *datings) fromLine(line, prev string, trust int) {
	if !letters.HasDigit(line) {
		return
	}
	at := 0
	for range 4 {
		st, ok := stamp.FindAfter(line, at, d.Order)
		if !ok {
			return
		}
		kind := stamp.LabelBefore(line[at:st.Start])
		if kind == stamp.None && at == 0 && strings.TrimSpace(strings.Trim(line[:st.Start], " :[(|-")) == "" {
			kind = stamp.LabelBefore(prev)
		}
		end := st.End
		if kind == stamp.None {
			var n int
			kind, n = stamp.LabelBehind(line[st.End:])
			end += n
		}
		text := line[at:end]
		at = end
		switch {
		case kind == stamp.Never, kind == stamp.Modified && trust < trustBody: // of the site's page, at its foot
		case kind == stamp.Published && trust > trustTail:
			d.addStamp(st, "text", text, trustLabelled+trust-trustHead, false)
		case kind == stamp.Modified:
			d.addStamp(st, "text", text, trustLabelled+trust-trustHead, true)
		case kind == stamp.Published:
			d.addStamp(st, "text", text, trust+labelBonus, false)
		case trust >= trustBody || st.Fills(line):
			if trust == trustBody && !st.Fills(line) {
				continue
			}
			d.addStamp(st, "text", text, trust, false)
		}
	}
}
