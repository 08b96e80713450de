package tagger

// Features are 32-bit hashes. Each rune has those of its surroundings; each word has those that its runes
// share, for its first rune, its other runes and its particle apart.

// maxFeatures bounds the features of a rune, those of its word included.
const maxFeatures = 80

type features struct {
	hash [maxFeatures]uint32
	n    int
}

func (f *features) add(template, h uint64) {
	h = (h ^ template*k3) * k4
	h ^= h >> 31
	h *= k2
	f.hash[f.n] = uint32(h>>32)&^1 | 2
	f.n++
}

func (l *line) codeAt(i int) uint64 {
	if i < 0 || i >= len(l.code) {
		return 7
	}
	return l.code[i]
}

// runeFeatures adds the features that only rune t has.
func (l *line) runeFeatures(t int, f *features) {
	a, b, c, d, e := l.codeAt(t-2), l.codeAt(t-1), l.codeAt(t), l.codeAt(t+1), l.codeAt(t+2)
	z, y := l.codeAt(t-3), l.codeAt(t+3)
	bc, cd := fold(b, c), fold(c, d)
	w := l.word[t]
	f.add(2, b)
	f.add(3, c)
	f.add(4, d)
	if w < 0 {
		f.add(6, bc)
		f.add(7, cd)
		f.add(10, fold(a, bc))
		f.add(12, fold(cd, e))
		if l.gaz[t] != 0 {
			f.add(18, l.gaz[t])
		}
		return
	}
	f.add(1, a)
	f.add(5, e)
	f.add(6, fold(a, b))
	f.add(7, bc)
	f.add(8, cd)
	f.add(9, fold(d, e))
	f.add(10, fold(a, bc))
	f.add(11, fold(bc, d))
	f.add(12, fold(cd, e))
	f.add(13, fold(fold(z, a), bc))
	f.add(14, fold(fold(a, bc), d))
	f.add(15, fold(fold(bc, d), e))
	f.add(16, fold(fold(cd, e), y))
	tok := &l.tokens[w]
	l.placeFeatures(t, tok, f)
	l.listFeatures(t, tok, f)
}

// longest bounds the part of a word that a feature spells out, so that a word without end costs no more.
const longest = 16

// placeFeatures adds where t stands in its word.
func (l *line) placeFeatures(t int, tok *token, f *features) {
	fromStart := uint64(min(t-tok.start, 5))
	toStem := uint64(min(max(tok.stem-t, 0), 5))
	f.add(20, fromStart<<8|toStem)
	prefix := uint64(0)
	for i := tok.start; i <= min(t, tok.start+longest); i++ {
		prefix = fold(prefix, l.code[i])
	}
	f.add(21, prefix)
	suffix := toStem
	for i := tok.stem - 1; i >= max(t, tok.stem-longest); i-- {
		suffix = fold(suffix, l.code[i])
	}
	f.add(22, suffix)
	f.add(23, fold(suffix, tok.particle))
	f.add(24, class(l.runes[t])<<8|classAt(l, t-1)<<4|classAt(l, t+1))
	inEnding := uint64(0)
	if t >= tok.endingStart && t < tok.stem {
		inEnding = 1
	}
	if tok.ending != 0 {
		f.add(25, fold(tok.ending, inEnding<<7|fromStart<<3|toStem))
		f.add(26, fold(tok.endingType, inEnding<<7|fromStart<<3|toStem))
		f.add(27, fold(tok.endingType, tok.particle<<8|inEnding<<7|min(fromStart, 1)))
	}
}

func classAt(l *line, i int) uint64 {
	if i < 0 || i >= len(l.runes) {
		return 0
	}
	return class(l.runes[i])
}

// listFeatures adds the hits in lists at t and beside it.
func (l *line) listFeatures(t int, tok *token, f *features) {
	g, h := l.gaz[t], l.hint[t]
	if g != 0 {
		f.add(30, g)
		f.add(31, fold(g, l.code[t]))
		f.add(32, fold(g, tok.particle))
	}
	if h != 0 {
		f.add(33, h)
		f.add(34, fold(h, tok.particle))
	}
	if g != 0 && h != 0 {
		f.add(35, fold(g, h))
	}
	if t > 0 {
		f.add(36, fold(l.gaz[t-1]+1, g))
	}
}

// variants of a word's shared features
const (
	firstRune = iota
	innerRune
	particleRune
	variants
)

func variant(t int, tok *token) uint64 {
	switch {
	case t == tok.start:
		return firstRune
	case t < tok.stem:
		return innerRune
	}
	return particleRune
}

// wordFeatures adds the features that the runes of word w share, for one variant.
func (l *line) wordFeatures(w int, v uint64, f *features) {
	t := &l.tokens[w]
	none := token{whole: 11, root: 12, particle: 13, last2: 14, first2: 15}
	p, n, nn := &none, &none, &none
	if w > 0 {
		p = &l.tokens[w-1]
	}
	if w+1 < len(l.tokens) {
		n = &l.tokens[w+1]
	}
	if w+2 < len(l.tokens) {
		nn = &l.tokens[w+2]
	}
	v += 64
	f.add(v, t.whole)
	f.add(v+4, t.root)
	f.add(v+8, fold(t.root, n.root))
	f.add(v+12, fold(p.whole, t.root))
	f.add(v+16, fold(p.whole, t.before))
	f.add(v+20, fold(n.whole, t.particle))
	f.add(v+24, fold(n.root, t.after))
	f.add(v+28, n.first2)
	f.add(v+32, p.last2)
	f.add(v+36, fold(p.particle, p.ending))
	f.add(v+40, fold(t.particle, t.after))
	f.add(v+44, fold(t.last2, t.particle))
	f.add(v+48, t.last3)
	f.add(v+52, fold(t.shape, t.after))
	f.add(v+56, fold(t.before, t.after))
	f.add(v+60, fold(nn.root, 3))
	f.add(v+64, fold(n.last2, 5))
	f.add(v+68, fold(t.ending, fold(n.ending, p.ending)))
	f.add(v+72, fold(t.particle, n.ending))
	if g := l.gaz[t.start]; g != 0 {
		f.add(v+76, fold(g, n.root))
	}
	if w > 0 {
		f.add(v+80, fold(l.gaz[p.start], fold(p.particle, p.after)))
	}
	if w+1 < len(l.tokens) {
		f.add(v+84, fold(l.gaz[n.start], t.after))
	}
}

// each calls do with the features of every rune of the line, which are valid until it returns.
func (l *line) each(do func(t int, f *features)) {
	var shared [variants]features
	last := -1
	for t := range l.runes {
		var f features
		if w := l.word[t]; w >= 0 {
			if w != last {
				for v := range shared {
					shared[v].n = 0
					l.wordFeatures(w, uint64(v), &shared[v])
				}
				last = w
			}
			f = shared[variant(t, &l.tokens[w])]
		}
		l.runeFeatures(t, &f)
		do(t, &f)
	}
}
