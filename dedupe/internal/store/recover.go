package store

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"
)

// recover brings the store to the state that its files describe, or makes the files of an empty one.
func (s *Store) recover() error {
	names, err := s.fs.list()
	if err != nil {
		return err
	}
	m, err := readManifest(s.fs, s.opts.Settings)
	if errors.Is(err, fs.ErrNotExist) {
		m, err = s.initialise(names)
	}
	if err != nil {
		return err
	}
	s.next = m.Next
	if err := s.openSegments(m.Segments); err != nil {
		return err
	}
	if err := s.replay(m.Logs); err != nil {
		return err
	}
	return s.sweep(names, m)
}

// initialise makes an empty store where there is no manifest. Other files of a store say that the manifest is lost.
func (s *Store) initialise(names []string) (m manifest, err error) {
	for _, name := range names {
		number, kind := fileNumber(name)
		if kind == "" {
			continue
		}
		if v, err := s.fs.view(name); err != nil {
			return m, err
		} else if size := len(v.data); v.close() != nil || kind != "log" || number != 1 || size > logHeaderSize {
			return m, &CorruptError{s.fs.path(manifestName), 0, "missing, while " + name + " is there"}
		}
	}
	l, err := createLog(s.fs, 1)
	if err != nil {
		return m, err
	}
	m = manifest{Settings: s.opts.Settings, Next: 2, Logs: []manifestLog{{1, l.end}}}
	return m, errors.Join(l.file.Close(), writeManifest(s.fs, m))
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

// replay carries out what the logs say and opens the last one for more.
func (s *Store) replay(logs []manifestLog) error {
	if len(logs) == 0 {
		return &CorruptError{s.fs.path(manifestName), 0, "no log"}
	}
	for i, l := range logs {
		end, size, err := s.replayLog(l)
		if err != nil {
			return s.missing(err, logName(l.Number))
		}
		s.mem.logs = append(s.mem.logs, l)
		if i < len(logs)-1 {
			continue
		}
		f, err := s.fs.open(logName(l.Number))
		if err != nil {
			return err
		}
		s.log = &logFile{number: l.Number, file: f, end: end}
		if size > end { // the end of a commit that was cut short
			if err := f.Truncate(end); err != nil {
				return err
			}
		}
	}
	return s.log.sync(s.log.end)
}

func (s *Store) replayLog(l manifestLog) (end, size int64, err error) {
	name := logName(l.Number)
	v, err := s.fs.view(name)
	if err != nil {
		return 0, 0, err
	}
	defer v.close()
	var op operation
	end, err = scanLog(s.fs.path(name), l.Number, v.data, l.Bytes, func(at int64, payload []byte) error {
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

// sweep removes the files that a crash has left and that no manifest names.
func (s *Store) sweep(names []string, m manifest) error {
	keep := map[string]bool{}
	for _, g := range m.Segments {
		keep[segmentName(g.Number)] = true
	}
	for _, l := range m.Logs {
		keep[logName(l.Number)] = true
	}
	for _, name := range names {
		if _, kind := fileNumber(name); (kind != "" && !keep[name]) || name == manifestDraft {
			if err := s.fs.remove(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// fileNumber returns the number and kind, "log" or "seg", of a file of a store; of others the kind is empty.
func fileNumber(name string) (uint64, string) {
	base, kind, _ := strings.Cut(name, ".")
	number, err := strconv.ParseUint(base, 10, 64)
	if err != nil || (kind != "log" && kind != "seg") || (name != logName(number) && name != segmentName(number)) {
		return 0, ""
	}
	return number, kind
}
