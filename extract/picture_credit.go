package extract

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/sites"
)

//go:embed data/picturecredits.txt
var pictureCreditLines string

// pictureWords holds data/picturecredits.txt.
type pictureWords struct {
	ends    []string
	marks   *regexp.Regexp // that a line names who made or gave a picture
	pattern *regexp.Regexp // whom, at the end of the caption
}

var pictureCredits = sync.OnceValue(func() *pictureWords {
	kinds := map[string][]string{"[before]": nil, "[signs]": nil, "[ends]": nil}
	kind := ""
	for i, line := range strings.Split(pictureCreditLines, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] != '[' {
			kinds[kind] = append(kinds[kind], regexp.QuoteMeta(line))
			continue
		}
		if _, ok := kinds[line]; !ok {
			panic(fmt.Sprintf("extract: data/picturecredits.txt:%d: unknown kind %s", i+1, line))
		}
		kind = line
	}
	before, signs := strings.Join(kinds["[before]"], "|"), strings.Join(kinds["[signs]"], "")
	return &pictureWords{
		ends:    kinds["[ends]"],
		marks:   regexp.MustCompile(`[\[(/<〈](?:` + before + `)|(?:` + before + `) ?[=:]|[` + signs + `]`),
		pattern: regexp.MustCompile(`(?:(?:` + before + `) ?[=:] ?|[` + signs + `] ?|[./\[(] ?/? ?)([^./=:\[(` + signs + `]{2,40})$`),
	}
})

// saysCredit reports whether a line ends as captions do: … 모습. 해람시 제공, … 있다. 사진=해람시, … 홍길동 기자, also with
// the photographer's address behind it.
func saysCredit(line string) bool {
	line = strings.TrimRight(line, " .)]>")
	if i := strings.LastIndexAny(line, " (") + 1; i > 1 && byline.AddressAt(line, i) == len(line)-i {
		line = strings.TrimRight(line[:i], " (")
	}
	for _, end := range pictureCredits().ends {
		if strings.HasSuffix(line, end) {
			return true
		}
	}
	return pictureCredits().marks.MatchString(line)
}

// creditOf returns the credit of a caption such as "관통식 모습. 해람시 제공", without 제공.
func creditOf(caption string) string {
	caption, _, _ = strings.Cut(caption, "재판매")
	caption = strings.TrimRight(caption, " .)]>")
	m := pictureCredits().pattern.FindStringSubmatchIndex(caption)
	if m == nil {
		return ""
	}
	credit := strings.TrimSpace(caption[m[2]:m[3]])
	given := strings.TrimSpace(strings.TrimSuffix(credit, "제공"))
	if given == credit && strings.IndexByte("./[(", caption[m[0]]) >= 0 && !strings.HasSuffix(credit, "기자") && !sites.IsOutlet(credit) {
		return "" // the last words of a sentence
	}
	return given
}
