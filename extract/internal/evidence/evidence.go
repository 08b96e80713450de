// Package evidence holds what every room notes beside what it finds: where that stands on the page.
package evidence

// Note says where a field of the article comes from. Field is its name in JSON, From the source (site:gnuboard, jsonld,
// og:title, text …), Raw the words of the page.
type Note struct {
	Field, From, Raw string
}

// Notes are the notes of one room, in the order in which it found the fields.
type Notes []Note

// Add notes where a field comes from.
func (n *Notes) Add(field, from, raw string) { *n = append(*n, Note{field, from, raw}) }
