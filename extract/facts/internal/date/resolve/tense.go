package resolve

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// tense is what the verb behind a date says of it.
type tense int8

const (
	noTense    tense = iota
	past             // 했다, 열린
	future           // 열린다, 여는: of a day to come, or of a habit
	farFuture        // 예정, 계획, 겠다
	tenseReach = 240 // bytes that are read for a verb
)

// Indices of final consonants in a Hangul syllable.
const (
	finals     = 28
	finalNieun = 4
	finalRieul = 8
	finalSsang = 20 // ㅆ
)

// tenseAfter reads the tense off the first verb of the sentence behind i. It reads words one by one, up to a limit.
func tenseAfter(w *words.Words, text string, i int) tense {
	end := min(len(text), i+tenseReach)
	for i < end {
		for i < end && runes.SyllableAt(text, i) >= runes.Syllables {
			if text[i] >= utf8.RuneSelf {
				if c := quotationEnd(text, i); c > i {
					i = c
					continue
				}
			}
			if c := text[i]; c == '\n' || c == '!' || c == '?' || c == '.' && !runes.IsDigitAt(text, i+1) {
				return noTense
			}
			i++
		}
		start := i
		for i < end && runes.SyllableAt(text, i) < runes.Syllables {
			i += 3
		}
		if t := verbTense(w, text, start, i); t != noTense {
			return t
		}
	}
	return noTense
}

// quotationEnd passes over a quotation that opens at i, whose verbs tell of other things.
func quotationEnd(text string, i int) int {
	for _, marks := range [...][2]string{{"“", "”"}, {"‘", "’"}} {
		if strings.HasPrefix(text[i:], marks[0]) {
			rest := text[i:min(len(text), i+2*tenseReach)]
			if k := strings.Index(rest, marks[1]); k > 0 {
				return i + k + len(marks[1])
			}
		}
	}
	return i
}

// verbTense reads the tense of one word.
func verbTense(w *words.Words, text string, start, end int) tense {
	noun, _ := w.Find(text, start, 1<<words.FutureNoun)
	if noun != nil || strings.HasSuffix(text[start:end], "기로") && end-start > len("기로") { // 열기로 했다
		return farFuture
	}
	for p := start; p < end; p += len("가") {
		if t := syllableTense(text, start, p, end); t != noTense {
			return t
		}
	}
	return noTense
}

// syllableTense reads the tense off the syllable at p of the word from start to end, by its final consonant.
func syllableTense(text string, start, p, end int) tense {
	k := rune(runes.SyllableAt(text, p)) + runes.FirstSyllable
	rest := text[p+len("가"):]
	ending := p > start && p+len("가") >= end // the last of some syllables
	switch (k - runes.FirstSyllable) % finals {
	case finalSsang:
		switch k {
		case '겠':
			return farFuture
		case '있':
			return noTense
		}
		return past
	case finalNieun:
		switch {
		case strings.HasPrefix(rest, "다") &&
			(k == '는' || p+len("가") < end && (p > start || p+len("가다") == end || strings.HasPrefix(rest, "다고") ||
				strings.HasPrefix(rest, "다는"))):
			return future
		case ending && k == '는' && strings.HasSuffix(text[start:p], "하"):
			return future
		case ending && (k == '된' || k == '한' || k == '린'):
			return past
		}
	case finalRieul:
		if ending && (k == '될' || k == '할' || k == '릴') {
			return farFuture
		}
	case 0:
		if (k == '되' || k == '리' || k == '지') && strings.HasPrefix(rest, "는") {
			return future
		}
	}
	return noTense
}
