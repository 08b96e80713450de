package store

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"sort"
	"sync/atomic"
)

// A segment is an immutable file of records and the table of their keys:
//
//	header      "gisaseg1", numbers that give the layout, checksums
//	records     as appendRecord writes them, in order of number
//	offsets     where each record starts, and where the last one ends: 5 bytes each
//	times       of each record: 8 bytes each
//	directory   for each bucket, the upper bits of a fingerprint: its first entry, and the end: 4 bytes each
//	remainders  for each entry in order: the other bits of its fingerprint, 1 to 5 bytes
//	numbers     for each entry: its record, 3 bytes
//	sums        CRC-32C of every block of every section
//
// A bucket holds 8 to 16 entries, so that a look-up reads a line of the directory and a line of remainders; the
// remainders are their own Bloom filter. A block is checked when it is first used.
const (
	segmentMagic      = "gisaseg1"
	segmentHeaderSize = 56
	blockSize         = 4096

	offsetSize = 5
	numberSize = numberBits / 8
)

const (
	secRecords = iota
	secOffsets
	secTimes
	secDirectory
	secRemainders
	secNumbers
	sections
)

// layout says how large the parts of a segment are.
type layout struct {
	records, entries, recordBytes uint64
}

func (l layout) valid() bool {
	return l.records <= maxRecords && l.entries <= maxEntries && l.recordBytes < 1<<(8*offsetSize)
}

func (l layout) plus(o layout) layout {
	return layout{l.records + o.records, l.entries + o.entries, l.recordBytes + o.recordBytes}
}

// bucketBits is how many bits of a fingerprint choose its bucket.
func (l layout) bucketBits() int { return max(0, bits.Len64(l.entries/8)-1) }

// remainderSize is how many bytes the other bits take.
func (l layout) remainderSize() int { return (fingerprintBits - l.bucketBits() + 7) / 8 }

func (l layout) sizes() [sections]int64 {
	return [sections]int64{
		secRecords:    int64(l.recordBytes),
		secOffsets:    int64(l.records+1) * offsetSize,
		secTimes:      int64(l.records) * 8,
		secDirectory:  (1<<l.bucketBits() + 1) * 4,
		secRemainders: int64(l.entries) * int64(l.remainderSize()),
		secNumbers:    int64(l.entries) * numberSize,
	}
}

func blocks(size int64) int64 { return (size + blockSize - 1) / blockSize }

// place returns where each section starts, where its sums do, and where the file ends.
func (l layout) place() (start, sums [sections]int64, end int64) {
	at, count := int64(segmentHeaderSize), int64(0)
	for i, size := range l.sizes() {
		start[i], sums[i] = at, count
		at += size
		count += blocks(size)
	}
	return start, sums, at + 4*count
}

// header returns the header of a segment whose sums have the given checksum.
func (l layout) header(sums uint32) []byte {
	b := []byte(segmentMagic)
	for _, v := range []uint64{l.records, l.entries, l.recordBytes, 0} {
		b = binary.LittleEndian.AppendUint64(b, v)
	}
	b = binary.LittleEndian.AppendUint32(b, sums)
	b = append(b, make([]byte, segmentHeaderSize-4-len(b))...)
	return binary.LittleEndian.AppendUint32(b, checksum(b))
}

func parseHeader(b []byte) (l layout, sums uint32, ok bool) {
	if len(b) < segmentHeaderSize || string(b[:8]) != segmentMagic ||
		checksum(b[:segmentHeaderSize-4]) != binary.LittleEndian.Uint32(b[segmentHeaderSize-4:]) {
		return l, 0, false
	}
	l.records = binary.LittleEndian.Uint64(b[8:])
	l.entries = binary.LittleEndian.Uint64(b[16:])
	l.recordBytes = binary.LittleEndian.Uint64(b[24:])
	return l, binary.LittleEndian.Uint32(b[40:]), l.valid()
}

func segmentName(number uint64) string { return fmt.Sprintf("%06d.seg", number) }

// segment is an open segment.
type segment struct {
	layout
	number uint64
	path   string
	view   *view
	sum    uint32 // of the header

	start, sums [sections]int64
	sumsAt      int64
	checked     []atomic.Uint64 // which blocks have been
	unchecked   atomic.Int64    // how many have not
	width       int             // remainderSize
	shift       int             // how many bits a remainder has

	dead   marks        // removed records
	sealed marks        // those of them that the manifest may say
	users  atomic.Int32 // the store and the readers of All
}

