package store

import (
	"encoding/binary"
	"slices"
	"testing"
)

// FuzzOpen opens files with anything in them. With repair the checksums are made right first, so that what lies behind
// them is reached.
func FuzzOpen(f *testing.F) {
	image, _ := closed(f)
	manifest := image[manifestName]
	log, seg := "", ""
	for name := range image {
		switch _, kind := fileNumber(name); kind {
		case "log":
			log = name
		case "seg":
			seg = max(seg, name)
		}
	}
	acks := image[syncedName]
	f.Add(manifest, image[log], image[seg], acks, false)
	f.Add(manifest, image[log], image[seg], acks, true)
	f.Add(manifest[:len(manifest)/2], image[log][:50], image[seg][:300], acks[:20], true)
	f.Add([]byte(nil), []byte(nil), []byte(nil), []byte(nil), false)
	f.Fuzz(func(t *testing.T, m, l, g, a []byte, repair bool) {
		if len(m)+len(l)+len(g)+len(a) > 1<<20 {
			t.Skip()
		}
		files := map[string][]byte{}
		for name, data := range image {
			files[name] = data
		}
		if repair {
			m, l, g = repairManifest(m), repairLog(l, log), repairSegment(g)
		}
		files[manifestName], files[log], files[seg], files[syncedName] = m, l, g, a
		if r, err := open(newFaulty(files), false, Options{Settings: "test", ReadOnly: true}); err == nil {
			for range r.All() {
			}
			r.Close()
		}
		s, err := open(newFaulty(files), false, Options{Settings: "test", Repair: len(a)%2 == 1})
		if err != nil {
			return
		}
		defer s.Close()
		var keys []uint64
		for k := range uint64(40) {
			keys = append(keys, k)
		}
		n := 0
		s.Lookup(keys, 50, func(Record, int) error { n++; return nil })
		if n > 50 {
			t.Errorf("%d records visited, want at most 50", n)
		}
		for _, err := range s.All() {
			if err != nil {
				break
			}
		}
		s.Write(func(w Writer) error {
			if _, err := w.Remove("doc-3"); err != nil {
				return err
			}
			return w.Put("doc-4", 1, keys, nil)
		})
		s.Expire(200)
	})
}

// repairManifest replaces the first line by the right one.
func repairManifest(b []byte) []byte {
	m := manifest{}
	right, _ := m.encode()
	at := slices.Index(right, '\n')
	body := b[slices.Index(b, '\n')+1:]
	head := append(slices.Clone(right[:at-8]), []byte("00000000\n")...)
	const digits = "0123456789abcdef"
	sum := manifestSum(formatVersion, body)
	for i := range 8 {
		head[at-1-i] = digits[sum>>(4*i)&15]
	}
	return append(head, body...)
}

// repairLog makes the header and the frames of a log right, as far as their lengths go.
func repairLog(b []byte, name string) []byte {
	if len(b) < logHeaderSize {
		return b
	}
	b = slices.Clone(b)
	number, _ := fileNumber(name)
	copy(b, logMagic)
	binary.LittleEndian.PutUint64(b[8:], number)
	binary.LittleEndian.PutUint32(b[16:], checksum(b[:16]))
	for at := int64(logHeaderSize); at+frameHeader <= int64(len(b)); {
		rest := b[at:]
		size := binary.LittleEndian.Uint32(rest)
		if int64(size) > int64(len(rest))-frameHeader {
			break
		}
		sum := checksum(rest[frameHeader : frameHeader+size])
		binary.LittleEndian.PutUint32(rest[4:], sum)
		binary.LittleEndian.PutUint32(rest[8:], frameSum(number, at, size, sum))
		at += frameHeader + int64(size)
	}
	return b
}

// repairSegment makes the sums and the header of a segment right, where its layout fits.
func repairSegment(b []byte) []byte {
	if len(b) < segmentHeaderSize {
		return b
	}
	b = slices.Clone(b)
	copy(b, segmentMagic)
	binary.LittleEndian.PutUint32(b[segmentHeaderSize-4:], checksum(b[:segmentHeaderSize-4]))
	l, _, ok := parseHeader(b)
	if !ok {
		return b
	}
	start, sums, end := l.place()
	if end != int64(len(b)) {
		return b
	}
	sizes := l.sizes()
	sumsAt := start[sections-1] + sizes[sections-1]
	for i, size := range sizes {
		for k := range blocks(size) {
			block := b[start[i]+k*blockSize : start[i]+min(size, (k+1)*blockSize)]
			binary.LittleEndian.PutUint32(b[sumsAt+4*(sums[i]+k):], checksum(block))
		}
	}
	return append(slices.Clone(l.header(checksum(b[sumsAt:]))), b[segmentHeaderSize:]...)
}
