package outlet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// maxTags bounds the tags of an article.
const maxTags = 30

// findTags reads the tags of the article, not the keywords that a site gives all its pages.
func (f *finder) findTags() {
	var tags []string
	from := ""
	take := func(source string, list ...string) {
		if len(tags) > 0 {
			return
		}
		for _, text := range list {
			for tag := range strings.FieldsFuncSeq(text, func(r rune) bool {
				return r == ',' || r == ';' ||
					r == '|' || r == '，' || r == '\n'
			}) {
				tag = strings.TrimSpace(strings.TrimLeft(letters.Clean(tag), "#"))
				if tag != "" && utf8.RuneCountInString(tag) <= 40 && len(tags) < maxTags && !slices.Contains(tags, tag) {
					tags = append(tags, tag)
				}
			}
		}
		from = source
	}
	for src := range f.Site.Sources(sites.Tags) {
		take("site:"+f.Site.Name(), f.Fields(src, maxTags)...)
	}
	for _, a := range f.Head.Articles {
		a.Get("keywords").Each(func(v *head.Value) {
			if from == "" || from == "jsonld" {
				list := tags
				tags = nil
				take("jsonld", append(list, v.Text)...)
			}
		})
	}
	take("meta article:tag", f.Head.Contents("article:tag")...)
	take("meta news_keywords", f.Head.Contents("news_keywords")...)
	if len(tags) > 0 {
		f.found.Tags = tags
		f.found.Notes.Add("tags", from, "")
	}
}
