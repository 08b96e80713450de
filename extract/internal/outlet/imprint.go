package outlet

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// Bounds of the foot of a page: its lines, and how long one may be, in bytes.
const (
	footLines   = 60
	maxFootLine = 600
)

// footLine calls a function with each line of the page's foot, and the next, until it gives a name.
func (f *finder) footLine(nameOf func(line, next string) string) string {
	if f.lines == nil {
		f.lines = f.readFoot()
	}
	for i, line := range f.lines {
		next := ""
		if i+1 < len(f.lines) {
			next = f.lines[i+1]
		}
		if s := nameOf(line, next); s != "" {
			return s
		}
	}
	return ""
}

// readFoot returns the last lines of the page but for those that are too long. They are copied at once, since every
// page is asked for them.
func (f *finder) readFoot() []string {
	var all strings.Builder
	first := max(0, len(f.Index.Blocks)-footLines)
	lines := make([]string, 0, len(f.Index.Blocks)-first)
	ends := [footLines]int{}
	for b := first; b < len(f.Index.Blocks); b++ {
		if line := f.Index.Line(b); len(line) <= maxFootLine {
			all.Write(line)
		}
		ends[b-first] = all.Len()
	}
	from, text := 0, all.String()
	for _, to := range ends[:cap(lines)] {
		if to > from {
			lines = append(lines, text[from:to])
		}
		from = to
	}
	return lines
}

// imprint reads the newspaper's name from the foot of the page, where the law wants it with its label.
func (f *finder) imprint() string {
	for _, label := range words().imprint {
		if s := f.footLine(func(line, next string) string { return labelled(line, next, label) }); s != "" {
			return s
		}
	}
	return ""
}

// labelled returns the name behind a label, in its line or, where that is all of it, in the next.
func labelled(line, next, label string) string {
	name := view.AfterLabel(line, []string{label})
	if strings.Trim(line, " :：") == label {
		name = next
	}
	return imprinted(name)
}

// imprinted returns the name that what stands behind a label begins with.
func imprinted(s string) string {
	if i := strings.IndexAny(s, "|ㅣ｜(/,"); i > 0 && !strings.HasPrefix(s, "(주)") { // a bar that is a letter; other scripts
		s = s[:i]
	}
	for _, next := range words().beside {
		s, _, _ = strings.Cut(s, " "+next)
	}
	s = strings.Trim(plainName(s), "[]ㆍ·,. ")
	if fields := strings.Fields(s); len(fields) > maxImprintWords || strings.Contains(s, ":") && len(fields) > 0 {
		s = strings.Trim(fields[0], ",.:")
	}
	if !byline.IsOutletName(s) || isNoName(s) {
		return ""
	}
	return s
}

// maxImprintWords is how many words a name has at most where nothing tells its end.
const maxImprintWords = 3

// foot reads the name from lines of the foot without such a label: whose the copyright is, whose the contents are, what
// stands beside a registration. Only Korean pages are read so: in other languages the copyright is a company's.
func (f *finder) foot() string {
	if !f.Korean {
		return ""
	}
	owners := []func(line, next string) string{f.ownerOfContents, registered, firm}
	if !f.Board {
		owners = append([]func(line, next string) string{copyright}, owners...)
	}
	for _, owner := range owners {
		if s := f.footLine(owner); s != "" {
			return s
		}
	}
	return ""
}

// copyright returns whose the copyright of a page is.
func copyright(line, _ string) string {
	s := plainName(byline.CopyrightHolder(line))
	if isNoName(s) || isHost(s) {
		return ""
	}
	return s
}

// ownerOfContents returns whose all contents are: 다온일보의 모든 콘텐츠는 저작권법의 보호를 받으며.
func (f *finder) ownerOfContents(line, _ string) string {
	for _, thing := range words().contents {
		name, _, ok := strings.Cut(line, "의 모든 "+thing)
		if name = plainName(name); ok && len(strings.Fields(name)) <= maxNameWords && f.mayName(name) {
			return name
		}
	}
	return ""
}

// registered returns the name of a newspaper that stands beside its registration without a label.
func registered(line, _ string) string {
	if !strings.Contains(line, "등록번호") || !strings.Contains(line, "발행") {
		return ""
	}
	for _, word := range strings.Fields(line) {
		word = strings.Trim(plainName(word), "[]<>,.")
		if byline.IsNewspaper(word) && !isNoName(word) && !strings.ContainsAny(word, ":@·") {
			return word
		}
	}
	return ""
}

// firm returns the name that a line of a company begins with, where it is that of a newspaper.
func firm(line, _ string) string {
	if !strings.Contains(line, "사업자") {
		return ""
	}
	if s := imprinted(line); letters.Count(s) > 1 && byline.IsNewspaper(s) {
		return s
	}
	return ""
}
