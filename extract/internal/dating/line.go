package dating

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// How many lines of the text dates are looked for in, below the first, and the longest of those behind it, in bytes.
const (
	linesOfHead = 6
	maxBehind   = 120
)

// maxDateLine bounds the lines that are looked at for dates, and maxBeside what stands in a line beside a date that
// says when the article was published rather than what it tells, in bytes.
const (
	maxDateLine = 260
	maxBeside   = 80
	maxLinked   = 60 // of a line of links
)

// fromLines reads the dates of the lines at the head of the article, of those that were cut out of the body, and of
// those behind it.
func (d *datings) fromLines() {
	d.fromHead()
	for _, c := range d.body.Cuts {
		if c.Kind == boilerplate.Time || c.Kind == boilerplate.Byline {
			trust := trustHead
			if c.Tail {
				trust = trustTail
			}
			d.fromLine(strings.ReplaceAll(letters.Head(c.Text, maxDateLine), "\n", " "), -1, trust)
		}
	}
	d.fromBehind()
}

// fromHead reads the lines above the text and the first of it.
func (d *datings) fromHead() {
	ix, r := d.Index, d.body.Region
	prev := int32(-1)
	for b := r.Start(); b < min(r.First+linesOfHead, r.Last+1, ix.BlockCount()); b++ {
		line := ix.Line(int(b))
		if len(line) > maxDateLine || ix.InCaption(ix.Blocks[b].Elem) {
			prev = -1
			continue
		}
		before := prev
		if prev = b; !letters.HasDigit(line) {
			continue
		}
		text := ix.Spaced(b)
		if ix.IsLinkedMostly(b) && len(line) > maxLinked && !d.saysClock(text) {
			prev = -1
			continue
		}
		if !d.isForeign(ix.Blocks[b].Elem) {
			d.fromLine(text, before, d.trustAt(b))
		}
	}
}

// saysClock reports whether a line has a date with a clock time.
func (d *datings) saysClock(line string) bool {
	st, ok := stamp.Find(line, d.order)
	return ok && st.Timed
}

// trustAt says how much a date is trusted that stands alone in a line at the head of the article.
func (d *datings) trustAt(b int32) int {
	switch r := d.body.Region; {
	case b >= r.First && (d.isKept(b) || d.Index.IsProse(b) || d.isInText(b)):
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
	prev, from, days := int32(-1), len(d.list), 0
	for b := d.body.Region.Last + 1; b < min(d.body.Region.Last+linesBehind, ix.BlockCount()); b++ {
		line := ix.Line(int(b))
		if d.endsArticle(b) {
			break
		}
		if len(line) <= byline.MaxPosting && !d.Korean && byline.IsPosting(string(line)) && !d.isForeign(ix.Blocks[b].Elem) {
			d.fromLine(string(line), prev, trustTail)
			break // what follows is another post
		}
		if len(line) > maxBehind {
			prev = -1
			continue
		}
		if letters.HasDigit(line) && !d.isForeign(ix.Blocks[b].Elem) {
			d.fromLine(string(line), prev, trustBehind)
		}
		prev = b
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

// fromLine reads the dates of a line. Each is what the label before it says, or the one behind it, or the block before,
// of which -1 is none.
func (d *datings) fromLine(line string, before int32, trust int) {
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
		if kind == stamp.None && at == 0 && before >= 0 && strings.TrimSpace(strings.Trim(line[:st.Start], " :[(|-")) == "" {
			kind = stamp.LabelBefore(d.Index.Spaced(before))
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

// maxPageLines bounds how many lines of a page are looked through for its only date.
const maxPageLines = 4000

// fromPage looks for a date anywhere on a page that shows none where the article stands: one that a label says to be
// that of the publication, else the only day that lines of dates name.
func (d *datings) fromPage() {
	ix := d.Index
	var only *dating
	for b := range min(ix.BlockCount(), maxPageLines) {
		line := ix.Line(int(b))
		if b > d.body.Region.Last && d.endsArticle(b) {
			break
		}
		if len(line) > maxBehind || d.isKept(b) || !letters.HasDigit(line) || d.isForeign(ix.Blocks[b].Elem) {
			continue
		}
		text := ix.Spaced(b)
		st, ok := stamp.Find(text, d.order)
		if !ok {
			continue
		}
		switch label := stamp.LabelBefore(text[:st.Start]); {
		case label == stamp.Published:
			d.addStamp(st, "text", text, trustPage, false)
			return
		case label != stamp.None || !st.Fills(text):
		case only == nil:
			only = &dating{st, "text", text, trustPage, false}
		case !only.SameDay(st):
			return
		}
	}
	if only != nil {
		d.addStamp(only.Stamp, only.from, only.raw, trustPage, false)
	}
}
