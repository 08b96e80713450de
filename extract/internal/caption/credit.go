package caption

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/table"
	"github.com/gisa-go/gisa/extract/sites"
)

//go:embed data/captions.txt
var lines string

// wordSets holds data/captions.txt.
type wordSets struct {
	ends    []string
	shows   []string
	labels  map[string]bool
	number  *regexp.Regexp // that a line is the caption of a numbered figure
	marks   *regexp.Regexp // that a line names who made or gave a picture
	signs   string         // no line without one of these has marks
	pattern *regexp.Regexp // whom, at the end of the caption
}

var words = sync.OnceValue(func() *wordSets {
	kinds := map[string][]string{}
	known := []string{"before", "given", "signs", "ends", "shows", "labels", "numbered"}
	table.Must(table.Lines("caption/data/captions.txt", lines, known, func(kind, line string) error {
		kinds[kind] = append(kinds[kind], regexp.QuoteMeta(line))
		return nil
	}))
	before, signs := strings.Join(kinds["before"], "|"), strings.Join(kinds["signs"], "")
	named := before + "|" + strings.Join(kinds["given"], "|")
	labels := map[string]bool{}
	for _, label := range kinds["labels"] {
		labels[label] = true
	}
	return &wordSets{
		ends:   kinds["ends"],
		shows:  kinds["shows"],
		labels: labels,
		number: regexp.MustCompile(`^(?i:[\[(<〈【]?(?:` + strings.Join(kinds["numbered"], "|") +
			`)\.? ?[0-9]{1,3}(?:[-.][0-9]{1,2})?[\])>〉】]?(?:[.:)|,：]| |$))`),
		signs: "[(/<〈=:" + signs,
		marks: regexp.MustCompile(`[\[(/<〈](?:` + before + `)|(?:` + named + `) ?[=:]|[` + signs + `]`),
		pattern: regexp.MustCompile(`(?:(?:` + named + `) ?[=:] ?|[` + signs + `] ?|[./\[(] ?/? ?)([^./=:\[(` +
			signs + `]{2,40})$`),
	}
})

// saysCredit reports whether a line ends as captions do: … 모습. 해람시 제공, … 있다. 사진=해람시, … 홍길동 기자, also with
// the photographer's address behind it.
func saysCredit(line string) bool {
	line = strings.TrimRight(line, " .)]>")
	if i := strings.LastIndexAny(line, " (") + 1; i > 1 && byline.AddressAt(line, i) == len(line)-i {
		line = strings.TrimRight(line[:i], " (")
	}
	w := words()
	if i := strings.LastIndexByte(line, '.') + 1; i > 0 && sites.IsOutlet(strings.TrimSpace(line[i:])) {
		return true // … 있다. 뉴시스
	}
	return slices.ContainsFunc(w.ends, func(end string) bool { return strings.HasSuffix(line, end) }) ||
		strings.ContainsAny(line, w.signs) && w.marks.MatchString(line)
}

// Credit returns the credit of a caption such as "관통식 모습. 해람시 제공", without 제공.
func Credit(caption string) string {
	caption, _, _ = strings.Cut(caption, "재판매")
	caption = strings.TrimRight(caption, " .)]>")
	m := words().pattern.FindStringSubmatchIndex(caption)
	if m == nil {
		return ""
	}
	credit := strings.TrimSpace(caption[m[2]:m[3]])
	given := strings.TrimSpace(strings.TrimSuffix(credit, "제공"))
	if given == credit && strings.IndexByte("./[(", caption[m[0]]) >= 0 && !strings.HasSuffix(credit, "기자") &&
		!sites.IsOutlet(credit) {
		return "" // the last words of a sentence
	}
	return given
}
