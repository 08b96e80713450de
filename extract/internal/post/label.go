package post

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/internal/table"
)

// Part says what a line begins that stands behind the head of a post.
type Part uint8

// The parts of a post.
const (
	Text  Part = iota // its text, as far as the line tells
	Label             // a label of its head and what that says
	End               // what follows it: other posts, comments
)

// isHeadLabel reports whether a label belongs to the head of a post, by what stands behind it in its line: a post may
// begin with 일시 : 10월 15일, the time of a meeting.
func isHeadLabel(word, rest string) bool {
	kind := stamp.LabelOf(word)
	if kind == stamp.Published || kind == stamp.Modified {
		_, ok := stamp.Find(rest, stamp.YearFirst)
		return ok || rest == ""
	}
	return kind != stamp.None
}

// PartOf tells by its first line what an element of some lines is.
func PartOf(line []byte, lines int32) Part {
	text := strings.ToLower(string(line[:min(len(line), 64)]))
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if end < 0 {
		end = len(text)
	}
	word := text[:end]
	rest := strings.TrimLeft(text[end:], " ")
	alone := rest == "" || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "|") || strings.HasPrefix(rest, "]")
	switch {
	case words().ends[word] && (alone || letters.HasDigit(rest[:min(len(rest), 8)])):
		return End
	case alone && (words().labels[word] || lines <= 3 && isHeadLabel(word, rest)):
		return Label
	}
	return Text
}

// HeadLabel is what a line of a post's head begins with.
type HeadLabel struct {
	Alone  bool // nothing follows it in its line
	OfPost bool // it names the writer or the readers, which nothing but a post's head does
	isOne  bool
}

// NoLabel is what other lines begin with.
var NoLabel HeadLabel

// LabelOf returns the label that a line of the head of a post begins with: 작성자 상수도과, 조회수 : 152.
func LabelOf(line string) HeadLabel {
	word, rest, _ := strings.Cut(strings.ToLower(strings.TrimSpace(line)), " ")
	word, behind, _ := strings.Cut(word, ":")
	kind := stamp.LabelOf(word)
	if kind == stamp.None && !words().labels[word] {
		return NoLabel
	}
	ofPost := kind == stamp.Views || kind == stamp.Author
	return HeadLabel{Alone: strings.Trim(behind+rest, " :|") == "", OfPost: ofPost, isOne: true}
}

//go:embed data/post.txt
var lines string

// wordSets holds data/post.txt.
type wordSets struct{ labels, ends table.Words }

var words = sync.OnceValue(func() *wordSets {
	w := &wordSets{}
	table.Sets("post/data/post.txt", lines, map[string]*table.Words{"labels": &w.labels, "ends": &w.ends}, nil)
	return w
})
