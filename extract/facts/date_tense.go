package facts

import "strings"

// tense is what the verb behind a date says of it.
type tense int8

const (
	noTense    tense = iota
	past             // 했다, 열린
	future           // 열린다, 여는: of a day to come, or of a habit
	farFuture        // 예정, 계획, 겠다
	tenseReach = 240 // bytes that are read for a verb
)

// futureNouns end the search: what they follow is to come.
var futureNouns = [...]string{"예정", "계획", "방침", "전망", "예상", "앞두", "앞둔", "목표", "할 것", "될 것", "할것", "될것"}

// Indices of final consonants in a Hangul syllable.
const (
	finals     = 28
	finalNieun = 4
	finalRieul = 8
	finalSsang = 20 // ㅆ
)

// tenseAfter reads the tense off the first verb of the sentence behind i. It reads words one by one, up to a limit.
func tenseAfter(text string, i int) tense {
	end := min(len(text), i+tenseReach)
	for i < end {
		for i < end && syllableAt(text, i) >= syllables {
			if c := quotationEnd(text, i); c > i {
				i = c
				continue
			}
			if c := text[i]; c == '\n' || c == '!' || c == '?' || c == '.' && !isDigitAt(text, i+1) {
				return noTense
			}
			i++
		}
		start := i
		for i < end && syllableAt(text, i) < syllables {
			i += 3
		}
		if t := verbTense(text, start, i); t != noTense {
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
func verbTense(text string, start, end int) tense {
	for _, n := range futureNouns {
		if strings.HasPrefix(text[start:], n) {
			return farFuture
		}
	}
	if strings.HasSuffix(text[start:end], "기로") && end-start > len("기로") {
		return farFuture // 열기로 했다
	}
	for p := start; p < end; p += 3 {
		k := syllableAt(text, p)
		last := p+3 >= end
		next := ""
		if !last {
			next = text[p+3 : end]
		}
		switch final := k % finals; {
		case final == finalSsang && strings.HasPrefix(text[p:], "겠"):
			return farFuture
		case final == finalSsang && !strings.HasPrefix(text[p:], "있"):
			return past
		case final == finalNieun && strings.HasPrefix(next, "다") && (p > start || next == "다" || strings.HasPrefix(next, "다고") || strings.HasPrefix(next, "다는")), strings.HasPrefix(text[p:], "는다"):
			return future
		case p > start && last && strings.HasPrefix(text[p:], "는") && strings.HasSuffix(text[start:p], "하"), strings.HasPrefix(text[p:], "되는"), strings.HasPrefix(text[p:], "리는"), strings.HasPrefix(text[p:], "지는"):
			return future
		case p > start && last && (strings.HasPrefix(text[p:], "될") || strings.HasPrefix(text[p:], "할") || strings.HasPrefix(text[p:], "릴")):
			return farFuture
		case p > start && last && (strings.HasPrefix(text[p:], "된") || strings.HasPrefix(text[p:], "한") || strings.HasPrefix(text[p:], "린")):
			return past
		}
	}
	return noTense
}
