package head

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Value is a value of JSON-LD: a text (numbers and words too), a list, or an object of the properties in ldWanted.
type Value struct {
	Text   string
	List   []Value
	object []property
}

type property struct {
	name  string
	value Value
}

// Get returns a property of an object, the zero value where there is none.
func (v *Value) Get(name string) *Value {
	for i := range v.object {
		if v.object[i].name == name {
			return &v.object[i].value
		}
	}
	return &Value{}
}

// Each calls f for the items of a list, or for the value itself.
func (v *Value) Each(f func(*Value)) {
	if v.List == nil {
		f(v)
		return
	}
	for i := range v.List {
		f(&v.List[i])
	}
}

// Name returns the text of a value, or the name of the object or of the first in the list.
func (v *Value) Name() string {
	switch {
	case v.Text != "":
		return v.Text
	case len(v.List) > 0:
		return v.List[0].Name()
	case len(v.object) > 0:
		return cmp.Or(v.Get("name").Name(), v.Get("@value").Text)
	}
	return ""
}

// IsEmpty reports whether nothing is said.
func (v *Value) IsEmpty() bool { return v.Text == "" && len(v.List) == 0 && len(v.object) == 0 }

// Is reports whether an object's @type is, or ends with, a name.
func (v *Value) Is(suffix string) (yes bool) {
	v.Get("@type").Each(func(t *Value) {
		tail := t.Text[max(0, len(t.Text)-len(suffix)):]
		yes = yes || strings.EqualFold(tail, suffix)
	})
	return yes
}

// ldWanted are the properties that are kept; all else is skipped over.
var ldWanted = map[string]bool{"@type": true, "@graph": true, "@id": true, "headline": true,
	"alternativeHeadline": true, "name": true,
	"author": true, "creator": true, "datePublished": true, "dateModified": true, "dateCreated": true, "uploadDate": true,
	"publisher": true, "url": true, "mainEntity": true, "mainEntityOfPage": true, "articleSection": true, "keywords": true,
	"description": true, "image": true, "inLanguage": true, "articleBody": true, "email": true, "givenName": true,
	"familyName": true, "jobTitle": true, "commentCount": true, "isPartOf": true, "@value": true, "title": true,
	"authors": true, "pub_date": true, "liveBlogUpdate": false, "hasPart": true, "cssSelector": true,
	"isAccessibleForFree": true}

// ldDepth bounds the nesting of the properties that are kept. What lies deeper is skipped over.
const ldDepth = 24

// readValues reads the values of a script, tolerating what pages get wrong: comments around and inside, raw line breaks
// in texts, commas before brackets, missing brackets at the end, several values in a row. It takes linear time.
func readValues(s string) []Value {
	if strings.Contains(s, "&quot;") && !strings.Contains(s, `"`) {
		s = html.UnescapeString(s) // escaped as if it were no script
	}
	r := ldReader{s: s}
	var out []Value
	for {
		r.blank()
		if r.i >= len(r.s) {
			return out
		}
		if c := r.s[r.i]; c != '{' && c != '[' {
			r.i++
			continue
		}
		out = append(out, r.value(0))
	}
}

type ldReader struct {
	s    string
	i    int
	kept int // values that were read
}

// maxLD is how many values of a script are kept; the rest is skipped over.
const maxLD = 1 << 16

// blank passes over white space, commas, colons, semicolons and comments.
func (r *ldReader) blank() {
	for r.i < len(r.s) {
		switch c := r.s[r.i]; {
		case c <= ' ' || c == ',' || c == ';':
			r.i++
		case c == '/' && strings.HasPrefix(r.s[r.i:], "/*"):
			r.past("*/")
		case c == '/' && strings.HasPrefix(r.s[r.i:], "//"):
			r.past("\n")
		case c == '<' && strings.HasPrefix(r.s[r.i:], "<!--"):
			r.i += len("<!--")
		case c == '-' && strings.HasPrefix(r.s[r.i:], "-->"):
			r.i += len("-->")
		case c == 0xc2 && strings.HasPrefix(r.s[r.i:], "\u00a0"), c == 0xef && strings.HasPrefix(r.s[r.i:], "\ufeff"):
			_, n := utf8.DecodeRuneInString(r.s[r.i:])
			r.i += n
		default:
			return
		}
	}
}

func (r *ldReader) past(mark string) {
	if n := strings.Index(r.s[r.i:], mark); n >= 0 {
		r.i += n + len(mark)
		return
	}
	r.i = len(r.s)
}

func (r *ldReader) value(depth int) Value {
	r.blank()
	if r.i >= len(r.s) {
		return Value{}
	}
	switch c := r.s[r.i]; {
	case c == '{' && depth < ldDepth && r.kept < maxLD:
		return r.object(depth)
	case c == '[' && depth < ldDepth && r.kept < maxLD:
		return r.array(depth)
	case c == '{' || c == '[':
		r.skip()
		return Value{}
	case c == '"' || c == '\'':
		return Value{Text: r.text(c)}
	}
	return Value{Text: r.bare()}
}

func (r *ldReader) object(depth int) (v Value) {
	r.i++
	for {
		r.blank()
		if r.i >= len(r.s) {
			return v
		}
		c := r.s[r.i]
		if c == '}' || c == ']' {
			r.i++
			return v
		}
		var name string
		switch c {
		case '"', '\'':
			name = r.text(c)
		case ':', '{', '[':
			r.i++ // not the place for it
			continue
		default:
			name = r.bare()
		}
		r.blank()
		if r.i >= len(r.s) || r.s[r.i] != ':' {
			continue
		}
		r.i++
		if name = strings.TrimPrefix(name, "schema:"); !ldWanted[name] {
			r.skip()
			continue
		}
		r.kept++
		v.set(name, r.value(depth+1))
	}
}

