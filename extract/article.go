package extract

import (
	"github.com/gisa-go/gisa/extract/facts"
)

// Article is what one page says, without what surrounds it. Fields that the page does not tell are empty.
type Article struct {
	URL         string       `json:"url,omitempty"`      // canonical address, else Page.URL
	Site        string       `json:"site,omitempty"`     // name of the site rule that matched
	Language    string       `json:"language,omitempty"` // BCP 47, as ko or en-GB
	Title       string       `json:"title,omitempty"`
	Subtitle    string       `json:"subtitle,omitempty"`
	Section     string       `json:"section,omitempty"`
	Authors     []Author     `json:"authors,omitempty"`
	Publisher   *Outlet      `json:"publisher,omitempty"` // who put the page up
	Source      *Outlet      `json:"source,omitempty"`    // whom the article is credited to, where that is another one
	Published   Time         `json:"published,omitzero"`
	Modified    Time         `json:"modified,omitzero"`
	Views       *int         `json:"views,omitempty"`    // as shown on the page
	Comments    *int         `json:"comments,omitempty"` // as shown on the page
	Text        string       `json:"text"`               // paragraphs, a blank line between
	Paragraphs  []facts.Span `json:"paragraphs,omitempty"`
	Images      []Image      `json:"images,omitempty"`
	Attachments []Attachment `json:"attachments,omitempty"`
	Links       []Link       `json:"links,omitempty"` // in the body
	Tags        []string     `json:"tags,omitempty"`
	Repeats     []Repeat     `json:"repeats,omitempty"` // what was said more than once and removed
	Facts       facts.Facts  `json:"facts,omitzero"`
	Evidence    []Evidence   `json:"evidence,omitempty"` // where each field comes from
	Body        *Body        `json:"-"`                  // the text as a tree, with Options.Body
}

// Author is one of those who wrote the article, by name without 기자 or By.
type Author struct {
	Name  string `json:"name"`
	Email string `json:"email,omitempty"`
	Role  string `json:"role,omitempty"` // 기자, 특파원, 칼럼니스트 …
}

// Outlet is a newspaper, an agency, an association, an office.
type Outlet struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// Image is a picture of the body.
type Image struct {
	URL     string `json:"url"` // "" where the page holds the picture itself
	Caption string `json:"caption,omitempty"`
	Credit  string `json:"credit,omitempty"`
}

// Attachment is a file that the page offers.
type Attachment struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// Link is a link of the body.
type Link struct {
	Text string `json:"text"`
	URL  string `json:"url"`
}

// Repeat is a run of the text that the page said Times times. Start and End are the bytes of Article.Text that were
// kept; Removed holds what was taken out, as it stood.
type Repeat struct {
	facts.Span
	Times   int      `json:"times"`
	Removed []string `json:"removed,omitempty"`
}

// Evidence says where a field comes from: Field is its JSON name, From the source (site:gnuboard, jsonld, og, text …),
// Raw the words of the page.
type Evidence struct {
	Field string `json:"field"`
	From  string `json:"from"`
	Raw   string `json:"raw,omitempty"`
}
