package input

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRepeatedNames reads an archive that lists a name several times, as those do that were added to.
func TestRepeatedNames(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i, name := range []string{"a.txt", "a.txt", "A.txt", "a.txt"} {
		w, _ := z.Create(name)
		fmt.Fprintf(w, "%d일 둘레길을 연다.", i+1)
	}
	z.Close()
	want := []string{
		"x.zip/a.txt 1일 둘레길을 연다.", "x.zip#2/a.txt 2일 둘레길을 연다.", "x.zip/A.txt 3일 둘레길을 연다.",
		"x.zip#3/a.txt 4일 둘레길을 연다.",
	}
	withoutList := b.Bytes()[:bytes.Index(b.Bytes(), []byte("PK\x01\x02"))]
	inFolderOf(t, map[string][]byte{"x.zip": b.Bytes(), "cut/x.zip": withoutList})
	for _, file := range []string{"x.zip", "cut/x.zip"} {
		items, errs := collect(t, Options{}, file)
		var got []string
		for _, i := range items {
			got = append(got, strings.TrimPrefix(i.File, "cut/")+" "+i.Data)
		}
		if diff := cmp.Diff(want, got); diff != "" || len(errs) > 0 && file == "x.zip" {
			t.Errorf("%s: %v -want +got:\n%s", file, errs, diff)
		}
	}
}

// TestSelfUnpacking reads archives that stand behind the program that unpacks them.
func TestSelfUnpacking(t *testing.T) {
	archive := zipStored("a.html", []byte(page))
	commented := bytes.Clone(archive)
	commented[len(commented)-2] = 3
	commented = append(commented, "abc"...)
	files := map[string][]byte{
		"sh.run":     append([]byte("#!/bin/sh\necho unpacking\nexit 0\n"), archive...),
		"long.run":   append([]byte("#!/bin/sh\n"+strings.Repeat("# 풀기\n", 2000)), archive...),
		"dos.exe":    append(append([]byte("MZ"), make([]byte, 5000)...), archive...),
		"unix.bin":   append([]byte("\x7fELF\x02\x01\x01\x00"), archive...),
		"junk.zip":   append([]byte("junk\n"), archive...),
		"remark.zip": append([]byte("junk\n"), commented...),
	}
	inFolderOf(t, files)
	for file := range files {
		items, errs := collect(t, Options{}, file)
		if len(errs) > 0 || len(items) != 1 || items[0].Data != page || items[0].File != file+"/a.html" {
			t.Errorf("%s: %v %v", file, items, errs)
		}
	}
	inFolderOf(t, map[string][]byte{
		"script.txt": []byte("#!/bin/sh\necho PK\x05\x06 is how an archive ends\n"),
		"page.html":  []byte(strings.Replace(page, "<body>", "<body><!-- "+zipMember+" "+zipEnd+" -->", 1)),
	})
	for _, file := range []string{"script.txt", "page.html"} {
		if items, errs := collect(t, Options{}, file); len(errs) > 0 || len(items) != 1 || items[0].File != file {
			t.Errorf("%s: %v %v", file, items, errs)
		}
	}
}

// TestNoRegularFiles goes through a folder with what would be waited for without end.
func TestNoRegularFiles(t *testing.T) {
	inFolderOf(t, map[string][]byte{"saved/a.html": []byte(page), "saved/c.html/b.html": []byte(page)})
	socket, err := net.Listen("unix", "saved/s.html")
	if err != nil {
		t.Skip(err)
	}
	defer socket.Close()
	for link, target := range map[string]string{"saved/d.html": os.DevNull, "saved/again": "c.html", "saved/up": ".."} {
		if err := os.Symlink(target, link); err != nil {
			t.Skip(err)
		}
	}
	for follow, want := range map[bool]string{
		false: "2 links to folders (name the folders themselves), 1 links that lead out of the folder (--follow-links reads them), " +
			"1 pipes, sockets or devices",
		true: "2 links to folders (name the folders themselves), 2 pipes, sockets or devices",
	} {
		var log bytes.Buffer
		opts := Options{FollowLinks: follow, Log: slog.New(slog.NewTextHandler(&log, nil))}
		if items, errs := collect(t, opts, "saved"); len(items) != 2 || len(errs) > 0 {
			t.Errorf("%v %v", items, errs)
		}
		if !strings.Contains(log.String(), want) {
			t.Errorf("follow %v: told %s, want %s", follow, log.String(), want)
		}
	}
}

// TestValuesOnOneLine reads lines on which one value follows another.
func TestValuesOnOneLine(t *testing.T) {
	for line, want := range map[string]string{
		`{"id":1,"text":"하나"}{"id":2,"text":"둘"}`:           "#1=하나 #1.2=둘",
		`{"id":1,"text":"하나"} {"id":2,"text":"둘}{"} {}`:     "#1=하나 #1.2=둘}{ #1.3!",
		`{"id":1,"text":"하나"} junk`:                         "#1=하나 #1.2!",
		`{"id":1,"text":"하나"}} {"id":2,"text":"둘"}`:         "#1=하나 #1.2!",
		`{"id":1,"text":7}{"id":2,"text":"둘"}`:              "#1! #1.2=둘",
		`{"id":1 "text":"하나"}{"id":2,"text":"둘"}`:           "#1!",
		`{"id":1,"text":"하나"}` + strings.Repeat("{}", 5):    "#1=하나 #1.2! #1.3! #1.4! #1.5! #1.6!",
		"{\"id\":1,\"text\":\"하나\"}{}\n{\"text\":\"다음\"}\n": "#1=하나 #1.2! #2=다음",
	} {
		var got []string
		for item := range Items(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(line)}) {
			got = append(got, strings.TrimPrefix(item.File, "-")+map[bool]string{true: "!", false: "=" + string(item.Data)}[item.Err != nil])
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
	many := strings.Repeat(`{"text":"글"}`, 200_000) // no deeper than one
	n := 0
	for item := range Items(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(many)}) {
		if n++; item.Err != nil {
			t.Fatal(item.Err)
		}
	}
	if n != 200_000 {
		t.Errorf("%d values", n)
	}
}

// TestCutInOneMember cuts an archive that was packed as a whole: each record of which the decoder of Go has all is read.
func TestCutInOneMember(t *testing.T) {
	var plain []byte
	for n := range 120 {
		plain = append(plain, numberedRecord(n+1)...)
	}
	whole := gzipped(plain)
	for at := 1; at < 40; at++ {
		cut := whole[:at*len(whole)/40]
		unpacked, err := io.ReadAll(flate.NewReader(bytes.NewReader(cut[10:])))
		if !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Fatal(err)
		}
		records := bytes.Count(unpacked, []byte("</html>\r\n\r\n"))
		pages, errs, _ := read(t, cut)
		if got := len(strings.Fields(pages)); got != records || len(errs) != 1 || !errors.Is(errs[0], io.ErrUnexpectedEOF) {
			t.Errorf("%d of %d bytes: %d pages of %d, errors %v", len(cut), len(whole), got, records, errs)
		}
	}
}