// set adds a property. Of several with one name the first that says anything counts.
func (v *Value) set(name string, value Value) {
	for i := range v.object {
		if known := &v.object[i]; known.name == name {
			if known.value.IsEmpty() {
				known.value = value
			}
			return
		}
	}
	v.object = append(v.object, property{name, value})
}

func (r *ldReader) array(depth int) Value {
	v := Value{List: []Value{}}
	r.i++
	for {
		r.blank()
		if r.i >= len(r.s) {
			return v
		}
		switch r.s[r.i] {
		case ']', '}':
			r.i++
			return v
		case ':':
			r.i++
			continue
		}
		if item := r.value(depth + 1); r.kept < maxLD {
			r.kept++
			v.List = append(v.List, item)
		}
	}
}

// skip passes over one value.
func (r *ldReader) skip() {
	r.blank()
	depth := 0
	for r.i < len(r.s) {
		switch c := r.s[r.i]; c {
		case '"':
			r.pastText(c)
			if depth == 0 {
				return
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return // of the object around
			}
			if depth--; depth == 0 {
				r.i++
				return
			}
		case ',':
			if depth == 0 {
				return
			}
		}
		r.i++
	}
}

// bare reads a number, a word such as null, or a name without quotes.
func (r *ldReader) bare() string {
	start := r.i
	for r.i < len(r.s) && !strings.ContainsRune("{}[],:\"\n", rune(r.s[r.i])) {
		r.i++
	}
	if r.i == start {
		r.i++
		return ""
	}
	s := strings.TrimSpace(r.s[start:r.i])
	if s == "null" || s == "undefined" {
		return ""
	}
	return s
}

// text reads a text between quotes.
func (r *ldReader) text(quote byte) string {
	start := r.i + 1
	escaped := r.pastText(quote)
	s := r.s[start:max(start, r.i-1)]
	if r.s[r.i-1] != quote {
		s = r.s[start:r.i] // the page ends inside the text
	}
	if escaped {
		s = unescapeJSON(s)
	}
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	return s
}

// pastText moves behind a text in quotes and reports whether it holds escapes.
func (r *ldReader) pastText(quote byte) (escaped bool) {
	for r.i++; r.i < len(r.s); r.i++ {
		switch r.s[r.i] {
		case '\\':
			escaped = true
			r.i++
		case quote:
			if r.endsText() {
				r.i++
				return escaped
			}
		}
	}
	r.i = len(r.s)
	return escaped
}

// endsText reports whether the quote at i ends a text; one that a word follows was meant to be inside it.
func (r *ldReader) endsText() bool {
	for j := r.i + 1; j < len(r.s); j++ {
		switch c := r.s[j]; c {
		case ' ', '\n', '\r', '\t':
		case ',', '}', ']', ':', '"', '\'', '/', '<':
			return true
		default:
			return false
		}
	}
	return true
}

func unescapeJSON(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c != '\\' || i+1 == len(s) {
			b.WriteByte(c)
			continue
		}
		i++
		switch s[i] {
		case 'n', 'r':
			b.WriteByte('\n')
		case 't', 'b', 'f':
			b.WriteByte(' ')
		case 'u':
			r, n := hexRune(s[i+1:])
			if n == 0 {
				b.WriteByte('u')
				continue
			}
			i += n
			if r >= 0xd800 && r < 0xdc00 && strings.HasPrefix(s[i+1:], `\u`) {
				if low, m := hexRune(s[i+3:]); m > 0 && low >= 0xdc00 && low < 0xe000 {
					r = (r-0xd800)<<10 + (low - 0xdc00) + 0x10000
					i += 2 + m
				}
			}
			b.WriteRune(r)
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// hexRune reads four hexadecimal digits.
func hexRune(s string) (r rune, n int) {
	if len(s) < 4 {
		return 0, 0
	}
	for _, c := range []byte(s[:4]) {
		switch {
		case c >= '0' && c <= '9':
			r = r<<4 + rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			r = r<<4 + rune(c|0x20-'a') + 10
		default:
			return 0, 0
		}
	}
	return r, 4
}

// ldArticles returns the objects that describe an article, the likeliest first, and the names of the objects by @id.
func ldArticles(values []Value) (articles []*Value, ids map[string]*Value) {
	w := ldWalk{ids: map[string]*Value{}}
	for i := range values {
		w.visit(&values[i], 0)
	}
	for rank := range w.ranked {
		articles = append(articles, w.ranked[rank]...)
	}
	return articles, w.ids
}

type ldWalk struct {
	ranked [3][]*Value
	ids    map[string]*Value
}

// ldTypes ranks the ends of type names.
var ldTypes = []struct {
	suffix string
	rank   int
}{{"Article", 0}, {"Posting", 0}, {"Report", 0}, {"Recipe", 1}, {"VideoObject", 1}, {"AudioObject", 1},
	{"ClaimReview", 1}, {"Review", 1}, {"Event", 2}, {"WebPage", 2}, {"ItemPage", 2}}

func (w *ldWalk) visit(v *Value, depth int) {
	for i := range v.List {
		w.visit(&v.List[i], depth)
	}
	if v.object == nil || depth > 3 {
		return
	}
	if id := v.Get("@id").Text; id != "" && v.Get("name").Name() != "" {
		w.ids[id] = v
	}
	for _, t := range ldTypes {
		if v.Is(t.suffix) {
			w.ranked[t.rank] = append(w.ranked[t.rank], v)
			break
		}
	}
	for _, name := range []string{"@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"} {
		w.visit(v.Get(name), depth+1)
	}
}
