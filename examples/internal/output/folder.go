package output

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/gisa-go/gisa/extract"
)

// madeBy is the line of the front matter by which a later run knows a document as its own to write again.
const madeBy = "generator: gisa"

// NewFolder writes each article as a Markdown document of its own into the folder, with a front matter that Obsidian
// and Hugo read. A document is named by the day and the title, so that a later run writes the same one again; a file
// that is not of gisa is never written over. Inputs that failed have no document.
func NewFolder(folder, labels string) (*Folder, error) {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, fmt.Errorf("cannot make the folder: %w", err)
	}
	return &Folder{folder: folder, labels: labels, taken: map[string]bool{}}, nil
}

// Folder is a Writer of documents.
type Folder struct {
	folder, labels string
	taken          map[string]bool // names of this run, in lower case
}

// Flush does nothing: each document is whole when it is written.
func (f *Folder) Flush() error { return nil }

// Close does nothing.
func (f *Folder) Close() error { return nil }

// Write writes the document of an article or a text.
func (f *Folder) Write(l Line) error {
	if l.Err != nil {
		return nil
	}
	path := filepath.Join(f.folder, f.name(l))
	if err := ours(path); err != nil {
		return err
	}
	return To(path, nil, func(w *bufio.Writer) error {
		var b strings.Builder
		frontMatter(&b, l)
		document(&b, l, f.labels)
		_, err := w.WriteString(b.String())
		return err
	})
}

// ours returns an error where a file stands at the path that no run of ours wrote.
func ours(path string) error {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for n := 0; n < 40 && lines.Scan(); n++ {
		if lines.Text() == madeBy {
			return nil
		}
	}
	return fmt.Errorf("%s stands in the way: it was not written by gisa", path)
}

// maxName is how many bytes of a name come from the title: with day, number and ending it fits every file system, and
// what encrypts names.
const maxName = 110

// name gives a document a name that no other of the run has.
func (f *Folder) name(l Line) string {
	title, day := l.Name(), ""
	if a := l.Article; a != nil && a.Title != "" {
		title = a.Title
	}
	if a := l.Article; a != nil && !a.Published.IsZero() {
		day = a.Published.Format("2006-01-02 ")
	}
	base := day + fileName(title)
	name := base
	for n := 2; f.taken[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s (%d)", base, n)
	}
	f.taken[strings.ToLower(name)] = true
	return name + ".md"
}

// reserved are names that Windows keeps for devices.
var reserved = []string{"con", "prn", "aux", "nul"}

// fileName makes of a title a name that every file system and the links of Obsidian take.
func fileName(title string) string {
	title = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`\/:*?"<>|#^[]%`, r) {
			return ' '
		}
		return r
	}, norm.NFC.String(printable(oneLine(title))))
	title = oneLine(title)
	if len(title) > maxName {
		cut := maxName
		for !utf8.RuneStart(title[cut]) {
			cut--
		}
		title = title[:cut]
	}
	title = strings.Trim(title, " .")
	if title == "" || slices.Contains(reserved, strings.ToLower(title)) {
		return title + "_"
	}
	return title
}

// frontMatter writes what is known of an article as YAML; its values are JSON, which is YAML.
func frontMatter(b *strings.Builder, l Line) {
	b.WriteString("---\n")
	put := func(key string, value any) {
		var text strings.Builder
		enc := json.NewEncoder(&text)
		enc.SetEscapeHTML(false)
		if enc.Encode(value) == nil {
			fmt.Fprintf(b, "%s: %s", key, text.String())
		}
	}
	words := func(key, value string) {
		if value != "" {
			put(key, oneLine(value))
		}
	}
	if a := l.Article; a != nil {
		words("title", a.Title)
		words("subtitle", a.Subtitle)
		if !a.Published.IsZero() {
			fmt.Fprintf(b, "date: %s\n", stampOf(a))
		}
		if names := authorNames(a); len(names) > 0 {
			put("authors", names)
		}
		words("publisher", outletName(a.Publisher))
		words("source", outletName(a.Source))
		words("section", a.Section)
		words("url_of_page", a.URL) // Hugo takes "url" for the document's own
		if len(a.Tags) > 0 {
			put("tags", a.Tags)
		}
		if names := organizationNames(a); len(names) > 0 {
			put("organizations", names)
		}
	}
	words("file", l.Name())
	b.WriteString(madeBy + "\n---\n\n")
}

// stampOf is the time of publication, the day alone where that is all the page says.
func stampOf(a *extract.Article) string {
	if a.Published.Day {
		return a.Published.String()
	}
	return a.Published.Format("2006-01-02T15:04:05-07:00")
}

func authorNames(a *extract.Article) (names []string) {
	for _, p := range a.Authors {
		if p.Name != "" {
			names = append(names, p.Name)
		}
	}
	return names
}

// organizationNames are the names of the organizations in an article, each once.
func organizationNames(a *extract.Article) (names []string) {
	for _, o := range a.Facts.Organizations {
		if !slices.Contains(names, o.Name) {
			names = append(names, o.Name)
		}
	}
	return names
}
