package input

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
)

// prosePage is a page with so much to say that it may be an article; framesPage says nothing itself.
var prosePage = "<!doctype html><html><head><title>둘레길</title></head><body><p>" + strings.Repeat("해람시는 바닷가 둘레길을 내년 봄까지 새로 놓는다고 밝혔다. ", 12) + "</p></body></html>"

func framesPage(frame string) string {
	return `<!doctype html><html><head><title>다온일보</title></head><body>` + frame + `</body></html>`
}

func TestFrames(t *testing.T) {
	escaped := strings.NewReplacer("&", "&amp;", `"`, "&quot;").Replace(prosePage)
	inFolder := framesPage(`<iframe src="./page_files/frame.html"></iframe>`)
	inFolderOf(t, map[string][]byte{
		"srcdoc.html":               []byte(framesPage(`<iframe srcdoc="` + escaped + `"></iframe>`)),
		"page.html":                 []byte(inFolder),
		"page_files/frame.html":     []byte("<!-- saved from url=(0027)https://haeram.example/news/1 -->" + prosePage),
		"page_files/advert.html":    []byte(page),
		"article.html":              []byte(strings.Replace(prosePage, "</body>", `<iframe srcdoc="`+escaped+`"></iframe></body>`, 1)),
		"out.html":                  []byte(framesPage(`<iframe src="../secret_files/x.html"></iframe><iframe src="/etc/x_files/passwd"></iframe>`)),
		"zipped.zip":                zipped([]string{"page.html", "page_files/frame.html"}, map[string][]byte{"page.html": []byte(inFolder), "page_files/frame.html": []byte(prosePage)}),
		"frame-without-folder.html": []byte(framesPage(`<iframe src="./gone_files/frame.html"></iframe>`)),
	})
	items, errs := collect(t, Options{}, ".")
	if len(errs) > 0 {
		t.Error(errs)
	}
	found := map[string]string{}
	for _, i := range items {
		found[i.File] = i.Data
		if i.File == "page.html" && i.URL != "https://haeram.example/news/1" {
			t.Errorf("%s: address %s", i.File, i.URL)
		}
	}
	for _, file := range []string{"srcdoc.html", "page.html", "zipped.zip/page.html"} {
		if !strings.Contains(found[file], "둘레길을 내년 봄까지") {
			t.Errorf("%s: %.80s", file, found[file])
		}
	}
	if len(found) != 6 || !strings.Contains(found["article.html"], "<iframe") {
		t.Errorf("%d items; the article with a frame is %.80s", len(found), found["article.html"])
	}
}

func TestShadowRoots(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"as the standard has it": {`<x-a><template shadowrootmode="open"><p>안</p></template></x-a>`, `<x-a><p>안</p></x-a>`},
		"as Chromium saves it":   {`<x-a><template shadowmode="closed"><p>안</p></template></x-a>`, `<x-a><p>안</p></x-a>`},
		"slots": {`<x-a><template shadowrootmode=open><h1><slot name=t>제목 없음</slot></h1><slot></slot><footer>끝</footer></template><p>글</p><b slot=t>제목</b></x-a>`,
			`<x-a><h1><slot name="t" data-filled="1"><b slot="t">제목</b></slot></h1><slot data-filled="1"><p>글</p></slot><footer>끝</footer></x-a>`},
		"not shown":          {`<x-a><template shadowrootmode=open><p>안</p></template><p>밖</p></x-a>`, `<x-a><p>안</p></x-a>`},
		"nothing of its own": {`<x-a><template shadowrootmode=open><style>p{}</style></template><p>밖</p></x-a>`, `<x-a><style>p{}</style><p>밖</p></x-a>`},
		"nested":             {`<x-a><template shadowrootmode=open><x-b><template shadowrootmode=open>둘</template></x-b></template></x-a>`, `<x-a><x-b>둘</x-b></x-a>`},
		"a mere template":    {`<div shadowrootmode=open><template><p>안</p></template></div>`, `<div shadowrootmode=open><template><p>안</p></template></div>`},
	} {
		got := string(flattened(Item{Data: []byte(c.page)}).Data)
		_, body, found := strings.Cut(strings.TrimSuffix(got, "</body></html>"), "<body>")
		if !found {
			body = got
		}
		if body != c.want {
			t.Errorf("%s: %s, want %s", name, body, c.want)
		}
	}
	cp949 := must(korean.EUCKR.NewEncoder().Bytes([]byte(`<x-a><template shadowrootmode="open"><p>안</p></template></x-a>`)))
	if got := flattened(Item{Data: cp949}); !strings.Contains(string(got.Data), "<p>안</p>") || got.ContentType != "text/html; charset=utf-8" {
		t.Errorf("in CP949: %q, %s", got.Data, got.ContentType)
	}
}

