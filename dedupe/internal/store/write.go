package store

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// Writer is the store in the hands of the one who writes. It is valid until the function it was given to returns.
type Writer struct{ s *Store }

// Write calls fn, alone among writers. What fn puts and removes can be found at once, and becomes durable together:
// when Options.Commit operations have come together, in which case Write returns after that, or at the next Sync.
func (s *Store) Write(fn func(Writer) error) error { return s.write(s.opts.Commit, fn) }

// WriteNow is Write with a commit at its end.
func (s *Store) WriteNow(fn func(Writer) error) error { return s.write(0, fn) }

func (s *Store) write(commit int, fn func(Writer) error) error {
	m, err := s.writeCommit(commit, fn)
	if err != nil {
		return err
	}
	return s.durable(m)
}

func (s *Store) writeCommit(commit int, fn func(Writer) error) (mark, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.usable(); err != nil {
		return mark{}, err
	}
	if err := s.guard(func() error { return fn(Writer{s}) }); err != nil {
		return mark{}, err
	}
	if err := s.whole(); err != nil {
		return mark{}, s.fail(err)
	}
	if s.count < commit {
		return mark{}, nil
	}
	return s.commit()
}

// Sync makes durable what was put and removed before.
func (s *Store) Sync() error { return s.WriteNow(func(Writer) error { return nil }) }

// Put remembers a record, instead of the one with the same ID if there is one. Keys are distinct.
func (w Writer) Put(id string, time int64, keys []uint64, payload []byte) error {
	return w.put(id, time, keys, payload, false)
}

// PutNew is Put where Get has said, in the same Write, that there is no record with the ID.
func (w Writer) PutNew(id string, time int64, keys []uint64, payload []byte) error {
	return w.put(id, time, keys, payload, true)
}

func (w Writer) put(id string, time int64, keys []uint64, payload []byte, fresh bool) error {
	op := &w.s.op
	*op = operation{kind: opPut, id: id, time: time, payload: payload, prints: op.prints[:0], fresh: fresh}
	op.prints = append(op.prints, idPrint(id))
	for _, k := range keys {
		op.prints = append(op.prints, fingerprint(k))
	}
	_, err := w.s.do(op)
	return err
}

// Remove forgets the record with an ID and says whether there was one.
func (w Writer) Remove(id string) (bool, error) {
	n, err := w.s.do(&operation{kind: opRemove, id: id})
	return n > 0, err
}

// Expire forgets the records with a time before the given one, and says how many they were. The space they took is
// freed by a merge: a segment that holds nothing else is dropped as it is.
func (s *Store) Expire(before int64) (int, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := s.usable(); err != nil {
		return 0, err
	}
	n := 0
	err := s.guard(func() (err error) {
		n, err = s.do(&operation{kind: opExpire, time: before})
		return err
	})
	if err = cmp.Or(err, s.whole()); err != nil {
		return 0, err
	}
	m, err := s.commit()
	if err != nil {
		return n, err
	}
	if err := s.durable(m); err != nil {
		return n, err
	}
	s.shape.Lock()
	s.seal()
	s.shape.Unlock()
	s.nudge()
	return n, nil
}

// idPrint is the fingerprint of an ID as a key among the others.
func idPrint(id string) uint64 {
	sum := sha256.Sum256([]byte(id))
	return binary.LittleEndian.Uint64(sum[:]) >> (64 - fingerprintBits)
}

// do carries out an operation, stages it for the log, and returns how many records it removed.
func (s *Store) do(op *operation) (removed int, err error) {
	if op.kind == opPut && s.mem.full(len(op.prints)) {
		return 0, fmt.Errorf("dedupe: index %s: more than %d records or %d keys in one commit", s.fs.path(""), maxRecords, maxBuffer)
	}
	if removed, err = s.apply(op); err != nil {
		return 0, err
	}
	if !s.volatile {
		s.staged = op.append(s.staged)
	}
	s.count++
	return removed, nil
}

// apply carries out an operation in memory.
func (s *Store) apply(op *operation) (removed int, err error) {
	s.state.Lock()
	defer s.state.Unlock()
	if op.kind == opExpire {
		return s.markBefore(op.time)
	}
	if !op.fresh {
		if removed, err = s.markID(op.id); err != nil {
			return removed, err
		}
	}
	if op.kind == opPut {
		s.mem.put(op.id, op.time, op.prints, op.payload)
		s.live++
	}
	return removed, nil
}

