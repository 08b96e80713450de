package input

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// AsPage returns the dump of a page as the page: with paragraphs that are whole, and where its head can be told apart, in
// HTML that names title, subtitle and captions. What programs wrote that show or print pages is undone: broken lines,
// margins, numbers of links. Other items and texts stay as they are. A text's own bytes are in item.Data.
func AsPage(item Item) Item {
	if item.Err != nil || item.Kind != Text || item.Record != nil {
		return item
	}
	text := string(item.Data)
	lines := readLines(text)
	lines, url := withoutMargins(lines)
	lines = withoutReferences(lines)
	lines, wrapped := unwrapped(lines, url != "" || strings.ContainsRune(text, '\f'))
	if item.URL == "" {
		item.URL = url
	}
	d := dumpOf(lines)
	if page, ok := d.page(); ok {
		item.Kind, item.Data, item.ContentType = HTML, page, "text/html; charset=utf-8"
		return item
	}
	if wrapped || url != "" {
		item.Data = joinLines(lines)
	}
	return item
}

func joinLines(lines []textLine) []byte {
	var b bytes.Buffer
	for _, l := range lines {
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	return b.Bytes()
}

var (
	// What browsers print above and below each page: the time and the title; the address and the page's number.
	printTime   = regexp.MustCompile(`^(?:\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2} ?[AP]M|\d{2,4}\. ?\d{1,2}\. ?\d{1,2}\.? ?(?:오전|오후) ?\d{1,2}:\d{2})(?:\s{2,}(\S.*))?$`)
	printFoot   = regexp.MustCompile(`^((?:https?|file|about|data|chrome)[:/]\S+)(?:\s+\d+\s*/\s*\d+)?$`)
	printNumber = regexp.MustCompile(`^\d+\s*/\s*\d+$`)
)

// withoutMargins takes out what a browser printed around the pages. The title that stands there is that of the page.
func withoutMargins(lines []textLine) (kept []textLine, url string) {
	times, feet := 0, 0
	for _, l := range lines {
		if printTime.MatchString(l.text) {
			times++
		}
		if printFoot.MatchString(l.text) {
			feet++
		}
	}
	if times == 0 || feet == 0 {
		return lines, ""
	}
	title := windowTitle(lines, times)
	if title != "" {
		kept = append(kept, textLine{text: title}, textLine{})
	}
	for _, l := range lines {
		m := printFoot.FindStringSubmatch(l.text)
		switch {
		case m != nil:
			if strings.HasPrefix(m[1], "http") && !strings.Contains(m[1], "…") {
				url = m[1]
			}
		case printTime.MatchString(l.text), printNumber.MatchString(l.text), l.text == title && title != "":
		default:
			kept = append(kept, l)
		}
	}
	return kept, url
}

// windowTitle finds the title that stands beside or below the time on each of the pages.
func windowTitle(lines []textLine, pages int) string {
	count := map[string]int{}
	after := false
	for _, l := range lines {
		if m := printTime.FindStringSubmatch(l.text); m != nil && m[1] != "" {
			return m[1]
		}
		if count[l.text]++; strings.Contains(l.text, " - ") && (after || pages > 1 && count[l.text] == pages) {
			return l.text
		}
		after = printTime.MatchString(l.text)
	}
	return ""
}

// isMargin reports whether a line is what a browser prints above or below each page.
func isMargin(s string) bool { return printTime.MatchString(s) || printFoot.MatchString(s) }

var linkMark = regexp.MustCompile(`\[(\d+)\]`)

// withoutReferences takes out the list of addresses that lynx and elinks write at the end, and the numbers in the text
// that refer to it.
func withoutReferences(lines []textLine) []textLine {
	at := -1
	for i, l := range lines {
		if l.indent == 0 && (l.text == "References" || l.text == "Visible links") {
			at = i
		}
	}
	if at < 0 {
		return lines
	}
	last := 0
	for _, l := range lines[at+1:] {
		number, _, ok := strings.Cut(l.text, ". ")
		if n, err := strconv.Atoi(number); ok && err == nil && n > last {
			last = n
		} else if l.text != "" && last == 0 && !strings.HasSuffix(l.text, "links") {
			return lines
		}
	}
	if last == 0 {
		return lines
	}
	for i := range lines[:at] {
		lines[i].text = linkMark.ReplaceAllStringFunc(lines[i].text, func(m string) string {
			if n, err := strconv.Atoi(m[1 : len(m)-1]); err == nil && n >= 1 && n <= last {
				return ""
			}
			return m
		})
	}
	return lines[:at]
}

// dump is the dump of a newspaper's page, taken apart by its lines.
type dump struct {
	title      string
	subtitle   []string
	info, body []string
	after      []string // what follows the article
	captions   map[string]bool
}

// maxDumpHead is how many lines may stand above the line with the time, maxTitle how many of them are title and subtitle.
const (
	maxDumpHead = 80
	maxTitle    = 4
)

var (
	infoLine = regexp.MustCompile(`(?:입력|승인|등록|작성|게시|발행|송고|수정|업데이트)(?:일|일시|시간|시각)?\s*[:|]?\s*\(?(?:19|20)\d\d\s?[.\-/년]`)
	nameLine = regexp.MustCompile(`^(?:기자명|글|취재)?\s*[가-힣]{2,4}(?:[·,\s]+[가-힣]{2,4})*\s*(?:선임|수습|객원|전문|인턴)?(?:기자|특파원|논설위원|통신원|리포터|에디터)\b?`)
	button   = regexp.MustCompile(`기사보내기|글씨|글자|스크랩|프린트|인쇄|공유하기|바로가기|로그인|회원가입|메뉴|검색|닫기|이전\s?기사|다음\s?기사|본문영역|[>|]|https?:`)
	endLine  = regexp.MustCompile(`^(?:관련\s?기사|많이 본|인기\s?기사|저작권자|Copyright|copyright|ⓒ|©|무단\s?전재|이전\s?글|다음\s?글|댓글|기사\s?댓글)`)
	rights   = regexp.MustCompile(`^(?:저작권자\s*)?(?:ⓒ|©|\(c\)|Copyright ©|Copyrights? ⓒ)\s*([\p{L}\d]{2,20})[\s,.]+(?:무단|All|all|재배포)`)
	starred  = regexp.MustCompile(`^(\*{1,6}) (.+) (\*{1,6})$`)
	credit   = regexp.MustCompile(`(?:[/=.ⓒ©(\[]|사진)\s?[^\s/=]{2,20}\s?(?:제공|사진|자료|자료사진|DB)[)\]]?\.?$|^[▲△▼▽◀▶]\s?\S`)
)

// dumpOf takes the dump of a page apart. Without a title the page gives none.
func dumpOf(lines []textLine) (d dump) {
	lines = slices.DeleteFunc(slices.Clone(lines), func(l textLine) bool { return l.text == "" })
	for i := range lines {
		if m := starred.FindStringSubmatch(lines[i].text); m != nil && m[1] == m[3] { // html2text's headings
			lines[i].text = m[2]
		}
	}
	at := slices.IndexFunc(lines[:min(len(lines), maxDumpHead)], func(l textLine) bool { return infoLine.MatchString(l.text) })
	if at < 0 || slices.ContainsFunc(lines, func(l textLine) bool { return strings.HasPrefix(l.text, "페이지 정보") }) {
		return d
	}
	first := at
	for first > 0 && nameLine.MatchString(lines[first-1].bare()) && lettersIn(lines[first-1].text) < 30 {
		first--
	}
	head := headAbove(lines[:first])
	if len(head) == 0 {
		return d
	}
	d.title, d.subtitle = splitHead(head, slices.Clone(lines[:first-len(head)]))
	d.read(lines[first:])
	return d
}

// bare is the text without the mark of a list's item.
func (l textLine) bare() string { return l.text[l.item:] }

// headAbove returns the lines of title and subtitle right above the byline; none where they cannot be told from a menu.
func headAbove(lines []textLine) []string {
	var head []string
	for i := len(lines) - 1; i >= 0; i-- {
		l := lines[i]
		isTitle := l.item == 0 && lettersIn(l.text) >= 8 && lettersIn(l.text) <= 150 && !button.MatchString(l.text) && !strings.HasSuffix(l.text, ".")
		if !isTitle && (i == 0 || window(lines[:i-1], lines[i-1].text+l.text) == "") {
			break
		}
		if head = append([]string{l.text}, head...); len(head) > maxTitle {
			return nil
		}
	}
	return head
}

// splitHead tells the title from the subtitle. A title that was broken into lines is known by the title of the window,
// which stands above.
func splitHead(head []string, above []textLine) (title string, subtitle []string) {
	for from := range head {
		for to := len(head); to > from; to-- {
			if title = window(above, strings.Join(head[from:to], "")); title != "" {
				return title, head[to:]
			}
		}
		above = append(above, textLine{text: head[from]})
	}
	return head[0], head[1:]
}

// window returns the beginning of one of the lines that is, but for blanks, the same as a text, or "".
func window(lines []textLine, text string) string {
	want := squeezed(text)
	for _, l := range lines {
		rest := want
		for at, r := range l.text {
			if rest == "" {
				return strings.TrimSpace(l.text[:at])
			}
			if unicode.IsSpace(r) {
				continue
			}
			var ok bool
			if rest, ok = strings.CutPrefix(rest, string(r)); !ok {
				break
			}
		}
		if rest == "" {
			return l.text
		}
	}
	return ""
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// read reads byline and times, then the text up to what follows an article on a page.
func (d *dump) read(lines []textLine) {
	d.captions = map[string]bool{}
	for _, l := range lines {
		text := l.bare()
		switch {
		case len(d.after) > 0 || len(d.body) > 0 && endLine.MatchString(text):
			d.after = append(d.after, text)
		case len(d.body) == 0 && (lettersIn(text) < 30 && !strings.HasSuffix(text, ".") && !credit.MatchString(text) || infoLine.MatchString(text)):
			d.info = append(d.info, text)
		default:
			d.body = append(d.body, text)
			if lettersIn(text) > 100 || !credit.MatchString(text) {
				continue
			}
			d.captions[text] = true
			if n := len(d.body); n > 1 && isPartOf(d.body[n-2], text) {
				d.captions[d.body[n-2]] = true // what stands for the picture
			}
		}
	}
}

// isPartOf reports whether all words of a line begin words of another.
func isPartOf(line, other string) bool {
	for w := range strings.FieldsSeq(line) {
		if !strings.Contains(other, w) {
			return false
		}
	}
	return !strings.HasSuffix(line, ".")
}

// page writes the page that the dump is of, if more is known of it than its lines tell by themselves.
func (d *dump) page() ([]byte, bool) {
	if d.title == "" || len(d.body) == 0 || len(d.subtitle) == 0 && len(d.captions) == 0 {
		return nil, false
	}
	var b bytes.Buffer
	write := func(open, text, end string) {
		b.WriteString(open + html.EscapeString(text) + end + "\n")
	}
	b.WriteString("<!doctype html><meta charset=utf-8>\n")
	for _, line := range d.after {
		if m := rights.FindStringSubmatch(line); m != nil {
			write(`<meta property="og:site_name" content="`, m[1], `">`)
			break
		}
	}
	b.WriteString("<article>\n")
	write("<h1>", d.title, "</h1>")
	for _, line := range d.subtitle {
		write(`<h2 class="subheading">`, line, "</h2>")
	}
	b.WriteString("<ul class=info>\n")
	for _, line := range d.info {
		write("<li>", line, "</li>")
	}
	b.WriteString("</ul>\n<div itemprop=articleBody>\n")
	for _, line := range d.body {
		if d.captions[line] {
			write("<figure><figcaption>", line, "</figcaption></figure>")
		} else {
			write("<p>", line, "</p>")
		}
	}
	b.WriteString("</div></article>\n<footer>\n")
	for _, line := range d.after {
		write("<p>", line, "</p>")
	}
	b.WriteString("</footer>\n")
	return b.Bytes(), true
}

func lettersIn(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
