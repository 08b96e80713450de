package dating

import (
	"slices"
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

// maxDateLine bounds the lines that are looked at for dates, and maxBeside what stands in a line beside a date that
// says when the article was published rather than what it tells, in bytes.
const (
	maxDateLine = 260
	maxBeside   = 80
)

// fromLines reads the dates of the lines at the head of the article, of those that were cut out of the body, and of
// those behind it.
func (d *datings) fromLines() {
	d.fromHead()
	for _, c := range d.body.Cuts {
		if (c.Kind == boilerplate.Time || c.Kind == boilerplate.Byline) && len(c.Text) <= maxDateLine {
			trust := trustHead
			if c.Tail {
				trust = trustTail
			}
			d.fromLine(strings.ReplaceAll(c.Text, "\n", " "), "", trust)
		}
	}
	d.fromBehind()
}

// fromHead reads the lines above the text and the first of it.
func (d *datings) fromHead() {
	ix, r := d.Index, d.body.Region
	prev := ""
	for b := r.Start(); b < min(r.First+linesWithin, ix.BlockCount()); b++ {
		line := ix.Line(int(b))
		if len(line) > maxDateLine || ix.IsLinkedMostly(b) && len(line) > 60 || ix.InCaption(ix.Blocks[b].Elem) {
			prev = ""
			continue
		}
		text := ix.Spaced(b)
		if letters.HasDigit(text) && !d.isForeign(ix.Blocks[b].Elem) {
			d.fromLine(text, prev, d.trustAt(b))
		}
		prev = text
	}
}

// trustAt says how much a date is trusted that stands alone in a line at the head of the article.
func (d *datings) trustAt(b int32) int {
	switch r := d.body.Region; {
	case b >= r.First:
		return trustBody
	case r.Head >= 0 && b < r.Head:
		if d.isTitled(b) {
			return trustTitled
		}
		return trustTail // above the title: today's date, as likely as not
	}
	return trustHead
}

// fromBehind reads the lines behind the text. Several days without a label are those of other articles.
func (d *datings) fromBehind() {
	ix := d.Index
	prev, from, days := "", len(d.list), 0
	for b := d.body.Region.Last + 1; b < min(d.body.Region.Last+linesBehind, ix.BlockCount()); b++ {
		line := ix.Line(int(b))
		if endsArticle(line) {
			break
		}
		text := string(line)
		if len(text) <= maxBehind && letters.HasDigit(text) && !d.isForeign(ix.Blocks[b].Elem) {
			d.fromLine(text, prev, trustBehind)
		}
		prev = text
	}
	var first *dating
	for i := from; i < len(d.list); i++ {
		switch c := &d.list[i]; {
		case c.trust != trustBehind:
		case first == nil:
			first, days = c, 1
		case !c.SameDay(first.Stamp):
			days++
		}
	}
	if days > 1 {
		tail := slices.DeleteFunc(d.list[from:], func(c dating) bool { return c.trust == trustBehind })
		d.list = d.list[:from+len(tail)]
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
			d.addStamp(st, "text", text, trust+labelBonus, false)
		case trust >= trustBody || st.Fills(line):
			if trust == trustBody && !st.Fills(line) {
				continue
			}
			d.addStamp(st, "text", text, d.trustAlone(st, line, trust), false)
		}
	}
}

// trustAlone lowers the trust in a date without a label that stands in a longer line: it may be one of what that tells.
func (d *datings) trustAlone(st stamp.Stamp, line string, trust int) int {
	if rest := len(line) - (st.End - st.Start); trust > trustTold && rest > maxBeside {
		return trustTold
	}
	return trust
}
