package store

import "encoding/binary"

// table is what records are found in: the memtable or a segment.
type table interface {
	len() int
	time(n int) (int64, error)
	record(n int) ([]byte, error)
	find(dst []uint32, print uint64, limit int) ([]uint32, error)
	touch(prints []uint64) uint64
	marked() *marks
}

// source is a table that goes into a new segment, less the records that are dropped.
type source struct {
	table
	dropped marks
	open    func() cursor // its entries
	count   uint64        // how many they are
	renamed []uint32      // the new number of each record; droppedNumber where it has none
}

const droppedNumber = ^uint32(0)

// prepare makes the entries ready. It reads a segment whole, to see that it is good.
func (s *source) prepare() error {
	switch t := s.table.(type) {
	case *memtable:
		entries := sortedEntries(t.sorted())
		s.count = uint64(len(entries))
		s.open = func() cursor {
			c := entries
			return &c
		}
	case *segment:
		if s.dropped.count() == t.len() { // nothing of it is needed
			s.open = func() cursor { return new(sortedEntries) }
			return nil
		}
		if err := t.verify(); err != nil {
			return err
		}
		s.count = t.layout.entries
		s.open = func() cursor { return t.cursor() }
	}
	return nil
}

// sealed returns the marks of the table that are durable by now.
func (s *source) sealed() *marks {
	if g, ok := s.table.(*segment); ok {
		return &g.sealed
	}
	return &s.table.(*memtable).sealed
}

// rename numbers the records that are kept, from first on, and returns their layout.
func (s *source) rename(first uint64) (l layout, err error) {
	s.renamed = make([]uint32, s.len())
	for n := range s.renamed {
		if s.dropped.has(n) {
			s.renamed[n] = droppedNumber
			continue
		}
		record, err := s.record(n)
		if err != nil {
			return l, err
		}
		s.renamed[n] = uint32(first + l.records)
		l.records++
		l.recordBytes += uint64(len(record))
	}
	if l.entries = s.count; l.records < uint64(s.len()) {
		l.entries = 0
		c := s.open()
		for e, ok := c.next(); ok; e, ok = c.next() {
			if !s.drops(e) {
				l.entries++
			}
		}
	}
	return l, nil
}

func (s *source) drops(e entry) bool {
	n := e.number()
	return n >= len(s.renamed) || s.renamed[n] == droppedNumber
}

// carry returns the marks of the source as marks of the new segment.
func (s *source) carry(dst marks, from marks) marks {
	if len(from) == 0 {
		return dst
	}
	for n, to := range s.renamed {
		if to != droppedNumber && from.has(n) {
			dst.set(int(to))
		}
	}
	return dst
}

// cursor gives the entries of a table in order. It returns false after the last.
type cursor interface{ next() (entry, bool) }

type sortedEntries []entry

func (s *sortedEntries) next() (entry, bool) {
	if len(*s) == 0 {
		return 0, false
	}
	e := (*s)[0]
	*s = (*s)[1:]
	return e, true
}

// segmentEntries reads the entries of a segment that has been verified.
type segmentEntries struct {
	dir, remainders, numbers []byte
	width, shift             int
	bucket                   uint64
	at, end                  uint32 // in the bucket
}

func (s *segment) cursor() *segmentEntries {
	d := s.view.data
	return &segmentEntries{
		dir:        d[s.start[secDirectory]:s.start[secRemainders]],
		remainders: d[s.start[secRemainders]:s.start[secNumbers]],
		numbers:    d[s.start[secNumbers]:s.sumsAt],
		width:      s.width,
		shift:      s.shift,
	}
}

func (c *segmentEntries) next() (entry, bool) {
	for c.at == c.end {
		if len(c.dir) < 8 {
			return 0, false
		}
		c.at, c.end = binary.LittleEndian.Uint32(c.dir), binary.LittleEndian.Uint32(c.dir[4:])
		c.dir = c.dir[4:]
		c.bucket++
	}
	i := int(c.at)
	c.at++
	print := (c.bucket-1)<<c.shift | load(c.remainders[i*c.width:], c.width)
	return entry(print<<numberBits | load(c.numbers[i*numberSize:], numberSize)), true
}

// merged gives the entries of several sources in order, with the new numbers of their records.
type merged struct {
	sources []*source
	cursors []cursor
	heads   []entry // the next entry of each source; none where it has ended
}

const none = ^entry(0)

// all returns the entries of sources in order. One that keeps its numbers needs no merging.
func all(sources []*source) cursor {
	if s := sources[0]; len(sources) == 1 && s.dropped.count() == 0 {
		return s.open()
	}
	return newMerged(sources)
}

func newMerged(sources []*source) *merged {
	m := &merged{sources, make([]cursor, len(sources)), make([]entry, len(sources))}
	for i, s := range sources {
		m.cursors[i] = s.open()
		m.advance(i)
	}
	return m
}

func (m *merged) advance(i int) {
	s := m.sources[i]
	for {
		e, ok := m.cursors[i].next()
		if !ok {
			m.heads[i] = none
			return
		}
		if !s.drops(e) {
			m.heads[i] = e&^(maxRecords-1) | entry(s.renamed[e.number()])
			return
		}
	}
}

func (m *merged) next() (entry, bool) {
	least := 0
	for i, e := range m.heads {
		if e < m.heads[least] {
			least = i
		}
	}
	e := m.heads[least]
	if e == none {
		return 0, false
	}
	m.advance(least)
	return e, true
}
