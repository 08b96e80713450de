package markdown

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// style is what is said of words within a line.
type style struct {
	strong, em, del bool
	link            *html.Node // the <a> around them
	raw             string     // sup or sub, which Markdown has no sign for
}

// run is words of one style.
type run struct {
	style
	text string
	kind kind
}

type kind uint8

const (
	words   kind = iota
	code         // read as it is
	literal      // Markdown already
	ending       // the end of a line
)

// runsOf returns what the nodes of a line say.
func runsOf(nodes []*html.Node) []run {
	var list []run
	for _, n := range nodes {
		list = addRuns(list, n, style{})
	}
	return tidy(list)
}

// addRuns adds what a node says to a list of runs.
func addRuns(list []run, n *html.Node, s style) []run {
	switch {
	case n.Type == html.TextNode:
		return append(list, run{style: s, text: n.Data})
	case n.Type != html.ElementNode:
		return list
	}
	switch n.DataAtom {
	case atom.Br:
		return append(list, run{kind: ending})
	case atom.Code, atom.Kbd, atom.Samp:
		return append(list, run{style: s, text: textOf(n), kind: code})
	case atom.Rt:
		if hasSibling(n, atom.Rp) {
			break
		}
		return append(list, run{style: s, text: "(" + textOf(n) + ")"})
	case atom.Strong, atom.B:
		s.strong = true
	case atom.Em, atom.I:
		s.em = true
	case atom.S, atom.Del:
		s.del = true
	case atom.Sup, atom.Sub:
		s.raw = n.Data
	case atom.A:
		if s.link = n; attr(n, "href") == "" {
			s.link = nil
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		list = addRuns(list, c, s)
	}
	return list
}

// tidy joins runs of one style, makes white space one blank, and leaves it out at the ends of lines. Emphasis covers
// words only: beside a letter, as before a particle of Korean, it would not be read behind a sign.
func tidy(list []run) (out []run) {
	for _, r := range list {
		if r.kind != words {
			out = append(out, r)
			continue
		}
		if n := len(out); n > 0 && out[n-1].kind == words && out[n-1].style == r.style {
			out[n-1].text += r.text
			continue
		}
		out = append(out, r)
	}
	for i := range out {
		if out[i].kind == words {
			out[i].text = oneSpace(out[i].text)
		}
	}
	return trimLines(bareEdges(out))
}

// oneSpace is strings.Fields and Join that keeps a blank at either end.
func oneSpace(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' {
			blank = true
			continue
		}
		if blank {
			b.WriteByte(' ')
		}
		blank = false
		b.WriteRune(r)
	}
	if blank {
		b.WriteByte(' ')
	}
	return b.String()
}

// bareEdges takes blanks and signs at either end of emphasised words out of the emphasis.
func bareEdges(list []run) (out []run) {
	for _, r := range list {
		if r.kind != words || !r.strong && !r.em && !r.del {
			out = append(out, r)
			continue
		}
		bare := r.style
		bare.strong, bare.em, bare.del = false, false, false
		word := strings.TrimLeftFunc(r.text, isSign)
		if head := r.text[:len(r.text)-len(word)]; head != "" {
			out = append(out, run{style: bare, text: head})
		}
		tail := word[len(strings.TrimRightFunc(word, isSign)):]
		if word = word[:len(word)-len(tail)]; word != "" {
			out = append(out, run{style: r.style, text: word})
		}
		if tail != "" {
			out = append(out, run{style: bare, text: tail})
		}
	}
	return out
}

// isSign reports whether a character is neither letter nor digit nor part of one.
func isSign(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) }

// trimLines leaves out blanks at the ends of lines, empty runs and empty lines.
func trimLines(list []run) (out []run) {
	fresh := true // nothing stands in the line yet
	for _, r := range list {
		if r.kind == words && fresh {
			r.text = strings.TrimLeft(r.text, " ")
		}
		switch {
		case r.kind == ending && !fresh:
			out, fresh = append(trimEnd(out), r), true
		case r.kind != ending && r.text != "":
			out, fresh = append(out, r), false
		}
	}
	if out = trimEnd(out); len(out) > 0 && out[len(out)-1].kind == ending {
		out = out[:len(out)-1]
	}
	return out
}

// trimEnd leaves out blanks at the end of the last run.
func trimEnd(list []run) []run {
	for n := len(list); n > 0 && list[n-1].kind == words; n = len(list) {
		if list[n-1].text = strings.TrimRight(list[n-1].text, " "); list[n-1].text != "" {
			break
		}
		list = list[:n-1]
	}
	return list
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func hasSibling(n *html.Node, a atom.Atom) bool {
	for s := n.Parent.FirstChild; s != nil; s = s.NextSibling {
		if s.DataAtom == a {
			return true
		}
	}
	return false
}