// openSegment maps a segment. It reads the header and the sums, and nothing else.
func openSegment(fs files, number uint64) (*segment, error) {
	v, err := fs.view(segmentName(number))
	if err != nil {
		return nil, err
	}
	s := &segment{number: number, path: fs.path(segmentName(number)), view: v}
	s.users.Store(1)
	if err := s.init(); err != nil {
		v.close()
		return nil, err
	}
	return s, nil
}

func (s *segment) init() error {
	data := s.view.data
	l, sums, ok := parseHeader(data)
	if !ok {
		return s.corrupt(0, "not the header of a segment")
	}
	s.layout, s.width, s.shift = l, l.remainderSize(), fingerprintBits-l.bucketBits()
	var end int64
	s.start, s.sums, end = l.place()
	if int64(len(data)) != end {
		return s.corrupt(int64(len(data)), fmt.Sprintf("segment is to have %d bytes", end))
	}
	s.sumsAt = s.start[secNumbers] + l.sizes()[secNumbers]
	if checksum(data[s.sumsAt:]) != sums {
		return s.corrupt(s.sumsAt, "sums of blocks do not match their checksum")
	}
	s.checked = make([]atomic.Uint64, (int64(len(data))-s.sumsAt)/4/64+1)
	s.unchecked.Store((int64(len(data)) - s.sumsAt) / 4)
	s.sum = binary.LittleEndian.Uint32(data[segmentHeaderSize-4:])
	return nil
}

func (s *segment) corrupt(at int64, reason string) error { return &CorruptError{s.path, at, reason} }

func (s *segment) retain() *segment {
	s.users.Add(1)
	return s
}

func (s *segment) release() error {
	if s.users.Add(-1) > 0 {
		return nil
	}
	return s.view.close()
}

// read returns n bytes of a section at an offset that is within it, once their blocks are known to be good.
func (s *segment) read(section int, at, n int64) ([]byte, error) {
	if s.unchecked.Load() > 0 {
		if err := s.checkRange(section, at, n); err != nil {
			return nil, err
		}
	}
	from := s.start[section] + at
	return s.view.data[from : from+n : from+n], nil
}

func (s *segment) checkRange(section int, at, n int64) error {
	for b := at / blockSize; b*blockSize < at+n; b++ {
		i := s.sums[section] + b
		if s.checked[i>>6].Load()>>(i&63)&1 == 0 {
			if err := s.check(section, b); err != nil {
				return err
			}
		}
	}
	return nil
}

// check compares block b of a section with its sum.
func (s *segment) check(section int, b int64) error {
	end := s.sumsAt
	if section+1 < sections {
		end = s.start[section+1]
	}
	from := s.start[section] + b*blockSize
	i := s.sums[section] + b
	if checksum(s.view.data[from:min(from+blockSize, end)]) != binary.LittleEndian.Uint32(s.view.data[s.sumsAt+4*i:]) {
		return s.corrupt(from, "block does not match its checksum")
	}
	if bit := uint64(1) << (i & 63); s.checked[i>>6].Or(bit)&bit == 0 {
		s.unchecked.Add(-1)
	}
	return nil
}

// verify checks all blocks and that the directory only grows.
func (s *segment) verify() error {
	for section, size := range s.sizes() {
		for b := range blocks(size) {
			if err := s.check(section, b); err != nil {
				return err
			}
		}
	}
	dir := s.view.data[s.start[secDirectory]:s.start[secRemainders]]
	last := uint32(0)
	for i := 0; i < len(dir); i += 4 {
		v := binary.LittleEndian.Uint32(dir[i:])
		if v < last || uint64(v) > s.entries {
			return s.corrupt(s.start[secDirectory]+int64(i), "bucket out of order")
		}
		last = v
	}
	if uint64(last) != s.entries {
		return s.corrupt(s.start[secDirectory], "directory ends before the entries do")
	}
	return nil
}

func (s *segment) len() int       { return int(s.records) }
func (s *segment) marked() *marks { return &s.dead }

func (s *segment) time(n int) (int64, error) {
	b, err := s.read(secTimes, int64(n)*8, 8)
	if err != nil {
		return 0, err
	}
	return int64(binary.LittleEndian.Uint64(b)), nil
}

