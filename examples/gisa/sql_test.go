package main

import (
	"database/sql"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the answers that the documents show anew")

// self runs this program from the root of the repository.
func self(t *testing.T, args ...string) {
	t.Helper()
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "gisa")
	if err := os.Symlink(own, program); err != nil { // by this name the test's binary is the program
		t.Skip(err)
	}
	cmd := exec.Command(program, args...)
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
}

// Each query that the documents show gives the answer that they show.
func TestSQL(t *testing.T) {
	for _, d := range []struct {
		name  string
		least int // queries
		from  []string
	}{
		{"../../docs/sql.md", 12, []string{"testdata/pages", "testdata/texts/three.ndjson"}},
		{"../../docs/facts.md", 5, []string{"testdata/texts/budgets.ndjson"}},
	} {
		t.Run(filepath.Base(d.name), func(t *testing.T) { checkQueries(t, d.name, d.least, d.from) })
	}
}

func checkQueries(t *testing.T, name string, least int, from []string) {
	doc, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "news.db")
	self(t, append([]string{"articles", "-q", "--sqlite", file}, from...)...)
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	queries := 0
	parts := strings.Split(string(doc), "```")
	for i := 1; i < len(parts); i += 2 {
		query, isSQL := strings.CutPrefix(parts[i], "sql\n")
		if !isSQL {
			continue
		}
		queries++
		var args []any
		if strings.Contains(query, ":q") {
			_, value, _ := strings.Cut(parts[i+1], "`:q` = `")
			value, _, _ = strings.Cut(value, "`")
			args = append(args, sql.Named("q", value))
		}
		answer := "\n" + rows(t, db, query, args...)
		if strings.Count(answer, "\n") < 3 {
			t.Errorf("nothing is found by %s", query)
		}
		if *update {
			parts[i+2] = answer
		} else if parts[i+2] != answer {
			t.Errorf("%s\ngives%s\nbut %s shows%s", query, answer, name, parts[i+2])
		}
	}
	if queries < least {
		t.Errorf("%d queries, want %d", queries, least)
	}
	if *update {
		if err := os.WriteFile(name, []byte(strings.Join(parts, "```")), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// rows writes the answer to a query as the shell of SQLite does.
func rows(t *testing.T, db *sql.DB, query string, args ...any) string {
	t.Helper()
	found, err := db.Query(query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer found.Close()
	columns, _ := found.Columns()
	lines := []string{strings.Join(columns, "|")}
	for found.Next() {
		cells := make([]any, len(columns))
		for i := range cells {
			cells[i] = new(sql.NullString)
		}
		if err := found.Scan(cells...); err != nil {
			t.Fatal(err)
		}
		var line []string
		for _, c := range cells {
			line = append(line, c.(*sql.NullString).String)
		}
		lines = append(lines, strings.Join(line, "|"))
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintln(strings.Join(lines, "\n"))
}
