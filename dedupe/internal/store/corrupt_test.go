package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// closed returns the files of a small store with two segments, marks and a log, and what it holds.
func closed(t testing.TB) (map[string][]byte, *script) {
	t.Helper()
	f := newFaulty(nil)
	s, err := open(f, false, Options{Settings: "test", Buffer: 150, Commit: 5, Fanout: 3})
	if err != nil {
		t.Fatal(err)
	}
	c := newScript(4)
	for i := range 30 {
		r := random(c.rng, 1)
		r.ID, r.Time, r.Payload = fmt.Sprint("large-", i), NoTime, strings.Repeat("…", 60)
		c.twin.put(r)
		c.note()
		if err := s.put(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.run(s, 90); err != nil {
		t.Fatal(err)
	}
	image := f.killed()
	kinds, longest := map[string]int{}, 0
	for name, data := range image {
		_, kind := fileNumber(name)
		kinds[kind]++
		if kind == "seg" {
			longest = max(longest, len(data))
		}
	}
	if kinds["seg"] == 0 || longest < blockSize*5/4 || kinds["log"] != 1 || len(s.mem.ends) == 0 {
		t.Fatalf("the store has the files %v, a segment of %d bytes and %d records in its log", kinds, longest, len(s.mem.ends))
	}
	return image, c
}

// damaged opens the files and asks for everything. Errors are good, panics and wrong answers are not.
func damaged(c *script, image map[string][]byte) error {
	err := c.verify(image)
	var corrupt *CorruptError
	var mismatch *MismatchError
	if errors.As(err, &corrupt) || errors.As(err, &mismatch) || errors.Is(err, ErrNotIndex) {
		return nil
	}
	return err
}

// TestFlippedBits changes one bit of each byte of each file.
func TestFlippedBits(t *testing.T) {
	image, c := closed(t)
	for name, data := range image {
		for at := 0; at < len(data); at += 1 + 10*slow {
			was := data[at]
			data[at] ^= 1 << (at % 8)
			if err := damaged(c, image); err != nil {
				t.Errorf("%s with bit %d of byte %d flipped: %v", name, at%8, at, err)
			}
			data[at] = was
		}
	}
}

// TestTruncated cuts each file at each length, and leaves each file out.
func TestTruncated(t *testing.T) {
	image, c := closed(t)
	for name, data := range image {
		for size := 0; size < len(data); size += 1 + 10*slow {
			image[name] = data[:size]
			if err := damaged(c, image); err != nil {
				t.Errorf("%s cut to %d of %d bytes: %v", name, size, len(data), err)
			}
		}
		delete(image, name)
		if err := damaged(c, image); err != nil {
			t.Errorf("%s missing: %v", name, err)
		}
		image[name] = data
	}
}

// TestCutLog cuts the log of a store that was not closed: what is left is the state after some commit.
func TestCutLog(t *testing.T) {
	f := newFaulty(nil)
	s, err := open(f, false, Options{Settings: "test", Commit: 5})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	c := newScript(5)
	for range 30 {
		r := random(c.rng, 60)
		c.twin.put(r)
		c.note()
		if err := s.put(r); err != nil {
			t.Fatal(err)
		}
	}
	image := f.killed()
	delete(image, syncedName) // nothing says how long the log was
	log := image[logName(1)]
	held := map[int]bool{}
	for size := logHeaderSize; size <= len(log); size += 3 {
		image[logName(1)] = log[:size]
		if err := c.verify(image); err != nil {
			t.Errorf("log cut to %d bytes: %v", size, err)
		}
		s, err := open(newFaulty(image), false, tinyOptions)
		if err != nil {
			t.Fatal(err)
		}
		held[s.Stats().Records] = true
		s.Close()
	}
	if len(held) < 6 {
		t.Errorf("the cut logs hold %v records, want a number for each commit", held)
	}
	// Damage before the last frame is not taken for the end of the log.
	for at := logHeaderSize; at < len(log)/2; at += 3 {
		broken := slices.Clone(log)
		broken[at] ^= 0x10
		image[logName(1)] = broken
		var corrupt *CorruptError
		if err := c.verify(image); !errors.As(err, &corrupt) {
			t.Errorf("log with byte %d changed: %v, want a CorruptError", at, err)
		}
	}
}

func TestCorruptErrorNamesPlace(t *testing.T) {
	image, c := closed(t)
	for name, data := range image {
		if _, kind := fileNumber(name); kind != "seg" {
			continue
		}
		data[segmentHeaderSize+3] ^= 1
		var corrupt *CorruptError
		if err := c.verify(image); !errors.As(err, &corrupt) || corrupt.File != "(test) "+name || corrupt.Offset != segmentHeaderSize {
			t.Errorf("a damaged record gives %v", err)
		}
		return
	}
}
