package cut

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/table"
)

// The most lines and the greatest size of a box that sells the rest of an article.
const (
	wallLines = 14
	wallSize  = 900
)

// isWall reports whether an element is a box beside the paragraphs that withholds or sells the rest of the article: it
// ends the text, and most of what it says is what a reader is to do for it and to get.
func (c *cutter) isWall(i int32) bool {
	ix := c.Index
	e := &ix.Elements[i]
	switch e.Node.DataAtom {
	case atom.Div, atom.Section, atom.Aside, atom.Form:
	default:
		return false
	}
	if e.Lines() < 2 || e.Lines() > wallLines || c.SizeIn(i) > wallSize || c.HoldsHeadline(i) ||
		c.ProseIn(i)*2 > c.total || c.main.Most < 0 || ix.Within(c.main.Most, i) {
		return false
	}
	root := &ix.Elements[c.root]
	if c.ProseOf(e.BlockStop, root.BlockStop) > c.ProseOf(root.Block, e.Block) {
		return false // more of the text follows than stands before
	}
	acts, offers, said := false, false, int32(0)
	for b := e.Block; b < e.BlockStop; b++ {
		s := c.sells(b)
		acts, offers = acts || s&saleAct != 0, offers || s&saleOffer != 0
		if s&(saleAct|saleOffer) != 0 {
			said += ix.Blocks[b].Size
		}
	}
	return acts && offers && said*2 >= c.SizeIn(i)
}

// sells returns what a line says of the rest of an article. A line is read once, however many boxes it stands in.
func (c *cutter) sells(b int32) sale {
	if c.sold == nil {
		c.sold = make([]sale, len(c.Index.Blocks))
	}
	if c.sold[b] != 0 {
		return c.sold[b]
	}
	line := strings.ToLower(string(c.Index.Line(int(b))))
	w, s := walls(), saleRead
	if w.act.in(line) {
		s |= saleAct
	}
	if w.offer.in(line) {
		s |= saleOffer
	}
	c.sold[b] = s
	return s
}

// phrases are texts that are looked for in a line.
type phrases []string

func (p phrases) in(line string) bool {
	for _, s := range p {
		if strings.Contains(line, s) {
			return true
		}
	}
	return false
}

//go:embed data/walls.txt
var wallLinesText string

type wallSets struct{ act, offer phrases }

// walls holds data/walls.txt.
var walls = sync.OnceValue(func() *wallSets {
	w := &wallSets{}
	var act, offer []string
	table.Sets("body/cut/data/walls.txt", wallLinesText, nil, map[string]*[]string{"act": &act, "offer": &offer})
	for _, s := range act {
		w.act = append(w.act, strings.ReplaceAll(s, "_", " "))
	}
	for _, s := range offer {
		w.offer = append(w.offer, strings.ReplaceAll(s, "_", " "))
	}
	return w
})
