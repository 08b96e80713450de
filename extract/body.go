package extract

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/sites"
)

// findBody finds where the article stands, cleans it and fills Text, Paragraphs, Images and Links. Several candidates are
// cleaned and the best of the cleaned ones is taken.
func findBody(p *page) error {
	s := newScorer(p)
	best, least := s.ofSite(), int32(minRuled)
	if other := s.choose(); other.prose > best.size*3 && (best.size < minRuled || other.prose > minOther) {
		best, least = other, minBody
	}
	if best.size < shortBody && p.site.Layout == nil {
		if post := s.post(); post.root >= 0 && (best.size < minBody || !p.ix.within(post.root, best.root) && !p.ix.within(best.root, post.root)) {
			best, least = post, minRuled
		}
	}
	if best.size < shortBody {
		if q, sel := p.findScriptBody(best.size); sel != nil {
			q.emit(sel)
			p.cut = q.cut
			p.note("text", "script", "")
			return nil
		}
	}
	if best.root < 0 || best.size < least {
		return ErrNoArticle
	}
	if len(p.site.Layout.Sources(sites.Subtitle)) == 0 {
		best.addLead(s)
	}
	p.emit(&best)
	return nil
}

// ofSite cleans the body that the site's rule names: the innermost of several nested ones, the fullest of several that
// stand side by side.
func (s *scorer) ofSite() selection {
	best := selection{root: -1}
	for _, src := range s.p.site.Layout.Sources(sites.Body) {
		if src.Selector == nil {
			continue
		}
		after := int32(0) // where elements outside those seen begin
		for _, i := range s.p.ix.findAll(s.p.site.All(src.Selector)) {
			if i < after {
				continue
			}
			after = s.p.ix.elements[i].end
			if sel := s.clean(s.innermost(i, src.Selector)); best.root < 0 || sel.prose > best.prose {
				best = sel
			}
		}
		if best.size >= minRuled {
			break
		}
	}
	return best
}

// innermost follows the elements that match a selector down from i.
func (s *scorer) innermost(i int32, sel *sites.Selector) int32 {
	ix := s.p.ix
	for j := i + 1; j < ix.elements[i].end; j++ {
		if ix.elements[j].hints != 0 && s.proseIn(j)*10 > s.proseIn(i)*9 && sel.Match(ix.elements[j].node) {
			i = j
		}
	}
	return i
}

// choose cleans the candidates of a page without a rule and returns the best: the one that the density of its text
// speaks for, unless one that is named as the article's body says nearly the same.
func (s *scorer) choose() selection {
	best := selection{root: -1}
	for _, c := range s.candidates() {
		sel := s.clean(c.elem)
		if best.root < 0 || float64(sel.prose)*c.prior > float64(best.prose) && (s.p.ix.within(sel.root, best.root) || c.prior > 1.5) &&
			s.namedBeside(c.elem, best.root)*10 < best.prose {
			best = sel
		}
	}
	return best
}

// namedBeside returns how much running text stands inside root, beside element i, in elements that are named as the body
// too: an article whose markup divides it has several of them.
func (s *scorer) namedBeside(i, root int32) (prose int32) {
	ix := s.p.ix
	if !ix.within(i, root) {
		return 0
	}
	for j := root + 1; j < ix.elements[root].end; {
		e := &ix.elements[j]
		switch {
		case j == i || e.hints&hintsNoise != 0:
			j = e.end
		case e.hints&hintBody != 0 && !ix.within(i, j):
			prose += s.proseIn(j)
			j = e.end
		default:
			j++
		}
	}
	return prose
}

// shortBody is the size under which a page's scripts are asked for more.
const shortBody = 600

// addLead puts before the text the running text that stands between the headline and the body: the lead of articles whose
// markup keeps it apart. A subtitle, which is shorter than a paragraph, is none.
func (sel *selection) addLead(s *scorer) {
	ix := s.p.ix
	first := ix.elements[sel.root].block
	from := s.headlineBefore(first)
	if from < 0 || first-from > leadDistance {
		return
	}
	description := normalTitle(s.p.meta.description)
	var lead []line
	for b := from + 1; b < first && len(lead) < 3; b++ {
		bl := &ix.blocks[b]
		near := first-b < 6 || b-from < 4 || description != "" && strings.HasPrefix(normalTitle(string(ix.line(int(b)))), description)
		if near && s.isLead(b) && !s.noise[b] && !s.isAside(b) && !sel.says(ix, b) {
			lead = append(lead, line{block: b, start: bl.start, stop: bl.stop})
		}
	}
	sel.lines = append(lead, sel.lines...)
}

