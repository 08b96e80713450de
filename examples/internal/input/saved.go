package input

import (
	"bytes"
	"regexp"
	"time"
)

var (
	// What Chrome, Edge and Internet Explorer write, with the length of the address.
	savedFrom = regexp.MustCompile(`<!-- saved from url=\(\d+\)(\S+) -->`)
	// What the SingleFile extension writes.
	singleFile     = regexp.MustCompile(`(?s)<!--\s+Page saved with SingleFile\s+url: (\S+)`)
	singleFileDate = regexp.MustCompile(`saved date: \w{3} (\w{3} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4})`)
)

// readNotes takes address and time from the note that browsers leave at the top of a page they save.
func readNotes(item Item) Item {
	head := item.Data[:min(len(item.Data), headSize)]
	if item.URL == "" {
		for _, note := range []*regexp.Regexp{savedFrom, singleFile} {
			if m := note.FindSubmatch(head); m != nil && bytes.HasPrefix(m[1], []byte("http")) {
				item.URL = string(m[1])
			}
		}
	}
	if item.Fetched.IsZero() {
		if m := singleFileDate.FindSubmatch(head); m != nil {
			item.Fetched, _ = time.Parse("Jan 02 2006 15:04:05 GMT-0700", string(m[1]))
		}
	}
	return item
}
