package extract_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/internal/corpus"
)

// pageTruth is what a labelled page says.
type pageTruth struct {
	ID, URL, Title, Outlet, Date string
	Authors                      []string
	Views                        *int
	Body                         paragraphs
	With, Without                []string // segments of the text, and of what is not the text
}

// paragraphs are a string or a list of them.
type paragraphs []string

func (p *paragraphs) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '[' {
		return json.Unmarshal(b, (*[]string)(p))
	}
	*p = make(paragraphs, 1)
	return json.Unmarshal(b, &(*p)[0])
}

// TestCorpora measures the body and other fields on the labelled pages and holds the shares that are right above
// floors, which lie a little below what was reached. The scorer beside the data is stricter on some fields.
func TestCorpora(t *testing.T) {
	floors := map[string]map[string]float64{
		"korean":      {"body": .995, "title": .99, "authors": .95, "outlet": .95, "minute": .95, "views": .99},
		"korean-made": {"body": .995, "title": .99, "authors": .99, "outlet": .99, "minute": .99, "views": .99},
		"fundus":      {"body": .97, "title": .94, "authors": .96, "day": .99},
		"scrapinghub": {"body": .98},
		"trafeval":    {"with": .935, "without": .945},
	}
	for name, floor := range floors {
		t.Run(name, func(t *testing.T) {
			right, total := measure(t, name)
			for field, least := range floor {
				if share := right[field] / total[field]; !(share >= least) { // of nothing it is NaN
					t.Errorf("%s: %.4f of %.0f right, want at least %.3f", field, share, total[field], least)
				}
			}
		})
	}
}

func measure(t *testing.T, name string) (right, total map[string]float64) {
	right, total = map[string]float64{}, map[string]float64{}
	count := func(field string, ok bool) {
		total[field]++
		if ok {
			right[field]++
		}
	}
	for _, truth := range readTruth(t, name) {
		b := corpus.Bytes(t, "pages", name, "html", truth.ID+".html.gz")
		a, err := extract.FromBytes(b, extract.Page{URL: truth.URL}, &extract.Options{SkipFacts: true})
		if err != nil {
			a = &extract.Article{}
		}
		if truth.Body != nil {
			total["body"]++
			right["body"] += wordF1(a.Text, strings.Join(truth.Body, "\n"))
		}
		for _, segment := range truth.With {
			count("with", strings.Contains(lettersOf(a.Text), lettersOf(segment)))
		}
		for _, segment := range truth.Without {
			count("without", !strings.Contains(lettersOf(a.Text), lettersOf(segment)))
		}
		if truth.Title != "" {
			count("title", lettersOf(a.Title) == lettersOf(truth.Title))
		}
		if len(truth.Authors) > 0 {
			count("authors", sameNames(a.Authors, truth.Authors))
		}
		if truth.Outlet != "" {
			count("outlet", lettersOf(outletOf(a)) == lettersOf(truth.Outlet))
		}
		if len(truth.Date) >= 10 {
			count("day", a.Published.Format("2006-01-02") == truth.Date[:10])
			shown := a.Published.Format("2006-01-02T15:04")
			count("minute", strings.HasPrefix(shown, truth.Date[:min(16, len(truth.Date))]))
		}
		if truth.Views != nil {
			count("views", a.Views != nil && *a.Views == *truth.Views)
		}
	}
	return right, total
}

// wordF1 is the harmonic mean of precision and recall of the words of a text, each as often as it stands there.
func wordF1(got, want string) float64 {
	left := map[string]int{}
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
			return !unicode.IsLetter(r) &&
				!unicode.IsNumber(r)
		})
	}
	wanted := words(want)
	for _, w := range wanted {
		left[w]++
	}
	found, shared := words(got), 0.0
	for _, w := range found {
		if left[w] > 0 {
			left[w]--
			shared++
		}
	}
	return 2 * shared / float64(max(len(found)+len(wanted), 1))
}

func outletOf(a *extract.Article) string {
	switch {
	case a.Source != nil:
		return a.Source.Name
	case a.Publisher != nil:
		return a.Publisher.Name
	}
	return ""
}

func sameNames(got []extract.Author, want []string) bool {
	names := map[string]bool{}
	for _, a := range got {
		names[lettersOf(a.Name)] = true
	}
	for _, name := range want {
		if !names[lettersOf(name)] {
			return false
		}
	}
	return len(names) == len(want)
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func readTruth(t testing.TB, name string) (list []pageTruth) {
	for truth := range corpus.Lines[pageTruth](t, "pages", name, "truth.jsonl") {
		if !strings.HasPrefix(truth.URL, "http") {
			truth.URL = ""
		}
		list = append(list, truth)
	}
	return list
}
