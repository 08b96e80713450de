package measure

// run is a run of blocks.
type run struct{ from, to int32 }

// verse returns the runs of lines that are running text although few of them are sentences: poems, blogs in short
// lines, recipes. They are several, none a link or a heading, and stand together in one element.
func (s *Measures) verse() (list []run) {
	n := int32(len(s.Index.Blocks))
	for i := int32(0); i < n; i++ {
		if !s.mayBeVerse(i) {
			continue
		}
		r, flow := run{i, i + 1}, s.FlowOf(i)
		for r.to < n && s.mayBeVerse(r.to) && s.FlowOf(r.to) == flow {
			r.to++
		}
		if s.isVerse(r) {
			list = append(list, r)
		}
		i = r.to - 1
	}
	return list
}

// The fewest lines of verse, and the least sizes of one line and of all.
const (
	verseLines = 5
	verseLine  = 12
	verseSize  = 200
)

// mayBeVerse reports whether a block may be a line of short-lined text.
func (s *Measures) mayBeVerse(b int32) bool {
	bl := &s.Index.Blocks[b]
	return bl.Linked == 0 && bl.Size >= verseLine && !s.Index.IsHeading(b)
}

// isVerse reports whether the lines of a run are enough, and nearly all of their text stands in short lines rather
// than in sentences.
func (s *Measures) isVerse(r run) bool {
	if r.to-r.from < verseLines {
		return false
	}
	size, short := int32(0), int32(0)
	for b := r.from; b < r.to; b++ {
		bl := &s.Index.Blocks[b]
		if size += bl.Size; !s.Index.IsProse(b) {
			short += bl.Size
		}
	}
	return size >= verseSize && short*4 > size*3
}