// isLead reports whether a line above the body is a paragraph of the article rather than its subtitle. What is marked up as
// a heading or a subtitle has to be longer than most subtitles are; without the mark of a sentence, longer than any.
func (s *scorer) isLead(b int32) bool {
	bl := &s.p.ix.blocks[b]
	least := int32(leadSize)
	if s.isHeading(b) || s.isNamed(b, hintDek|hintTitle) {
		least = dekSize
	}
	return bl.size >= least && bl.size < 900 && bl.linked*4 < bl.size && (bl.size >= 3*least || endsSentence(s.p.ix.line(int(b))))
}

// The least sizes, in characters, of a sentence above the body that is a lead: of a paragraph, and of what is marked up as
// a subtitle.
const (
	leadSize = 60
	dekSize  = 120
)

// leadDistance is how many lines at most stand between the headline and the body of one article.
const leadDistance = 60

// headlineBefore returns the last line before a block that says the title, else the page's first h1, or -1.
func (s *scorer) headlineBefore(b int32) int32 {
	title := normalTitle(s.p.art.Title)
	for i := b - 1; i >= 0 && title != ""; i-- {
		if bl := &s.p.ix.blocks[i]; int(bl.stop-bl.start) < 3*len(title) && normalTitle(string(s.p.ix.line(int(i)))) == title {
			return i
		}
	}
	if s.headline < b {
		return s.headline
	}
	return -1
}

// isAside reports whether a line stands in a caption, a byline, a picture or a box of other articles.
func (s *scorer) isAside(b int32) bool {
	ix := s.p.ix
	if kind, _ := patterns().kindOf(ix.line(int(b)), int(ix.blocks[b].size), nil); kind != lineText {
		return true
	}
	for e, n := ix.blocks[b].elem, 0; e >= 0 && n < 4; e, n = ix.elements[e].parent, n+1 {
		el := &ix.elements[e]
		if el.hints&(hintsNoise|hintCaption|hintAuthor) != 0 && el.blockStop-el.block < 8 || el.node.DataAtom == atom.Figure {
			return true
		}
	}
	return false
}

// says reports whether the selection begins with the text of a block.
func (sel *selection) says(ix *index, b int32) bool {
	for _, l := range sel.lines[:min(len(sel.lines), 4)] {
		if bytes.HasPrefix(ix.text[l.start:l.stop], ix.line(int(b))) {
			return true
		}
	}
	return false
}

// The least text, in characters, that is taken for an article: of a page without a rule, and where the site's rule names
// the body, since posts of a board may be one sentence. minOther is the least running text that is believed more than a rule.
const (
	minBody  = 60
	minRuled = 20
	minOther = 300
)

// candidate is an element that may hold the article, and how much its kind is trusted.
type candidate struct {
	elem  int32
	prior float64
	from  string
}

// scorer values the blocks and elements of one page. The slices hold sums over the blocks before: the blocks i … j-1 have
// together value[j]-value[i].
type scorer struct {
	p       *page
	value   []int32 // likelihood of being article text, in characters; negative for what is not
	prose   []int32 // characters of running text
	size    []int32 // characters
	linked  []int32 // characters inside links
	titles  []int32 // lines that are a link as a whole and long enough for a headline
	written []int32 // from a block on, the first that is running text
	noise   []bool  // blocks that stand in navigation, comments, advertising …
	known   map[*html.Node]lineKind

	headline int32 // block of the page's first h1 that has text, or -1
}

