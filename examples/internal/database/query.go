package database

import (
	"strings"
	"unicode"

	"github.com/gisa-go/gisa/extract/facts"
)

// Query is what someone asks for. Where several fields are set, all must hold.
type Query struct {
	Words    string // words that an article holds, "phrases", -words that it does not; amounts are found by their value, too
	From, To string // days of publication, 2022-02-23, both included
	Outlet   string // part of the name of publisher or source
	Author   string // part of the name of an author
	Newest   bool   // newest first rather than the best
	Limit    int
}

// term is one thing asked for.
type term struct {
	match  string         // for the index; empty where the words are none
	words  string         // as typed
	amount []facts.Amount // found by value
	not    bool
}

// terms reads what someone typed. Quotes keep words together, a hyphen in front excludes.
func terms(typed string) []term {
	var list []term
	for _, p := range parts(typed) {
		if p.quoted || p.not {
			list = append(list, newTerm(p.text, p.not))
			continue
		}
		list = append(list, withAmounts(p.text)...)
	}
	kept := list[:0]
	for _, t := range list {
		if t.match != "" {
			kept = append(kept, t)
		}
	}
	return kept
}

func newTerm(words string, not bool) term { return term{match: phrase(words), words: words, not: not} }

// part is a run of plain words, a phrase or an excluded word.
type part struct {
	text        string
	quoted, not bool
}

// Without is what a hyphen in front of a word means, where a hyphen would be read as something else: a minus sign.
const Without = "−"

var quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "＂", `"`, Without, "-")

func parts(typed string) []part {
	var list []part
	var run []string
	flush := func() {
		if len(run) > 0 {
			list = append(list, part{text: strings.Join(run, " ")})
		}
		run = nil
	}
	for rest := strings.TrimSpace(quotes.Replace(typed)); rest != ""; rest = strings.TrimLeftFunc(rest, unicode.IsSpace) {
		not := len(rest) > 1 && rest[0] == '-' && rest[1] != ' '
		body := strings.TrimPrefix(rest, "-")
		if !not {
			body = rest
		}
		var word string
		if quoted := strings.HasPrefix(body, `"`); quoted {
			word, rest, _ = strings.Cut(body[1:], `"`)
			flush()
			list = append(list, part{word, true, not})
			continue
		}
		end := strings.IndexFunc(body, unicode.IsSpace)
		if end < 0 {
			end = len(body)
		}
		word, rest = body[:end], body[end:]
		if not {
			flush()
			list = append(list, part{word, false, true})
			continue
		}
		run = append(run, word)
	}
	flush()
	return list
}

// withAmounts makes a term of each word of a run, and one of the words of an amount: 5백만 원.
func withAmounts(run string) []term {
	amounts := facts.Find(run, &facts.Options{Names: facts.NamesNone}).Amounts
	var list []term
	for at := 0; at < len(run); {
		end := at + strings.IndexByte(run[at:]+" ", ' ')
		var found []facts.Amount
		for _, a := range amounts {
			if a.Start == at && (a.End == len(run) || run[a.End] == ' ') {
				found, end = append(found, a), a.End
			}
		}
		t := newTerm(run[at:end], false)
		t.amount = found
		list = append(list, t)
		at = min(end+1, len(run))
	}
	return list
}

// statement gives the SQL for the columns of the articles that a query asks for, with its arguments.
func (q Query) statement(columns string) (text string, args []any) {
	var where []string
	var ranked []string
	for _, t := range terms(q.Words) {
		condition := "a.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
		args = append(args, t.match)
		for _, a := range t.amount {
			condition += " OR a.id IN (SELECT article_id FROM amounts WHERE unit IS ? AND ? IN (value, max))"
			args = append(args, null(a.Unit), decimal(a.Value))
		}
		if t.not {
			where = append(where, "NOT ("+condition+")")
			continue
		}
		ranked = append(ranked, t.match)
		where = append(where, "("+condition+")")
	}
	add := func(condition string, values ...any) {
		where, args = append(where, condition), append(args, values...)
	}
	if q.From != "" {
		add("a.published >= ?", q.From)
	}
	if q.To != "" {
		add("a.published < date(?, '+1 day')", q.To)
	}
	if q.Outlet != "" {
		add("instr(coalesce(a.publisher, '') || char(10) || coalesce(a.source, ''), ?) > 0", null(q.Outlet))
	}
	if q.Author != "" {
		add("instr(a.authors, ?) > 0", null(q.Author))
	}
	with, from, order := "", "articles a", "a.published DESC, a.id"
	if len(ranked) > 0 && !q.Newest {
		with = "WITH scored AS MATERIALIZED " +
			"(SELECT rowid AS found, bm25(search, 4, 1, 2) AS score FROM search WHERE search MATCH ?) "
		from += " LEFT JOIN scored ON found = a.id"
		args = append([]any{strings.Join(ranked, " OR ")}, args...)
		order = "score IS NULL, score, " + order
	}
	text = with + "SELECT " + columns + " FROM " + from
	if len(where) > 0 {
		text += " WHERE " + strings.Join(where, " AND ")
	}
	return text + " ORDER BY " + order, args
}
