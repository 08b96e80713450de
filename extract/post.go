package extract

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// post returns the text of a board's post that is too short, or too little like running text, for its density to show: what
// follows the line that says when it was written and how often it was read. The element that is named as the body is taken,
// else the next one beside that line that holds more than a label and its value.
func (s *scorer) post() selection {
	head := s.p.postHead()
	if head < 0 {
		return selection{root: -1}
	}
	sel := s.namedPost(head)
	if sel.root < 0 {
		sel = s.nextPost(head)
	}
	if sel.root >= 0 && s.p.isListed(head, sel.lines[0].block) {
		return selection{root: -1}
	}
	return sel
}

// isListed reports whether between the head of a post and a text the count of another post stands: a list of posts has no text.
func (p *page) isListed(head, first int32) bool {
	for b := head + 1; b < first; b++ {
		if p.viewsNear(b, 0) >= 0 {
			return true
		}
	}
	return false
}

// postHead returns the last line of the head of a post: a time with the count of its readers near it. -1 is none. A time
// without a label counts where its element is named for one, or where the count stands in the same line.
func (p *page) postHead() int32 {
	ix := p.ix
	order := orderOf(p)
	for b := range int32(len(ix.Blocks)) {
		if !letters.HasDigit(string(ix.Line(int(b)))) || ix.Blocks[b].Stop-ix.Blocks[b].Start > maxPostHead {
			continue
		}
		line := ix.Spaced(b)
		st, ok := stamp.Find(line, order)
		if !ok {
			continue
		}
		kind := stamp.LabelBefore(line[:st.Start])
		if kind == stamp.None && b > 0 && st.Start == 0 {
			kind = stamp.LabelBefore(ix.Spaced(b - 1))
		}
		if kind != stamp.None && kind != stamp.Published {
			continue
		}
		reach := int32(4)
		if kind == stamp.None && !p.isDateBlock(b) {
			reach = 0
		}
		if c := p.viewsNear(b, reach); c >= 0 {
			return max(b, c)
		}
	}
	return -1
}

// isPostInfo reports whether a line is the head of a post: who wrote it, when, how often it was read.
func (p *page) isPostInfo(b int32) bool {
	ix := p.ix
	line := ix.Line(int(b))
	if len(line) > maxPostHead || !bytes.Contains(line, []byte("조회")) || p.viewsNear(b, 0) < 0 {
		return false
	}
	_, ok := stamp.Find(ix.Spaced(b), orderOf(p))
	return ok
}

// maxPostHead bounds the lines of a post's head, in bytes.
const maxPostHead = 160

// viewsNear returns the line at most reach lines from a line that says how often a post was read, or -1.
func (p *page) viewsNear(b, reach int32) int32 {
	ix := p.ix
	for c := max(0, b-reach); c <= min(b+reach, int32(len(ix.Blocks))-1); c++ {
		if ix.Blocks[c].Stop-ix.Blocks[c].Start > maxPostHead {
			continue
		}
		next := ""
		if c+1 < int32(len(ix.Blocks)) && len(ix.Line(int(c)+1)) < 16 {
			next = string(ix.Line(int(c) + 1))
		}
		if _, _, ok := labelledNumber(ix.Spaced(c), next, stamp.Views); ok {
			return c
		}
	}
	return -1
}

// isDateBlock reports whether a block stands in an element that is named for a date.
func (p *page) isDateBlock(b int32) bool {
	for e, n := p.ix.Blocks[b].Elem, 0; e >= 0 && n < 2; e, n = p.ix.Elements[e].Parent, n+1 {
		if p.ix.Elements[e].Hints&document.HintDate != 0 {
			return true
		}
	}
	return false
}

// namedPost cleans the first element behind a line that is named as the body and holds some text.
func (s *scorer) namedPost(head int32) selection {
	ix := s.p.ix
	tried := 0
	for i := range ix.Elements {
		e := &ix.Elements[i]
		if e.Hints&document.HintBody == 0 || e.Hints&hintsNoise != 0 || e.Block <= head || !s.holdsText(int32(i)) {
			continue
		}
		if sel := s.clean(int32(i)); sel.size >= minRuled {
			return sel
		}
		if tried++; tried == postTries {
			break
		}
	}
	return selection{root: -1}
}

