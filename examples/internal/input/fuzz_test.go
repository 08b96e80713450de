package input

import (
	"bytes"
	"strings"
	"testing"
)

// drain reads everything and checks what must hold of any input.
func drain(t *testing.T, data []byte) {
	opts := Options{Stdin: bytes.NewReader(data), MaxPage: 1 << 16, MaxUnpacked: 1 << 20}
	n := 0
	for item := range Items(t.Context(), []string{"-"}, opts) {
		switch n++; {
		case item.Err != nil && item.Data != nil:
			t.Error("an error with a part of a page")
		case len(item.Data) > 6<<16:
			t.Errorf("%d bytes of a page, limit %d", len(item.Data), 1<<16)
		case !strings.HasPrefix(item.File, "-"):
			t.Errorf("file is %q", item.File)
		case n > 2*len(data)+1<<16:
			t.Fatalf("%d items of %d bytes", n, len(data))
		}
	}
}

func FuzzInput(f *testing.F) {
	f.Add([]byte(page))
	f.Add([]byte(`{"id":1,"text":"글"}`))
	f.Fuzz(drain)
}

func FuzzWARC(f *testing.F) {
	f.Add(crawl())
	f.Add(withLength(numberedRecord(1), 5))
	f.Add(append(withLength(numberedRecord(1), -5), numberedRecord(2)...))
	f.Fuzz(func(t *testing.T, data []byte) {
		drain(t, append([]byte("WARC/"), bytes.TrimPrefix(data, []byte("WARC/"))...))
	})
}

func FuzzARC(f *testing.F) {
	f.Add([]byte("x.arc 0.0.0.0 20090301123456 text/plain 4\nabc\n\nhttps://a.example/1 192.0.2.1 20090301123456 text/html 28\nHTTP/1.1 200 OK\r\n\r\n<p>글</p>\n"))
	f.Fuzz(func(t *testing.T, data []byte) { drain(t, append([]byte(arcStart), data...)) })
}

func FuzzGzip(f *testing.F) {
	f.Add(gzipped([]byte(page)))
	f.Add(bytes.Join(packed(gzipped, 3), nil))
	f.Add(append(gzipped([]byte(page)), "junk"...))
	f.Fuzz(func(t *testing.T, data []byte) { drain(t, append([]byte(gzipMagic), data...)) })
}

func FuzzZstd(f *testing.F) {
	f.Add(zstded([]byte(page)))
	f.Add(bytes.Join(packed(checkedZstd, 2), nil))
	f.Add(append(skippable(0x5d, zstded([]byte(page))), zstded([]byte(page))...))
	f.Add([]byte("\x06\x80\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00 \x00\x00\x00r\rYE\x88\xeb\x8e")) // the fuzzer once stopped here
	f.Fuzz(func(t *testing.T, data []byte) {
		drain(t, data)
		drain(t, append([]byte(zstdMagic), data...))
	})
}

func FuzzMail(f *testing.F) {
	f.Add([]byte(mhtml("quoted-printable", page)))
	f.Add([]byte(mhtml("base64", "aGVsbG8=")))
	f.Add([]byte("From: a\nTo: b\nSubject: =?euc-kr?B?x9g=?=\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\nSubject: c\n\n글\n--x--\n"))
	f.Fuzz(func(t *testing.T, data []byte) { drain(t, append([]byte("From: a\nDate: b\nSubject: c\n"), data...)) })
}

// The seed is small and stored, not packed: the fuzzer spends a minute on making a larger one smaller.
func FuzzZip(f *testing.F) {
	small := zipStored("a", []byte("<p>"))
	f.Add(small)
	f.Add(small[:40])
	f.Fuzz(func(t *testing.T, data []byte) {
		drain(t, data)
		drain(t, append([]byte(zipMember), data...))
	})
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(`[{"id":1,"text":"글"},{"html":"<p>쪽</p>"}]`))
	f.Add([]byte("{\n\"text\":\"[}\\\"\"\n}\n{}\n"))
	f.Add([]byte("\"}\n{\"text\":\"글\"}{\"text\":\"글\"} junk\n"))
	f.Fuzz(func(t *testing.T, data []byte) { drain(t, append([]byte(`[{"text":"`), data...)) })
}

func FuzzSavedPage(f *testing.F) {
	f.Add([]byte(`<x-a><template shadowrootmode=open><slot name=t></slot></template><b slot=t>글</b></x-a>`))
	f.Add([]byte(framesPage(`<iframe srcdoc="<iframe srcdoc='<p>글</p>'></iframe>"></iframe>`)))
	f.Add([]byte("<html data-sfz><!--\n Page saved with SingleFile \n url: https://haeram.example/1 \n--><img src=data:image/png;base64,AA==>"))
	f.Add([]byte(`<meta name="generator" content="pdftohtml 0.36"><body><p style="top:1px">글<br>글</p>`))
	f.Fuzz(func(t *testing.T, data []byte) { drain(t, append([]byte("<!doctype html>"), data...)) })
}
