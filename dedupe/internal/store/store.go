package store

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
)

// Options says how a store is kept. The zero value means the defaults.
type Options struct {
	Settings string // what keys and payloads mean; a store made with others is refused
	ReadOnly bool   // nothing is written, and the folder need not be locked
	Repair   bool   // a log that has lost its end is taken as it is
	Commit   int    // operations after which Write commits by itself; 0 is 500
	Buffer   int    // keys that the memtable holds; 0 is 1,048,576 (about 60 MB of records and tables, twice)
	Fanout   int    // segments of one size that are merged into one; 0 is 4
}

func (o Options) withDefaults() Options {
	if o.Commit <= 0 {
		o.Commit = 500
	}
	if o.Buffer <= 0 {
		o.Buffer = 1 << 20
	}
	o.Buffer = min(o.Buffer, maxBuffer/4)
	if o.Fanout < 2 {
		o.Fanout = 4
	}
	return o
}

// bufferBytes is what the records of a memtable may take before it is flushed, whatever the number of their keys.
const bufferBytes = 128 << 20

// Store is an open store. It may be used by several goroutines at once.
type Store struct {
	fs       files
	opts     Options
	held     io.Closer // the lock
	volatile bool      // in memory only: no log and no manifest

	// The locks are taken in this order.
	writing sync.Mutex   // held by the writer; guards log, staged, count
	shape   sync.Mutex   // held while the set of live files or a sealed mark changes; guards next
	state   sync.RWMutex // guards the tables and their marks
	changed *sync.Cond   // of state: a table was replaced, a worker has started or ended its work

	log    *logFile
	acks   file   // the file SYNCED
	lost   int64  // bytes at the ends of logs that Open gave up
	staged []byte // the frame of the operations that are not committed
	count  int    // how many they are
	op     operation
	next   uint64 // number of the next file

	mem, frozen *memtable
	segments    []*segment // oldest first
	live        int        // records that are not marked
	spare       *memtable  // one whose memory the next may have
	flushing    worker
	merging     worker
	closed      bool

	capped  atomic.Int64
	failure atomic.Pointer[error]
}

// Open opens the store in a folder, which is made where there is none. The empty path means memory only.
func Open(path string, opts Options) (*Store, error) {
	if path == "" {
		return open(&memory{}, true, opts)
	}
	return open(disk(path), false, opts)
}

func open(fs files, volatile bool, opts Options) (*Store, error) {
	s := &Store{fs: fs, opts: opts.withDefaults(), volatile: volatile, mem: newMemtable(), next: 1}
	s.changed = sync.NewCond(&s.state)
	s.unstage()
	if err := s.start(); err != nil {
		return nil, fmt.Errorf("dedupe: index %s: %w", fs.path(""), errors.Join(err, s.release()))
	}
	if !opts.ReadOnly {
		s.nudge()
		go s.work(&s.flushing, s.planFlush)
		go s.work(&s.merging, s.planMerge)
	}
	return s, nil
}

// start reads what there is. It returns an error, rather than write, where that is no store.
func (s *Store) start() (err error) {
	switch {
	case s.opts.ReadOnly && !s.volatile:
		return s.snapshotOf()
	case s.volatile:
		return nil
	}
	if err := s.guard(func() error { return admit(s.fs, s.opts.Settings) }); err != nil {
		return err
	}
	if s.held, err = s.fs.lock(); err != nil {
		return err
	}
	return s.guard(s.recover)
}

// fail keeps the first error of writing. What was acknowledged is on disk; what more may be is known by opening anew.
func (s *Store) fail(err error) error {
	if err == nil {
		return nil
	}
	err = fmt.Errorf("dedupe: index %s takes no more: %w", s.fs.path(""), err)
	s.failure.CompareAndSwap(nil, &err)
	return *s.failure.Load()
}

// failed returns the error that fail has kept.
func (s *Store) failed() error {
	if err := s.failure.Load(); err != nil {
		return *err
	}
	return nil
}

// usable returns why nothing can be written, if so. The writer asks.
func (s *Store) usable() error {
	if s.closed {
		return s.closedError()
	}
	if s.opts.ReadOnly {
		return fmt.Errorf("dedupe: index %s: %w", s.fs.path(""), ErrReadOnly)
	}
	return s.failed()
}

func (s *Store) closedError() error {
	return fmt.Errorf("dedupe: index %s: %w", s.fs.path(""), ErrClosed)
}

// Stats describes a store.
type Stats struct {
	Records  int   // live ones
	Marked   int   // removed ones that still take space
	Segments int   //
	Bytes    int64 // of all segments and logs
	Lost     int64 // bytes at the ends of logs that Open found cut short or missing
	Capped   int64 // look-ups that found more than they were allowed to visit
}

// Stats returns the state of the store.
func (s *Store) Stats() Stats {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.state.RLock()
	defer s.state.RUnlock()
	st := Stats{Records: s.live, Segments: len(s.segments), Lost: s.lost, Capped: s.capped.Load()}
	for _, t := range s.tables() {
		st.Marked += t.marked().count()
	}
	for _, g := range s.segments {
		st.Bytes += int64(len(g.view.data))
	}
	if s.log != nil {
		st.Bytes += s.log.end
	}
	return st
}

// tables returns all tables, oldest first, in the memory of all where there is enough. The state is locked.
func (s *Store) tables(all ...table) []table {
	all = all[:0]
	for _, g := range s.segments {
		all = append(all, g)
	}
	if s.frozen != nil {
		all = append(all, s.frozen)
	}
	return append(all, s.mem)
}

// Close commits what was put, lets the workers finish, and frees the store for others. It returns the error that made
// the store fail, if one did.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if s.closed {
		return s.closedError()
	}
	if s.opts.ReadOnly {
		s.rest(true)
		return s.release()
	}
	err := s.failed()
	if err == nil {
		var m mark
		if m, err = s.commit(); err == nil {
			err = s.durable(m)
		}
	}
	s.rest(true)
	if err = cmp.Or(err, s.failed()); err == nil && !s.volatile {
		err = s.conclude()
	}
	return errors.Join(err, s.release())
}

// conclude notes how long the log is, so that the next Open sees whether all of it is there.
func (s *Store) conclude() error {
	s.shape.Lock()
	defer s.shape.Unlock()
	s.mem.logs[len(s.mem.logs)-1].Bytes = s.log.end
	return writeManifest(s.fs, s.manifest(s.segments, s.mem))
}

// release lets go of all files and of the lock.
func (s *Store) release() error {
	var errs []error
	for _, g := range s.segments {
		errs = append(errs, g.release())
	}
	s.segments = nil
	if s.log != nil && s.log.file != nil {
		errs = append(errs, s.log.file.Close())
	}
	for _, c := range []io.Closer{s.acks, s.held} {
		if c != nil {
			errs = append(errs, c.Close())
		}
	}
	return errors.Join(errs...)
}
