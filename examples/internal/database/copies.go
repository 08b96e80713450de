package database

import (
	"context"
	"database/sql"
	"strconv"
	"time"

	"github.com/gisa-go/gisa/dedupe"
)

// copies finds anew which articles of the file repeat others.
func (w *Writer) copies() error {
	if err := w.exec("DELETE FROM copies"); err != nil {
		return err
	}
	text, err := w.tx.PrepareContext(w.ctx, "SELECT text FROM articles WHERE id = ?")
	if err != nil {
		return err
	}
	load := func(ctx context.Context, id string) (s string, err error) {
		err = text.QueryRowContext(ctx, id).Scan(&s)
		return s, err
	}
	clusters, err := dedupe.Group(w.ctx, w.documents, &dedupe.Options{Load: load})
	if err != nil {
		return err
	}
	for _, c := range clusters {
		for _, m := range c.Copies {
			if err := w.insert("copies", c.Original, m.ID, m.Kind.String(), m.Similarity, m.Containment); err != nil {
				return err
			}
		}
	}
	return nil
}

// documents yields the articles. No rows stay open while others are read.
func (w *Writer) documents(yield func(dedupe.Document, error) bool) {
	next, err := w.tx.PrepareContext(w.ctx, "SELECT id, text, published FROM articles WHERE id > ? ORDER BY id LIMIT 1")
	if err != nil {
		yield(dedupe.Document{}, err)
		return
	}
	defer next.Close()
	for id := int64(0); ; {
		var d dedupe.Document
		var published sql.NullString
		err := next.QueryRowContext(w.ctx, id).Scan(&id, &d.Text, &published)
		if err == sql.ErrNoRows {
			return
		}
		d.ID = strconv.FormatInt(id, 10)
		d.Time = clock(published.String)
		if !yield(d, err) || err != nil {
			return
		}
	}
}

// clock reads what output.WallClock wrote.
func clock(s string) time.Time {
	korea := time.FixedZone("", 9*60*60)
	for _, layout := range []string{"2006-01-02 15:04", time.DateOnly} {
		if t, err := time.ParseInLocation(layout, s, korea); err == nil {
			return t
		}
	}
	return time.Time{}
}
