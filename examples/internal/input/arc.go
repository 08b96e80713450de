package input

import (
	"bufio"
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// arcForm is the older form of web archives (Burner and Kahle, 1996): a line "URL address date type length" before each
// block. In its second version more stands between type and length.
type arcForm struct{}

const arcStart = "filedesc://"

func (arcForm) begins(line []byte) bool {
	if len(line) > 64<<10 || bytes.IndexByte(line, ':') < 0 {
		return false
	}
	_, err := arcHeader(string(line))
	return err == nil
}

func (arcForm) marker() []byte { return []byte("\nhttp") }
func (arcForm) look() int      { return headSize }

func (arcForm) read(first string, _ *bufio.Reader) (record, error) { return arcHeader(first) }

// arcHeader reads a header from both of its ends: addresses were written with blanks in them.
func arcHeader(line string) (record, error) {
	words := strings.Fields(line)
	n := len(words)
	for _, at := range []int{n - 3, n - 8} { // the date, in version 1 and 2
		if at < 2 || !isArcDate(words[at]) {
			continue
		}
		length, err := strconv.ParseInt(words[n-1], 10, 64)
		if err != nil || length < 0 || !strings.Contains(words[0], ":") {
			continue
		}
		rec := record{kind: "response", url: strings.Join(words[:at-1], " "), date: words[at], length: length}
		if !strings.HasPrefix(rec.url, "http") {
			rec.contentType = words[at+1] // a name server's answer, the archive's own description
		}
		return rec, nil
	}
	return record{}, fmt.Errorf("a record begins with %.60q", line)
}

func isArcDate(s string) bool {
	return (len(s) == 14 || len(s) == 12) && strings.Trim(s, "0123456789") == "" && (s[0] == '1' || s[0] == '2')
}
