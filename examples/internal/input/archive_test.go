package input

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
)

// warcRecord writes a record of a web archive.
func warcRecord(kind, url, contentType, block string, fields ...string) []byte {
	head := fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2022-02-23T08:41:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n",
		kind, url, contentType, len(block))
	for _, f := range fields {
		head += f + "\r\n"
	}
	return []byte(head + "\r\n" + block + "\r\n\r\n")
}

func answer(status string, body []byte, fields ...string) string {
	return "HTTP/1.1 " + status + "\r\n" + strings.Join(append(fields, "", ""), "\r\n") + string(body)
}

func brotlied(data []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	w.Write(data)
	w.Close()
	return b.Bytes()
}

func crawl() []byte {
	html := "Content-Type: text/html; charset=utf-8"
	chunked := fmt.Sprintf("%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n", 20, page[:20], len(page)-20, page[20:])
	return bytes.Join([][]byte{
		warcRecord("warcinfo", "", "application/warc-fields", "software: 해람"),
		warcRecord("request", "https://a.example/1", "application/http", "GET / HTTP/1.1\r\n\r\n"),
		warcRecord("response", "<https://a.example/1>", "application/http; msgtype=response", answer("200 OK", []byte(page), html)),
		warcRecord("response", "https://a.example/2", "application/http", answer("200", []byte(chunked), html, "Transfer-Encoding: chunked")),
		warcRecord("response", "https://a.example/3", "application/http", answer("200 OK", []byte(page), html, "Transfer-Encoding: chunked")),
		warcRecord("response", "https://a.example/4", "application/http", answer("200 OK", gzipped([]byte(page)), html, "Content-Encoding: gzip")),
		warcRecord("response", "https://a.example/5", "application/http", answer("200 OK", []byte(page), html, "Content-Encoding: gzip")),
		warcRecord("response", "https://a.example/6", "application/http", answer("200 OK", brotlied([]byte(page)), html, "Content-Encoding: br")),
		warcRecord("response", "https://a.example/404", "application/http", answer("404 Not Found", []byte(page), html)),
		warcRecord("response", "https://a.example/p.png", "application/http", answer("200 OK", []byte("\x89PNG\x00"), "Content-Type: image/png")),
		warcRecord("response", "https://a.example/robots.txt", "application/http", answer("200 OK", []byte("User-agent: *"), "Content-Type: text/plain")),
		warcRecord("response", "https://a.example/cut", "application/http", answer("200 OK", []byte(page), html), "WARC-Truncated: length"),
		warcRecord("response", "https://a.example/odd", "application/http", answer("200 OK", []byte(page), html, "Content-Encoding: odd")),
		warcRecord("revisit", "https://a.example/1", "application/http", "HTTP/1.1 304 Not Modified\r\n\r\n"),
		warcRecord("resource", "https://a.example/7", "text/html", page),
		warcRecord("conversion", "https://a.example/8", "text/plain", "해람시는 3일 둘레길을 연다."),
	}, nil)
}

var crawlWant = []string{"1 " + page, "2 " + page, "3 " + page, "4 " + page, "5 " + page, "6 " + page, "7 " + page, "8 해람시는 3일 둘레길을 연다."}

func TestWARC(t *testing.T) {
	perRecord := bytes.Buffer{}
	for rec := range bytes.SplitSeq(crawl(), []byte("WARC/1.0")) {
		if len(rec) > 0 {
			perRecord.Write(gzipped(append([]byte("WARC/1.0"), rec...)))
		}
	}
	wacz := zipped([]string{"datapackage.json", "archive/data.warc.gz", "pages/pages.jsonl", "other.html"}, map[string][]byte{
		"datapackage.json": []byte("{}"), "archive/data.warc.gz": perRecord.Bytes(),
		"pages/pages.jsonl": []byte(`{"url":"https://a.example/1","text":"no"}`), "other.html": []byte(page),
	})
	inFolderOf(t, map[string][]byte{"crawl.warc": crawl(), "crawl.warc.gz": perRecord.Bytes(), "crawl.wacz": wacz, "crawl.warc.zst": zstded(crawl())})
	for _, file := range []string{"crawl.warc", "crawl.warc.gz", "crawl.wacz", "crawl.warc.zst"} {
		items, errs := collect(t, Options{}, file)
		var found []string
		for _, i := range items {
			found = append(found, strings.TrimPrefix(i.URL, "https://a.example/")+" "+i.Data)
		}
		if diff := cmp.Diff(crawlWant, found); diff != "" {
			t.Errorf("%s: -want +got:\n%s", file, diff)
		}
		if len(errs) != 2 { // the one cut off and the one in an odd coding
			t.Errorf("%s: errors: %v", file, errs)
		}
	}
}

