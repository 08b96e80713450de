package body

import (
	"bytes"
	"strings"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// maxTimes bounds the lines above the text that say when it was written, and by whom, in bytes.
const maxTimes = 160

// maxToday bounds those that hold no number: just now, in bytes.
const maxToday = 40

// isTimes reports whether a line above the text says nothing but when, other than by a whole date: 수정 : 2월 24일 15시, 3
// hours ago. With a whole date, dropDate takes it, and the names above it.
func (s *scorer) isTimes(l Stretch) bool {
	if l.Stop-l.Start > maxTimes || s.Index.IsHeading(l.Block) || s.Index.InMatter(l.Block) {
		return false
	}
	text := s.Index.Text[l.Start:l.Stop]
	if len(text) > maxToday && !letters.HasDigit(text) {
		return false
	}
	line := string(text)
	_, dated := stamp.Find(line, s.Order)
	return !dated && stamp.IsLine(line)
}

// isAge reports whether a line says how long ago something was put up, wherever it stands: cards and embeds do.
func (s *scorer) isAge(l Stretch) bool {
	text := s.Index.Text[l.Start:l.Stop]
	return len(text) <= maxToday && letters.HasDigit(text) && stamp.IsAge(string(text))
}

// isDated reports whether a line above the text has a date and beside it, between marks, nothing but clock times and
// names: Do 25.04.24 | 14:07 Uhr | Von Lorna Tiefenthal.
func (s *scorer) isDated(l Stretch) bool {
	if l.Stop-l.Start > maxTimes || s.Index.IsHeading(l.Block) || s.Index.InMatter(l.Block) {
		return false
	}
	text := s.Index.Text[l.Start:l.Stop]
	if !letters.HasDigit(text) || bytes.IndexFunc(text, isPartMark) < 0 {
		return false
	}
	line := string(text)
	if _, ok := stamp.Find(line, s.Order); !ok {
		return false
	}
	times, names := 0, 0
	for part := range strings.FieldsFuncSeq(line, isPartMark) {
		part = strings.TrimSpace(part)
		switch name, by := byline.CutBy(part); {
		case stamp.IsLine(part):
			times++
		case by && byline.IsCapitalised(name) && len(strings.Fields(name)) <= 8, byline.IsFullName(part):
			names++
		case part != "":
			return false
		}
	}
	return times > 0 && names > 0
}

// isPosting reports whether a line is what blogs put around a post: Posted by Runa at 2:33 PM | Comments (3).
func (s *scorer) isPosting(l Stretch) bool {
	text := s.Index.Text[l.Start:l.Stop]
	return len(text) <= byline.MaxPosting && letters.HasDigit(text) && !s.Index.InMatter(l.Block) &&
		byline.IsPosting(string(text))
}

// isPartMark tells the marks between the parts of a line about who wrote it when.
func isPartMark(r rune) bool { return strings.ContainsRune("|·•/–—", r) }
