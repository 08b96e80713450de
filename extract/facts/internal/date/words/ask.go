package words

import (
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Reports tells whether a verb of telling follows the day that ends at i: 19일 밝혔다.
func (d *Words) Reports(text string, i int) bool {
	w, _ := d.Find(text, runes.SkipBlanks(text, i), 1<<reportWord)
	return w != nil
}

// Gathers tells whether the word behind i names what people come together for: 이날 협약식에는.
func (d *Words) Gathers(text string, i int) bool {
	for i = runes.SkipBlanks(text, i); runes.SyllableAt(text, i) < runes.Syllables; i += len("식") {
		if w, _ := d.Find(text, i, 1<<gatheringWord); w != nil {
			return true
		}
	}
	return false
}

// GathersSoon tells whether one of the next words of the sentence behind i names what people come together for.
func (d *Words) GathersSoon(text string, i int) bool {
	for range gatheringReach {
		if d.Gathers(text, i) {
			return true
		}
		i = runes.SkipBlanks(text, i)
		for i < len(text) && text[i] != ' ' {
			if c := text[i]; c == '\n' || c == '.' && !runes.IsDigitAt(text, i+1) {
				return false
			}
			i++
		}
	}
	return false
}

// gatheringReach is how many words behind a time are looked at for what it is the time of.
const gatheringReach = 6

// YearDegree tells 내년도 예산 from 내년도 (내년, too).
func (d *Words) YearDegree(text string, i int) bool {
	w, _ := d.Find(text, runes.SkipBlanks(text, i+len("도")), 1<<BudgetNoun)
	return w != nil
}
