package title

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/post"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// isDate reports whether a heading is a day and nothing else.
func isDate(s string) bool {
	if len(s) > 60 || !letters.HasDigit(s) {
		return false
	}
	st, ok := stamp.Find(s, stamp.DayFirst)
	if !ok {
		return false
	}
	for word := range strings.FieldsSeq(s[:st.Start] + " " + s[st.End:]) {
		if word = strings.Trim(word, ".,()|·-–"); word != "" && !stamp.IsWeekday(strings.ToLower(word)) {
			return false
		}
	}
	return true
}

// isMenu reports whether a heading is one of the menus in a <title> that lists a page's path, while another part of
// that is a line of the page: the headline.
func (v *votes) isMenu(p *view.View, vote *choice, text string) bool {
	parts := head.Parts(text)
	if vote.from != "heading" || vote.headline || vote.weight > 2*weightMinor || len(parts) < 3 {
		return false
	}
	line := titleLine(p, text, parts)
	return len(letters.Fold(line)) > 2*len(vote.norm)
}

// fromTable counts the title that a board's table has behind a label: 제목.
func (v *votes) fromTable(p *view.View) {
	if p.Korean {
		if title, block := post.LabelledTitle(p); title != "" {
			v.addShown("heading", title, weightHeading+weightProp, block)
		}
	}
}

// withoutName cuts the name of a site that only <title> has from its end: a few words, each of which is written like a
// name, behind a mark and a headline of many more.
func withoutName(s string) string {
	parts := head.Parts(s)
	if len(parts) < 2 {
		return s
	}
	cut := strings.TrimSpace(s[:parts[len(parts)-2].End])
	name := strings.TrimSpace(s[parts[len(parts)-1].Start:])
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > maxNameWords || len(cut) < len(name) ||
		len(strings.Fields(cut)) < max(3, len(words)) ||
		strings.HasSuffix(s[:parts[len(parts)-1].Start], ": ") || letters.HasDigit(name) {
		return s
	}
	if strings.ContainsAny(name, "?!…\"“”") || byline.IsSignature(name) && strings.Contains(cut, name) {
		return s
	}
	for _, w := range []string{words[0], words[len(words)-1]} {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLetter(r) || unicode.IsLower(r) && !strings.Contains(w, ".") {
			return s
		}
	}
	return cut
}

// maxNameWords is how many words the name of a site has at most.
const maxNameWords = 4

// firstHeading lets a heading stand for a page whose <title> names nothing that it shows: the last before the line that
// says when the article was written, else the first h1, else the first of all. A banner of a word or two gives way to
// the heading below it, and what stands behind the text is none.
func (v *votes) firstHeading(p *view.View) bool {
	dated, prose := post.DatedBlock(p), firstProse(p)
	var best *choice
	for i := range v.votes {
		vote := &v.votes[i]
		switch {
		case vote.from != "heading":
			return false
		case vote.weight < weightMinor/4 || prose >= 0 && vote.block > prose:
		case dated >= 0 && vote.block <= dated && vote.block >= dated-12 && len(vote.norm) >= minNamed:
			if best == nil || best.block < vote.block || best.block > dated {
				best = vote
			}
		case best == nil && len(vote.norm) >= minBanner:
			best = vote
		case best != nil && len(vote.norm) >= minNamed && (isBanner(best.text) && !isBanner(vote.text) && dated < 0 ||
			vote.headline && !best.headline && (dated < 0 || best.block > dated)):
			best = vote
		}
	}
	if best == nil || len(best.norm) < minNamed && prose < 0 {
		return false
	}
	best.weight += weightDocument
	return true
}

// minBanner is the least length, in bytes, of a heading that stands for a page without another.
const minBanner = 9

// isBanner reports whether a heading is as short as the names of sections are: 특별기획.
func isBanner(s string) bool { return len(strings.Fields(s)) <= 2 && letters.Size(s) <= 16 }

// proseSize is how long the lines of a text are at least, in characters, of which a headline stands before three.
const proseSize = 80

// firstProse returns the third block in a row, but for short ones, that is a sentence of a text, or -1.
func firstProse(p *view.View) int32 {
	n := 0
	for b := range p.Index.BlockCount() {
		bl := &p.Index.Blocks[b]
		switch {
		case bl.Size < proseSize || bl.Linked*4 > bl.Size || !letters.EndsSentence(p.Index.Line(int(b))):
			if bl.Linked*2 > bl.Size {
				n = 0
			}
		case n == 2:
			return b
		default:
			n++
		}
	}
	return -1
}
