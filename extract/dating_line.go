package extract

import (
	"strings"
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
	for b := d.p.headStart(); b < min(d.p.body.first+3, int32(len(ix.blocks))); b++ {
		line := ix.line(int(b))
		if len(line) > maxDateLine || ix.blocks[b].linked*2 > ix.blocks[b].size && len(line) > 60 {
			prev = ""
			continue
		}
		trust := trustHead
		if b >= d.p.body.first {
			trust = trustBody
		} else if d.p.body.head >= 0 && b < d.p.body.head {
			trust = trustTail // above the title: today's date, as likely as not
		}
		text := ix.spaced(b)
		d.fromLine(text, prev, trust)
		prev = text
	}
	for _, c := range d.p.cut {
		if (c.kind == lineTime || c.kind == lineByline) && len(c.text) <= maxDateLine {
			trust := trustHead
			if c.tail {
				trust = trustTail
			}
			d.fromLine(strings.ReplaceAll(c.text, "\n", " "), "", trust)
		}
	}
	prev = ""
	for b := d.p.body.last + 1; b < min(d.p.body.last+12, int32(len(ix.blocks))); b++ {
		text := string(ix.line(int(b)))
		if len(text) <= 120 {
			d.fromLine(text, prev, trustTail-8)
		}
		prev = text
	}
}

// fromLine reads the dates of a line. Each is what the label before it says, or the one behind it, or the line before.
func (d *datings) fromLine(line, prev string, trust int) {
	if !hasDigit(line) {
		return
	}
	at := 0
	for range 4 {
		st, ok := findStampAfter(line, at, d.order)
		if !ok {
			return
		}
		kind := labelAtEnd(line[at:st.start])
		if kind == labelNone && at == 0 && strings.TrimSpace(strings.Trim(line[:st.start], " :[(|-")) == "" {
			kind = labelAtEnd(prev)
		}
		end := st.end
		if kind == labelNone {
			var n int
			kind, n = labelAtStart(line[st.end:])
			end += n
		}
		text := line[at:end]
		at = end
		switch {
		case kind == labelNever, kind == labelModified && trust < trustBody: // of the site's page, at its foot
		case kind == labelPublished && trust > trustTail:
			d.addStamp(st, "text", text, trustLabelled+trust-trustHead, false)
		case kind == labelModified:
			d.addStamp(st, "text", text, trustLabelled+trust-trustHead, true)
		case kind == labelPublished:
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
func isMostlyDate(line string, st stamp) bool { return len(line)-(st.end-st.start) <= 24 }
