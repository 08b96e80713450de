package beside

import (
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
)

// cue says what a word before a name says of it.
type cue uint8

const (
	saysKind  cue = 1 << iota // 기업
	saysIs                    // 법인인
	saysRuns                  // 운영하는
	saysHouse                 // 아트센터
)

// cues are words with what they say, read from the context lists once.
var cues = sync.OnceValue(func() map[string]cue {
	words := map[string]cue{}
	for i, section := range [...]string{"firm kind", "firm is", "firm runs", "house"} {
		for _, w := range data.Lists().Context.List(section) {
			words[w] |= 1 << i // as the constants are ordered
		}
	}
	return words
})

// cueOf returns what a word says; the end of a word says what a firm is, too: 바이오기업.
func cueOf(word string) cue {
	if says, ok := cues()[word]; ok {
		return says
	}
	for _, kind := range [...]string{"기업", "업체", "회사"} {
		if strings.HasSuffix(word, kind) {
			return saysKind
		}
	}
	return 0
}
