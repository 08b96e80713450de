package sites

import (
	"strings"
	"testing"
)

func TestOutletOf(t *testing.T) {
	for address, want := range map[string]string{
		"http://www.gnnews.co.kr":             "경남일보",
		"https://m.busan.com/view.php?code=1": "부산일보",
		"https://sports.khan.co.kr/1":         "스포츠경향",
		"https://haeram.example/":             "",
		"not an address":                      "",
	} {
		if got := OutletOf(address); got != want {
			t.Errorf("%s: got %q, want %q", address, got, want)
		}
	}
}

func TestOutletLines(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.Lines(outletLines) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, host, ok := strings.Cut(line, "\t")
		if !ok || name == "" || Host("http://"+host) != host || seen[host] {
			t.Errorf("bad line %q", line)
		}
		seen[host] = true
	}
}
