package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// script is a run of operations on a store and on its twin. It keeps what the twin was after each of them.
type script struct {
	rng   *rand.Rand
	twin  twin
	after []twin // after[i] is after i operations
	acked int    // so many are known to be durable
}

func newScript(seed uint64) *script {
	return &script{rng: rand.New(rand.NewPCG(seed, 1)), after: []twin{{}}}
}

func (c *script) note() {
	c.after = append(c.after, twin{slices.Clone(c.twin.records)})
}

// run does n operations, or as many as succeed.
func (c *script) run(s *Store, n int) error {
	for range n {
		var err error
		switch op := c.rng.IntN(100); {
		case op < 70:
			r := random(c.rng, 60)
			c.twin.put(r)
			c.note()
			err = s.put(r)
		case op < 85:
			id := fmt.Sprintf("doc-%d", c.rng.IntN(60))
			c.twin.remove(id)
			c.note()
			_, err = s.removeID(id)
		case op < 90:
			before := int64(c.rng.IntN(300))
			c.twin.expire(before)
			c.note()
			if _, err = s.Expire(before); err == nil {
				c.acked = len(c.after) - 1
			}
		default:
			if err = s.Sync(); err == nil {
				c.acked = len(c.after) - 1
			}
		}
		if err != nil {
			return err
		}
	}
	if err := s.Close(); err != nil {
		return err
	}
	c.acked = len(c.after) - 1
	return nil
}

// verify opens what was left: it has all that is known to be durable, and nothing that was not asked for.
func (c *script) verify(image map[string][]byte) error {
	s, err := open(newFaulty(image), false, tinyOptions)
	if err != nil {
		return err
	}
	defer s.Close()
	var got []twinRecord
	for r, err := range s.All() {
		if err != nil {
			return err
		}
		got = append(got, twinRecord{ID: string(r.ID), Time: r.Time, Payload: string(r.Payload)})
	}
	for _, t := range c.after[c.acked:] {
		if !sameRecords(t.records, got) {
			continue
		}
		var keys []uint64
		want, found := map[string]int{}, map[string]int{}
		for _, r := range t.records {
			if keys = append(keys, r.Keys...); len(r.Keys) > 0 {
				want[r.ID] = len(r.Keys)
			}
		}
		slices.Sort(keys)
		err := s.Lookup(slices.Compact(keys), 1000, func(r Record, n int) error { found[string(r.ID)] = n; return nil })
		if diff := cmp.Diff(want, found); err == nil && diff != "" {
			return fmt.Errorf("records found by their keys (-want +got):\n%s", diff)
		}
		return err
	}
	return fmt.Errorf("%d records that are those after none of the operations %d to %d", len(got), c.acked, len(c.after)-1)
}

func sameRecords(a, b []twinRecord) bool {
	return slices.EqualFunc(a, b, func(a, b twinRecord) bool {
		return a.ID == b.ID && a.Time == b.Time && a.Payload == b.Payload
	})
}

// tinyOptions make a store that flushes and merges all the time.
var tinyOptions = Options{Settings: "test", Buffer: 60, Commit: 5, Fanout: 2}

// TestCrash stops the machine at every step of a script, a step being a write, a sync or a change of a name.
func TestCrash(t *testing.T) {
	stride := 1
	if testing.Short() || slow > 0 {
		stride = 7
	}
	for seed := range uint64(3) {
		for step := 0; ; step += stride {
			f := newFaulty(nil)
			f.steps = step
			c := newScript(seed)
			s, err := open(f, false, tinyOptions)
			if err == nil {
				err = c.run(s, 80)
				s.Close()
			}
			if err != nil && !errors.Is(err, errCrash) {
				t.Fatalf("seed %d, step %d: %v", seed, step, err)
			}
			if err := c.verify(f.killed()); err != nil {
				t.Fatalf("seed %d, killed at step %d: %v", seed, step, err)
			}
			for range 3 {
				if err := c.verify(f.unplugged(c.rng)); err != nil {
					t.Fatalf("seed %d, unplugged at step %d: %v", seed, step, err)
				}
			}
			if err == nil {
				break
			}
		}
	}
}

// TestDiskFull lets the disk fill up at many places of a script: the error is reported, what was written before is
// still found, and a later Open has all that is durable.
func TestDiskFull(t *testing.T) {
	full := 0
	for room := 0; ; room += 97 {
		f := newFaulty(nil)
		f.room = room
		c := newScript(9)
		s, err := open(f, false, tinyOptions)
		if err == nil {
			err = c.run(s, 80)
			if err != nil {
				for range s.All() {
					break
				}
				if again := s.Sync(); again == nil {
					t.Fatalf("room for %d bytes: Sync succeeds after %v", room, err)
				}
			}
			s.Close()
		}
		if err == nil {
			break
		}
		if full++; !errors.Is(err, errFull) {
			t.Fatalf("room for %d bytes: %v", room, err)
		}
		if err := c.verify(f.killed()); err != nil {
			t.Fatalf("room for %d bytes: %v", room, err)
		}
	}
	if full < 20 {
		t.Errorf("the disk was full %d times only", full)
	}
}
