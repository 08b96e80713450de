package store

import (
	"encoding/binary"
	"errors"
	"io/fs"
)

// The file SYNCED says how much of the log was acknowledged as durable, in 28 bytes that are written over after each
// sync, and are not synced themselves: they outlive a process that is killed, and say less than there is, or nothing,
// where the machine stops. By them Open sees that a log has lost its end, also where that is the end of a frame.
//
//	"gisasync", number of the log uint64, bytes uint64, CRC-32C of these 24 bytes
const (
	syncedName  = "SYNCED"
	syncedMagic = "gisasync"
	syncedSize  = 28
)

// writeSynced notes that a log is durable up to end.
func writeSynced(f file, log uint64, end int64) error {
	var b [syncedSize]byte
	copy(b[:], syncedMagic)
	binary.LittleEndian.PutUint64(b[8:], log)
	binary.LittleEndian.PutUint64(b[16:], uint64(end))
	binary.LittleEndian.PutUint32(b[24:], checksum(b[:24]))
	_, err := f.WriteAt(b[:], 0)
	return err
}

// parseSynced returns what writeSynced wrote; no log where that is damaged.
func parseSynced(b []byte) (log uint64, end int64) {
	if len(b) != syncedSize || string(b[:8]) != syncedMagic || binary.LittleEndian.Uint32(b[24:]) != checksum(b[:24]) {
		return 0, 0
	}
	return binary.LittleEndian.Uint64(b[8:]), int64(binary.LittleEndian.Uint64(b[16:]))
}

// readSynced notes in m what the file SYNCED says of a log.
func (m *manifest) readSynced(dir files) error {
	v, err := dir.view(syncedName)
	if errors.Is(err, fs.ErrNotExist) { // an index of before there was one
		return nil
	}
	if err != nil {
		return err
	}
	defer v.close()
	log, end := parseSynced(v.data)
	for i := range m.Logs {
		if l := &m.Logs[i]; l.Number == log {
			l.Bytes = max(l.Bytes, end)
		}
	}
	return nil
}

// openSynced opens the file SYNCED to write, and makes it where there is none.
func openSynced(dir files) (file, error) {
	f, err := dir.open(syncedName)
	if errors.Is(err, fs.ErrNotExist) {
		return dir.create(syncedName)
	}
	return f, err
}
