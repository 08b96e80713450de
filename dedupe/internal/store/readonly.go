package store

import (
	"errors"
	"slices"
)

// snapshots is how often a reader tries to read a folder in which another process writes.
const snapshots = 100

// snapshotOf reads the store as it is on disk, beside a process that may be writing. What the manifest names may be gone
// by the time it is opened, since a merge has replaced it: then there is a newer manifest. A segment that is open stays
// as it is when it is removed.
func (s *Store) snapshotOf() (err error) {
	for range snapshots {
		if err = s.guard(s.glance); err == nil || !errors.Is(err, errGone) {
			return err
		}
		s.release()
		s.mem, s.log, s.live, s.lost = newMemtable(), nil, 0, 0
	}
	return err
}

// errGone says that a file that the manifest names is gone, or is being cut by a process that opens the store to write.
var errGone = errors.New("a file was replaced while it was opened")

// glance reads the store once.
func (s *Store) glance() error {
	names, err := survey(s.fs)
	if err != nil {
		return err
	}
	if !slices.Contains(names, manifestName) {
		if err := vacant(s.fs, names); err != nil {
			return err
		}
	}
	m, err := readManifest(s.fs, s.opts.Settings)
	if err != nil {
		return err
	}
	if err = s.load(&m); err == nil {
		return nil
	}
	if now, again := readManifest(s.fs, s.opts.Settings); again == nil && !now.names(&m) {
		return errors.Join(errGone, err)
	}
	return err
}

// names says whether two manifests name the same files.
func (m *manifest) names(o *manifest) bool {
	return slices.EqualFunc(m.Segments, o.Segments, func(a, b manifestSegment) bool { return a.Number == b.Number }) &&
		slices.EqualFunc(m.Logs, o.Logs, func(a, b manifestLog) bool { return a.Number == b.Number })
}
