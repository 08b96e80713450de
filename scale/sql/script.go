package sql

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed candidates.sql dialects/*.txt
var files embed.FS

// ErrDialect is wrapped by the error for a dialect that is not known.
var ErrDialect = errors.New("unknown dialect")

// Dialects returns the names of the dialects, in order.
func Dialects() (names []string) {
	entries, err := fs.ReadDir(files, "dialects")
	if err != nil {
		return nil // embedded: it is there
	}
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".txt"))
	}
	return names
}

// Script returns the statements that find the pairs, for a dialect: how to load the table sketch and how to write the
// pairs, as comments, then the statements, each with a semicolon and an empty line behind it. The last one is the query
// for the pairs, with the columns a, b and common. It fails with ErrDialect.
func Script(dialect string) (string, error) {
	text, err := files.ReadFile("dialects/" + dialect + ".txt")
	if err != nil || strings.Contains(dialect, "/") {
		return "", fmt.Errorf("scale/sql: %w %q, want one of %s", ErrDialect, dialect, strings.Join(Dialects(), ", "))
	}
	d := parse(string(text))
	template, err := files.ReadFile("candidates.sql")
	if err != nil {
		return "", err
	}
	var out strings.Builder
	out.WriteString(d.about + "\n")
	rest := string(template)
	for {
		before, after, found := strings.Cut(rest, "{")
		out.WriteString(before)
		if !found {
			return tidy(out.String()), nil
		}
		name, next, _ := strings.Cut(after, "}")
		out.WriteString(d.line(name))
		rest = next
	}
}

// Statements returns the statements of Script one by one, without comments and semicolons.
func Statements(dialect string) ([]string, error) {
	script, err := Script(dialect)
	if err != nil {
		return nil, err
	}
	var plain strings.Builder
	for line := range strings.Lines(script) {
		if !strings.HasPrefix(line, "--") {
			plain.WriteString(line)
		}
	}
	var out []string
	for s := range strings.SplitSeq(plain.String(), ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out, nil
}

// dialect is the lines in which an engine's SQL differs.
type dialect struct {
	about string // its comments, as SQL's
	lines map[string]string
}

func parse(text string) dialect {
	d := dialect{lines: map[string]string{}}
	var about strings.Builder
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		if comment, ok := strings.CutPrefix(line, "#"); ok {
			about.WriteString("--" + comment + "\n")
			continue
		}
		name, value, _ := strings.Cut(line, " ")
		d.lines[name] = strings.TrimSpace(value)
	}
	d.about = about.String()
	return d
}

// line returns what stands for {name} or {name argument}.
func (d *dialect) line(name string) string {
	name, argument, _ := strings.Cut(name, " ")
	line := d.lines[name]
	if name == "after" && line != "" {
		line += ";"
	}
	return strings.ReplaceAll(line, "%s", argument)
}

// tidy drops the empty lines that empty values left.
func tidy(script string) string {
	lines := strings.Split(script, "\n")
	lines = slices.CompactFunc(lines, func(a, b string) bool { return a == "" && b == "" })
	return strings.Join(lines, "\n")
}
