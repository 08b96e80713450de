// Package database keeps articles in a file of SQLite, for SQL and for search in Korean.
//
//	schema.sql   the tables
//	database.go  Create, Open: a file that is ours
//	write.go     articles and their facts into the tables
//	copies.go    which articles repeat others
//	pairs.go     words as the index holds them
//	query.go     what someone asks → SQL
//	search.go    Search: the answers, with what to show of them; mark.go where in a text it stands
package database

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"github.com/gisa-go/gisa/examples/internal/output"
	"modernc.org/sqlite" // also the driver
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed schema.sql
var schema string

// What marks a file as ours (PRAGMA application_id: “gisa”), and the form of its tables and index.
const (
	application = 0x67697361
	form        = 2
)

// The errors that opening a file may hold.
var (
	ErrForeign = errors.New("a database, but none that gisa wrote")
	ErrForm    = errors.New("written by another version of gisa: write a new file from the pages")
	ErrKind    = errors.New("no database, but a file of another kind")
	ErrNone    = errors.New("no database: write one with “gisa articles --sqlite FILE …”")
)

// open opens the file with one connection.
func open(ctx context.Context, file, mode string) (*sql.DB, *sql.Conn, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		return nil, nil, err
	}
	name := url.URL{Scheme: "file", Path: filepath.ToSlash(path),
		RawQuery: "mode=" + mode + "&_pragma=busy_timeout(10000)&_pragma=cache_size(-65536)"}
	if name.Path[0] != '/' {
		name.Path = "/" + name.Path // C:\…
	}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, nil, err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, nil, errors.Join(ofKind(err), db.Close())
	}
	return db, conn, nil
}

// ofKind is ErrKind where SQLite says that a file is no database.
func ofKind(err error) error {
	if e := (*sqlite.Error)(nil); errors.As(err, &e) && e.Code() == sqlite3.SQLITE_NOTADB {
		return ErrKind
	}
	return err
}

// kind says whose the file is: whether there are no tables yet, or an error where it is not ours.
func kind(ctx context.Context, q querier) (empty bool, err error) {
	var id, version, tables int
	for pragma, into := range map[string]*int{
		"PRAGMA application_id": &id, "PRAGMA user_version": &version, "SELECT count(*) FROM sqlite_master": &tables,
	} {
		if err := q.QueryRowContext(ctx, pragma).Scan(into); err != nil {
			return false, ofKind(err)
		}
	}
	switch {
	case tables == 0:
		return true, nil
	case id != application:
		return false, ErrForeign
	case version != form:
		return false, ErrForm
	}
	return false, nil
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Create opens the file to add articles to it, and makes it where there is none. Nothing of what is written shows
// before Flush. One goroutine at a time may write.
func Create(ctx context.Context, file string) (*Writer, error) {
	if err := output.Place(file); err != nil {
		return nil, err
	}
	_, err := os.Stat(file)
	w := &Writer{ctx: context.WithoutCancel(ctx), file: file, made: errors.Is(err, fs.ErrNotExist)}
	if err := w.begin(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, errors.Join(err, w.Close()))
	}
	return w, nil
}

func (w *Writer) begin() (err error) {
	if w.db, w.conn, err = open(w.ctx, w.file, "rwc"); err != nil {
		return err
	}
	if w.tx, err = w.conn.BeginTx(w.ctx, nil); err != nil {
		return err
	}
	empty, err := kind(w.ctx, w.tx)
	if err != nil || !empty {
		return err
	}
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;", application, form)
	_, err = w.tx.ExecContext(w.ctx, marks+schema)
	return err
}
