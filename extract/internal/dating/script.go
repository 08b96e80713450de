package dating

import (
	"cmp"
	_ "embed"
	"errors"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/internal/table"
)

//go:embed data/scriptdates.txt
var scriptDateLines string

// scriptDates holds data/scriptdates.txt.
var scriptDates = sync.OnceValue(func() map[string]bool {
	keys := map[string]bool{}
	table.Must(table.Lines("dating/data/scriptdates.txt", scriptDateLines, nil, func(_, line string) error {
		if plainKey(line) != line || len(line) > maxScriptKey {
			return errors.New("want a key in lower case without marks")
		}
		keys[line] = true
		return nil
	}))
	return keys
})

// Bounds of what is read of a page's scripts: all their text, a key, a value, the dates of one script, and how far
// from a mark of the article its date may stand, all but the dates in bytes.
const (
	maxScriptData  = 4 << 20
	maxScriptKey   = 40
	maxScriptValue = 48
	maxScriptDates = 200
	maxScriptReach = 64 << 10
	smallScript    = 16 << 10
)

// scriptDate is a date under one of the keys of a script, and where that stands.
type scriptDate struct {
	stamp.Stamp
	raw string
	at  int
}

// fromScripts reads the time of publication from the data that a page holds for its scripts. Such data often hold other
// articles too, so of several days the one is taken that stands nearest to the article's own number, address or title.
func (d *datings) fromScripts() {
	marks := d.articleMarks()
	left := maxScriptData
	for _, n := range d.Index.Scripts {
		text := n.FirstChild.Data
		if left -= len(text); left < 0 {
			return
		}
		if best := nearestDate(text, d.scriptDates(text), marks); best != nil {
			d.addStamp(best.Stamp, "script", best.raw, trustScript, false)
			return
		}
	}
}

// articleMarks returns what tells the article from others: the last part of its address, its number, its title.
func (d *datings) articleMarks() (marks []string) {
	address := cmp.Or(d.Head.URL, d.URL, d.Head.Content("og:url"))
	address, _, _ = strings.Cut(address, "#")
	address, query, _ := strings.Cut(address, "?")
	last := path.Base(address)
	last = strings.TrimSuffix(last, path.Ext(last))
	if head.IsArticleAddress(address) && len(last) >= 6 {
		marks = append(marks, last)
	}
	for _, s := range []string{last, query} {
		for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return r < '0' || r > '9' }) {
			if len(word) >= 5 && word != last {
				marks = append(marks, word)
			}
		}
	}
	if len(d.title) >= 12 {
		marks = append(marks, d.title)
	}
	return marks
}

// scriptDates reads the dates under the known keys of a script: "publishDate":"2022-02-23", publishDate: 1645605660,
// \"deployDt\":\"2022.02.23 17:41\".
func (d *datings) scriptDates(text string) (list []scriptDate) {
	for at := 0; len(list) < maxScriptDates; at++ {
		i := strings.IndexByte(text[at:], ':')
		if i < 0 {
			break
		}
		at += i
		if !scriptDates()[keyBefore(text, at)] {
			continue
		}
		raw := valueAfter(text, at+1)
		if !letters.StartsDigit(raw) {
			continue
		}
		if st, ok := stamp.Parse(raw, d.order); ok {
			list = append(list, scriptDate{st, raw, at})
		}
	}
	return list
}

// keyBefore returns the key before the colon at i, in lower case and without marks.
func keyBefore(text string, i int) string {
	end := len(strings.TrimRight(text[max(0, i-8):i], " \t\n\"'\\")) + max(0, i-8)
	start := end
	for start > 0 && end-start <= maxScriptKey && isKeyByte(text[start-1]) {
		start--
	}
	return plainKey(text[start:end])
}

func isKeyByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.'
}

// plainKey returns the letters and digits of a key in lower case.
func plainKey(key string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r == '-' || r == '_' || r == '.':
			return -1
		}
		return r
	}, key)
}

// valueAfter returns the text or number that begins at i.
func valueAfter(text string, i int) string {
	s := text[i:min(len(text), i+maxScriptValue)]
	s = strings.TrimLeft(s, " \t\n\"'\\")
	if end := strings.IndexAny(s, "\"',}\\\n"); end >= 0 {
		s = s[:end]
	}
	return strings.TrimSpace(s)
}

// nearestDate returns the date that stands nearest to a mark. Without marks in the text, that is the first one of a
// short script which knows one day only.
func nearestDate(text string, dates []scriptDate, marks []string) *scriptDate {
	if len(dates) == 0 {
		return nil
	}
	var best *scriptDate
	least := maxScriptReach
	for _, mark := range marks {
		for at, n := 0, 0; n < maxScriptDates; n++ {
			i := strings.Index(text[at:], mark)
			if i < 0 {
				break
			}
			at += i
			if near := closestTo(dates, at); distance(near.at, at) < least {
				best, least = near, distance(near.at, at)
			}
			at += len(mark)
		}
	}
	if best == nil && len(text) <= smallScript &&
		!slices.ContainsFunc(dates, func(c scriptDate) bool { return !c.SameDay(dates[0].Stamp) }) {
		return &dates[0]
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }

// closestTo returns the one of dates, which are in order, that stands closest to an offset.
func closestTo(dates []scriptDate, at int) *scriptDate {
	i, _ := slices.BinarySearchFunc(dates, at, func(c scriptDate, at int) int { return c.at - at })
	switch {
	case i == len(dates):
		return &dates[i-1]
	case i > 0 && at-dates[i-1].at < dates[i].at-at:
		return &dates[i-1]
	}
	return &dates[i]
}