func TestNotes(t *testing.T) {
	for note, want := range map[string]string{
		"<!-- saved from url=(0024)https://haeram.example/1 -->":                                                                                                                       "https://haeram.example/1 0001-01-01T00:00:00Z",
		"<!--\n Page saved with SingleFile \n url: https://haeram.example/1 \n saved date: Wed Feb 23 2022 17:41:00 GMT+0900 (KST)\n-->":                                               "https://haeram.example/1 2022-02-23T17:41:00+09:00",
		"<!-- Mirrored from haeram.example/news/1.html by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 23 Feb 2022 08:41:00 GMT -->":                                                  "http://haeram.example/news/1.html 2022-02-23T08:41:00Z",
		"<!-- Saved from https://haeram.example/1 at 2022-02-23T08:41:00Z using monolith v2.8.3 -->":                                                                                   "https://haeram.example/1 2022-02-23T08:41:00Z",
		`<html data-scrapbook-source="https://haeram.example/1" data-scrapbook-create="20220223084100123">`:                                                                            "https://haeram.example/1 2022-02-23T08:41:00Z",
		"<!-- saved from url=(0024)file:///home/reader/1 -->":                                                                                                                          " 0001-01-01T00:00:00Z",
		`<meta name="generator" content="LibreOffice 7.4"/><meta name="created" content="2026-01-01T00:00:00"/>`:                                                                       " 0001-01-01T00:00:00Z",
		"<!-- Mirrored from https://haeram.example/news/2.html by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 23 Feb 2022 08:41:00 GMT --><!-- Added by HTTrack --><meta charset=x>": "https://haeram.example/news/2.html 2022-02-23T08:41:00Z",
	} {
		got := readNotes(Item{Data: []byte("<!DOCTYPE html>\n" + note + "<html></html>")})
		if s := got.URL + " " + got.Fetched.Format("2006-01-02T15:04:05Z07:00"); s != want {
			t.Errorf("%s:\n got %s\nwant %s", note, s, want)
		}
		if strings.Contains(string(got.Data), `name="created"`) {
			t.Errorf("a converter's time is left: %s", got.Data)
		}
	}
}

