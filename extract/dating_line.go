package extract

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// headStart returns the first block of the article's head: some lines above the title, which stands above the body.
func (p *page) headStart() int32 {
	if p.body.head >= 0 {
		return max(0, p.body.head-6)
	}
	return max(0, p.body.first-40)
}

// maxDateLine bounds the lines that are looked at for dates, in bytes.
const maxDateLine = 260

// fromLines reads the dates of the lines at the head of the article, of those that were cut out of the body, and of
// those behind it.
func (d *datings) fromLines() {
	ix := d.p.ix
	prev := ""
	for b := d.p.headStart(); b < min(d.p.body.first+3, int32(len(ix.Blocks))); b++ {
		line := ix.Line(int(b))
		if len(line) > maxDateLine || ix.Blocks[b].Linked*2 > ix.Blocks[b].Size && len(line) > 60 {
			prev = ""
			continue
		}
		trust := trustHead
		if b >= d.p.body.first {
			trust = trustBody
		} else if d.p.body.head >= 0 && b < d.p.body.head {
			trust = trustTail // above the title: today's date, as likely as not
		}
		text := ix.Spaced(b)
		d.fromLine(text, prev, trust)
		prev = text
	}
	for _, c := range d.p.cut {
		if (c.kind == boilerplate.Time || c.kind == boilerplate.Byline) && len(c.text) <= maxDateLine {
			trust := trustHead
			if c.tail {
				trust = trustTail
			}
			d.fromLine(strings.ReplaceAll(c.text, "\n", " "), "", trust)
		}
	}
	prev = ""
	for b := d.p.body.last + 1; b < min(d.p.body.last+12, int32(len(ix.Blocks))); b++ {
		text := string(ix.Line(int(b)))
		if len(text) <= 120 {
			d.fromLine(text, prev, trustTail-8)
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
		st, ok := stamp.FindAfter(line, at, d.order)
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
			d.addStamp(st, "text", text, trust+5, false)
		case trust >= trustBody || isMostlyDate(line, st):
			if trust == trustBody && !isMostlyDate(line, st) {
				continue
			}
			d.addStamp(st, "text", text, trust, false)
		}
	}
}

// isMostlyDate reports whether little but a date stands in a line.
func isMostlyDate(line string, st stamp.Stamp) bool { return len(line)-(st.End-st.Start) <= 24 }
