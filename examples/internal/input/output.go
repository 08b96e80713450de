package input

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Spare returns an error where writing to the file out would destroy one of the inputs, and otherwise what is passed over
// in folders because the run itself writes it. out may be empty; others are files that are read besides the inputs.
func Spare(paths []string, out string, w Walk, others ...string) ([]fs.FileInfo, error) {
	var own []fs.FileInfo
	if info, err := os.Stdout.Stat(); err == nil && info.Mode().IsRegular() {
		own = append(own, info)
	}
	if out == "" || out == "-" {
		return own, nil
	}
	info, err := os.Stat(out)
	if err != nil || !info.Mode().IsRegular() {
		return own, nil
	}
	for _, p := range others {
		if o, err := os.Stat(p); p != "" && err == nil && os.SameFile(o, info) {
			return nil, fmt.Errorf("%s is read by this run: name another file for its output", out)
		}
	}
	for f := range Files(paths, w) {
		if f.Err != nil || f.Other != "" || f.Path == "-" || f.Size != info.Size() {
			continue
		}
		if in, err := os.Stat(f.Path); err != nil || !os.SameFile(in, info) {
			continue
		}
		if !f.Walked || mayBePage(f) {
			return nil, fmt.Errorf("%s is one of the inputs: name another file for the output", out)
		}
	}
	return append(own, info), nil
}

// mayBePage reports whether a file in a folder is a page or a text rather than what an earlier run wrote.
func mayBePage(f File) bool {
	in, err := os.Open(f.Path)
	if err != nil {
		return true
	}
	defer in.Close()
	head := make([]byte, headSize)
	n, _ := io.ReadFull(in, head)
	head = head[:n]
	format := sniff(head, f.Path)
	return n > 0 && format.wanted(head, f.Path) && !isOutput(head, format, f.Folder)
}

// ours is how a line of the program articles begins.
var ours = regexp.MustCompile(`^\{"file":"((?:[^"\\]|\\.)*)","`)

// isOutput reports whether a file in a folder is what a program wrote about the pages of the folder: lines of articles or
// their readable form, which name a file that is there, or a report.
func isOutput(head []byte, f format, folder string) bool {
	head = bytes.TrimPrefix(head, []byte(bom))
	switch f {
	case formatJSON:
		m := ours.FindSubmatch(head)
		var name string
		return m != nil && !bytes.Contains(head, []byte(`"html":"`)) && json.Unmarshal([]byte(`"`+string(m[1])+`"`), &name) == nil &&
			isFileIn(folder, name)
	case formatText:
		line, _, _ := bytes.Cut(head, []byte("\n"))
		return isFileIn(folder, strings.TrimPrefix(string(line), "✗ "))
	case formatHTML:
		return bytes.Contains(head, []byte(`<meta name="generator" content="gisa`))
	}
	return false
}

// isFileIn reports whether a name is that of a file in the folder or of a part of one.
func isFileIn(folder, name string) bool {
	name, _, _ = strings.Cut(name, "#")
	if name == "" || len(name) > 4096 {
		return false
	}
	base, err := filepath.Abs(folder)
	if err != nil {
		return false
	}
	for ; name != "." && name != string(filepath.Separator) && name != ""; name = filepath.Dir(name) {
		file, err := filepath.Abs(name)
		if err != nil {
			return false
		}
		if rel, err := filepath.Rel(base, file); err != nil || !filepath.IsLocal(rel) || rel == "." {
			return false
		}
		if info, err := os.Stat(file); err == nil {
			return info.Mode().IsRegular()
		}
	}
	return false
}
