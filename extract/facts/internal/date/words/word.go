package words

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// The directions: 지난, 오는, 다음, 이번, 최근, 앞으로.
const (
	ToLast = iota + 1
	ToNext
	ToFollowing
	ToThis
	Recently
	Comingly
)

var directions = map[string]int{
	"last": ToLast, "next": ToNext, "following": ToFollowing, "this": ToThis, "recent": Recently, "coming": Comingly,
}

// The parts of a period: thirds, and halves.
const (
	StartPart = iota + 1
	MiddlePart
	EndPart
	EarlyPart
	LatePart
	LastDayPart
	FirstDayPart
)

var parts = map[string]int{"start": StartPart, "middle": MiddlePart, "end": EndPart, "early": EarlyPart,
	"late": LatePart, "last-day": LastDayPart, "first-day": FirstDayPart}

// Word is a word of dates and what it means.
type Word struct {
	Segments []string // parted where blanks may stand
	size     int      // bytes without blanks
	Kind     WordKind
	Unit     Unit
	N, M     int // by kind: offset and part, number, hours from and to, index of a holiday
	Hours    [2]int
	Bound    lexicon.Bound
}

// match gives where the word ends if it stands at i, else i.
func (w *Word) match(text string, i int) int {
	end := i
	for n, segment := range w.Segments {
		if n > 0 {
			end = runes.SkipBlanks(text, end)
		}
		if !strings.HasPrefix(text[end:], segment) {
			return i
		}
		end += len(segment)
	}
	return end
}