func newScorer(p *page) *scorer {
	ix := p.ix
	n := len(ix.blocks) + 1
	sums := make([]int32, 6*n)
	s := &scorer{p: p, value: sums[:n], prose: sums[n : 2*n], size: sums[2*n : 3*n], linked: sums[3*n : 4*n], titles: sums[4*n : 5*n], written: sums[5*n:],
		known: knownCuts(p), headline: -1}
	for _, i := range ix.heads {
		if e := &ix.elements[i]; e.node.DataAtom == atom.H1 && e.block < e.blockStop {
			s.headline = e.blockStop - 1
			break
		}
	}
	verse := s.verse()
	for i := range ix.blocks {
		b := &ix.blocks[i]
		prose := int32(0)
		if len(verse) > 0 && int32(i) >= verse[0].from {
			if prose = b.size; int32(i) == verse[0].to-1 {
				verse = verse[1:]
			}
		} else if isProse(b, ix.line(i)) {
			prose = b.size
		}
		s.prose[i+1] = s.prose[i] + prose
		s.size[i+1] = s.size[i] + b.size
		s.linked[i+1] = s.linked[i] + b.linked
		s.titles[i+1] = s.titles[i]
		if b.size >= 20 && b.linked*10 >= b.size*9 {
			s.titles[i+1]++
		}
	}
	s.written[n-1] = int32(n - 1)
	for i := len(ix.blocks) - 1; i >= 0; i-- {
		if s.written[i] = s.written[i+1]; s.isProse(int32(i)) {
			s.written[i] = int32(i)
		}
	}
	s.noise = s.noiseBlocks()
	for i := range ix.blocks {
		s.value[i+1] = s.value[i] + s.blockValue(i, s.noise[i])
	}
	return s
}

// proseIn returns how much running text an element holds.
func (s *scorer) proseIn(i int32) int32 {
	e := &s.p.ix.elements[i]
	return s.prose[e.blockStop] - s.prose[e.block]
}

// isProse tells running text from labels, menus and lists of links.
func isProse(b *block, line []byte) bool {
	if b.linked*10 > b.size*4 {
		return false
	}
	return b.size >= 100 || b.size >= 30 && endsSentence(line)
}

// endsSentence reports whether a line ends as a sentence does, quotes and brackets aside.
func lastRune(s []byte) (rune, int) { return utf8.DecodeLastRune(s) }

func endsSentence(line []byte) bool {
	for len(line) > 0 {
		r, n := lastRune(line)
		switch r {
		case '.', '!', '?', '…', '。', '！', '？', ':', ';', '।', '؟', '։', '።', '။':
			return true
		case '"', '\'', '”', '’', '»', '«', ')', ']', '」', '』', '“', '›', '*', ' ', '）':
			line = line[:len(line)-n]
			continue
		}
		return false
	}
	return false
}

// noiseBlocks tells the blocks that stand in lists of other articles, or in an element which looks like navigation, comments
// or advertising. Names that would condemn most of the page's text are not believed.
func (s *scorer) noiseBlocks() []bool {
	teasers, listed := s.teaserBlocks()
	total := s.prose[len(teasers)] - listed
	noise := make([]bool, len(teasers))
	for _, believed := range []hint{hintsNoise, hintsStrong} {
		copy(noise, teasers)
		if lost := s.markNamed(noise, believed); lost*4 < total*3 {
			return noise
		}
	}
	return teasers
}

// markNamed marks the blocks of elements with one of the hints and returns how much running text is newly lost.
func (s *scorer) markNamed(noise []bool, believed hint) (lost int32) {
	ix := s.p.ix
	total := s.prose[len(noise)]
	for i := int32(0); i < int32(len(ix.elements)); {
		e := &ix.elements[i]
		if e.hints&believed == 0 || !s.isNoise(i, total) {
			i++
			continue
		}
		for b := e.block; b < e.blockStop; b++ {
			if !noise[b] {
				lost += s.prose[b+1] - s.prose[b]
				noise[b] = true
			}
		}
		i = max(e.end, i+1)
	}
	return lost
}

// teaserBlocks tells the blocks of lists of other articles, and how much running text they hold. Where next to nothing else
// is left, the page is such a list, and none is marked.
func (s *scorer) teaserBlocks() (noise []bool, prose int32) {
	ix := s.p.ix
	noise = make([]bool, len(ix.blocks))
	for i := int32(0); i < int32(len(ix.elements)); {
		if s.proseIn(i) == 0 || s.holdsHeadline(i) || !s.isTeasers(i) {
			i++
			continue
		}
		e := &ix.elements[i]
		for b := e.block; b < e.blockStop; b++ {
			noise[b] = true
		}
		prose += s.proseIn(i)
		i = e.end
	}
	if s.prose[len(noise)]-prose < minOther {
		return make([]bool, len(noise)), 0
	}
	return noise, prose
}

