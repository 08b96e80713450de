package store

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// survey returns the names of the files of a store in a folder. It is an error that wraps ErrNotIndex where the folder
// holds anything else, or something other than a file under one of these names. What systems leave in every folder does
// not count.
func survey(dir files) (names []string, err error) {
	all, err := dir.list()
	if err != nil {
		return nil, err
	}
	for _, l := range all {
		switch _, kind := fileNumber(l.name); {
		case kind == "" && passedOver(l.name):
			continue
		case kind == "":
			return nil, notIndex(dir, l.name, "is no file of an index")
		case !l.regular:
			return nil, notIndex(dir, l.name, "is no regular file")
		}
		names = append(names, l.name)
	}
	return names, nil
}

func notIndex(dir files, name, what string) error {
	return fmt.Errorf("%w: %s %s", ErrNotIndex, dir.path(name), what)
}

// passedOver says that a name is one that systems give to files of their own.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || name == "lost+found" || strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// fileNumber returns the number and kind, "log" or "seg", of a file of a store; the kind of those that have no number is
// "other", and that of files of others empty.
func fileNumber(name string) (uint64, string) {
	switch name {
	case manifestName, manifestDraft, lockName, syncedName:
		return 0, "other"
	}
	base, kind, _ := strings.Cut(name, ".")
	number, err := strconv.ParseUint(base, 10, 64)
	if err != nil || (kind != "log" && kind != "seg") || (name != logName(number) && name != segmentName(number)) {
		return 0, ""
	}
	return number, kind
}

// magicOf returns what a file of a store begins with.
func magicOf(name string) string {
	switch _, kind := fileNumber(name); {
	case kind == "log":
		return logMagic
	case kind == "seg":
		return segmentMagic
	case name == syncedName:
		return syncedMagic
	}
	return manifestMagic
}

// A file can be one that a store made, or began to make when it was stopped.
const (
	foreign = iota // it is not
	begun          // there is nothing of it, or zeros, which a disk without power leaves
	made           // it begins as such a file does, or as what a disk without power leaves of one
)

// origin tells which a file is by what it begins with.
func origin(dir files, name string) (int, error) {
	v, err := dir.view(name)
	if err != nil {
		return foreign, err
	}
	defer v.close()
	magic := magicOf(name)
	head := bytes.TrimRight(v.data[:min(len(magic), len(v.data))], "\x00")
	switch {
	case name == lockName && len(v.data) == 0:
		return made, nil
	case name == lockName:
		return foreign, nil
	case len(head) == 0:
		return begun, nil
	case string(head) == magic[:len(head)]:
		return made, nil
	}
	return foreign, nil
}

// vacant makes sure that an index can be made where there is no manifest: there is nothing, or what was left of making
// one. Other files of a store say that the manifest is lost.
func vacant(dir files, names []string) error {
	for _, name := range names {
		was, err := origin(dir, name)
		if err != nil {
			return err
		}
		if was == foreign || was == begun && !slices.Contains(names, lockName) {
			return notIndex(dir, name, "is no file of an index")
		}
	}
	for _, name := range names {
		number, kind := fileNumber(name)
		if kind == "other" {
			continue
		}
		if size, err := sizeOf(dir, name); err != nil {
			return err
		} else if kind != "log" || number != 1 || size > logHeaderSize {
			return &CorruptError{dir.path(manifestName), 0, "missing, while " + name + " is there"}
		}
	}
	return nil
}

func sizeOf(dir files, name string) (int, error) {
	v, err := dir.view(name)
	if err != nil {
		return 0, err
	}
	return len(v.data), v.close()
}

// strays returns the files that a crash has left and that no manifest names.
func strays(dir files, names []string, m *manifest) (left []string, err error) {
	keep := map[string]bool{manifestName: true, lockName: true, syncedName: true}
	for _, g := range m.Segments {
		keep[segmentName(g.Number)] = true
	}
	for _, l := range m.Logs {
		keep[logName(l.Number)] = true
	}
	for _, name := range names {
		if keep[name] && name != syncedName {
			continue
		}
		was, err := origin(dir, name)
		if err != nil {
			return nil, err
		}
		if was == foreign {
			return nil, notIndex(dir, name, "is no file of an index")
		}
		if !keep[name] {
			left = append(left, name)
		}
	}
	return left, nil
}