// postReach is how many elements around the head of a post its text is looked for in.
const postReach = 8

// postTries bounds how many elements are cleaned in search of a post's text.
const postTries = 12

// nextPost cleans the first element that follows a line, or an element around it, and holds text that no label stands before.
func (s *scorer) nextPost(head int32) selection {
	ix := s.p.ix
	tried := 0
	for e, n := ix.Blocks[head].Elem, 0; e > 0 && n < postReach; e, n = ix.Elements[e].Parent, n+1 {
		up := ix.Elements[e].Parent
		if up < 0 {
			break
		}
		for i := ix.Elements[e].End; i < ix.Elements[up].End; i = ix.Elements[i].End {
			el := &ix.Elements[i]
			if el.Block == el.BlockStop || el.Block <= head {
				continue
			}
			switch kind := partOfPost(ix.Line(int(el.Block)), el.BlockStop-el.Block); {
			case kind == postEnd:
				return selection{root: -1}
			case kind == postLabel || s.noise[el.Block] || !s.holdsText(i):
				continue
			}
			if sel := s.clean(i); sel.size >= minRuled {
				return sel
			}
			if tried++; tried == postTries {
				return selection{root: -1}
			}
		}
	}
	return selection{root: -1}
}

// holdsText reports whether an element holds more text than links, and enough of it for a post.
func (s *scorer) holdsText(i int32) bool {
	e := &s.p.ix.Elements[i]
	size := s.size[e.BlockStop] - s.size[e.Block]
	return size >= minRuled && (s.linked[e.BlockStop]-s.linked[e.Block])*2 < size
}

// postPart says what a line begins that stands behind the head of a post.
type postPart uint8

const (
	postText postPart = iota
	postLabel
	postEnd
)

// postLabels stand before what belongs to the head of a post and is not its text.
var postLabels = map[string]bool{"제목": true, "글제목": true, "첨부": true, "첨부파일": true, "파일": true, "분류": true, "구분": true, "카테고리": true,
	"부서": true, "담당부서": true, "등록부서": true, "작성부서": true, "부서명": true, "연락처": true, "전화번호": true, "이메일": true, "e-mail": true,
	"email": true, "홈페이지": true, "링크": true, "관련링크": true, "url": true, "공개여부": true, "추천": true, "ip": true, "이름": true}

// postEnds begin what follows a post: other posts, comments.
var postEnds = map[string]bool{"번호": true, "no": true, "이전글": true, "다음글": true, "이전": true, "다음": true, "목록": true, "댓글": true, "댓글목록": true,
	"덧글": true, "코멘트": true, "관련글": true, "list": true, "prev": true, "next": true}

// isHeadLabel reports whether a label belongs to the head of a post, by what stands behind it in its line: a post may begin
// with 일시 : 10월 15일, the time of a meeting.
func isHeadLabel(word, rest string) bool {
	kind := stamp.LabelOf(word)
	if kind == stamp.Published || kind == stamp.Modified {
		_, ok := stamp.Find(rest, stamp.YearFirst)
		return ok || rest == ""
	}
	return kind != stamp.None
}

// partOfPost tells by its first line what an element of some lines is.
func partOfPost(line []byte, lines int32) postPart {
	text := strings.ToLower(string(line[:min(len(line), 64)]))
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if end < 0 {
		end = len(text)
	}
	word := text[:end]
	rest := strings.TrimLeft(text[end:], " ")
	alone := rest == "" || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "|") || strings.HasPrefix(rest, "]")
	switch {
	case postEnds[word] && (alone || letters.HasDigit(rest[:min(len(rest), 8)])):
		return postEnd
	case alone && (postLabels[word] || lines <= 3 && isHeadLabel(word, rest)):
		return postLabel
	}
	return postText
}
