package sites

import (
	"time"

	"github.com/PuerkitoBio/goquery"
)

// Rule is what is known of one site or publishing system.
type Rule struct {
	Name      string         // as it stands in Article.Site
	Hosts     []string       // lower case; a host also covers those below it
	Publisher string         // name of the newspaper, where the site has one
	Zone      *time.Location // of times without an offset; nil is unknown
	Kind      Kind           // what its pages are; that of Like is not taken over
	Like      string         // name of a rule whose layouts follow this one's own
	Layouts   []*Layout      // newest first
	Read      map[Field]Func // fields that Go reads, asked before the layouts
	when      [][]condition  // any of these, each with all its conditions
}

// Func reads a field of a page where a line of text cannot say where it stands: the texts of the field, none where
// the page has none. It must not change the document, and may be called by several goroutines, each with a page of
// its own. Body, Captions, Remove and Attachments are asked of layouts only.
type Func func(doc *goquery.Document) []string

// Kind says what the pages of a site are where that changes how they are read.
type Kind uint8

// The kinds of sites.
const (
	Newsroom Kind = iota // articles of its own
	Board                // posts, in which others may put up a newspaper's article and every line is meant
)

// Layout says where the fields of a page stand, in one of the designs a site has had.
type Layout struct {
	Name       string
	ValidUntil time.Time // last day the design was seen in use; zero while it is
	fields     [fieldCount][]Source
}

// Field is something that a layout tells the place of.
type Field uint8

// The fields of a layout.
const (
	Title Field = iota
	Subtitle
	Authors
	Published
	Modified
	Section
	Views
	Comments
	Publisher
	Origin // the outlet that the article is credited to
	Tags
	Attachments
	Body
	Captions // captions and credits of pictures, inside the body
	Remove   // what stands inside the body and is not of the article
	fieldCount
)

var fieldNames = [fieldCount]string{"title", "subtitle", "authors", "published", "modified", "section", "views",
	"comments", "publisher", "source", "tags", "attachments", "body", "captions", "remove"}

// String returns the key of the field in a rule file.
func (f Field) String() string { return fieldNames[f] }

// Sources returns the places of a field, the best first. A nil layout has none.
func (l *Layout) Sources(f Field) []Source {
	if l == nil {
		return nil
	}
	return l.fields[f]
}

// Source is one place where a field may stand. Exactly one of Values, Meta, Text, Labels and Selector leads.
type Source struct {
	Values   []string  // the values themselves, as a Func has read them
	Meta     string    // content of the meta element of this name or property
	Text     string    // the value itself
	Labels   []string  // words that stand before the value; within Selector where that is given, else above the body
	Selector *Selector // elements
	Attr     string    // attribute of the elements in place of their text
}

// A condition is one thing that a page must show to be of a publishing system.
type condition struct {
	kind     conditionKind
	text     string // of a script, a comment's start, a part of the address, a meta's content
	name     string // of a meta element
	selector *Selector
}

type conditionKind uint8

const (
	onSelector conditionKind = iota
	onScript
	onComment
	onURL
	onMeta
)

// Set is an immutable collection of rules. Goroutines may share it. The zero value has no rules.
type Set struct {
	rules []*Rule
	hosts map[string][]*Rule
	words vocabulary
}
