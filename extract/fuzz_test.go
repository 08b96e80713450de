package extract

import (
	"errors"
	"reflect"
	"testing"
)

// FuzzFromBytes should be run with -fuzzminimizetime=10x: by default the go command spends up to a minute on
// shortening each page that reaches new code, in which it tries nothing new.
func FuzzFromBytes(f *testing.F) {
	f.Add([]byte("<article><h1>해람시 축제</h1>" + paragraphs(first, second, third) + "</article>"))
	f.Add([]byte("<div id=bo_v_con>" + first + "<br>" + second + "</div><script>g5_bo_table='x'</script>"))
	f.Add([]byte("<meta charset=euc-kr><p>\xb0\xa1\xb3\xaa\xb4\xd9"))
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"))
	f.Add([]byte(`<script type=application/ld+json>{"@type":"NewsArticle","articleBody":"` + first + second + third +
		`"}</script>`))
	for _, page := range ownPages(f) {
		if len(page) < 2000 { // what is small is tried often
			f.Add(page)
		}
	}
	for _, h := range hostile {
		if page := h.page(200); len(page) < 2000 {
			f.Add([]byte(page))
		}
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		opts := &Options{SkipFacts: true}
		a, err := FromBytes(page, Page{URL: "https://www.haeram.example/1"}, opts)
		b, again := FromBytes(page, Page{URL: "https://www.haeram.example/1"}, opts)
		if !reflect.DeepEqual(a, b) || (err == nil) != (again == nil) {
			t.Fatal("the same page gave two answers")
		}
		switch {
		case err == nil:
			checkArticle(t, a)
			if _, err := a.JSONLD(); err != nil {
				t.Fatal(err)
			}
			a.Markdown()
		case !errors.Is(err, ErrNoArticle) && !errors.Is(err, ErrNotText):
			t.Fatalf("error %v", err)
		}
	})
}
