package markdown

import (
	"strings"
	"unicode/utf8"
)

// place is where a line stands, which decides how it breaks.
type place int

const (
	inParagraph place = iota
	inHeading
	inCell
)

// breaks are the ends of lines within a paragraph, a heading, a cell.
var breaks = [...]string{inParagraph: "  \n", inHeading: " ", inCell: "<br>"}

// line writes runs as Markdown. Nothing of their text is read as markup.
func line(runs []run, at place) string {
	var b strings.Builder
	for i := 0; i < len(runs); {
		if runs[i].link == nil {
			writeRun(&b, runs[i], at, i > 0 && styled(runs[i-1]))
			i++
			continue
		}
		j := i
		var words strings.Builder
		for ; j < len(runs) && runs[j].link == runs[i].link; j++ {
			writeRun(&words, runs[j], at, j > i && styled(runs[j-1]))
		}
		text := words.String()
		said := strings.TrimSpace(text)
		if said == "" {
			b.WriteString(text)
		} else {
			head, tail, _ := strings.Cut(text, said)
			b.WriteString(head + "[" + said + "](<" + URL(attr(runs[i].link, "href")) + ">)" + tail)
		}
		i = j
	}
	if at == inParagraph {
		return escapeLines(b.String())
	}
	return b.String()
}

func styled(r run) bool { return r.strong || r.em || r.del }

// writeRun writes a run; where the one before it has signs of emphasis, those of its own would be read with them.
func writeRun(b *strings.Builder, r run, at place, beside bool) {
	text := r.text
	switch {
	case r.kind == ending:
		text = breaks[at]
	case r.kind == code:
		text = codeSpan(text, at)
	case r.kind == literal:
	case r.link != nil:
		text = plain(text)
	default:
		text = inText(text)
	}
	if r.kind != words {
		b.WriteString(text)
		return
	}
	if r.raw != "" {
		text = "<" + r.raw + ">" + text + "</" + r.raw + ">"
	}
	sign := ""
	if r.strong {
		sign += "**"
	}
	if r.em {
		sign += "*"
	}
	if r.del {
		sign += "~~"
	}
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if beside || isSign(first) || isSign(last) { // an address, say
		sign = ""
	}
	b.WriteString(sign + text + reversed(sign))
}

// reversed is the end of what a sign begins.
func reversed(sign string) string {
	if strings.HasSuffix(sign, "~~") {
		return "~~" + strings.TrimSuffix(sign, "~~")
	}
	return sign
}

// codeSpan writes words that are read as they are.
func codeSpan(text string, at place) string {
	text = strings.TrimSpace(oneSpace(text))
	if text == "" {
		return ""
	}
	fence := strings.Repeat("`", longest(text, '`')+1)
	if text[0] == '`' || text[len(text)-1] == '`' {
		text = " " + text + " "
	}
	if at == inCell {
		text = strings.ReplaceAll(text, "|", `\|`)
	}
	return fence + text + fence
}

// longest returns the length of the longest stretch of one character.
func longest(text string, c byte) (most int) {
	n := 0
	for i := range len(text) {
		if text[i] != c {
			n = 0
			continue
		}
		n++
		most = max(most, n)
	}
	return most
}
