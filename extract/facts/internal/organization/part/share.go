package part

import (
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/internal/korean"
)

// share says of which types of bodies (as bits of their places among all) a word that ends so is a part.
type share struct {
	ends, whole, joins uint32
	no, alone          bool // ends what is no part; is none by itself
	shop               bool
}

// shares are the ends of words that say so, read from the context lists once.
var shares = sync.OnceValue(func() *korean.Suffixes[share] {
	all := &korean.Suffixes[share]{}
	for i, typ := range kind.All {
		bit := uint32(1) << i
		eachShare(all, "part "+string(typ), func(s *share) { s.ends |= bit })
		eachShare(all, "whole "+string(typ), func(s *share) { s.whole |= bit })
		eachShare(all, "joins "+string(typ), func(s *share) { s.joins |= bit })
	}
	eachShare(all, "part shop", func(s *share) { s.shop = true })
	eachShare(all, "no part end", func(s *share) { s.no = true })
	eachShare(all, "no part", func(s *share) { s.alone = true })
	return all
})

func eachShare(all *korean.Suffixes[share], section string, do func(*share)) {
	for _, w := range data.Lists().Context.List(section) {
		if all.Get(w) == nil {
			all.Put(w, share{})
		}
		do(all.Get(w))
	}
}

// typeBit is the bit of a type of organization in a share.
func typeBit(typ kind.Type) uint32 {
	for i, t := range kind.All {
		if t == typ {
			return 1 << i
		}
	}
	return 0
}
