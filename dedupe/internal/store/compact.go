package store

import (
	"errors"
	"math/bits"
	"slices"
)

// nudge tells the worker that there may be something to do.
func (s *Store) nudge() {
	s.state.Lock()
	s.pending = true
	s.changed.Broadcast()
	s.state.Unlock()
}

// rest waits until the worker has nothing to do, and lets it end when the store closes.
func (s *Store) rest(closing bool) {
	s.state.Lock()
	defer s.state.Unlock()
	for s.pending || s.working {
		s.changed.Wait()
	}
	s.closed = s.closed || closing
	s.changed.Broadcast()
}

// work is the worker: it alone replaces tables by segments.
func (s *Store) work() {
	s.state.Lock()
	defer s.state.Unlock()
	for {
		for !s.pending {
			if s.closed {
				return
			}
			s.changed.Wait()
		}
		s.pending, s.working = false, true
		s.state.Unlock()
		s.fail(s.tidy())
		s.state.Lock()
		s.working = false
		s.changed.Broadcast()
	}
}

// tidy flushes, drops and merges until nothing is left to do.
func (s *Store) tidy() error {
	for s.failed() == nil {
		job := s.plan()
		if job == nil {
			return nil
		}
		if err := job.run(s); err != nil {
			return err
		}
	}
	return nil
}

// A job replaces segments [from, to) and, when it flushes, the frozen memtable by one segment.
type job struct {
	from, to int
	flushes  *memtable
	sources  []*source
	number   uint64 // of the new segment
	segments []*segment
}

// plan chooses the next job: what is frozen, then what is mostly removed, then what has become many.
func (s *Store) plan() *job {
	s.shape.Lock()
	defer s.shape.Unlock()
	s.state.RLock()
	segments, frozen := slices.Clone(s.segments), s.frozen
	s.state.RUnlock()
	j := &job{number: s.next, segments: segments}
	switch {
	case frozen != nil:
		j.from, j.to, j.flushes = len(segments), len(segments), frozen
		j.sources = append(j.sources, &source{table: frozen, dropped: frozen.sealed})
	default:
		if j.from, j.to = worn(segments); j.from == j.to {
			j.from, j.to = crowd(segments, s.opts.Fanout), len(segments)
		}
	}
	for _, g := range segments[j.from:j.to] {
		j.sources = append(j.sources, &source{table: g, dropped: g.sealed})
	}
	if len(j.sources) == 0 {
		return nil
	}
	s.next++
	return j
}

// worn finds a segment of which more than half is removed for good.
func worn(segments []*segment) (from, to int) {
	for i, g := range segments {
		if 2*g.sealed.count() > g.len() {
			return i, i + 1
		}
	}
	return 0, 0
}

// crowd finds where the newest segments begin that are to be merged: those up to the size of which there are fanout.
// It returns the number of segments where there are none.
func crowd(segments []*segment, fanout int) int {
	for size := range numberBits {
		from, peers := len(segments), 0
		var sum layout
		for from > 0 && tier(segments[from-1], fanout) <= size {
			from--
			sum = sum.plus(segments[from].layout)
			if tier(segments[from], fanout) == size {
				peers++
			}
		}
		if peers >= fanout && sum.valid() {
			return from
		}
	}
	return len(segments)
}

// tier is the logarithm of a size to the base of fanout.
func tier(g *segment, fanout int) int {
	return (bits.Len(uint(g.len())) - 1) / (bits.Len(uint(fanout)) - 1)
}

// run builds the new segment and puts it in the place of its sources.
func (j *job) run(s *Store) error {
	for _, src := range j.sources {
		if err := src.prepare(); err != nil {
			return err
		}
	}
	merged, err := buildSegment(s.fs, j.number, j.sources...)
	if err != nil {
		return err
	}
	if err := s.install(j, merged); err != nil {
		return err
	}
	return s.discard(j)
}

// install makes the manifest say what j did, then the store.
func (s *Store) install(j *job, merged *segment) error {
	s.shape.Lock()
	defer s.shape.Unlock()
	var fresh []*segment
	if merged != nil {
		fresh = []*segment{merged}
		for _, src := range j.sources {
			merged.sealed = src.carry(merged.sealed, *src.sealed())
		}
	}
	segments := slices.Concat(j.segments[:j.from], fresh, j.segments[j.to:])
	if !s.volatile {
		mems := []*memtable{s.mem}
		if s.frozen != nil && j.flushes == nil {
			mems = []*memtable{s.frozen, s.mem}
		}
		if err := writeManifest(s.fs, s.manifest(segments, mems...)); err != nil {
			return err
		}
	}
	s.state.Lock()
	defer s.state.Unlock()
	if merged != nil {
		for _, src := range j.sources {
			merged.dead = src.carry(merged.dead, *src.marked())
		}
	}
	s.segments = segments
	if j.flushes != nil {
		s.frozen = nil
	}
	s.changed.Broadcast()
	return nil
}

// discard removes the files that j made useless.
func (s *Store) discard(j *job) error {
	var errs []error
	for _, g := range j.segments[j.from:j.to] {
		errs = append(errs, g.release(), s.fs.remove(segmentName(g.number)))
	}
	if j.flushes != nil {
		for _, l := range j.flushes.logs {
			errs = append(errs, s.fs.remove(logName(l.Number)))
		}
	}
	return errors.Join(errs...)
}
