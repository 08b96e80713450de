package sites

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/gisa-go/gisa/internal/corpus"
)

// ownPages is where the pages of our own writing lie, in the markup of the systems that the rules were written for.
const ownPages = "../../testdata/pages"

// eachOwnPage calls f with the index and the address of every page of our own writing.
func eachOwnPage(t *testing.T, set *Set, f func(ix *Index, address string)) {
	t.Helper()
	urls, err := os.ReadFile(filepath.Join(ownPages, "urls.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(urls)) {
		name, address, _ := strings.Cut(strings.TrimSpace(line), "\t")
		b, err := os.ReadFile(filepath.Join(ownPages, name))
		if err != nil {
			t.Fatal(err)
		}
		f(indexOf(t, set, b), address)
	}
}

// indexOf indexes a page for a set of rules.
func indexOf(t *testing.T, set *Set, b []byte) *Index {
	t.Helper()
	r, err := charset.NewReader(bytes.NewReader(b), "text/html")
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(r)
	if err != nil {
		t.Fatal(err)
	}
	ix := set.Index(root)
	ix.Add(root)
	for n := range root.Descendants() {
		ix.Add(n)
	}
	return ix
}

// eachDataPage calls f with the index and the address of the Korean development pages, where these are at hand.
func eachDataPage(t *testing.T, set *Set, f func(ix *Index, address string)) {
	t.Helper()
	for page := range corpus.Lines[struct{ ID, URL string }](t, "pages", "korean", "truth.jsonl") {
		f(indexOf(t, set, corpus.Bytes(t, "pages", "korean", "html", page.ID+".html.gz")), page.URL)
	}
}

// unseen are the layouts of publishing systems of which no page is at hand any more: nothing holds that they match.
var unseen = []string{"dadamedia/2015", "insnews/2012", "detailcont/2018", "donga/2022", "daum/2009", "gnuboard/4",
	"gov-board/bodo", "gov-board/basic", "nate/mobile", "naver-entertain/2018", "naver-entertain/2017",
	"naver-entertain/2024", "ppomppu/2019", "zum/2016"}

// TestFingerprints holds that every layout of a publishing system is recognised on a page: one that no page bears may
// be a rule that never matches.
func TestFingerprints(t *testing.T) {
	set := Builtin()
	laid := map[string]bool{}
	look := func(ix *Index, address string) {
		for _, r := range set.rules {
			if l := r.layout(ix, time.Time{}); l != nil && len(r.when) > 0 && r.recognises(address, ix) {
				laid[r.Name+"/"+l.Name] = true
			}
		}
	}
	eachOwnPage(t, set, look)
	eachDataPage(t, set, look)
	for _, r := range set.rules {
		for _, l := range r.Layouts {
			if name := r.Name + "/" + l.Name; len(r.when) > 0 && laid[name] == slices.Contains(unseen, name) {
				t.Errorf("%s: seen %v", name, laid[name])
			}
		}
	}
}

// TestHosts holds that the rule of a newspaper fits one of the development pages of its hosts at least: newspapers
// change their design, and have others for small screens.
func TestHosts(t *testing.T) {
	set := Builtin()
	pages, fits := map[string]int{}, map[string]int{}
	eachDataPage(t, set, func(ix *Index, address string) {
		if rules := set.ofHost(address); len(rules) > 0 {
			pages[rules[0].Name]++
			if set.Match(address, ix, time.Time{}).Layout != nil {
				fits[rules[0].Name]++
			}
		}
	})
	for name, n := range pages {
		if fits[name] == 0 {
			t.Errorf("site %s: it fits none of its %d pages", name, n)
		}
	}
}
