package store

import (
	"errors"
	"math/bits"
	"slices"
)

// A worker does one kind of job, one after the other. There are two, so that what is frozen is flushed, and can be
// written again, while a merge goes on.
type worker struct{ pending, working bool }

// nudge tells the workers that there may be something to do.
func (s *Store) nudge() {
	s.state.Lock()
	s.flushing.pending, s.merging.pending = true, true
	s.changed.Broadcast()
	s.state.Unlock()
}

func (s *Store) busy() bool {
	return s.flushing.pending || s.flushing.working || s.merging.pending || s.merging.working
}

// rest waits until the workers have nothing to do, and lets them end when the store closes.
func (s *Store) rest(closing bool) {
	s.state.Lock()
	defer s.state.Unlock()
	for s.busy() {
		s.changed.Wait()
	}
	s.closed = s.closed || closing
	s.changed.Broadcast()
}

// work is a worker: it does what plan says when it is nudged.
func (s *Store) work(w *worker, plan func() *job) {
	s.state.Lock()
	defer s.state.Unlock()
	for {
		for !w.pending {
			if s.closed {
				return
			}
			s.changed.Wait()
		}
		w.pending, w.working = false, true
		s.state.Unlock()
		s.fail(s.tidy(plan))
		s.state.Lock()
		w.working = false
		s.changed.Broadcast()
	}
}

// tidy does jobs until nothing is left to do.
func (s *Store) tidy(plan func() *job) error {
	for s.failed() == nil {
		job := plan()
		if job == nil {
			return nil
		}
		if err := s.guard(func() error { return job.run(s) }); err != nil {
			return err
		}
	}
	return nil
}

// A job replaces segments [from, to) by one, or the frozen memtable by a segment behind all others. Only the worker that
// merges takes segments away, so that from and to hold while others are added.
type job struct {
	from, to int
	flushes  *memtable
	sources  []*source
	number   uint64 // of the new segment
}

// planFlush returns the job of writing what is frozen.
func (s *Store) planFlush() *job {
	s.shape.Lock()
	defer s.shape.Unlock()
	s.state.RLock()
	defer s.state.RUnlock()
	if s.frozen == nil {
		return nil
	}
	s.next++
	return &job{flushes: s.frozen, number: s.next - 1, sources: []*source{{table: s.frozen, dropped: s.frozen.sealed}}}
}

// planMerge chooses the next merge: of what is mostly removed, then of what has become many.
func (s *Store) planMerge() *job {
	s.shape.Lock()
	defer s.shape.Unlock()
	s.state.RLock()
	defer s.state.RUnlock()
	j := &job{number: s.next}
	if j.from, j.to = worn(s.segments); j.from == j.to {
		j.from, j.to = crowd(s.segments, s.opts.Fanout), len(s.segments)
	}
	for _, g := range s.segments[j.from:j.to] {
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
	replaced, err := s.install(j, merged)
	if err != nil {
		return err
	}
	if j.flushes != nil {
		s.recycle(j.flushes)
		s.nudge() // there may be segments to merge now
	}
	return s.discard(j, replaced)
}

// install makes the manifest say what j did, then the store. It returns the segments that were replaced.
func (s *Store) install(j *job, merged *segment) (replaced []*segment, err error) {
	s.shape.Lock()
	defer s.shape.Unlock()
	if j.flushes != nil {
		j.from, j.to = len(s.segments), len(s.segments)
	}
	var fresh []*segment
	if merged != nil {
		fresh = []*segment{merged}
		for _, src := range j.sources {
			merged.sealed = src.carry(merged.sealed, *src.sealed())
		}
	}
	replaced = s.segments[j.from:j.to]
	segments := slices.Concat(s.segments[:j.from], fresh, s.segments[j.to:])
	if !s.volatile {
		mems := []*memtable{s.mem}
		if s.frozen != nil && j.flushes == nil {
			mems = []*memtable{s.frozen, s.mem}
		}
		if err := writeManifest(s.fs, s.manifest(segments, mems...)); err != nil {
			return nil, err
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
	return replaced, nil
}

// recycle keeps the memory of a table that no look-up sees any more for the next one.
func (s *Store) recycle(t *memtable) {
	spare := t.reuse()
	s.state.Lock()
	defer s.state.Unlock()
	s.spare = spare
}

// discard removes the files that j made useless.
func (s *Store) discard(j *job, replaced []*segment) error {
	var errs []error
	for _, g := range replaced {
		errs = append(errs, g.release(), s.fs.remove(segmentName(g.number)))
	}
	if j.flushes != nil {
		for _, l := range j.flushes.logs {
			errs = append(errs, s.fs.remove(logName(l.Number)))
		}
	}
	return errors.Join(errs...)
}
