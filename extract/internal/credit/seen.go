package credit

import (
	"bytes"
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"

	"golang.org/x/net/html/atom"
)

// sight is what one line near the article says of its authors.
type sight struct {
	byline.Sight
	block int32
	sure  bool // By and its like, or the address of an author, says that it names them
	label bool // it is no more than such a word, for the line below
	part  bool // it says other things as well
}

// How far above the headline and behind the text authors are looked for, and how many paragraphs of it.
const (
	seenAbove  = 3
	seenBehind = 8
	seenProse  = 3
	seenSize   = 90 // characters of such a paragraph at least
)

// creditSeen reads the bylines that a reader sees at the head of the article and behind it, whatever the elements that
// hold them are called: those behind a word such as By or with the address of an author, and those beside the day.
func (f *finder) creditSeen() {
	list := f.sights(f.seenHead())
	f.head = list
	f.add("seen", "", chosen(list, func(i int) bool { return list[i].sure && !f.ofTeaser(list[i].block) }))
}

// creditBeside reads the names beside the day of the article, or those behind the text, where no word says that they
// are its authors'.
func (f *finder) creditBeside() {
	list := f.head
	f.add("beside the day", "", chosen(list, func(i int) bool { return f.besideDay(list, i) }))
	list = f.sights(f.body.Region.Last, min(f.body.Region.Last+seenBehind, f.Index.BlockCount()))
	f.add("seen behind", "", chosen(list, func(i int) bool {
		b := list[i].block
		return list[i].sure && !list[i].part && !(b > 0 && f.Index.IsLinkedMostly(b-1) && !f.Index.IsLinkedMostly(b)) &&
			!f.ofTeaser(b)
	}))
}

// seenHead returns the blocks in which the article's head stands: up to its third paragraph.
func (f *finder) seenHead() (from, to int32) {
	r := f.body.Region
	from = max(0, min(r.Start(), r.First)-seenAbove)
	prose := 0
	for to = max(r.Title+1, from); to < f.Index.BlockCount() && to < from+maxHead; to++ {
		bl := &f.Index.Blocks[to]
		if bl.Size >= seenSize && bl.Linked*2 < bl.Size && !f.Index.InCaption(bl.Elem) {
			if prose++; prose == seenProse {
				break
			}
		}
	}
	return from, to
}

// maxHead is how many lines the head of an article has at most.
const maxHead = 48

// sights reads the lines from one block to another that may name authors.
func (f *finder) sights(from, to int32) (list []sight) {
	ix := f.Index
	label := false
	for b := max(0, from); b < min(to, int32(len(ix.Blocks))); b++ {
		bl := &ix.Blocks[b]
		if bl.Size > byline.MaxNames || f.isAside(bl.Elem) {
			label = bl.Size < 40 && f.sight(b, false).label // for screen readers
			continue
		}
		s := f.sight(b, label)
		if ix.InCaption(bl.Elem) && !(s.By && s.Rest == 0) {
			continue
		}
		if label && len(s.Authors) > 0 && s.Rest == 0 {
			s.sure = true
		} else {
			label = s.label
		}
		if ix.IsHeading(b) && !s.sure || s.Rest > 0 && !s.By {
			continue
		}
		list = append(list, s)
	}
	return list
}

// isAside reports whether an element is of comments, of other articles, or not shown.
func (f *finder) isAside(e int32) bool {
	for n := 0; e >= 0 && n < 6; n++ {
		if f.Index.Elements[e].Hints&(document.HintRelated|document.HintComment|document.HintHidden) != 0 {
			return true
		}
		e = f.Index.Elements[e].Parent
	}
	return false
}

// sight reads one line, and names in it as they are where a label stands before it.
func (f *finder) sight(b int32, labelled bool) (s sight) {
	s.block = b
	segments := f.whole(f.Index.Segments(b))
	parts := make([]string, len(segments))
	for i := range segments {
		parts[i] = segments[i].Text
	}
	see := byline.Glimpse
	if labelled || slices.ContainsFunc(segments, f.isAuthorsOrMail) {
		see = byline.See
	}
	s.Sight = see(parts, func(i int) bool {
		return labelled || f.isAuthorLink(segments[i].Elem, segments[i].Text)
	}, f.Order, f.Head.IsSiteName)
	s.label = s.By && len(s.Authors) == 0 && s.Rest == 0
	s.sure = s.By && len(s.Authors) > 0
	var linked []byline.Person
	for i, a := range s.Authors {
		if f.isAuthorLink(segments[s.From[i]].Elem, a.Name) {
			linked = append(linked, a)
		}
	}
	switch {
	case s.By && len(linked) == 0 && len(segments) == 1 && byline.IsWeakBy(parts[0]) &&
		f.linkAround(segments[0].Elem) >= 0:
		s.Sight = byline.Sight{Rest: 1} // Text Version, a link
		s.sure, s.label = false, false
	case !s.By && !labelled && len(linked) < len(s.Authors):
		s.Sight = f.withoutHan(s.Sight, linked)
	}
	if !s.sure && len(linked) > 0 {
		s.sure = true
		if s.Rest > 0 {
			s.Authors, s.Rest, s.part = linked, 0, true
		}
	}
	return s
}

// whole joins the segments of one link, in which a name may be parted: Tor Even, Haugli.
func (f *finder) whole(segments []document.Segment) []document.Segment {
	out := segments[:0]
	last := int32(-1)
	for _, s := range segments {
		a := f.linkAround(s.Elem)
		if n := len(out); a >= 0 && a == last {
			out[n-1].Text += " " + s.Text
			continue
		}
		last, out = a, append(out, s)
	}
	return out
}