func TestPicturesOfThePage(t *testing.T) {
	single := "<!--\n Page saved with SingleFile \n url: https://haeram.example/1 \n-->"
	for name, c := range map[string]struct{ page, want string }{
		"inlined":                 {single + `<img alt=a src="data:image/png;base64,AAAA"><img src=data:image/jpeg;base64,BBBB>`, single + `<img alt=a src="` + Local + `"><img src=` + Local + `>`},
		"a dot":                   {single + `<img src="data:image/gif;base64,R0lGODlhAQABAIAAAP">`, single + `<img src="data:image/gif;base64,R0lGODlhAQABAIAAAP">`},
		"beside":                  {`<!-- saved from url=(0024)https://haeram.example/1 --><img src="./해람 소식_files/a.jpg">`, `<!-- saved from url=(0024)https://haeram.example/1 --><img src="` + Local + `./해람 소식_files/a.jpg">`},
		"a folder of the site":    {`<img src="board_files/a.jpg"><img src="data:image/png;base64,AAAA">`, `<img src="board_files/a.jpg"><img src="data:image/png;base64,AAAA">`},
		"an address of elsewhere": {`<!-- saved from url=(0024)https://haeram.example/1 --><img src="https://img.example/x_files/a.jpg">`, `<!-- saved from url=(0024)https://haeram.example/1 --><img src="https://img.example/x_files/a.jpg">`},
	} {
		if got := string(withLocalPictures([]byte(c.page))); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

func TestMail(t *testing.T) {
	base := "From: 해람 <news@haeram.example>\r\nTo: desk@daon.example\r\nSubject: =?utf-8?B?7ZW0656M?=\r\nDate: Wed, 23 Feb 2022 08:41:00 GMT\r\nMIME-Version: 1.0\r\n"
	attached := base + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n보도자료를 보냅니다.\r\n" +
		"--x\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename=\"=?utf-8?B?7ZW0656M?=.html\"\r\n\r\n" + page +
		"\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF-1.4\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n" +
		base + "Content-Type: text/html; charset=utf-8\r\n\r\n" + page + "\r\n--x--\r\n"
	for name, c := range map[string]struct {
		mail string
		want []string
	}{
		"a text":          {base + "\r\n둘레길을 연다.\r\n", []string{"- 해람\n\n둘레길을 연다.\r\n"}},
		"a page":          {base + "Content-Type: text/html; charset=utf-8\r\n\r\n" + page, []string{"- " + page}},
		"without a title": {base + "Content-Type: text/html; charset=utf-8\r\n\r\n<p>글</p>", []string{"- <title>&#54644;&#46988;</title><p>글</p>"}},
		"attachments":     {attached, []string{"- 해람\n\n보도자료를 보냅니다.", "-/해람.html " + page, "-/part-5 " + page}},
		"of a mailbox":    {"From news@haeram.example Wed Feb 23 08:41:00 2022\r\n" + base + "\r\n글\r\n", []string{"- 해람\n\n글\r\n"}},
	} {
		items, errs := collect(t, Options{Stdin: strings.NewReader(c.mail)}, "-")
		var found []string
		for _, i := range items {
			found = append(found, i.File+" "+i.Data)
		}
		if diff := cmp.Diff(c.want, found); diff != "" || len(errs) > 0 {
			t.Errorf("%s: %v -want +got:\n%s", name, errs, diff)
		}
	}
	for item := range Items(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(base + "\r\n글\r\n")}) {
		if got := item.Fetched.Format("2006-01-02T15:04:05Z07:00"); got != "2022-02-23T08:41:00Z" {
			t.Errorf("sent %s", got)
		}
	}
	deep := strings.Builder{}
	deep.WriteString(base)
	for n := range 30 {
		fmt.Fprintf(&deep, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", n, n)
	}
	if items, errs := collect(t, Options{Stdin: strings.NewReader(deep.String())}, "-"); len(items) > 0 || len(errs) != 1 {
		t.Errorf("parts in parts: %v, %v", items, errs)
	}
}

func TestNamesInZip(t *testing.T) {
	cp949 := string(must(korean.EUCKR.NewEncoder().Bytes([]byte("표/둘레길.html"))))
	changed := []byte{0x75, 0x70, 0, 0, 1, 0, 0, 0, 0}
	changed = append(changed, "둘레길.html"...)
	changed[2] = byte(len(changed) - 4)
	crc := crc32.ChecksumIEEE([]byte("\x8d\xa8.html"))
	for i := range 4 {
		changed[5+i] = byte(crc >> (8 * i))
	}
	for name, h := range map[string]*zip.FileHeader{
		"UTF-8 without the flag": {Name: "둘레길.html", NonUTF8: true},
		"CP949":                  {Name: cp949, NonUTF8: true},
		"Unicode Path":           {Name: "\x8d\xa8.html", NonUTF8: true, Extra: changed},
	} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w := must(z.CreateHeader(h))
		w.Write([]byte(page))
		z.Close()
		items, errs := collect(t, Options{Stdin: &b}, "-")
		if len(items) != 1 || len(errs) > 0 || !strings.HasSuffix(items[0].File, "둘레길.html") {
			t.Errorf("%s: %v, %v", name, items, errs)
		}
	}
}

func TestCutZip(t *testing.T) {
	for _, stored := range []bool{false, true} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for n := range 4 {
			data := []byte(numbered(n + 1))
			h := &zip.FileHeader{Name: fmt.Sprint(n+1, ".html"), Method: zip.Deflate}
			if stored {
				h.Method, h.CRC32, h.CompressedSize64, h.UncompressedSize64 = zip.Store, crc32.ChecksumIEEE(data), uint64(len(data)), uint64(len(data))
				must(z.CreateRaw(h)).Write(data)
				continue
			}
			must(z.CreateHeader(h)).Write(data)
		}
		z.Close()
		for _, cut := range []int{10, 100, b.Len() / 2} {
			items, errs := collect(t, Options{Stdin: bytes.NewReader(b.Bytes()[:b.Len()-cut])}, "-")
			least := 4
			if cut > 300 {
				least = 1
			}
			if len(items) < least || len(errs) == 0 || len(errs) > 2 {
				t.Errorf("stored %v, %d bytes cut off: %d pages, %v", stored, cut, len(items), errs)
			}
			for n, i := range items {
				if i.Data != numbered(n+1) {
					t.Errorf("page %d is %.60s", n+1, i.Data)
				}
			}
		}
		behind := append(append([]byte("<html data-x>"), b.Bytes()...), "</html>"...)
		inFolderOf(t, map[string][]byte{"x.zip": behind[13:]})
		if items, errs := collect(t, Options{}, "x.zip"); len(items) != 4 || len(errs) > 0 {
			t.Errorf("junk behind: %d pages, %v", len(items), errs)
		}
	}
}