func TestDamagedWARC(t *testing.T) {
	whole := warcRecord("response", "https://a.example/1", "application/http", answer("200 OK", []byte(page), "Content-Type: text/html"))
	for name, data := range map[string][]byte{
		"ends inside a record": whole[:len(whole)-60],
		"ends inside a header": whole[:30],
		"no length":            bytes.Replace(whole, []byte("Content-Length:"), []byte("X:"), 1),
		"negative length":      bytes.Replace(whole, []byte("Content-Length: "), []byte("Content-Length: -"), 1),
		"endless header":       append([]byte("WARC/1.0\r\n"), bytes.Repeat([]byte("X: y\r\n"), maxHeader)...),
	} {
		items, errs := collect(t, Options{Stdin: bytes.NewReader(data)}, "-")
		if len(errs) != 1 {
			t.Errorf("%s: errors: %v", name, errs)
		}
		if strings.HasPrefix(name, "ends") && len(items) != 0 {
			t.Errorf("%s: what is left passes for a page: %v", name, items)
		}
	}
}

func mhtml(coding, body string) string {
	return strings.ReplaceAll(fmt.Sprintf(`From: <Saved by Blink>
Snapshot-Content-Location: https://haeram.example/news/1
Subject: =?utf-8?Q?=ED=95=B4?=
Date: Wed, 23 Feb 2022 17:41:00 +0900
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----MultipartBoundary--x----"


------MultipartBoundary--x----
Content-Type: text/css

p { color: red }
------MultipartBoundary--x----
Content-Type: text/html; charset="utf-8"
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: %s
Content-Location: https://haeram.example/news/1

%s
------MultipartBoundary--x------
`, coding, body), "\n", "\r\n")
}

func TestMHTML(t *testing.T) {
	quoted := strings.ReplaceAll(strings.ReplaceAll(page, "=", "=3D"), "<body>", "<body>=\n")
	for coding, body := range map[string]string{
		"quoted-printable": quoted, "base64": base64.StdEncoding.EncodeToString([]byte(page)), "8bit": page,
	} {
		items, errs := collect(t, Options{Stdin: strings.NewReader(mhtml(coding, body))}, "-")
		want := []got{{File: "-", Data: page, URL: "https://haeram.example/news/1"}}
		if diff := cmp.Diff(want, items); diff != "" || len(errs) > 0 {
			t.Errorf("%s: %v -want +got:\n%s", coding, errs, diff)
		}
	}
	whole := mhtml("8bit", page)
	for _, cut := range []int{300, 420, len(whole) - 100} {
		if items, errs := collect(t, Options{Stdin: strings.NewReader(whole[:cut])}, "-"); len(errs) != 1 || len(items) > 0 {
			t.Errorf("cut at %d: %d items, errors %v", cut, len(items), errs)
		}
	}
}

// drain reads everything and checks what must hold of any input.
func drain(t *testing.T, data []byte) {
	opts := Options{Stdin: bytes.NewReader(data), MaxPage: 1 << 16, MaxUnpacked: 1 << 20}
	for item := range Items(t.Context(), []string{"-"}, opts) {
		switch {
		case item.Err != nil && item.Data != nil:
			t.Error("an error with a part of a page")
		case len(item.Data) > 6<<16:
			t.Errorf("%d bytes of a page, limit %d", len(item.Data), 1<<16)
		case !strings.HasPrefix(item.File, "-"):
			t.Errorf("file is %q", item.File)
		}
	}
}

func FuzzInput(f *testing.F) {
	f.Add([]byte(page))
	f.Add(gzipped([]byte(page)))
	f.Add([]byte(`{"id":1,"text":"글"}`))
	f.Fuzz(drain)
}

func FuzzWARC(f *testing.F) {
	f.Add(crawl())
	f.Add(gzipped(crawl()))
	f.Fuzz(func(t *testing.T, data []byte) {
		drain(t, append([]byte("WARC/"), bytes.TrimPrefix(data, []byte("WARC/"))...))
	})
}

func FuzzMHTML(f *testing.F) {
	f.Add([]byte(mhtml("quoted-printable", page)))
	f.Add([]byte(mhtml("base64", "aGVsbG8=")))
	f.Fuzz(drain)
}

// The seed is small and stored, not packed: the fuzzer spends a minute on making a larger one smaller.
func FuzzZip(f *testing.F) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.CreateRaw(&zip.FileHeader{Name: "a", UncompressedSize64: 3, CompressedSize64: 3, CRC32: crc32.ChecksumIEEE([]byte("<p>"))})
	w.Write([]byte("<p>"))
	z.Close()
	f.Add(b.Bytes())
	f.Fuzz(drain)
}

func BenchmarkWARC(b *testing.B) {
	data := bytes.Repeat(crawl(), 100)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		for item := range Items(b.Context(), []string{"-"}, Options{Stdin: io.NopCloser(bytes.NewReader(data))}) {
			_ = item
		}
	}
}
