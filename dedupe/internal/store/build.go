package store

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// buildSegment writes the records of sources, in order and less those that are dropped, into a new durable segment and
// opens it. It returns nil where no record is left. It leaves no file behind when it fails.
func buildSegment(fs files, number uint64, sources ...*source) (*segment, error) {
	var l layout
	for _, s := range sources {
		part, err := s.rename(l.records)
		if err != nil {
			return nil, err
		}
		l = l.plus(part)
	}
	if l.records == 0 {
		return nil, nil
	}
	if !l.valid() {
		return nil, fmt.Errorf("dedupe: index segment of %d records, %d keys and %d bytes is too large",
			l.records, l.entries, l.recordBytes)
	}
	if err := writeSegment(fs, number, l, sources); err != nil {
		fs.remove(segmentName(number))
		return nil, err
	}
	return openSegment(fs, number)
}

func writeSegment(fs files, number uint64, l layout, sources []*source) (err error) {
	f, err := fs.create(segmentName(number))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	b := newBuilder(f, l)
	if err := b.records(sources); err != nil {
		return err
	}
	if err := b.entries(all(sources)); err != nil {
		return err
	}
	if err := b.finish(); err != nil {
		return err
	}
	return fs.sync()
}

// builder writes the sections of a segment side by side.
type builder struct {
	layout
	file     *sparing
	sections [sections]*sectionWriter
}

// sparing is a file that is synced now and then while it is written. Were all of it synced at the end, a commit that
// comes meanwhile would have to wait until that is on disk as well.
type sparing struct {
	file
	unsynced int
}

const mostUnsynced = 8 << 20

func (f *sparing) WriteAt(b []byte, at int64) (int, error) {
	n, err := f.file.WriteAt(b, at)
	if f.unsynced += n; err == nil && f.unsynced >= mostUnsynced {
		f.unsynced = 0
		err = f.Sync()
	}
	return n, err
}

func newBuilder(f file, l layout) *builder {
	b := &builder{layout: l, file: &sparing{file: f}}
	start, _, _ := l.place()
	for i := range b.sections {
		b.sections[i] = &sectionWriter{file: b.file, at: start[i]}
	}
	return b
}

// records writes the records, their offsets and times.
func (b *builder) records(sources []*source) error {
	at := uint64(0)
	for _, s := range sources {
		for n, renamed := range s.renamed {
			if renamed == droppedNumber {
				continue
			}
			record, err := s.record(n)
			if err != nil {
				return err
			}
			time, err := s.time(n)
			if err != nil {
				return err
			}
			b.sections[secRecords].write(record)
			b.sections[secOffsets].number(at, offsetSize)
			b.sections[secTimes].number(uint64(time), 8)
			at += uint64(len(record))
		}
	}
	b.sections[secOffsets].number(at, offsetSize)
	return nil
}

// entries writes the table of keys.
func (b *builder) entries(in cursor) error {
	width, shift := b.remainderSize(), fingerprintBits-b.bucketBits()
	count, bucket := uint64(0), uint64(0)
	remainders, numbers := b.sections[secRemainders], b.sections[secNumbers]
	for e, ok := in.next(); ok; e, ok = in.next() {
		for ; bucket <= e.fingerprint()>>shift; bucket++ {
			b.sections[secDirectory].number(count, 4)
		}
		remainders.number(e.fingerprint()&(1<<shift-1), width)
		numbers.number(uint64(e.number()), numberSize)
		count++
	}
	for ; bucket <= 1<<b.bucketBits(); bucket++ {
		b.sections[secDirectory].number(count, 4)
	}
	if count != b.layout.entries {
		return fmt.Errorf("dedupe: index segment got %d keys where %d were counted", count, b.layout.entries)
	}
	return nil
}

// finish writes what is buffered, the sums and the header, and syncs.
func (b *builder) finish() error {
	var sums []byte
	for _, s := range b.sections {
		if err := s.flush(); err != nil {
			return err
		}
		sums = append(sums, s.sums...)
	}
	_, _, end := b.place()
	if _, err := b.file.WriteAt(sums, end-int64(len(sums))); err != nil {
		return err
	}
	if _, err := b.file.WriteAt(b.header(checksum(sums)), 0); err != nil {
		return err
	}
	return b.file.Sync()
}

// sectionWriter writes one section and sums up its blocks. It keeps the first error.
type sectionWriter struct {
	file file
	at   int64 // of buf, in the file
	buf  []byte
	sums []byte
	err  error
}

const sectionBuffer = 32 * blockSize

func (w *sectionWriter) write(b []byte) {
	if w.buf = append(w.buf, b...); len(w.buf) >= sectionBuffer {
		w.spill()
	}
}

func (w *sectionWriter) number(v uint64, width int) {
	if w.buf = appendNumber(w.buf, v, width); len(w.buf) >= sectionBuffer {
		w.spill()
	}
}

// spill writes whole blocks.
func (w *sectionWriter) spill() {
	whole := len(w.buf) / blockSize * blockSize
	w.out(w.buf[:whole])
	w.buf = w.buf[:copy(w.buf, w.buf[whole:])]
}

func (w *sectionWriter) out(b []byte) {
	if w.err == nil && len(b) > 0 {
		_, w.err = w.file.WriteAt(b, w.at)
		w.at += int64(len(b))
	}
	for ; len(b) > 0; b = b[min(blockSize, len(b)):] {
		w.sums = binary.LittleEndian.AppendUint32(w.sums, checksum(b[:min(blockSize, len(b))]))
	}
}

func (w *sectionWriter) flush() error {
	w.out(w.buf)
	w.buf = nil
	return w.err
}