func TestEPUB(t *testing.T) {
	files := map[string][]byte{
		"mimetype":               []byte("application/epub+zip"),
		"META-INF/container.xml": []byte(`<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="O/c.opf"/></rootfiles></container>`),
		"O/c.opf": []byte(`<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a%20b.xhtml" media-type="application/xhtml+xml"/>` +
			`<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="t" href="cover.xhtml" media-type="application/xhtml+xml"/></manifest>` +
			`<spine><itemref idref="t"/><itemref idref="a"/></spine><guide><reference type="cover" href="cover.xhtml"/></guide></package>`),
		"O/a b.xhtml": []byte(page), "O/nav.xhtml": []byte(page), "O/cover.xhtml": []byte(page),
	}
	names := []string{"mimetype", "META-INF/container.xml", "O/c.opf", "O/a b.xhtml", "O/nav.xhtml", "O/cover.xhtml"}
	inFolderOf(t, map[string][]byte{"books/x.epub": zipped(names, files)})
	items, errs := collect(t, Options{}, "books")
	if len(items) != 1 || len(errs) > 0 || items[0].File != "books/x.epub/O/a b.xhtml" {
		t.Errorf("%v, %v", items, errs)
	}
}

func TestJSONForms(t *testing.T) {
	lines := "{\"id\":\"a\",\"text\":\"글 하나\"}\n{\"id\":\"b\",\"text\":\"글 [둘], \\\"{\\\"\"}\n"
	array := "[" + strings.Replace(strings.TrimSpace(lines), "\n", ",", 1) + "]"
	spread := "[\n  {\n    \"id\": \"a\",\n    \"text\": \"글 하나\"\n  },\n  {\n    \"id\": \"b\",\n    \"text\": \"글 [둘], \\\"{\\\"\"\n  }\n]\n"
	utf16 := func(e unicode.Endianness, s string) []byte {
		return must(unicode.UTF16(e, unicode.UseBOM).NewEncoder().Bytes([]byte(s)))
	}
	for name, data := range map[string][]byte{
		"lines": []byte(lines), "marked": []byte(bom + lines), "marked in the middle": []byte(strings.Replace(lines, "\n", "\n"+bom, 1)),
		"little-endian": utf16(unicode.LittleEndian, lines), "big-endian": utf16(unicode.BigEndian, lines), "CP949": must(korean.EUCKR.NewEncoder().Bytes([]byte(lines))),
		"unmarked":            must(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(lines))),
		"unmarked big-endian": must(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(lines))),
		"sequence":            []byte("\x1e" + strings.TrimSpace(strings.ReplaceAll(lines, "\n", "\n\x1e"))),
		"array":               []byte(array), "marked array": []byte(bom + array), "array on many lines": []byte(spread), "array in UTF-16": utf16(unicode.LittleEndian, spread),
		"lines with commas": []byte(strings.Replace(lines, "}\n", "},\n", 1)), "objects on many lines": []byte(strings.NewReplacer("[", "", "]\n", "", "\n  },", "\n  }\n").Replace(spread)),
		"packed": gzipped([]byte(spread)), "windows": []byte(strings.ReplaceAll(spread, "\n", "\r\n")),
	} {
		if name == "objects on many lines" {
			data = bytes.Replace(data, []byte("글 둘, "), []byte("글 [둘], "), 1)
		}
		items, errs := collect(t, Options{Stdin: bytes.NewReader(data)}, "-")
		var found []string
		for _, i := range items {
			found = append(found, i.ID+" "+i.Data)
		}
		if diff := cmp.Diff([]string{"a 글 하나", `b 글 [둘], "{"`}, found); name != "objects on many lines" && diff != "" || len(errs) > 0 || len(found) != 2 {
			t.Errorf("%s: %v -want +got:\n%s", name, errs, diff)
		}
	}
	for name, c := range map[string]struct {
		data string
		errs int
	}{"not closed": {array[:len(array)-1], 1}, "cut off": {array[:len(array)-9], 1}, "no objects": {`["글", 7]`, 2}, "brackets that close nothing": {"[{}\n}\n]", 2}} {
		inFolderOf(t, map[string][]byte{"x.json": []byte(c.data)})
		if _, errs := collect(t, Options{}, "x.json"); len(errs) != c.errs {
			t.Errorf("%s: %v", name, errs)
		}
	}
}

