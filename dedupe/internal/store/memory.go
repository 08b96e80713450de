package store

import (
	"io"
	"io/fs"
	"maps"
	"slices"
	"sync"
)

// memory is a folder that is gone with the process.
type memory struct {
	mu    sync.Mutex
	named map[string]*memoryFile
}

func (m *memory) path(name string) string { return "(memory) " + name }

func (m *memory) lock() (io.Closer, error) { return io.NopCloser(nil), nil }

func (m *memory) list() ([]listed, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var names []listed
	for _, name := range slices.Sorted(maps.Keys(m.named)) {
		names = append(names, listed{name, true})
	}
	return names, nil
}

func (m *memory) create(name string) (file, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.named == nil {
		m.named = map[string]*memoryFile{}
	}
	if m.named[name] != nil {
		return nil, &fs.PathError{Op: "create", Path: m.path(name), Err: fs.ErrExist}
	}
	f := &memoryFile{}
	m.named[name] = f
	return f, nil
}

func (m *memory) get(name string) (*memoryFile, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	f, ok := m.named[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: m.path(name), Err: fs.ErrNotExist}
	}
	return f, nil
}

func (m *memory) open(name string) (file, error) { return m.get(name) }

func (m *memory) view(name string) (*view, error) {
	f, err := m.get(name)
	if err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	return &view{data: f.data, close: func() error { return nil }}, nil
}

func (m *memory) rename(from, to string) error {
	f, err := m.get(from)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.named, from)
	m.named[to] = f
	return nil
}

func (m *memory) remove(name string) error {
	if _, err := m.get(name); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.named, name)
	return nil
}

func (m *memory) sync() error { return nil }

type memoryFile struct {
	mu   sync.Mutex
	data []byte
}

func (f *memoryFile) WriteAt(b []byte, at int64) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if end := int(at) + len(b); end > len(f.data) {
		f.data = append(f.data, make([]byte, end-len(f.data))...)
	}
	return copy(f.data[at:], b), nil
}

func (f *memoryFile) Truncate(size int64) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if int(size) < len(f.data) {
		f.data = f.data[:size]
		return nil
	}
	f.data = append(f.data, make([]byte, int(size)-len(f.data))...)
	return nil
}

func (f *memoryFile) size() (int64, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return int64(len(f.data)), nil
}

func (f *memoryFile) Sync() error  { return nil }
func (f *memoryFile) Close() error { return nil }