func (s *segment) record(n int) ([]byte, error) {
	at := int64(n) * offsetSize
	b, err := s.read(secOffsets, at, 2*offsetSize)
	if err != nil {
		return nil, err
	}
	from, to := int64(load(b, offsetSize)), int64(load(b[offsetSize:], offsetSize))
	if from > to || uint64(to) > s.recordBytes {
		return nil, s.corrupt(s.start[secOffsets]+at, "record out of order")
	}
	return s.read(secRecords, from, to-from)
}

// touch loads what find will look at first: the lines of the directory, then those of the remainders. Loads that do not
// wait for one another take little more time than one of them.
func (s *segment) touch(prints []uint64) (sum uint64) {
	var at [64]int64
	data := s.view.data
	for len(prints) > 0 {
		part := prints[:min(len(at), len(prints))]
		prints = prints[len(part):]
		for i, p := range part {
			bucket := data[s.start[secDirectory]+int64(p>>s.shift)*4:][:8]
			from, to := binary.LittleEndian.Uint32(bucket), binary.LittleEndian.Uint32(bucket[4:])
			at[i] = int64(from) + int64(p&(1<<s.shift-1)*uint64(to-from)>>s.shift) // where equal begins
		}
		for i := range part {
			sum += uint64(data[s.start[secRemainders]+min(at[i], int64(s.layout.entries))*int64(s.width)])
		}
	}
	return sum
}

// find appends the newest live records with a fingerprint, at most limit of them, to dst.
func (s *segment) find(dst []uint32, print uint64, limit int) ([]uint32, error) {
	at := int64(print>>s.shift) * 4
	b, err := s.read(secDirectory, at, 8)
	if err != nil {
		return dst, err
	}
	from, to := binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:])
	if from >= to {
		return dst, nil
	}
	if uint64(to) > s.entries {
		return dst, s.corrupt(s.start[secDirectory]+at, "bucket out of order")
	}
	rest, err := s.read(secRemainders, int64(from)*int64(s.width), int64(to-from)*int64(s.width))
	if err != nil {
		return dst, err
	}
	first, last := equal(rest, s.width, s.shift, print&(1<<s.shift-1))
	if first == last {
		return dst, nil
	}
	numbers, err := s.read(secNumbers, (int64(from)+int64(first))*numberSize, int64(last-first)*numberSize)
	if err != nil {
		return dst, err
	}
	for i := last - first - 1; i >= 0 && limit > 0; i-- {
		n := load(numbers[i*numberSize:], numberSize)
		if n >= s.records {
			return dst, s.corrupt(s.start[secNumbers]+(int64(from)+int64(first+i))*numberSize, "no such record")
		}
		if !s.dead.has(int(n)) {
			dst = append(dst, uint32(n))
			limit--
		}
	}
	return dst, nil
}

// equal returns which of the sorted numbers of some width in b, which are below 2^bits, are v. They are spread evenly, so
// that the search begins about where v is.
func equal(b []byte, width, bits int, v uint64) (first, last int) {
	n := len(b) / width
	if n > 32 { // a key that many texts have
		first = sort.Search(n, func(i int) bool { return load(b[i*width:], width) >= v })
		return first, first + sort.Search(n-first, func(i int) bool { return load(b[(first+i)*width:], width) > v })
	}
	first = int(v * uint64(n) >> bits)
	for first > 0 && load(b[(first-1)*width:], width) >= v {
		first--
	}
	for first < n && load(b[first*width:], width) < v {
		first++
	}
	for last = first; last < n && load(b[last*width:], width) == v; {
		last++
	}
	return first, last
}

// load reads a little-endian number of 1 to 5 bytes.
func load(b []byte, width int) uint64 {
	switch width {
	case 2:
		return uint64(b[0]) | uint64(b[1])<<8
	case 3:
		return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16
	}
	v := uint64(0)
	for i := width - 1; i >= 0; i-- {
		v = v<<8 | uint64(b[i])
	}
	return v
}

func appendNumber(dst []byte, v uint64, width int) []byte {
	return binary.LittleEndian.AppendUint64(dst, v)[:len(dst)+width]
}

// NoTime is the time of a record that has none.
const NoTime = math.MinInt64