func TestPassedOver(t *testing.T) {
	inFolderOf(t, map[string][]byte{
		"saved/a.html": []byte(page), "saved/b.pdf": []byte("%PDF-1.7\n"), "saved/c.PDF": []byte("%PDF-1.7\n"), "saved/d.hwp": []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
		"saved/e.jpg": []byte("\xff\xd8\xff\xe0"), "saved/f.hwpx": zipped([]string{"Contents/section0.xml"}, map[string][]byte{"Contents/section0.xml": []byte("<x/>")}),
		"saved/hts-log.txt": []byte("HTTrack3.49"), "saved/hts-cache/new.txt": []byte("date\tsize"), "saved/robots.txt": []byte("User-agent: *"),
	})
	var log bytes.Buffer
	n := 0
	for range Items(t.Context(), []string{"saved"}, Options{Log: slog.New(slog.NewTextHandler(&log, nil))}) {
		n++
	}
	for _, want := range []string{"2 PDF (pdftotext", "1 HWP (hwp5txt", "1 HWPX", "1 pictures", "2 files of the copying program"} {
		if !strings.Contains(log.String(), want) {
			t.Errorf("want %q in %s", want, log.String())
		}
	}
	if n != 1 || strings.Count(log.String(), "\n") != 1 {
		t.Errorf("%d items; told %s", n, log.String())
	}
	for file, want := range map[string]string{"saved/b.pdf": "PDF", "saved/d.hwp": "hwp5txt", "saved/f.hwpx": "HWPX"} {
		if _, errs := collect(t, Options{}, file); len(errs) != 1 || !strings.Contains(errs[0].Error(), want) {
			t.Errorf("%s: %v", file, errs)
		}
	}
}

func TestLinks(t *testing.T) {
	inFolderOf(t, map[string][]byte{"saved/a.html": []byte(page), "elsewhere/secret.html": []byte(page), "saved/deep/b.html": []byte(page)})
	for link, target := range map[string]string{"saved/out.html": "../elsewhere/secret.html", "saved/in.html": "deep/b.html", "saved/gone.html": "nowhere.html", "link": "saved"} {
		if err := os.Symlink(filepath.FromSlash(target), filepath.FromSlash(link)); err != nil {
			t.Skip(err)
		}
	}
	count := func(opts Options, path string) (files []string) {
		items, _ := collect(t, opts, path)
		for _, i := range items {
			files = append(files, i.File)
		}
		return files
	}
	if diff := cmp.Diff([]string{"saved/a.html", "saved/deep/b.html", "saved/in.html"}, count(Options{}, "saved")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := count(Options{FollowLinks: true}, "saved"); len(got) != 4 {
		t.Errorf("followed: %v", got)
	}
	if got := count(Options{}, "link"); len(got) != 3 {
		t.Errorf("a link to a folder that is named: %v", got)
	}
	if got := count(Options{}, "saved/out.html"); len(got) != 1 {
		t.Errorf("a link that is named: %v", got)
	}
}

func TestSpare(t *testing.T) {
	inFolderOf(t, map[string][]byte{
		"saved/a.html": []byte(page), "saved/note.txt": []byte("둘레길을 연다."), "urls.tsv": []byte("a.html\thttps://a.example/"),
		"saved/earlier.ndjson": []byte(`{"file":"saved/a.html","title":"둘레길","text":"둘레길을 연다."}` + "\n"),
		"saved/earlier.txt":    []byte("saved/a.html\n둘레길\n"), "saved/table.csv": []byte("file,url\n"),
		"saved/own.ndjson": []byte(`{"id":"1","text":"둘레길을 연다."}` + "\n"),
	})
	if err := os.Link("saved/a.html", "same.html"); err != nil {
		t.Skip(err)
	}
	for out, spared := range map[string]bool{
		"": true, "-": true, "new.ndjson": true, "saved/new.html": true, "saved/table.csv": true, "saved/earlier.ndjson": true, "saved/earlier.txt": true,
		"saved/a.html": false, "./saved/../saved/a.html": false, "same.html": false, "saved/note.txt": false, "saved/own.ndjson": false, "urls.tsv": false,
	} {
		if _, err := Spare([]string{"saved"}, out, Walk{}, "urls.tsv"); (err == nil) != spared {
			t.Errorf("%s: %v", out, err)
		}
	}
	if _, err := Spare([]string{"saved/earlier.ndjson"}, "saved/earlier.ndjson", Walk{}); err == nil {
		t.Error("earlier output that is read itself is written over")
	}
	items, _ := collect(t, Options{}, "saved")
	if len(items) != 3 { // the page, the note, the user's own lines
		t.Errorf("earlier output is read: %v", items)
	}
}
