package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"sync"
)

// A log is a header and one frame for each commit:
//
//	header  "gisalog1", number uint64, CRC-32C of these 16 bytes
//	frame   length of the payload uint32, CRC-32C of the payload, CRC-32C of what names the frame, payload
//
// A payload is operations one after the other. A frame is synced before the next one is acknowledged, so that a frame
// that is broken while a whole one follows is damage, and one that nothing follows is a commit that a crash cut short.
const (
	logMagic      = "gisalog1"
	logHeaderSize = 20
	frameHeader   = 12
)

var castagnoli = sync.OnceValue(func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) })

func checksum(b []byte) uint32 { return crc32.Checksum(b, castagnoli()) }

// frameSum covers the place of a frame as well, so that bytes of a payload are not taken for a frame.
func frameSum(log uint64, at int64, length, payload uint32) uint32 {
	var b [24]byte
	binary.LittleEndian.PutUint64(b[0:], log)
	binary.LittleEndian.PutUint64(b[8:], uint64(at))
	binary.LittleEndian.PutUint32(b[16:], length)
	binary.LittleEndian.PutUint32(b[20:], payload)
	return checksum(b[:])
}

func logName(number uint64) string { return fmt.Sprintf("%06d.log", number) }

// logFile is the log that is being written.
type logFile struct {
	number uint64
	path   string
	file   file
	acks   file  // the file SYNCED; nil where nothing is acknowledged
	end    int64 // of the last frame; the writer's

	mu     sync.Mutex // held while syncing
	synced int64      // how much is durable
}

// createLog makes an empty log and makes it durable.
func createLog(fs files, number uint64, acks file) (*logFile, error) {
	f, err := fs.create(logName(number))
	if err != nil {
		return nil, err
	}
	header := binary.LittleEndian.AppendUint64([]byte(logMagic), number)
	header = binary.LittleEndian.AppendUint32(header, checksum(header))
	l := &logFile{number: number, path: fs.path(logName(number)), file: f, acks: acks}
	if err = l.write(header); err == nil {
		if err = l.sync(l.end); err == nil {
			err = fs.sync()
		}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return l, nil
}

func (l *logFile) write(b []byte) error {
	if _, err := l.file.WriteAt(b, l.end); err != nil {
		return err
	}
	l.end += int64(len(b))
	return nil
}

// commit writes a frame. Its first frameHeader bytes are filled in here.
func (l *logFile) commit(frame []byte) error {
	if size, err := l.file.size(); err != nil || size != l.end {
		return errors.Join(err, &CorruptError{l.path, size, "log was changed while it was in use"})
	}
	payload := frame[frameHeader:]
	if int64(len(payload)) > 1<<32-1 {
		return fmt.Errorf("a commit of %d bytes, more than 4 GiB", len(payload))
	}
	size, sum := uint32(len(payload)), checksum(payload)
	binary.LittleEndian.PutUint32(frame[0:], size)
	binary.LittleEndian.PutUint32(frame[4:], sum)
	binary.LittleEndian.PutUint32(frame[8:], frameSum(l.number, l.end, size, sum))
	return l.write(frame)
}

// sync returns once the first end bytes are durable. Whoever comes while another syncs is served by the next sync,
// together with all that wait.
func (l *logFile) sync(end int64) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.synced >= end {
		return nil
	}
	if err := l.file.Sync(); err != nil {
		return err
	}
	l.synced = end
	if l.acks == nil {
		return nil
	}
	return writeSynced(l.acks, l.number, end)
}

// scanLog gives the payloads of a log in order and returns where the last whole frame ends. The first durable bytes are
// known to have been written; what is broken after them is the end that a crash left.
func scanLog(path string, number uint64, data []byte, durable int64, each func(at int64, payload []byte) error) (int64, error) {
	if int64(len(data)) < max(durable, logHeaderSize) {
		return 0, &CorruptError{path, int64(len(data)), fmt.Sprintf("log ends before its %d bytes", max(durable, logHeaderSize))}
	}
	h := data[:logHeaderSize]
	if string(h[:8]) != logMagic || binary.LittleEndian.Uint64(h[8:]) != number || binary.LittleEndian.Uint32(h[16:]) != checksum(h[:16]) {
		return 0, &CorruptError{path, 0, "not the header of this log"}
	}
	at := int64(logHeaderSize)
	for at < int64(len(data)) {
		payload, ok := frameAt(number, data, at)
		if !ok {
			if at < durable || frameFollows(number, data, at+1) {
				return 0, &CorruptError{path, at, "frame does not match its checksum"}
			}
			return at, nil
		}
		if err := each(at+frameHeader, payload); err != nil {
			return 0, err
		}
		at += frameHeader + int64(len(payload))
	}
	return at, nil
}