// hintsNoise are the hints of what is no part of an article; hintsStrong those of them that are seldom wrong.
const (
	hintsNoise  = hintNoise | hintNever | hintRelated | hintComment | hintTags | hintHidden
	hintsStrong = hintNever | hintRelated | hintComment
)

// isNoise reports whether an element is taken for noise although the whole holds total characters of prose: a name alone does
// not condemn most of the text.
func (s *scorer) isNoise(i, total int32) bool {
	h := s.p.ix.elements[i].hints
	if h&hintsNoise == 0 || h&hintBodyProp != 0 {
		return false
	}
	share, whole := int64(s.proseIn(i))*100, int64(total) // of the largest pages, beyond 32 bits
	switch {
	case h&hintNever != 0 && h&hintBody == 0:
		return !s.isAround(i)
	case h&hintComment != 0 && h&hintBody == 0:
		return share < whole*90
	case h&hintBody != 0:
		return share < whole*20
	default:
		return share < whole*50 || s.headline >= 0 && !s.holdsHeadline(i)
	}
}

// holdsHeadline reports whether the page's headline stands inside an element.
func (s *scorer) holdsHeadline(i int32) bool {
	e := &s.p.ix.elements[i]
	return s.headline >= e.block && s.headline < e.blockStop
}

// isAround reports whether an element is the frame of the page rather than a part of it, whatever its name: it holds the
// headline or, on a page without one, nearly all running text.
func (s *scorer) isAround(i int32) bool {
	if s.headline >= 0 {
		return s.holdsHeadline(i)
	}
	return s.proseIn(i)*10 > s.prose[len(s.prose)-1]*9
}

// blockValue is positive for what looks like the text of an article and negative for what does not.
func (s *scorer) blockValue(i int, noise bool) int32 {
	b := &s.p.ix.blocks[i]
	prose := s.prose[i+1] > s.prose[i]
	switch {
	case noise:
		return -(10 + min(b.size, 60)/4)
	case prose:
		return b.size - b.linked
	case b.linked*2 > b.size:
		return -(15 + min(b.size, 120)/3)
	default:
		return -2
	}
}

// scores values every element: the blocks it holds itself and its children's values, of which none counts against it by
// more than a little, since what is worthless can be left out.
func (s *scorer) scores() []int32 {
	ix := s.p.ix
	score := make([]int32, len(ix.elements))
	for i := range ix.blocks {
		if e := ix.blocks[i].elem; e >= 0 {
			score[e] += s.value[i+1] - s.value[i]
		}
	}
	for i := len(score) - 1; i > 0; i-- {
		if up := ix.elements[i].parent; up >= 0 {
			score[up] += max(score[i], -childCost)
		}
	}
	return score
}

// childCost is what a worthless child counts against its parent.
const childCost = 100

// maxWork bounds how often the elements of a page are looked at for nested candidates.
const maxWork = 16

// candidates proposes elements that may hold the article.
func (s *scorer) candidates() []candidate {
	ix := s.p.ix
	score := s.scores()
	var list []candidate
	best := int32(-1)
	for i := range ix.elements {
		if e := &ix.elements[i]; e.block < e.blockStop && (best < 0 || score[i] >= score[best] && score[i] > 0) {
			best = int32(i)
		}
	}
	if best < 0 {
		return nil
	}
	list = append(list, candidate{best, 1, "density"})
	work := 0 // elements that the candidates hold, those of nested ones again and again
	for i := range ix.elements {
		e := &ix.elements[i]
		prior := 0.0
		switch {
		case e.hints&hintBodyProp != 0:
			prior = 4
		case e.hints&hintBody != 0 && e.hints&(hintNoise|hintRelated|hintComment) == 0:
			prior = 1.3
		default:
			continue
		}
		if float64(score[i])*max(prior, 2) > float64(score[best]) && int32(i) != best && work <= maxWork*len(ix.elements) {
			work += int(e.end) - i
			list = append(list, candidate{int32(i), prior, "name"})
		}
	}
	return list
}
