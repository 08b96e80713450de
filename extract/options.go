package extract

import (
	"errors"
	"fmt"
	"time"

	"github.com/gisa-go/gisa/extract/facts"
	"github.com/gisa-go/gisa/extract/sites"
)

// The errors that callers can test for with errors.Is.
var (
	ErrNoArticle = errors.New("page has no article")
	ErrTooLarge  = errors.New("page is larger than Options.MaxBytes")
	ErrNotText   = errors.New("input is neither HTML nor text")
)

// errEmpty is what ErrNotText says of an input without a letter.
var errEmpty = fmt.Errorf("%w: it is empty", ErrNotText)

// Page is what is known of a page beside its bytes. The zero value knows nothing.
type Page struct {
	URL         string    // address it was fetched from
	ContentType string    // HTTP header, as "text/html; charset=euc-kr"
	Fetched     time.Time // no date of the article lies after it
}

// Options says how pages are read. Nil and the zero value mean the defaults. Goroutines may share Options.
type Options struct {
	Sites       *sites.Set     // site rules; nil means sites.Builtin()
	Facts       *facts.Options // how facts are found; the reference is the article's Published where it is zero here
	SkipFacts   bool           // leave Article.Facts empty
	KeepRepeats bool           // leave repeated runs in the text
	Body        bool           // also give the cleaned body as a tree: Article.Body
	MaxBytes    int64          // larger input is ErrTooLarge; 0 means 64 MiB
	Workers     int            // for All; 0 means GOMAXPROCS
}

func (o *Options) orDefault() *Options {
	if o == nil {
		return &Options{}
	}
	return o
}

// limit returns the largest input in bytes.
func (o *Options) limit() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return 64 << 20
}

func (o *Options) sites() *sites.Set {
	if o.Sites != nil {
		return o.Sites
	}
	return sites.Builtin()
}

// wrap puts the package and the page's address before an error.
func (p Page) wrap(err error) error {
	switch {
	case err == nil:
		return nil
	case p.URL == "":
		return fmt.Errorf("extract: %w", err)
	}
	return fmt.Errorf("extract: %s: %w", p.URL, err)
}
