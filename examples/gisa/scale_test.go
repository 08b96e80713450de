package main

import (
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"github.com/gisa-go/gisa/examples/internal/tables"
	rule "github.com/gisa-go/gisa/scale/sql"
)

// collection writes invented documents to files in dir: copies, texts inside others, texts too short to be compared, and a
// part that very many share, so that keys are common.
func collection(t *testing.T, dir string) (files []string) {
	t.Helper()
	rng := rand.New(rand.NewPCG(13, 2))
	word := func() string {
		w := ""
		for range 1 + rng.IntN(4) {
			w += string(rune('가' + rng.IntN(11172)))
		}
		return w
	}
	words := func(n int) (out []string) {
		for range n {
			out = append(out, word())
		}
		return out
	}
	shared := words(25)
	var texts [][]string
	var lines [3]strings.Builder
	for i := range 240 {
		var text []string
		switch {
		case i%3 == 0:
			text = append(append(text, shared...), words(8+rng.IntN(60))...)
		case i > 10 && i%5 == 1:
			text = append(text, texts[rng.IntN(i)]...)
			text[rng.IntN(len(text))] = word()
		case i > 10 && i%5 == 2:
			text = append(words(60), texts[rng.IntN(i)]...)
		case i%17 == 0:
			text = []string{"사진", "=", []string{"누리", "마루"}[rng.IntN(2)]}
		default:
			text = words(20 + rng.IntN(100))
		}
		texts = append(texts, text)
		line, err := json.Marshal(map[string]string{
			"id": fmt.Sprintf("news/%d?a=1,\"%d\"", i, i), "text": strings.Join(text, " "),
			"time": fmt.Sprintf("2026-03-%02dT09:00:00+09:00", 1+rng.IntN(20)),
		})
		if err != nil {
			t.Fatal(err)
		}
		lines[i%3].Write(append(line, '\n'))
	}
	for i := range lines {
		files = append(files, filepath.Join(dir, fmt.Sprintf("part-%d.ndjson", i)))
		if err := os.WriteFile(files[i], []byte(lines[i].String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// sqlite finds the pairs in an engine that is at hand wherever gisa is built.
func sqlite(t *testing.T, sketches []string) [][]string {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "pairs.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	exec := func(statement string, args ...any) {
		if _, err := db.Exec(statement, args...); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	exec("create table sketch (settings text, claim text, text_hash text, sample_size text, method_keys text, sample_keys text)")
	for _, name := range sketches {
		for _, row := range readTable(t, name)[1:] {
			exec("insert into sketch values (?, ?, ?, ?, ?, ?)", row[0], row[1], row[2], row[3], row[4], row[5])
		}
	}
	statements, err := rule.Statements("sqlite")
	if err != nil {
		t.Fatal(err)
	}
	last := len(statements) - 1
	for _, s := range statements[:last] {
		exec(s)
	}
	found, err := db.Query(statements[last])
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	pairs := [][]string{{"a", "b", "common"}}
	for found.Next() {
		row := make([]string, 3)
		if err := found.Scan(&row[0], &row[1], &row[2]); err != nil {
			t.Fatal(err)
		}
		pairs = append(pairs, row)
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return pairs
}

func readTable(t *testing.T, name string) [][]string {
	t.Helper()
	file, err := tables.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if !strings.HasSuffix(name, "json") {
		rows, err := csv.NewReader(file).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	columns := []string{"settings", "claim", "text_hash", "sample_size", "method_keys", "sample_keys"}
	rows := [][]string{columns}
	for d := json.NewDecoder(file); ; {
		var object map[string]any
		if err := d.Decode(&object); errors.Is(err, io.EOF) {
			return rows
		} else if err != nil {
			t.Fatal(err)
		}
		var row []string
		for _, c := range columns {
			row = append(row, fmt.Sprint(object[c]))
		}
		rows = append(rows, row)
	}
}

// writePairs writes what the engine found as an engine would: as CSV, or as Parquet with its own types.
func writePairs(t *testing.T, name string, pairs [][]string) {
	t.Helper()
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if strings.HasSuffix(name, ".csv") {
		if err := csv.NewWriter(file).WriteAll(pairs); err != nil {
			t.Fatal(err)
		}
		return
	}
	type pair struct {
		A      *string `parquet:"a"` // as engines make columns that may be null
		Common bool    `parquet:"common"`
		B      string  `parquet:"b"`
	}
	var rows []pair
	for _, p := range pairs[1:] {
		rows = append(rows, pair{&p[0], p[2] == "1", p[1]})
	}
	w := parquet.NewGenericWriter[pair](file, parquet.Compression(&parquet.Snappy))
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// Sketches made in parts, joined by an SQL engine and clustered give the bytes that the program duplicates gives.
func TestSketchEngineCluster(t *testing.T) {
	dir := t.TempDir()
	docs := collection(t, dir)
	native := filepath.Join(dir, "native.ndjson")
	self(t, append([]string{"duplicates", "-q", "--json", "--related", "-o", native}, docs...)...)
	want, err := os.ReadFile(native)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(want), "\n"); n < 50 {
		t.Fatalf("only %d clusters:\n%s", n, want)
	}
	for _, test := range []struct{ sketches, pairs string }{{".csv", ".csv"}, {".ndjson", ".csv"}, {".parquet", ".parquet"}} {
		t.Run(test.sketches, func(t *testing.T) {
			var sketches []string
			args := []string{"cluster", "-q", "--json", "--related"}
			for i, part := range docs {
				name := filepath.Join(dir, fmt.Sprintf("sketches-%d%s", i, test.sketches))
				self(t, "sketch", "-q", "-o", name, part)
				sketches = append(sketches, name)
				args = append(args, "--sketches", name)
			}
			pairs, out := filepath.Join(dir, "pairs"+test.pairs), filepath.Join(dir, "clusters.ndjson")
			writePairs(t, pairs, sqlite(t, sketches))
			self(t, append(append(args, "--pairs", pairs, "-o", out), docs...)...)
			got, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(want) {
				t.Errorf("%d bytes of clusters, want %d:\n%.500s\nwant\n%.500s", len(got), len(want), got, want)
			}
		})
	}
}

// failing runs this program and returns what it says.
func failing(t *testing.T, args ...string) string {
	t.Helper()
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "gisa")
	if err := os.Symlink(own, program); err != nil {
		t.Skip(err)
	}
	said, err := exec.Command(program, args...).CombinedOutput()
	if err == nil {
		t.Errorf("%v: no error", args)
	}
	return string(said)
}

// What was made by an older gisa, or is cut off, or is no table, gives an error that names the file, and no clusters.
func TestClusterRefuses(t *testing.T) {
	dir := t.TempDir()
	docs := collection(t, dir)
	sketches, pairs := filepath.Join(dir, "new.csv"), filepath.Join(dir, "pairs.csv")
	self(t, append([]string{"sketch", "-q", "-o", sketches}, docs...)...)
	writePairs(t, pairs, sqlite(t, []string{sketches}))
	all, err := os.ReadFile(sketches)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(all), "\n")
	older := strings.Clone(lines[0])
	half := strings.Join(lines[:len(lines)/2], "\n")
	for i, l := range lines[1:] {
		if l != "" {
			older += "\ne96a6f3cd0b2a1c7" + l[16:]
		}
		if l != "" && i >= len(lines)/2-1 {
			half += "\ne96a6f3cd0b2a1c7" + l[16:]
		}
	}
	columns := filepath.Join(dir, "whole.parquet")
	self(t, "sketch", "-q", "-o", columns, docs[0])
	parquet, err := os.ReadFile(columns)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, content string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return name
	}
	out := filepath.Join(dir, "clusters.ndjson")
	for _, test := range []struct{ sketches, pairs, want string }{
		{write("older.csv", older+"\n"), pairs, "make all sketches anew"},
		{write("half-older.csv", half+"\n"), pairs, "make all sketches anew"},
		{write("cut.csv", string(all[:len(all)-300])), pairs, "cut.csv"},
		{write("cut.parquet", string(parquet[:len(parquet)-300])), pairs, "cut.parquet"},
		{filepath.Join(dir, "none.csv"), pairs, "none.csv"},
		{sketches, write("no-pairs.csv", "x,y\n1,2\n"), "no-pairs.csv"},
	} {
		said := failing(t, append([]string{"cluster", "-q", "--sketches", test.sketches, "--pairs", test.pairs, "-o", out}, docs...)...)
		if !strings.Contains(said, test.want) {
			t.Errorf("%s: %s", test.want, said)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: clusters were written", test.want)
		}
	}
	if said := failing(t, "cluster", "-q", "--sketches", sketches, "--pairs", pairs, "-o", pairs, docs[0]); !strings.Contains(said, "is read") {
		t.Error(said)
	}
	if said := failing(t, "sketch", "--script", "oracle"); !strings.Contains(said, "sqlite") {
		t.Error(said)
	}
}
