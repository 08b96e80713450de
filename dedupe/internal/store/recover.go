package store

import (
	"errors"
	"io/fs"
	"slices"
)

// admit makes sure that the folder is one in which an index is or can be made. Nothing was touched when it fails.
func admit(dir files, settings string) error {
	names, err := survey(dir)
	switch {
	case err == nil && slices.Contains(names, manifestName):
		_, err = readManifest(dir, settings)
	case err == nil:
		err = vacant(dir, names)
	}
	if errors.Is(err, fs.ErrNotExist) { // no folder yet
		return nil
	}
	return err
}

// recover brings the store to the state that its files describe, or makes the files of an empty one.
func (s *Store) recover() error {
	names, err := survey(s.fs)
	if err != nil {
		return err
	}
	m, err := readManifest(s.fs, s.opts.Settings)
	if errors.Is(err, fs.ErrNotExist) {
		m, err = s.initialise(names)
		names = nil
	}
	if err != nil {
		return err
	}
	left, err := strays(s.fs, names, &m)
	if err != nil {
		return err
	}
	if err := s.load(&m); err != nil {
		return err
	}
	if err := s.remove(left); err != nil {
		return err
	}
	return s.resume()
}

// load reads what a manifest names.
func (s *Store) load(m *manifest) error {
	s.next = m.Next
	if err := m.readSynced(s.fs); err != nil {
		return err
	}
	if err := s.openSegments(m.Segments); err != nil {
		return err
	}
	return s.replay(m.Logs)
}

// initialise makes an empty store where there is no manifest.
func (s *Store) initialise(names []string) (m manifest, err error) {
	if err := vacant(s.fs, names); err != nil {
		return m, err
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == lockName || name == syncedName })
	if err := s.remove(names); err != nil {
		return m, err
	}
	l, err := createLog(s.fs, 1, nil)
	if err != nil {
		return m, err
	}
	m = manifest{Settings: s.opts.Settings, Next: 2, Logs: []manifestLog{{1, l.end}}}
	return m, errors.Join(l.file.Close(), writeManifest(s.fs, m))
}

func (s *Store) remove(names []string) error {
	for _, name := range names {
		if err := s.fs.remove(name); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) openSegments(list []manifestSegment) error {
	for _, e := range list {
		g, err := openSegment(s.fs, e.Number)
		if err != nil {
			return s.missing(err, segmentName(e.Number))
		}
		s.segments = append(s.segments, g)
		if g.sum != e.Sum {
			return g.corrupt(0, "not the segment of this manifest")
		}
		if len(e.Dead)%8 != 0 || len(e.Dead)/8 > g.len()/64+1 {
			return &CorruptError{s.fs.path(manifestName), 0, "marks of records that are not there"}
		}
		g.sealed = unpackMarks(e.Dead)
		g.dead = g.sealed.clone()
		s.live += g.len() - g.dead.count()
	}
	return nil
}

// missing turns the absence of a file that the manifest names into a CorruptError.
func (s *Store) missing(err error, name string) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &CorruptError{s.fs.path(name), 0, "missing, while the manifest names it"}
	}
	return err
}

// replay carries out what the logs say.
func (s *Store) replay(logs []manifestLog) error {
	if len(logs) == 0 {
		return &CorruptError{s.fs.path(manifestName), 0, "no log"}
	}
	for _, l := range logs {
		end, size, err := s.replayLog(l)
		if err != nil {
			return s.missing(err, logName(l.Number))
		}
		s.lost += max(size, l.Bytes) - end
		l.Bytes = min(l.Bytes, end)
		s.mem.logs = append(s.mem.logs, l)
		s.log = &logFile{number: l.Number, end: end}
	}
	return nil
}

// resume opens the last log for more, less the end that a crash has left.
func (s *Store) resume() (err error) {
	if s.acks, err = openSynced(s.fs); err != nil {
		return err
	}
	l := s.log
	s.log = nil
	f, err := s.fs.open(logName(l.number))
	if err != nil {
		return err
	}
	s.log = &logFile{number: l.number, path: s.fs.path(logName(l.number)), file: f, acks: s.acks, end: l.end}
	size, err := f.size()
	if err == nil && size > l.end {
		err = f.Truncate(l.end)
	}
	if err != nil {
		return err
	}
	if err = s.log.sync(s.log.end); err == nil && s.lost > 0 {
		err = writeManifest(s.fs, s.manifest(s.segments, s.mem))
	}
	return err
}

func (s *Store) replayLog(l manifestLog) (end, size int64, err error) {
	name := logName(l.Number)
	v, err := s.fs.view(name)
	if err != nil {
		return 0, 0, err
	}
	defer v.close()
	var op operation
	durable := l.Bytes
	if s.opts.Repair && int64(len(v.data)) < durable {
		durable = 0
	}
	end, err = scanLog(s.fs.path(name), l.Number, v.data, durable, func(at int64, payload []byte) error {
		for rest, ok := payload, true; len(rest) > 0; {
			from := at + int64(len(payload)-len(rest))
			if rest, ok = op.parse(rest); !ok || (op.kind == opPut && s.mem.full(len(op.prints))) {
				return &CorruptError{s.fs.path(name), from, "not an operation"}
			}
			if _, err := s.apply(&op); err != nil {
				return err
			}
		}
		return nil
	})
	return end, int64(len(v.data)), err
}
