// Package table reads the text files that hold what gisa knows. Blank lines and those that begin with # are comments;
// a line [kind] heads the lines below it; every other line is an entry. Two forms of entries are known: whole lines,
// and "key: words".
package table

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// ErrEntry is what every error of a file is, for errors.Is.
var ErrEntry = errors.New("bad entry")

// Lines calls read with each entry of a file and the kind that it stands under, "" above the first. The file is called
// name in the errors, which also name the line. kinds are those that the file may have; what read returns as an error
// is one of its line.
func Lines(name, text string, kinds []string, read func(kind, line string) error) error {
	kind := ""
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '[':
			if kind = strings.Trim(line, "[]"); !slices.Contains(kinds, kind) {
				return fmt.Errorf("%s:%d: %w: unknown kind %s", name, n, ErrEntry, line)
			}
			continue
		}
		if err := read(kind, line); err != nil {
			return fmt.Errorf("%s:%d: %w: %w, got %q", name, n, ErrEntry, err, line)
		}
	}
	return nil
}

// Keys is Lines for entries of the form "key: words".
func Keys(name, text string, kinds []string, read func(kind, key string, words []string) error) error {
	return Lines(name, text, kinds, func(kind, line string) error {
		key, words, ok := strings.Cut(line, ":")
		if !ok || key == "" {
			return errors.New("want key: words")
		}
		return read(kind, key, strings.Fields(words))
	})
}

// Words is a list of words that is asked whether it holds one.
type Words map[string]bool

// Sets fills sets, and lists in their order, with the words below their kinds; every kind has one of both. It is for
// files that are compiled in, so it panics where one is bad.
func Sets(name, text string, sets map[string]*Words, lists map[string]*[]string) {
	kinds := slices.AppendSeq(slices.Collect(maps.Keys(sets)), maps.Keys(lists))
	for _, set := range sets {
		*set = Words{}
	}
	Must(Lines(name, text, kinds, func(kind, line string) error {
		words := strings.Fields(line)
		if list := lists[kind]; list != nil {
			*list = append(*list, words...)
			return nil
		}
		set := sets[kind]
		if set == nil {
			return errors.New("want a kind above it")
		}
		for _, word := range words {
			(*set)[word] = true
		}
		return nil
	}))
}

// Must panics where a file that is compiled in has an error.
func Must(err error) {
	if err != nil {
		panic(err)
	}
}