// linkAround returns the link that an element is or stands in, or -1.
func (f *finder) linkAround(e int32) int32 {
	for n := 0; e >= 0 && n < 4; n++ {
		if f.Index.Elements[e].Node.DataAtom == atom.A {
			return e
		}
		e = f.Index.Elements[e].Parent
	}
	return -1
}

// withoutHan drops names of Han letters, which sections and labels have as well, where nothing says that they are
// persons': those of a line of which none is linked, those beside the linked ones.
func (f *finder) withoutHan(s byline.Sight, linked []byline.Person) byline.Sight {
	if slices.ContainsFunc(s.Authors, func(a byline.Person) bool {
		return !byline.IsPerson(a.Name) && !slices.Contains(linked, a)
	}) {
		s.Authors, s.From = linked, nil
	}
	return s
}

// A linked line is taken for another article's headline from so many words on, or so many characters of a script
// without blanks, of which each counts as two.
const (
	teaserWords = 5
	teaserSize  = 30
)

// ofTeaser reports whether a byline is another article's: the headline that leads there stands right above it, behind
// the text with a summary between them.
func (f *finder) ofTeaser(b int32) bool {
	return f.isTeaser(b) || b-1 > f.body.Region.Last && f.isTeaser(b-1)
}

// isTeaser reports whether a block presents another article: the headline that leads to it stands right above.
func (f *finder) isTeaser(b int32) bool {
	ix := f.Index
	if b < 1 || !ix.IsLinkedMostly(b-1) || b-1 == f.body.Region.Title {
		return false
	}
	segments := f.whole(ix.Segments(b - 1))
	if len(segments) != 1 {
		return false
	}
	words := len(strings.Fields(segments[0].Text))
	if words < teaserWords && (words > 2 || ix.Blocks[b-1].Size < teaserSize) {
		return false
	}
	a := f.linkAround(segments[0].Elem)
	return a >= 0 && !isAuthorAddress(document.Attr(ix.Elements[a].Node, "href")) &&
		letters.Fold(segments[0].Text) != letters.Fold(f.title)
}

// isAuthorLink reports whether an element is, or stands in, a link to the page of an author, or to write to one.
func (f *finder) isAuthorLink(e int32, name string) bool {
	a := f.linkAround(e)
	if a < 0 {
		return false
	}
	href := document.Attr(f.Index.Elements[a].Node, "href")
	if address, ok := strings.CutPrefix(href, "mailto:"); ok {
		return byline.IsPerson(name) && isAddressOf(address, name)
	}
	return isAuthorAddress(href) && !f.Head.IsSection(name)
}

// isAuthorsOrMail reports whether a segment's link may be an author's, if its text is a name.
func (f *finder) isAuthorsOrMail(s document.Segment) bool {
	a := f.linkAround(s.Elem)
	if a < 0 {
		return false
	}
	href := document.Attr(f.Index.Elements[a].Node, "href")
	return strings.HasPrefix(href, "mailto:") || isAuthorAddress(href)
}

// isAddressOf reports whether an e-mail address holds a part of a name.
func isAddressOf(address, name string) bool {
	local, _, _ := strings.Cut(strings.ToLower(address), "@")
	for word := range strings.FieldsSeq(strings.ToLower(name)) {
		if len(word) >= 3 && strings.Contains(local, word) {
			return true
		}
	}
	return false
}

// isAuthorAddress reports whether a folder of an address is one for authors: /author/jane-doe.
func isAuthorAddress(href string) bool {
	href, _, _ = strings.Cut(href, "?")
	folders := strings.Split(strings.Trim(href, "/"), "/")
	if words().doors[strings.ToLower(folders[len(folders)-1])] {
		return false
	}
	for _, folder := range folders[:max(0, len(folders)-1)] {
		if words().folders[strings.ToLower(folder)] {
			return true
		}
	}
	return false
}

// besideDay reports whether a line without a word for it names the authors: it has the day of the article, or stands
// next to the line that has it, and says nothing else.
func (f *finder) besideDay(list []sight, i int) bool {
	s := &list[i]
	if len(s.Authors) == 0 || s.By || s.Rest > 0 || s.block <= f.body.Region.Title {
		return false
	}
	bl := &f.Index.Blocks[s.block]
	if bytes.HasSuffix(f.Index.Line(int(s.block)), []byte(":")) {
		return false // Links of the Show:
	}
	if bl.Linked > 0 && !s.Dated && !s.Job && f.isMenu(bl.Elem) {
		return false
	}
	if s.Dated {
		return true
	}
	for j := max(0, i-2); j < min(len(list), i+3); j++ {
		if d := &list[j]; j != i && d.Dated && d.Rest <= 8 && d.block > f.body.Region.Title-2 &&
			d.block-s.block <= 3 && s.block-d.block <= 3 {
			return true
		}
	}
	return s.Job && !f.standsAgain(s.block, string(f.Index.Line(int(s.block))))
}

// chosen returns the authors of the lines that a test takes, those that stand together.
func chosen(list []sight, take func(i int) bool) (all []byline.Person) {
	last := int32(-1)
	for i := range list {
		if len(list[i].Authors) == 0 || !take(i) {
			continue
		}
		if last >= 0 && list[i].block > last+seenGap {
			break
		}
		last = list[i].block
		all = append(all, list[i].Authors...)
	}
	return all
}

// seenGap is how many lines lie at most between those that name authors.
const seenGap = 4
