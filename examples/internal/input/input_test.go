package input

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

const page = "<!doctype html><html><head><title>해람시, 둘레길 연다</title></head><body><p>해람시는 3일 둘레길을 연다.</p></body></html>"

// got is what a test compares of an item.
type got struct {
	File, ID string
	Kind     Kind
	Data     string
	URL      string
}

func collect(t *testing.T, opts Options, paths ...string) (items []got, errs []error) {
	t.Helper()
	for item := range Items(t.Context(), paths, opts) {
		if item.Err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", item.File, item.Err))
			continue
		}
		items = append(items, got{filepath.ToSlash(item.File), item.ID, item.Kind, string(item.Data), item.URL})
	}
	return items, errs
}

// inFolderOf writes files and makes their folder the current one.
func inFolderOf(t *testing.T, files map[string][]byte) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func gzipped(data []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(data)
	z.Close()
	return b.Bytes()
}

func zstded(data []byte) []byte {
	z, _ := zstd.NewWriter(nil)
	return z.EncodeAll(data, nil)
}

func zipped(names []string, files map[string][]byte) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, _ := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, NonUTF8: !isASCII(name) && name != "기사.html"})
		w.Write(files[name])
	}
	z.Close()
	return b.Bytes()
}

func isASCII(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0 }

func TestFolders(t *testing.T) {
	inFolderOf(t, map[string][]byte{
		"saved/b.html":                []byte(page),
		"saved/a/z.htm.gz":            gzipped([]byte(page)),
		"saved/a/c.txt":               []byte("해람시는 3일 둘레길을 연다."),
		"saved/a/picture.png":         []byte("\x89PNG\r\n\x1a\n\x00\x00"),
		"saved/a/script.js":           []byte("document.write('<p>no page</p>')"),
		"saved/a/feed.xml":            []byte(`<?xml version="1.0"?><rss version="2.0"></rss>`),
		"saved/no-suffix":             []byte(page),
		"saved/index.php?id=7":        []byte(page),
		"saved/.hidden.html":          []byte(page),
		"saved/.git/x.html":           []byte(page),
		"saved/truth.jsonl":           []byte(`{"id":"1","cluster":"2"}`),
		"saved/b_files/advert.html":   []byte(page),
		"saved/expected.json":         []byte("{\n  \"text\": \"글\",\n  \"views\": 7\n}\n"),
		"saved/lines.ndjson":          []byte(`{"id":7,"text":"글"}` + "\n\n" + `{"url":"https://haeram.example/8","html":"<p>쪽</p>"}`),
		"saved/misnamed.html":         zipped([]string{"in.html"}, map[string][]byte{"in.html": []byte(page)}),
		"saved/report.docx":           zipped([]string{"word/x.xml"}, map[string][]byte{"word/x.xml": []byte("<w/>")}),
		"saved/utf16.txt":             must(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte("유니코드 글"))),
		"saved/z-cp949-of-old-pc.txt": must(korean.EUCKR.NewEncoder().Bytes([]byte("옛 글 똠방각하"))),
	})
	items, errs := collect(t, Options{}, "saved")
	if len(errs) > 0 {
		t.Errorf("errors: %v", errs)
	}
	want := []got{
		{File: "saved/a/c.txt", Kind: Text, Data: "해람시는 3일 둘레길을 연다."},
		{File: "saved/a/z.htm.gz", Data: page},
		{File: "saved/b.html", Data: page},
		{File: "saved/index.php?id=7", Data: page},
		{File: "saved/lines.ndjson#1", ID: "7", Kind: Text, Data: "글"},
		{File: "saved/lines.ndjson#3", Data: "<p>쪽</p>", URL: "https://haeram.example/8"},
		{File: "saved/no-suffix", Data: page},
		{File: "saved/utf16.txt", Kind: Text, Data: "유니코드 글"},
		{File: "saved/z-cp949-of-old-pc.txt", Kind: Text, Data: "옛 글 똠방각하"},
	}
	// A zip that bears another name is read when it is named, not when it is walked over: .docx is one, too.
	if diff := cmp.Diff(want, items); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if items, errs := collect(t, Options{}, "saved/expected.json"); len(items) != 1 || len(errs) > 0 {
		t.Errorf("one JSON value over several lines, named: %v, %v; want its text", items, errs)
	}
	items, _ = collect(t, Options{}, "saved/misnamed.html", "saved/*.htm?")
	if len(items) != 3 || items[0].File != "saved/misnamed.html/in.html" {
		t.Errorf("named files: %v", items)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestStandardInput(t *testing.T) {
	for name, data := range map[string][]byte{
		"page": []byte(page), "gzip": gzipped([]byte(page)), "zstd": zstded([]byte(page)),
		"zip":  zipped([]string{"a.html"}, map[string][]byte{"a.html": []byte(page)}),
		"warc": warcRecord("response", "https://a.example/", "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"+page),
	} {
		items, errs := collect(t, Options{Stdin: bytes.NewReader(data)}, "-")
		if len(items) != 1 || len(errs) > 0 || items[0].Data != page || !strings.HasPrefix(items[0].File, "-") {
			t.Errorf("%s: %v %v", name, items, errs)
		}
	}
}

func TestAddresses(t *testing.T) {
	inFolderOf(t, map[string][]byte{
		"a.html": []byte("<!DOCTYPE html>\n<!-- saved from url=(0024)https://haeram.example/1 -->\n<html></html>"),
		"b.html": []byte("<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://haeram.example/2 \n saved date: Wed Feb 23 2022 17:41:00 GMT+0900 (KST)\n--></html>"),
		"c.html": []byte("<html></html>"),
	})
	items, _ := collect(t, Options{URLs: map[string]string{"c.html": "https://haeram.example/3"}}, ".")
	for i, item := range items {
		if want := fmt.Sprintf("https://haeram.example/%d", i+1); item.URL != want {
			t.Errorf("%s: URL %q, want %q", item.File, item.URL, want)
		}
	}
	for item := range Items(t.Context(), []string{"b.html"}, Options{}) {
		if got := item.Fetched.Format("2006-01-02T15:04:05Z07:00"); got != "2022-02-23T17:41:00+09:00" {
			t.Errorf("fetched %s", got)
		}
	}
}

func TestZip(t *testing.T) {
	cp949 := string(must(korean.EUCKR.NewEncoder().Bytes([]byte("둘레길.html"))))
	names := []string{"dir/", "dir/b.html", "a.html", "기사.html", cp949, "../up.html", "/etc/x.html", "C:\\x.html",
		"__MACOSX/a.html", "style.css", "inner.zip", "note.txt.gz"}
	files := map[string][]byte{"inner.zip": zipped([]string{"i.html"}, map[string][]byte{"i.html": []byte(page)}), "note.txt.gz": gzipped([]byte("글"))}
	for _, n := range names {
		if files[n] == nil && strings.HasSuffix(n, ".html") {
			files[n] = []byte(page)
		}
	}
	inFolderOf(t, map[string][]byte{"x.zip": zipped(names, files)})
	items, errs := collect(t, Options{}, "x.zip")
	var found []string
	for _, i := range items {
		found = append(found, i.File)
	}
	want := []string{"x.zip/dir/b.html", "x.zip/a.html", "x.zip/기사.html", "x.zip/둘레길.html", "x.zip/inner.zip/i.html", "x.zip/note.txt.gz"}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if len(errs) != 3 || slices.ContainsFunc(errs, func(err error) bool { return !errors.Is(err, ErrUnsafe) }) {
		t.Errorf("names that lead out: %v", errs)
	}
}

func TestHostileArchives(t *testing.T) {
	bomb := bytes.Repeat([]byte(page), 400_000/len(page))
	nested := gzipped([]byte(page))
	for range 4 {
		nested = gzipped(nested)
	}
	many := map[string][]byte{}
	var names []string
	for i := range 50 {
		names = append(names, fmt.Sprint(i, ".html"))
		many[names[i]] = bytes.Repeat([]byte("<p>"), 10_000)
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"one page":       {gzipped(bomb), ErrTooLarge},
		"page in zip":    {zipped([]string{"a.html"}, map[string][]byte{"a.html": bomb}), ErrTooLarge},
		"many pages":     {zipped(names, many), ErrUnpacks},
		"gzip in gzip":   {nested, ErrNested},
		"truncated gzip": {gzipped([]byte(page))[:60], io.ErrUnexpectedEOF},
		"truncated zip":  {zipped(names, many)[:300], zip.ErrFormat},
		"binary":         {[]byte("\x00\x01\x02"), ErrBinary},
	} {
		t.Run(name, func(t *testing.T) {
			inFolderOf(t, map[string][]byte{"x": c.data})
			items, errs := collect(t, Options{MaxPage: 100_000, MaxUnpacked: 300_000}, "x")
			if !slices.ContainsFunc(errs, func(err error) bool { return errors.Is(err, c.want) }) {
				t.Errorf("%d items, errors %v; want %v", len(items), errs, c.want)
			}
		})
	}
}

func TestLines(t *testing.T) {
	lines := strings.Join([]string{
		`{"id":"가","text":"글","reference":"2022-02-23T17:41:00+09:00"}`,
		`{"id":"나","text":`,
		`{"id":"다"}`,
		`{"id":"라","text":"글","reference":"어제"}`,
		`{"text":"` + strings.Repeat("x", 10_000) + `"}`,
		`{"file":"a.html","title":"제목","text":"글","published":"2022-02-23T17:41:00+09:00"}`,
		`{"file":"b.html","error":"extract: page has no article"}`,
		`{"text":7}`,
	}, "\n")
	var text []string
	for item := range Items(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(lines), MaxPage: 1000}) {
		if item.Err != nil {
			if strings.Contains(item.Err.Error(), "Go ") {
				t.Errorf("the error speaks of our types: %v", item.Err)
			}
			text = append(text, fmt.Sprintf("%s %s: error", item.File, item.Name()))
			continue
		}
		text = append(text, fmt.Sprintf("%s %s %s %s", item.File, item.Name(), item.Data, item.Time.Format("2006-01-02T15:04Z07:00")))
	}
	want := []string{
		"-#1 가 글 2022-02-23T17:41+09:00", "-#2 -#2: error", "-#3 다: error", "-#4 라: error", "-#5 -#5: error",
		"-#6 a.html 글 2022-02-23T17:41+09:00", "-#7 b.html: error", "-#8 -#8: error",
	}
	if diff := cmp.Diff(want, text); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestReadingStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	endless := io.MultiReader(strings.NewReader(`{"text":"글"}`+"\n"), endlessLines{})
	n := 0
	for range Items(ctx, []string{"-"}, Options{Stdin: endless}) {
		if n++; n == 5 {
			cancel()
		}
	}
	if n > 6 {
		t.Errorf("%d items after cancelling at 5", n)
	}
}

type endlessLines struct{}

func (endlessLines) Read(p []byte) (int, error) { return copy(p, "{\"text\":\"글\"}\n"), nil }

func TestCheck(t *testing.T) {
	inFolderOf(t, map[string][]byte{"a.html": nil})
	if err := Check([]string{"a.html", "*.html", ".", "-"}); err != nil {
		t.Error(err)
	}
	for _, missing := range []string{"b.html", "*.txt"} {
		if err := Check([]string{missing}); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: %v", missing, err)
		}
	}
}
