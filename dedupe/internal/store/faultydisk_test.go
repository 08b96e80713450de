package store

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
)

var (
	errCrash = errors.New("the machine has stopped")
	errFull  = errors.New("no space left")
)

// faulty is a folder that stops at a given step, as a machine does that loses power, or takes a given number of bytes,
// as a full disk does. It knows what would be left.
type faulty struct {
	mu      sync.Mutex
	live    map[string]*faultyFile // as the process sees it
	durable map[string]*faultyFile // names that a crash leaves
	steps   int                    // until the crash; none when negative
	room    int                    // bytes until the disk is full; endless when negative
	stopped bool
}

type faultyFile struct {
	of           *faulty
	data, synced []byte
}

func newFaulty(image map[string][]byte) *faulty {
	f := &faulty{live: map[string]*faultyFile{}, steps: -1, room: -1}
	for name, data := range image {
		f.live[name] = &faultyFile{f, slices.Clone(data), slices.Clone(data)}
	}
	f.durable = maps.Clone(f.live)
	return f
}

// step counts a step. With the lock held.
func (f *faulty) step() error {
	if f.stopped {
		return errCrash
	}
	if f.steps == 0 {
		f.stopped = true
		return errCrash
	}
	f.steps--
	return nil
}

// killed is what is left when the process ends and the machine does not.
func (f *faulty) killed() map[string][]byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	image := map[string][]byte{}
	for name, file := range f.live {
		image[name] = slices.Clone(file.data)
	}
	return image
}

// unplugged is what may be left when the machine stops: of what was not synced, anything.
func (f *faulty) unplugged(rng *rand.Rand) map[string][]byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	names, image := f.durable, map[string][]byte{}
	if rng.IntN(2) == 0 {
		names = f.live
	}
	for name, file := range names {
		data := slices.Clone(file.synced)
		if more := len(file.data) - len(data); more > 0 && rng.IntN(3) > 0 {
			data = slices.Clone(file.data[:len(data)+rng.IntN(more+1)])
			if hole := len(data) - len(file.synced); hole > 0 && rng.IntN(3) == 0 { // blocks that were not written
				clear(data[len(file.synced)+rng.IntN(hole):])
			}
		}
		image[name] = data
	}
	return image
}

func (f *faulty) path(name string) string { return "(test) " + name }

func (f *faulty) lock() (io.Closer, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.live[lockName] == nil {
		f.live[lockName] = &faultyFile{of: f}
		f.durable[lockName] = f.live[lockName]
	}
	return io.NopCloser(nil), nil
}

func (f *faulty) list() (all []listed, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, name := range slices.Sorted(maps.Keys(f.live)) {
		all = append(all, listed{name, true})
	}
	return all, nil
}

func (f *faulty) create(name string) (file, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.step(); err != nil {
		return nil, err
	}
	if f.live[name] != nil {
		return nil, fs.ErrExist
	}
	f.live[name] = &faultyFile{of: f}
	return f.live[name], nil
}

func (f *faulty) open(name string) (file, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if file := f.live[name]; file != nil {
		return file, nil
	}
	return nil, fs.ErrNotExist
}

func (f *faulty) view(name string) (*view, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	file := f.live[name]
	if file == nil {
		return nil, fs.ErrNotExist
	}
	return &view{data: slices.Clone(file.data), close: func() error { return nil }}, nil
}

func (f *faulty) rename(from, to string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.step(); err != nil {
		return err
	}
	f.live[to] = f.live[from]
	delete(f.live, from)
	return nil
}

func (f *faulty) remove(name string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.step(); err != nil {
		return err
	}
	delete(f.live, name)
	return nil
}

func (f *faulty) sync() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := f.step(); err != nil {
		return err
	}
	f.durable = maps.Clone(f.live)
	return nil
}

func (f *faultyFile) WriteAt(b []byte, at int64) (int, error) {
	f.of.mu.Lock()
	defer f.of.mu.Unlock()
	err := f.of.step()
	if errors.Is(err, errCrash) && len(b) > 1 { // some of it gets there
		b = b[:len(b)/2]
	}
	if f.of.room >= 0 {
		if f.of.room -= len(b); f.of.room < 0 {
			b, err = b[:max(0, len(b)+f.of.room)], errFull
			f.of.room = 0
		}
	}
	if end := int(at) + len(b); end > len(f.data) {
		f.data = append(f.data, make([]byte, end-len(f.data))...)
	}
	copy(f.data[at:], b)
	return len(b), err
}

func (f *faultyFile) Truncate(size int64) error {
	f.of.mu.Lock()
	defer f.of.mu.Unlock()
	if err := f.of.step(); err != nil {
		return err
	}
	f.data = f.data[:size]
	return nil
}

func (f *faultyFile) Sync() error {
	f.of.mu.Lock()
	defer f.of.mu.Unlock()
	if err := f.of.step(); err != nil {
		return err
	}
	f.synced = slices.Clone(f.data)
	return nil
}

func (f *faultyFile) size() (int64, error) {
	f.of.mu.Lock()
	defer f.of.mu.Unlock()
	return int64(len(f.data)), nil
}

func (f *faultyFile) Close() error { return nil }
