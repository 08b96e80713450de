package extract

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/markdown"
)

// JSONLD returns the article as a schema.org NewsArticle in JSON-LD, its organizations as mentions, each once.
// Amounts, dates and views have no place in that vocabulary. See https://schema.org/NewsArticle.
func (a *Article) JSONLD() ([]byte, error) {
	type thing struct {
		Type  string `json:"@type"`
		Name  string `json:"name,omitempty"`
		URL   string `json:"url,omitempty"`
		Email string `json:"email,omitempty"`
		Title string `json:"jobTitle,omitempty"`
	}
	type image struct {
		Type    string `json:"@type"`
		URL     string `json:"url"`
		Caption string `json:"caption,omitempty"`
		Credit  string `json:"creditText,omitempty"`
	}
	doc := struct {
		Context      string   `json:"@context"`
		Type         string   `json:"@type"`
		URL          string   `json:"url,omitempty"`
		Headline     string   `json:"headline,omitempty"`
		Alternative  string   `json:"alternativeHeadline,omitempty"`
		Section      string   `json:"articleSection,omitempty"`
		Language     string   `json:"inLanguage,omitempty"`
		Published    Time     `json:"datePublished,omitzero"`
		Modified     Time     `json:"dateModified,omitzero"`
		Author       []thing  `json:"author,omitempty"`
		Publisher    *thing   `json:"publisher,omitempty"`
		Source       *thing   `json:"sourceOrganization,omitempty"`
		Keywords     []string `json:"keywords,omitempty"`
		Image        []image  `json:"image,omitempty"`
		CommentCount *int     `json:"commentCount,omitempty"`
		Mentions     []thing  `json:"mentions,omitempty"`
		Body         string   `json:"articleBody"`
	}{
		Context: "https://schema.org", Type: "NewsArticle", URL: a.URL, Headline: a.Title, Alternative: a.Subtitle,
		Section: a.Section, Language: a.Language, Published: a.Published, Modified: a.Modified, Keywords: a.Tags,
		CommentCount: a.Comments, Body: a.Text,
	}
	for _, p := range a.Authors {
		doc.Author = append(doc.Author, thing{Type: "Person", Name: p.Name, Email: p.Email, Title: p.Role})
	}
	outlet := func(o *Outlet) *thing {
		if o == nil {
			return nil
		}
		return &thing{Type: "Organization", Name: o.Name, URL: o.URL}
	}
	doc.Publisher, doc.Source = outlet(a.Publisher), outlet(a.Source)
	for _, i := range a.Images {
		doc.Image = append(doc.Image, image{Type: "ImageObject", URL: i.URL, Caption: i.Caption, Credit: i.Credit})
	}
	for _, o := range a.Facts.Organizations {
		if m := (thing{Type: "Organization", Name: cmp.Or(o.Name, o.Raw)}); !slices.Contains(doc.Mentions, m) {
			doc.Mentions = append(doc.Mentions, m)
		}
	}
	b, err := json.Marshal(doc)
	if err != nil {
		return nil, fmt.Errorf("extract: article as JSON-LD: %w", err)
	}
	return b, nil
}

// Markdown returns the article for reading, as CommonMark: title, subtitle, Byline, address, then the text. Where the
// article has its Body, that is headings, lists, quotations, code, links, pictures with their captions and tables as
// the page has them (see docs/body.md for how each is written); else the paragraphs with their links, and the pictures
// behind them. Nothing of the page's words is read as markup, and addresses in them lead where they say.
func (a *Article) Markdown() string {
	var w strings.Builder
	if a.Title != "" {
		fmt.Fprintf(&w, "# %s\n\n", markdown.Line(a.Title))
	}
	for line := range strings.Lines(a.Subtitle) {
		fmt.Fprintf(&w, "**%s**\n\n", markdown.Line(line))
	}
	if line := a.Byline(); line != "" {
		fmt.Fprintf(&w, "%s\n\n", markdown.Line(line))
	}
	if webAddress(a.URL) {
		fmt.Fprintf(&w, "<%s>\n\n", markdown.URL(a.URL))
	}
	if a.Body == nil {
		a.writeText(&w)
	} else if text := markdown.Tree(a.Body.tree.Root); text != "" {
		w.WriteString(text + "\n\n")
	}
	return strings.TrimSuffix(w.String(), "\n")
}

// writeText writes the paragraphs and the pictures of an article without its body.
func (a *Article) writeText(w *strings.Builder) {
	links := a.Links
	for p := range strings.SplitSeq(a.Text, "\n\n") {
		var linked string
		linked, links = withLinks(p, links)
		fmt.Fprintf(w, "%s\n\n", linked)
	}
	for _, i := range a.Images {
		if webAddress(i.URL) {
			fmt.Fprintf(w, "![%s](<%s>)\n\n", markdown.Line(i.Caption), markdown.URL(i.URL))
		}
	}
}

// withLinks writes a paragraph with the links whose words stand in it, and returns those that are yet to come: links
// are in the order of the page, so that what is not found is passed over only where a later one is.
func withLinks(paragraph string, links []Link) (string, []Link) {
	var w strings.Builder
	for i := 0; i < len(links); i++ {
		l := links[i]
		at := strings.Index(paragraph, l.Text)
		if at < 0 || utf8.RuneCountInString(l.Text) < 2 || !webAddress(l.URL) {
			continue
		}
		if !webAddress(l.Text) {
			w.WriteString(markdown.Paragraph(paragraph[:at]) + markdown.Link(l.Text, l.URL))
			paragraph = paragraph[at+len(l.Text):]
		}
		links, i = links[i+1:], -1
	}
	return w.String() + markdown.Paragraph(paragraph), links
}

// webAddress keeps other schemes, such as javascript:, from becoming links.
func webAddress(u string) bool {
	return strings.HasPrefix(u, "http://") || strings.HasPrefix(u, "https://")
}

// Byline returns who wrote the article, for whom and when, on one line: 홍길동 기자 · 다온일보 · 2022-02-14 17:41.
func (a *Article) Byline() string {
	var parts, names []string
	for _, p := range a.Authors {
		names = append(names, strings.TrimSpace(p.Name+" "+p.Role))
	}
	if len(names) > 0 {
		parts = append(parts, strings.Join(names, ", "))
	}
	for _, o := range []*Outlet{a.Source, a.Publisher} {
		if o != nil && o.Name != "" {
			parts = append(parts, o.Name)
		}
	}
	if t := a.Published.Shown(); t != "" {
		parts = append(parts, t)
	}
	return strings.Join(parts, " · ")
}