func (s *Store) markID(id string) (removed int, err error) {
	print := idPrint(id)
	var found []uint32
	var all [16]table
	for _, t := range s.tables(all[:]...) {
		if found, err = t.find(found[:0], print, maxRecords); err != nil {
			return removed, err
		}
		for _, n := range found {
			record, err := t.record(int(n))
			if err != nil {
				return removed, err
			}
			if got, _, ok := splitRecord(record); ok && string(got) == id {
				t.marked().set(int(n))
				removed++
				s.live--
			}
		}
	}
	return removed, nil
}

func (s *Store) markBefore(before int64) (removed int, err error) {
	for _, t := range s.tables() {
		for n := range t.len() {
			if t.marked().has(n) {
				continue
			}
			time, err := t.time(n)
			if err != nil {
				return removed, err
			}
			if time < before && time != NoTime {
				t.marked().set(n)
				removed++
				s.live--
			}
		}
	}
	return removed, nil
}

// mark is a place in a log. The zero mark is durable.
type mark struct {
	log *logFile
	end int64
}

// durable returns once the log is durable up to a mark.
func (s *Store) durable(m mark) error {
	if m.log == nil {
		return nil
	}
	return s.fail(m.log.sync(m.end))
}

// commit ends the frame of what is staged and returns where. The writer calls it.
func (s *Store) commit() (m mark, err error) {
	if !s.volatile {
		if s.count > 0 {
			err = s.fail(s.log.commit(s.staged))
		}
		m = mark{s.log, s.log.end}
	}
	s.unstage()
	if err == nil && s.memFull() {
		err = s.fail(s.rotate())
	}
	return m, err
}

func (s *Store) unstage() { s.staged, s.count = append(s.staged[:0], make([]byte, frameHeader)...), 0 }

func (s *Store) memFull() bool {
	return len(s.mem.entries) >= s.opts.Buffer || len(s.mem.records) >= bufferBytes || s.mem.len() >= maxRecords/4
}

// rotate freezes the memtable, to be flushed, and begins a new log. It waits while the one before is not yet flushed.
func (s *Store) rotate() error {
	s.state.Lock()
	for s.frozen != nil && s.failed() == nil {
		s.changed.Wait()
	}
	s.state.Unlock()
	if err := s.failed(); err != nil {
		return err
	}
	s.shape.Lock()
	defer s.shape.Unlock()
	fresh := s.fresh()
	if err := s.beginLog(fresh); err != nil {
		return err
	}
	s.state.Lock()
	s.frozen, s.mem = s.mem, fresh
	s.state.Unlock()
	s.nudge()
	return nil
}

// fresh returns an empty memtable, in the memory of an earlier one where it can.
func (s *Store) fresh() *memtable {
	s.state.Lock()
	defer s.state.Unlock()
	if t := s.spare; t != nil {
		s.spare = nil
		return t
	}
	return s.mem.likewise()
}

// beginLog ends the log, seals what it says, and begins another for a fresh memtable. The shape is locked.
func (s *Store) beginLog(fresh *memtable) error {
	if s.volatile {
		s.seal()
		return nil
	}
	old := s.log
	if err := old.sync(old.end); err != nil {
		return err
	}
	s.seal()
	log, err := createLog(s.fs, s.next, s.acks)
	if err != nil {
		return err
	}
	s.next++
	s.mem.logs[len(s.mem.logs)-1].Bytes = old.end
	fresh.logs = []manifestLog{{log.number, log.end}}
	s.log = log
	if err := writeManifest(s.fs, s.manifest(s.segments, s.mem, fresh)); err != nil {
		return err
	}
	return old.file.Close()
}

// manifest describes the store as it would be with these segments and memtables. The shape is locked.
func (s *Store) manifest(segments []*segment, mems ...*memtable) manifest {
	m := manifest{Settings: s.opts.Settings, Next: s.next}
	for _, g := range segments {
		m.Segments = append(m.Segments, manifestSegment{g.number, g.sum, g.sealed.pack()})
	}
	for _, t := range mems {
		m.Logs = append(m.Logs, t.logs...)
	}
	return m
}

// seal lets the manifest say which records are removed. All operations so far are durable: were one not, a crash could
// lose the new version of a record and yet know that the old one was replaced. The shape is locked.
func (s *Store) seal() {
	s.state.RLock()
	defer s.state.RUnlock()
	for _, g := range s.segments {
		g.sealed = g.dead.clone()
	}
	s.mem.sealed = s.mem.dead.clone()
	if s.frozen != nil {
		s.frozen.sealed = s.frozen.dead.clone()
	}
}
