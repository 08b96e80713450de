// Command duckdb finds the pairs of texts that are worth a comparison with DuckDB, for those who have no duckdb command:
//
//	go run . -o pairs.csv -memory 4GB sketches-*.csv
//
// It needs a C compiler. Without -db the tables are in a temporary folder, where there has to be about 8 kB a document.
package main

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2"

	candidates "github.com/gisa-go/gisa/scale/sql"
)

func main() {
	out := flag.String("o", "pairs.csv", "the file to write the pairs to")
	memory := flag.String("memory", "", "how much memory DuckDB may take, 4GB for example; what does not fit is on the disk")
	db := flag.String("db", "", "the file for DuckDB's tables, which stay there")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := find(ctx, flag.Args(), *out, *db, *memory); err != nil {
		fmt.Fprintln(os.Stderr, "duckdb:", err)
		os.Exit(1)
	}
}

// find writes the pairs of the sketches in files, CSV or lines of JSON, to out.
func find(ctx context.Context, files []string, out, path, memory string) error {
	if len(files) == 0 {
		return fmt.Errorf("no files of sketches")
	}
	dir, err := os.MkdirTemp("", "gisa-duckdb-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if path == "" {
		path = filepath.Join(dir, "tables.db")
	}
	statements, err := statements(files, out+".part", dir, memory)
	if err != nil {
		return err
	}
	db, err := sql.Open("duckdb", path)
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := db.ExecContext(ctx, s); err != nil {
			os.Remove(out + ".part")
			return err
		}
	}
	return os.Rename(out+".part", out)
}

// statements returns all that is to be executed: the last one writes the pairs.
func statements(files []string, out, dir, memory string) ([]string, error) {
	all := []string{"set preserve_insertion_order = false", "set temp_directory = " + quoted(filepath.Join(dir, "spilled"))}
	if memory != "" {
		all = append(all, "set memory_limit = "+quoted(memory))
	}
	var names []string
	for _, f := range files {
		names = append(names, quoted(f))
	}
	reader := "read_csv(%s, header = true, all_varchar = true)"
	if name := strings.TrimSuffix(files[0], ".gz"); strings.HasSuffix(name, "json") { // also .ndjson
		reader = "read_json(%s, format = 'newline_delimited', columns = {settings: 'varchar', claim: 'varchar', " +
			"text_hash: 'varchar', sample_size: 'varchar', method_keys: 'varchar', sample_keys: 'varchar'})"
	}
	all = append(all, "create or replace table sketch as select * from "+fmt.Sprintf(reader, "["+strings.Join(names, ", ")+"]"))
	rule, err := candidates.Statements("duckdb")
	if err != nil {
		return nil, err
	}
	query := rule[len(rule)-1]
	return append(append(all, rule[:len(rule)-1]...), "copy ("+query+") to "+quoted(out)+" (format csv, header)"), nil
}

func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
