package organization

import (
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/internal/korean"
)

// cue says what a word before a name says of it.
type cue uint8

const (
	saysKind  cue = 1 << iota // 기업
	saysIs                    // 법인인
	saysRuns                  // 운영하는
	saysHouse                 // 아트센터
)

// cues are words with what they say, read from the context lists once.
type cues struct {
	words   map[string]cue
	parts   korean.Suffixes[part]
	scale   scale
	markEnd [256]bool // by byte: whether a corporate mark ends in it
}

// part says of which types of bodies (as bits of their places in orgTypes) a word that ends so is a part.
type part struct {
	ends, whole, joins uint32
	no, alone          bool // ends what is no part; is none by itself
	shop               bool
}

var builtinCues = sync.OnceValue(func() *cues {
	lists := Lists()
	c := &cues{words: map[string]cue{}, scale: scaleOf(lists.Weights)}
	for i, section := range [...]string{"firm kind", "firm is", "firm runs", "house"} {
		for _, w := range lists.Context.List(section) {
			c.words[w] |= 1 << i // as the constants are ordered
		}
	}
	for _, mark := range lists.Context.List("mark") {
		c.markEnd[mark[len(mark)-1]] = true
	}
	for i, typ := range orgTypes {
		bit := uint32(1) << i
		c.each(lists.Context, "part "+string(typ), func(p *part) { p.ends |= bit })
		c.each(lists.Context, "whole "+string(typ), func(p *part) { p.whole |= bit })
		c.each(lists.Context, "joins "+string(typ), func(p *part) { p.joins |= bit })
	}
	c.each(lists.Context, "part shop", func(p *part) { p.shop = true })
	c.each(lists.Context, "no part end", func(p *part) { p.no = true })
	c.each(lists.Context, "no part", func(p *part) { p.alone = true })
	return c
})

func (c *cues) each(context *gazetteer.Context, section string, do func(*part)) {
	for _, w := range context.List(section) {
		if c.parts.Get(w) == nil {
			c.parts.Put(w, part{})
		}
		do(c.parts.Get(w))
	}
}

// of returns what a word says; the end of a word says what a firm is, too: 바이오기업.
func (c *cues) of(word string) cue {
	if says, ok := c.words[word]; ok {
		return says
	}
	for _, kind := range [...]string{"기업", "업체", "회사"} {
		if strings.HasSuffix(word, kind) {
			return saysKind
		}
	}
	return 0
}

func (f *finder) cues() *cues { return builtinCues() }

// typeBit is the bit of a type of organization in a part.
func typeBit(typ OrgType) uint32 {
	for i, t := range orgTypes {
		if t == typ {
			return 1 << i
		}
	}
	return 0
}
