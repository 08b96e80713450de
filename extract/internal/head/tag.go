package head

import (
	"strings"

	"golang.org/x/net/html"
)

// readTag returns the first name of a meta element that is not empty.
func readTag(n *html.Node) (t Tag) {
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "property", "name", "itemprop", "http-equiv":
			if t.Name == "" || a.Key == "property" {
				t.Name = strings.ToLower(strings.TrimSpace(a.Val))
			}
		case "content":
			t.Content = strings.TrimSpace(a.Val)
		case "value":
			if t.Content == "" {
				t.Content = strings.TrimSpace(a.Val)
			}
		}
	}
	if t.Name == "" {
		t.Content = ""
	}
	for _, prefix := range [][2]string{{"dc:", "dc."}, {"dcterms:", "dcterms."}, {"schema:", ""}} {
		if rest, ok := strings.CutPrefix(t.Name, prefix[0]); ok {
			t.Name = prefix[1] + rest
		}
	}
	return t
}

// parselyTags reads the older form of Parse.ly's elements: an object in one of them.
func parselyTags(object string) (tags []Tag) {
	for _, v := range readValues(object) {
		for _, name := range [][2]string{{"title", "parsely-title"}, {"author", "parsely-author"},
			{"authors", "parsely-author"}, {"pub_date", "parsely-pub-date"}} {
			v.Get(name[0]).Each(func(item *Value) {
				if item.Text != "" {
					tags = append(tags, Tag{name[1], item.Text})
				}
			})
		}
	}
	return tags
}
