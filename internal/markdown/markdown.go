// Package markdown writes text into Markdown (CommonMark with GitHub's tables) so that it reads as it is: nothing in it
// is markup, and addresses lead where they say.
package markdown

import (
	"regexp"
	"strings"
)

var (
	// The last three are signs of Obsidian: a mark, a comment, a tag.
	markup = regexp.MustCompile("[\\\\`*_{}\\[\\]<>|~&$^]|==+|%%+|#\\pL")
	// Headings, lists and rules begin a line.
	lineStart = regexp.MustCompile(`(?m)^( *)([#+=:-])|^( *\d+)([.)])`)
	// Readers link web addresses and mails by themselves, and not the same parts of them.
	address = regexp.MustCompile(`(?i)\b(?:https?://|www\.)[!#-&(-;=?-_a-{}~]+|` +
		`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)
	// Korean words are part of an address only behind a slash: what is joined to its end is a particle.
	koreanPath = regexp.MustCompile(`^\p{Hangul}[!#-&(-;=?-_a-{}~\p{Hangul}]*`)
)

// Escape keeps text from being read as Markdown or HTML. Line ends stay. Web addresses and mails become links to just
// that.
func Escape(text string) string { return escapeLines(inText(text)) }

// inText is Escape for words within a line.
func inText(text string) string {
	return eachAddress(text, plain, func(a string) string {
		if strings.HasPrefix(strings.ToLower(a), "www.") {
			return Link(a, "http://"+a)
		}
		return "<" + URL(a) + ">"
	})
}

// eachAddress rewrites the web addresses and mails of a text by found and what is between them by other.
func eachAddress(text string, other, found func(string) string) string {
	var b strings.Builder
	at := 0
	for _, m := range address.FindAllStringIndex(text, -1) {
		if m[0] < at {
			continue
		}
		a := text[m[0]:m[1]]
		if strings.HasSuffix(a, "/") {
			a += koreanPath.FindString(text[m[1]:])
		}
		a = trimAddress(a)
		b.WriteString(other(text[at:m[0]]))
		b.WriteString(found(a))
		at = m[0] + len(a)
	}
	b.WriteString(other(text[at:]))
	return b.String()
}

// trimAddress leaves out the punctuation of the sentence around an address.
func trimAddress(a string) string {
	for {
		short := strings.TrimRight(a, `.,;:!?*_~&`)
		if strings.HasSuffix(short, ")") && strings.Count(short, ")") > strings.Count(short, "(") {
			short = short[:len(short)-1]
		}
		if short == a {
			return a
		}
		a = short
	}
}

func plain(text string) string {
	return markup.ReplaceAllStringFunc(text, func(signs string) string {
		if signs[0] == '=' || signs[0] == '%' {
			return strings.Repeat(`\`+signs[:1], len(signs))
		}
		return `\` + signs
	})
}

func escapeLines(text string) string { return lineStart.ReplaceAllString(text, `$1$3\$2$4`) }

// Line is Escape for text that must stay on one line.
func Line(text string) string { return Escape(strings.Join(strings.Fields(text), " ")) }

// Paragraph is Escape for text of several lines that belong together: each keeps its line.
func Paragraph(text string) string { return strings.ReplaceAll(Escape(text), "\n", "  \n") }

// Link is words that lead to an address.
func Link(words, address string) string {
	return "[" + plain(strings.Join(strings.Fields(words), " ")) + "](<" + URL(address) + ">)"
}

// URL returns an address for use between < and >.
func URL(address string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "\n", "%0A", "\r", "%0D", "|", "%7C").Replace(address)
}
