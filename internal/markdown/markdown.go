// Package markdown writes text into Markdown (CommonMark with GitHub's tables) so that it reads as it is.
package markdown

import (
	"regexp"
	"strings"
)

var (
	markup = regexp.MustCompile("[\\\\`*_{}\\[\\]<>|~&$]")
	// Headings, lists and rules begin a line.
	lineStart = regexp.MustCompile(`(?m)^( *)([#+=:-])|^( *\d+)([.)])`)
)

// Escape keeps text from being read as Markdown or HTML. Line ends stay.
func Escape(text string) string {
	return lineStart.ReplaceAllString(markup.ReplaceAllString(text, `\$0`), `$1$3\$2$4`)
}

// Line is Escape for text that must stay on one line.
func Line(text string) string { return Escape(strings.Join(strings.Fields(text), " ")) }

// Paragraph is Escape for text of several lines that belong together: each keeps its line.
func Paragraph(text string) string { return strings.ReplaceAll(Escape(text), "\n", "  \n") }

// URL returns an address for use between < and >.
func URL(address string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "\n", "%0A", "\r", "%0D").Replace(address)
}