// frameAt returns the payload of the frame at an offset, if there is a whole one.
func frameAt(number uint64, data []byte, at int64) ([]byte, bool) {
	rest := data[at:]
	if len(rest) < frameHeader {
		return nil, false
	}
	size, sum := binary.LittleEndian.Uint32(rest), binary.LittleEndian.Uint32(rest[4:])
	if binary.LittleEndian.Uint32(rest[8:]) != frameSum(number, at, size, sum) {
		return nil, false
	}
	if rest = rest[frameHeader:]; uint64(len(rest)) < uint64(size) || checksum(rest[:size]) != sum {
		return nil, false
	}
	return rest[:size], true
}

func frameFollows(number uint64, data []byte, at int64) bool {
	for ; at+frameHeader <= int64(len(data)); at++ {
		if _, ok := frameAt(number, data, at); ok {
			return true
		}
	}
	return false
}

// The operations of a log. Replaying them over a state in which some have taken effect already changes nothing.
const (
	opPut    = 'P' // ID, time, fingerprints, payload: replaces the record of that ID
	opRemove = 'R' // ID
	opExpire = 'E' // time
)

// operation is one operation, its slices parts of a payload.
type operation struct {
	kind    byte
	id      string
	time    int64
	prints  []uint64
	payload []byte
	fresh   bool // there is no record with the ID; not in the log
}

const printSize = (fingerprintBits + 7) / 8

// append appends the operation to dst.
func (o *operation) append(dst []byte) []byte {
	dst = append(dst, o.kind)
	if o.kind != opExpire {
		dst = binary.AppendUvarint(dst, uint64(len(o.id)))
		dst = append(dst, o.id...)
	}
	if o.kind != opRemove {
		dst = binary.AppendVarint(dst, o.time)
	}
	if o.kind != opPut {
		return dst
	}
	dst = binary.AppendUvarint(dst, uint64(len(o.prints)))
	for _, f := range o.prints {
		dst = append(dst, byte(f), byte(f>>8), byte(f>>16), byte(f>>24), byte(f>>32))
	}
	dst = binary.AppendUvarint(dst, uint64(len(o.payload)))
	return append(dst, o.payload...)
}

// parse reads the operation that b begins with, and returns what follows it. The slices of o are used again.
func (o *operation) parse(b []byte) (rest []byte, ok bool) {
	if len(b) == 0 {
		return nil, false
	}
	*o = operation{kind: b[0], prints: o.prints[:0]}
	if b = b[1:]; o.kind != opPut && o.kind != opRemove && o.kind != opExpire {
		return nil, false
	}
	if o.kind != opExpire {
		var id []byte
		if id, b, ok = cutBytes(b); !ok {
			return nil, false
		}
		o.id = string(id)
	}
	if o.kind != opRemove {
		var n int
		if o.time, n = binary.Varint(b); n <= 0 {
			return nil, false
		}
		b = b[n:]
	}
	if o.kind != opPut {
		return b, true
	}
	count, n := binary.Uvarint(b)
	if n <= 0 || count > uint64(len(b)-n)/printSize {
		return nil, false
	}
	for b = b[n:]; count > 0; count-- {
		f := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32
		o.prints = append(o.prints, f&(1<<fingerprintBits-1))
		b = b[printSize:]
	}
	o.payload, b, ok = cutBytes(b)
	return b, ok
}

// cutBytes reads a length and as many bytes.
func cutBytes(b []byte) (field, rest []byte, ok bool) {
	size, n := binary.Uvarint(b)
	if n <= 0 || size > uint64(len(b)-n) {
		return nil, nil, false
	}
	return b[n : n+int(size)], b[n+int(size):], true
}
