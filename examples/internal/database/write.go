package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// Writer adds articles to a file.
type Writer struct {
	ctx        context.Context
	file       string
	db         *sql.DB
	conn       *sql.Conn
	tx         *sql.Tx
	statements map[string]*sql.Stmt
	made       bool // the file is new
	wrote      int  // articles
	done       bool
}

// Close takes back what was not flushed and closes the file.
func (w *Writer) Close() error {
	var errs []error
	if w.tx != nil && !w.done {
		errs = append(errs, w.tx.Rollback())
	}
	if w.conn != nil {
		errs = append(errs, w.conn.Close())
	}
	if w.db != nil {
		errs = append(errs, w.db.Close())
	}
	if w.made && !w.done {
		if err := os.Remove(w.file); !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// Flush finds the copies among all articles of the file and makes everything show.
func (w *Writer) Flush() error {
	if err := w.copies(); err != nil {
		return fmt.Errorf("%s: copies: %w", w.file, err)
	}
	if err := w.tidy(); err != nil {
		return err
	}
	if err := w.tx.Commit(); err != nil {
		return fmt.Errorf("%s: %w", w.file, err)
	}
	w.done = true
	return nil
}

// tidy makes the index small again where much of it is new. What is forgotten stays in an index until its parts are merged,
// and merging all of a large one for a few articles would take long.
func (w *Writer) tidy() error {
	var articles int
	if err := w.tx.QueryRowContext(w.ctx, "SELECT count(*) FROM articles").Scan(&articles); err != nil {
		return fmt.Errorf("%s: %w", w.file, err)
	}
	if 2*w.wrote < articles {
		return nil
	}
	return w.exec("INSERT INTO search (search) VALUES ('optimize')")
}

// exec runs a statement, which is prepared once.
func (w *Writer) exec(query string, args ...any) error {
	s, known := w.statements[query]
	if !known {
		var err error
		if s, err = w.tx.PrepareContext(w.ctx, query); err != nil {
			return fmt.Errorf("%s: %w", w.file, err)
		}
		if w.statements == nil {
			w.statements = map[string]*sql.Stmt{}
		}
		w.statements[query] = s
	}
	if _, err := s.ExecContext(w.ctx, args...); err != nil {
		return fmt.Errorf("%s: %w", w.file, err)
	}
	return nil
}

// insert adds a row.
func (w *Writer) insert(table string, values ...any) error {
	return w.exec("INSERT INTO "+table+" VALUES (?"+strings.Repeat(", ?", len(values)-1)+")", values...)
}

// Write adds an article in place of the one that was read from the same file before.
func (w *Writer) Write(l output.Line) error {
	file := norm.NFC.String(l.Name())
	if l.Err != nil {
		return w.exec("INSERT OR REPLACE INTO failures VALUES (?, ?)", file, l.Err.Error())
	}
	w.wrote++
	id, err := w.clear(file)
	if err != nil {
		return err
	}
	if err := w.article(id, file, l.Article); err != nil {
		return err
	}
	for i, p := range l.Article.Authors {
		if err := w.insert("authors", id, i+1, null(p.Name), null(p.Email), null(p.Role)); err != nil {
			return err
		}
	}
	return w.facts(id, l.Article)
}

// clear takes out what is known of a file and returns the id of its article, an old or a new one.
func (w *Writer) clear(file string) (id int64, err error) {
	if err := w.exec("DELETE FROM failures WHERE file = ?", file); err != nil {
		return 0, err
	}
	var a indexed
	err = w.tx.QueryRowContext(w.ctx, "SELECT "+indexedColumns+" FROM articles WHERE file = ?", file).
		Scan(&a.id, &a.title, &a.text, &a.names)
	if errors.Is(err, sql.ErrNoRows) {
		err = w.tx.QueryRowContext(w.ctx, "SELECT coalesce(max(id), 0) + 1 FROM articles").Scan(&id)
		return id, err
	}
	if err != nil {
		return 0, err
	}
	if err := w.insert("search (search, rowid, title, text, names)",
		"delete", a.id, pairs(a.title), pairs(a.text), pairs(a.names)); err != nil {
		return 0, err
	}
	for _, table := range []string{"authors", "amounts", "dates", "durations", "organizations"} {
		if err := w.exec("DELETE FROM "+table+" WHERE article_id = ?", a.id); err != nil {
			return 0, err
		}
	}
	return a.id, w.exec("DELETE FROM articles WHERE id = ?", a.id)
}

// indexed is what the index knows of an article.
type indexed struct {
	id                 int64
	title, text, names string
}

// indexedColumns are read back for the index: an index without content forgets an article only where it is told what
// to.
const indexedColumns = `id, coalesce(title, '') || char(10) || coalesce(subtitle, ''), text,
	coalesce(authors, '') || char(10) || coalesce(publisher, '') || char(10) || coalesce(source, '') || char(10) || coalesce(section, '') || char(10) ||
	coalesce(captions, '') || char(10) || coalesce(tags, '')`

func (w *Writer) article(id int64, file string, a *extract.Article) error {
	var captions []string
	for _, i := range a.Images {
		if i.Caption != "" {
			captions = append(captions, strings.TrimSpace(i.Caption+" "+i.Credit))
		}
	}
	publisher, source := outlet(a.Publisher), outlet(a.Source)
	by := source
	if by.Name == "" {
		by = publisher
	}
	text := norm.NFC.String(a.Text)
	if err := w.insert("articles", id, file, null(a.URL), null(a.Site), null(a.Language), null(a.Title), null(a.Subtitle),
		null(a.Section), null(output.Authors(a)), null(publisher.Name), null(publisher.URL), null(source.Name), null(source.URL),
		null(by.Name), null(output.WallClock(output.Moment(a.Published))), null(output.WallClock(output.Moment(a.Modified))), number(a.Views), number(a.Comments),
		utf8.RuneCountInString(text), text, null(strings.Join(captions, "\n")), null(strings.Join(a.Tags, "\n"))); err != nil {
		return err
	}
	var x indexed
	if err := w.tx.QueryRowContext(w.ctx, "SELECT "+indexedColumns+" FROM articles WHERE id = ?", id).
		Scan(&x.id, &x.title, &x.text, &x.names); err != nil {
		return err
	}
	return w.insert("search (rowid, title, text, names)", id, pairs(x.title), pairs(x.text), pairs(x.names))
}

func outlet(o *extract.Outlet) extract.Outlet {
	if o == nil {
		return extract.Outlet{}
	}
	return *o
}

func (w *Writer) facts(id int64, a *extract.Article) error {
	at := newPositions(a.Text)
	for _, write := range []func(int64, *extract.Article, *positions) error{w.amounts, w.dates, w.durations, w.organizations} {
		if err := write(id, a, at); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) amounts(id int64, a *extract.Article, at *positions) error {
	for _, f := range a.Facts.Amounts {
		whole, wholeStart := w.whole(a, f, at)
		start, length := at.of(f.Span)
		if err := w.insert("amounts", id, start, length, null(f.Raw), null(f.About.Raw), string(f.Kind),
			decimal(f.Value), decimal(f.Max), null(f.Unit), null(f.Per), null(string(f.Bound)), f.Approx || f.Vague,
			null(string(f.Change)), whole, wholeStart, f.PartsOff, f.Converted, null(f.Rule), w.sentence(a, f.Span)); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) dates(id int64, a *extract.Article, at *positions) error {
	for _, f := range a.Facts.Dates {
		start, length := at.of(f.Span)
		if err := w.insert("dates", id, start, length, null(f.Raw), null(output.WallClock(f.From)), null(output.WallClock(f.To)),
			null(f.Event.Lemma), null(string(f.Grain)), null(string(f.Bound)), f.Relative, f.Approx, null(f.Rule),
			w.sentence(a, f.Span)); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) durations(id int64, a *extract.Article, at *positions) error {
	for _, f := range a.Facts.Durations {
		start, length := at.of(f.Span)
		if err := w.insert("durations", id, start, length, null(f.Raw), decimal(f.Value), decimal(f.Max), null(string(f.Unit)),
			null(f.ISO), null(string(f.Bound)), f.Approx, null(f.Rule), w.sentence(a, f.Span)); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) organizations(id int64, a *extract.Article, at *positions) error {
	for _, f := range a.Facts.Organizations {
		start, length := at.of(f.Span)
		if err := w.insert("organizations", id, start, length, null(f.Raw), null(f.Name), null(string(f.Type)), f.Confidence,
			null(f.Rule), w.sentence(a, f.Span)); err != nil {
			return err
		}
	}
	return nil
}

// whole is the amount that one is a part of, and where it stands.
func (w *Writer) whole(a *extract.Article, f facts.Amount, at *positions) (raw, start any) {
	raw = null(output.Whole(a.Text, f))
	if raw != nil {
		start, _ = at.of(f.PartOf)
	}
	return raw, start
}

func (w *Writer) sentence(a *extract.Article, span gisa.Span) any {
	return null(output.Sentence(a.Text, span))
}

// null is NULL where nothing is known, else composed words.
func null(s string) any {
	if s == "" {
		return nil
	}
	return norm.NFC.String(s)
}

func number(n *int) any {
	if n == nil {
		return nil
	}
	return *n
}

// decimal is a whole number where it is one: those are exact in SQL.
func decimal(d facts.Decimal) any {
	if !d.Valid() {
		return nil
	}
	if n, ok := d.Int64(); ok {
		return n
	}
	return d.Float64()
}

// positions turns bytes of a text into characters of its composed form.
type positions struct {
	text       string
	composed   bool
	at, before int // so many characters stand before byte at
}

func newPositions(text string) *positions {
	return &positions{text: text, composed: norm.NFC.IsNormalString(text)}
}

// of gives the position of the first character, which is 1, and how many there are. Spans in order are found fastest.
func (p *positions) of(s gisa.Span) (start, length int) {
	if s.Start < 0 || s.End > len(p.text) || s.Start > s.End {
		return 0, 0
	}
	if s.Start < p.at {
		p.at, p.before = 0, 0
	}
	p.before += p.count(p.text[p.at:s.Start])
	p.at = s.Start
	return p.before + 1, p.count(p.text[s.Start:s.End])
}

func (p *positions) count(text string) int {
	if !p.composed {
		text = norm.NFC.String(text)
	}
	return utf8.RuneCountInString(text)
}
