package database

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/gisa-go/gisa"
)

// Hit is an article that was found.
type Hit struct {
	ID        int64       `json:"id"`
	File      string      `json:"file"`
	URL       string      `json:"url,omitempty"`
	Title     string      `json:"title,omitempty"`
	Outlet    string      `json:"outlet,omitempty"`
	Authors   string      `json:"authors,omitempty"`
	Published string      `json:"published,omitempty"`
	CopyOf    int64       `json:"copyOf,omitempty"` // the article that this one repeats
	Snippet   string      `json:"snippet,omitempty"`
	Marks     []gisa.Span `json:"marks,omitempty"` // what was found in Snippet
}

// DB is a file opened for reading.
type DB struct {
	file string
	db   *sql.DB
	conn *sql.Conn
}

// Open opens a file that a Writer wrote. The error is ErrNone, ErrKind, ErrForeign, ErrForm or one of SQLite.
func Open(ctx context.Context, file string) (*DB, error) {
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", file, ErrNone)
	}
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: %w", file, ErrKind)
	}
	db, conn, err := open(ctx, file, "ro")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	d := &DB{file, db, conn}
	empty, err := kind(ctx, conn)
	if err == nil && empty {
		err = ErrNone
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, errors.Join(err, d.Close()))
	}
	return d, nil
}

// Close closes the file.
func (d *DB) Close() error { return errors.Join(d.conn.Close(), d.db.Close()) }

const hitColumns = `a.id, a.file, coalesce(a.url, ''), coalesce(a.title, ''), coalesce(a.outlet, ''), coalesce(a.authors, ''),
	coalesce(a.published, ''), coalesce((SELECT original_id FROM copies WHERE copy_id = a.id), 0), a.text`

// Search returns the articles that hold what is asked for, the best first, at most q.Limit of them where that is not 0,
// and how many there are in all.
func (d *DB) Search(ctx context.Context, q Query) (hits []Hit, total int, err error) {
	count, args := q.statement("count(*)")
	if err := d.conn.QueryRowContext(ctx, count, args...).Scan(&total); err != nil {
		return nil, 0, fmt.Errorf("%s: %w", d.file, err)
	}
	statement, args := q.statement(hitColumns)
	rows, err := d.conn.QueryContext(ctx, statement+" LIMIT ?", append(args, cmp.Or(q.Limit, -1))...)
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", d.file, err)
	}
	defer rows.Close()
	asked := terms(q.Words)
	for rows.Next() {
		var h Hit
		var text string
		if err := rows.Scan(&h.ID, &h.File, &h.URL, &h.Title, &h.Outlet, &h.Authors, &h.Published, &h.CopyOf, &text); err != nil {
			return nil, 0, err
		}
		h.Snippet, h.Marks = snippet(text, asked)
		hits = append(hits, h)
	}
	return hits, total, rows.Err()
}

// around is how many bytes a snippet shows before what was found, and twice as many behind it.
const around = 90

// snippet cuts from a text what stands around the first of the words asked for; where none stands there, its beginning.
func snippet(text string, asked []term) (cut string, marks []gisa.Span) {
	found := marksOf(text, asked)
	from := 0
	if len(found) > 0 {
		from = max(0, found[0].Start-around)
	}
	to := min(len(text), from+3*around)
	from, to = wordStart(text, from), wordStart(text, to)
	for _, m := range found {
		if from <= m.Start && m.End <= to {
			marks = append(marks, gisa.Span{Start: m.Start - from, End: m.End - from})
		}
	}
	return strings.Map(func(r rune) rune { // of the same length
		if r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		return r
	}, text[from:to]), marks
}

// wordStart is the beginning of the word at or after a byte, else that of the character.
func wordStart(text string, at int) int {
	if at == 0 || at == len(text) {
		return at
	}
	if space := strings.IndexAny(text[at:min(len(text), at+40)], " \n"); space >= 0 {
		return at + space + 1
	}
	for at < len(text) && text[at]&0xc0 == 0x80 {
		at++
	}
	return at
}
