package pipeline

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/dedupe"
)

// values is an iterator as Beam gives it.
func values[T any](all ...T) func(*T) bool {
	return func(v *T) bool {
		if len(all) == 0 {
			return false
		}
		*v, all = all[0], all[1:]
		return true
	}
}

// A worker that gets sketches of an older version, or of other options, among its own refuses all.
func TestOlderSketchesAreRefused(t *testing.T) {
	lines, err := os.ReadFile(filepath.Join("..", "..", "..", "dedupe", "testdata", "sketches-1.golden"))
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(lines), "\n")
	old, err := hex.DecodeString(first[strings.LastIndexByte(first, ' ')+1:])
	if err != nil {
		t.Fatal(err)
	}
	sketch := func(o *dedupe.Options) []byte {
		s, err := dedupe.NewSketcher(o)
		if err != nil {
			t.Fatal(err)
		}
		k, _ := s.Sketch(dedupe.Document{ID: "마루", Text: strings.Repeat("마루시가 나루터에 새 배를 띄운다. ", 5)})
		b, err := sketched(&k, place{1, 2, 3})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	own, other := sketch(nil), sketch(&dedupe.Options{Shingle: 6})
	for name, b := range map[string][]byte{"version": append([]byte{0, 0, 0}, old...), "options": other} {
		given := 0
		count := func(string, string) { given++ }
		err := (&firstFn{}).ProcessElement(t.Context(), "sum", values(own, b), func(string, []byte) { given++ }, count, count, func([]byte) {})
		if !errors.Is(err, dedupe.ErrSketchVersion) || given > 0 {
			t.Errorf("%s: %v, and %d were passed on", name, err, given)
		}
	}
}

// Of a hot key no more than PairLimit texts are held, and of copies each is told once.
func TestHotKeys(t *testing.T) {
	for _, n := range []int{1, 24, 25, 3000} {
		left, pairs, common, hot := n, 0, 0, 0
		all := func(s *string) bool {
			left--
			*s = fmt.Sprintf("%016d", left)
			return left >= 0
		}
		(&proposeFn{}).ProcessElement(t.Context(), "key", all, func(string, int64) { pairs++ }, func(string, int64) { common++ }, func(string, string) { hot++ })
		want := [3]int{n * (n - 1) / 2, 0, 0}
		if n > dedupe.PairLimit {
			want = [3]int{0, n, n}
		}
		if got := [3]int{pairs, common, hot}; got != want {
			t.Errorf("%d texts: %v pairs, common and hot, want %v", n, got, want)
		}
	}
}

func TestDamagedRecords(t *testing.T) {
	h := head{Claim: dedupe.Claim(strings.Repeat("x", 20)), Size: 3, place: place{1, 2, 300}}
	x := tie{a: h, b: h, sums: [2]string{strings.Repeat("a", sumSize), strings.Repeat("b", sumSize)}, common: true, Match: dedupe.Match{Kind: dedupe.Near, Similarity: .5, Containment: .75}}
	b := x.record()
	r := reader{b: b[1:]}
	if got := r.tie(); r.err != nil || fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", x) {
		t.Errorf("%+v, %v", got, r.err)
	}
	for n := 1; n < len(b); n++ {
		r := reader{b: b[1:n]}
		if r.tie(); r.err == nil {
			t.Fatalf("%d bytes of %d are read", n, len(b))
		}
	}
}

const archive = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n"

func response1(uri, kind, body string) string {
	http := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s", kind, len(body), body)
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-03-01T00:00:00Z\r\n"+
		"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", uri, len(http), http)
}

func TestArchives(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "pages", "gnuboard", "haeram.html"))
	if err != nil {
		t.Fatal(err)
	}
	whole := archive + response1("http://haeram.example/1", "text/html; charset=utf-8", string(page)) +
		response1("http://haeram.example/p.png", "image/png", "\x89PNG") + response1("<http://haeram.example/2>", "text/html", "<p>")
	var got []string
	for l, err := range (&documentsFn{}).lines("x.warc", strings.NewReader(whole)) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprint(l.ID, " ", l.Article != nil, " ", l.Error != ""))
	}
	if want := []string{"x.warc#1 true false", "x.warc#2 false true"}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", got, want)
	}
	for cut := len(archive) + 1; cut < len(whole)-4; cut += 97 { // behind it, all is there
		n := 0
		var damage error
		for _, err := range responses(bufio.NewReader(bytes.NewReader([]byte(whole[:cut])))) {
			if n++; err != nil {
				damage = err
			}
		}
		if !errors.Is(damage, errWARC) && !strings.HasSuffix(strings.TrimSpace(whole[:cut]), "PNG") {
			t.Fatalf("%d bytes of %d: %d pages and no error", cut, len(whole), n)
		}
	}
}

func TestDocuments(t *testing.T) {
	in := "{\"id\":\"a\",\"text\":\"가\",\"time\":\"2026-03-01T09:00:00+09:00\"}\n\n{\"id\":\"b\"}\nno\n{\"id\":\"c\",\"text\":\"\",\"published\":\"2026-03-02\"}"
	var got []string
	for l, err := range documents(bufio.NewReader(strings.NewReader(in))) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s %t %t", l.ID, l.Error != "", !l.time().IsZero()))
	}
	if want := []string{"a false true", "b true false", " true false", "c false true"}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", got, want)
	}
}
