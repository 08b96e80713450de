// Package dump reads what a browser's "save as text" or a crawler's text field holds: it is taken apart by its lines
// and put back into the skeleton of the page that it comes from, which all else then reads.
package dump

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// dump is the text dump of a page, taken apart by its lines.
type dump struct {
	title    string
	subtitle []string
	info     []string // labelled values: 작성자, 조회, 작성일 …
	body     []string
	files    []string // attachments
	board    bool     // it is a GNUBoard post
}

// Page takes a text dump apart and returns the skeleton of the page that it comes from, and whether it is also what
// Plain returns. It returns nil where no line of it may be an article's.
func Page(text string) (root *html.Node, plain bool) {
	composed := norm.NFC.String(text)
	d, below := readDump(composed)
	if len(d.body) == 0 {
		return nil, false
	}
	return d.page(), len(d.body) == below && composed == text
}

// Plain returns the skeleton of a text that is meant as a whole, whatever it looks like: all its lines but those of its
// head are the body.
func Plain(text string) *html.Node {
	lines := linesOf(text)
	var d dump
	if d.body = d.readTop(lines); len(d.body) == 0 {
		d = dump{body: lines}
	}
	return d.page()
}

// linesOf returns the lines of a text that are not blank.
func linesOf(text string) []string {
	lines := make([]string, 0, strings.Count(text, "\n")+1)
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff")); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// readDump takes a dump apart, and tells how many lines stand below its head. The head of a GNUBoard post is found by
// the words that its skins hide for screen readers; without them the first line is the title where it is short.
func readDump(text string) (d dump, below int) {
	lines := d.readTop(linesOf(text))
	d.readBody(lines)
	return d, len(lines)
}

// readTop reads what stands above the text and returns the other lines.
func (d *dump) readTop(lines []string) []string {
	head, body, ok := boardHead(lines)
	if !ok {
		return d.readHead(lines)
	}
	d.board = true
	d.title = head[0]
	d.info = head[1:]
	return body
}

// Words that GNUBoard's skins write before the head of a post and before its body.
const (
	boardInfo = "페이지 정보"
	boardBody = "본문"
)

// boardHead splits the dump of a GNUBoard post: the title and the lines of labels, then the body. The word before the
// body may be glued to the last label's value.
func boardHead(lines []string) (head, body []string, ok bool) {
	for i, line := range lines {
		rest, found := strings.CutPrefix(line, boardInfo)
		if !found || i == 0 {
			continue
		}
		head = []string{lines[i-1]}
		if rest = strings.TrimSpace(rest); rest != "" {
			head = append(head, rest)
		}
		for j, line := range lines[i+1 : min(len(lines), i+maxInfo)] {
			before, found := strings.CutSuffix(line, boardBody)
			if before = strings.TrimSpace(before); before != "" {
				head = append(head, before)
			}
			if found && (before == "" || hasLabel(before)) {
				return head, lines[i+j+2:], true
			}
		}
	}
	return nil, nil, false
}

// maxInfo is how many lines the head of a post takes at most.
const maxInfo = 20

// hasLabel reports whether a label stands in a line: at its beginning, or behind a mark.
func hasLabel(line string) bool {
	for _, label := range stamp.PostLabels() {
		if i := strings.Index(line, label); i == 0 || i > 0 && strings.ContainsRune(" |/·[", rune(line[i-1])) {
			return true
		}
	}
	return false
}

// readHead reads the head of a dump without GNUBoard's words and returns the other lines.
func (d *dump) readHead(lines []string) []string {
	if i, title, between := datedHead(lines); i >= 0 {
		d.title, d.subtitle = title, between
		if name := unbulleted(lines[max(0, i-1)]); i > 0 && isBylineAbove(name) {
			d.info = append(d.info, name)
		}
		d.info = append(d.info, unbulleted(lines[i]))
		lines = lines[i+1:]
	} else if len(lines) > 1 && letters.Size(lines[0]) < 200 && !letters.EndsSentence([]byte(lines[0])) {
		d.title = lines[0]
		lines = lines[1:]
	}
	for len(lines) > 1 && len(d.info) < maxInfo && isInfo(unbulleted(lines[0])) {
		d.info = append(d.info, unbulleted(lines[0]))
		lines = lines[1:]
	}
	return lines
}

// unbulleted cuts the mark off that a dump writes before the items of a list.
func unbulleted(line string) string { return strings.TrimLeft(line, "•· ") }

// dumpHead is how many lines of menus and the like may stand above an article in the dump of a newspaper's page.
const dumpHead = 60

// datedHead finds the line above the text that says when the article was put up, the title above that, and the lines of
// the subtitle between them. -1 is none.
func datedHead(lines []string) (at int, title string, between []string) {
	for i, line := range lines[:min(len(lines), dumpHead)] {
		if letters.Size(line) > 200 || letters.Size(line) >= 40 && letters.EndsSentence([]byte(line)) {
			break
		}
		st, ok := stamp.Find(line, stamp.YearFirst)
		if !ok || stamp.LabelBefore(line[:st.Start]) != stamp.Published {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			kind, _ := boilerplate.KindOf([]byte(lines[j]), letters.Size(lines[j]), nil)
			if _, _, byline := byline.Cut(lines[j]); kind == boilerplate.Text && !byline && letters.Size(lines[j]) >= 12 {
				top := titleAbove(lines, j)
				return i, lines[top], lines[top+1 : j+1]
			}
		}
		break
	}
	return -1, "", nil
}

// isBylineAbove reports whether a line over the day is a name, or a reporter.
func isBylineAbove(line string) bool {
	_, rest, ok := byline.Cut(line)
	return byline.IsName(line) || ok && rest == ""
}

// maxBetween is how many lines of a subtitle stand between title and day at most.
const maxBetween = 4

// titleAbove returns the line that is the title where the one at j, which stands over the day, is of its subtitle: one
// that begins the dump as the page's <title>, or stands above lines with a dash.
func titleAbove(lines []string, j int) int {
	for top := j; top >= max(0, j-maxBetween) && letters.Size(lines[top]) >= 12; top-- {
		for _, line := range lines[:min(top, maxBetween)] {
			if rest, ok := strings.CutPrefix(line, lines[top]); ok && letters.Size(rest) < 40 {
				return top
			}
		}
	}
	top := j
	for top > max(0, j-maxBetween) && isDashed(lines[top]) {
		top--
	}
	if isDashed(lines[top]) {
		return j
	}
	return top
}

// isDashed tells the lines of a subtitle by their mark: - 사흘 동안 누구나.
func isDashed(line string) bool {
	for _, mark := range []string{"- ", "– ", "― ", "ㄴ ", "△ "} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}

// isInfo tells lines of labels and times from the first line of the text.
func isInfo(line string) bool {
	if letters.Size(line) > 160 || letters.EndsSentence([]byte(line)) {
		return false
	}
	kind, _ := boilerplate.KindOf([]byte(line), letters.Size(line), nil)
	return kind == boilerplate.Time || startsWithLabel(line) || stamp.IsLine(line)
}

// startsWithLabel reports whether a line begins with a label that stands for itself.
func startsWithLabel(line string) bool {
	for _, label := range stamp.PostLabels() {
		rest, ok := strings.CutPrefix(line, label)
		if ok && (rest == "" || strings.IndexByte(" :|\t", rest[0]) >= 0) {
			return true
		}
	}
	return false
}

// readBody reads the lines of the article up to what follows it on the page, and the attachments listed there.
func (d *dump) readBody(lines []string) {
	files := false
	d.body = make([]string, 0, len(lines))
	for i, line := range lines {
		kind, _ := boilerplate.KindOf([]byte(line), letters.Size(line), nil)
		switch {
		case strings.HasPrefix(line, "첨부파일") && letters.Size(line) < 30:
			files = true
		case len(d.body) > 0 && (kind == boilerplate.End || kind == boilerplate.Comments),
			d.board && kind == boilerplate.Head:
			return
		case files && isFileName(line):
			d.files = append(d.files, line)
		case files && i > 0:
			files = false
		default:
			d.body = append(d.body, line)
		}
	}
}

// isFileName tells the names of attachments, which their size may follow.
func isFileName(line string) bool {
	name, _, _ := strings.Cut(line, " (")
	dot := strings.LastIndexByte(name, '.')
	return dot > 0 && len(name)-dot <= 5 && len(name)-dot > 2 && letters.Size(line) < 200
}

// page returns the skeleton of the page.
func (d *dump) page() *html.Node {
	root := &html.Node{Type: html.DocumentNode}
	body := addElement(addElement(root, atom.Html, ""), atom.Body, "")
	id := ""
	if d.board {
		id = "bo_v"
	}
	post := addElement(body, atom.Article, id)
	if d.title != "" {
		addLine(addElement(post, atom.H1, "bo_v_title"), d.title)
	}
	for _, line := range d.subtitle {
		dek := addElement(post, atom.H2, "")
		dek.Attr = append(dek.Attr, html.Attribute{Key: "class", Val: "subtitle"})
		addLine(dek, line)
	}
	info := addElement(post, atom.Section, "bo_v_info")
	for _, line := range d.info {
		addLine(addElement(info, atom.P, ""), line)
	}
	con := addElement(post, atom.Div, "bo_v_con")
	con.Attr = append(con.Attr, html.Attribute{Key: "itemprop", Val: "articleBody"})
	addParagraphs(con, d.body)
	list := addElement(post, atom.Section, "bo_v_file")
	for _, line := range d.files {
		a := addElement(addElement(list, atom.Li, ""), atom.A, "")
		a.Attr = append(a.Attr, html.Attribute{Key: "class", Val: "view_file_download"})
		addLine(a, line)
	}
	return root
}

// addElement appends a new element with an id to a parent.
func addElement(parent *html.Node, a atom.Atom, id string) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
	if id != "" {
		n.Attr = []html.Attribute{{Key: "id", Val: id}}
	}
	parent.AppendChild(n)
	return n
}

// addParagraphs appends a paragraph for each line. Their nodes are made together: a text may have very many.
func addParagraphs(parent *html.Node, lines []string) {
	nodes := make([]html.Node, 2*len(lines))
	for i, line := range lines {
		p, text := &nodes[2*i], &nodes[2*i+1]
		*p = html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: atom.P.String()}
		*text = html.Node{Type: html.TextNode, Data: line}
		p.AppendChild(text)
		parent.AppendChild(p)
	}
}

func addLine(n *html.Node, line string) { n.AppendChild(&html.Node{Type: html.TextNode, Data: line}) }
