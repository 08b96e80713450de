package input

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// numbered is a page that tells its number, and differs from the others as pages do.
func numbered(n int) string {
	var b strings.Builder
	r := rand.New(rand.NewPCG(uint64(n), 1))
	for range 400 {
		b.WriteRune(rune('가' + r.IntN(2000)))
	}
	return fmt.Sprintf("<!doctype html><html><head><title>%d</title></head><body><p>%s</p></body></html>", n, b.String())
}

func numberedRecord(n int, fields ...string) []byte {
	return warcRecord("response", fmt.Sprintf("https://a.example/%d", n), "application/http",
		answer("200 OK", []byte(numbered(n)), "Content-Type: text/html; charset=utf-8"), fields...)
}

// read returns the last parts of the addresses of what is read, the errors and what is told.
func read(t *testing.T, data []byte) (pages string, errs []error, told string) {
	t.Helper()
	var log bytes.Buffer
	opts := Options{Stdin: bytes.NewReader(data), Log: slog.New(slog.NewTextHandler(&log, nil))}
	var found []string
	for item := range Items(t.Context(), []string{"-"}, opts) {
		if item.Err != nil {
			errs = append(errs, item.Err)
			continue
		}
		at := strings.TrimPrefix(item.URL, "https://a.example/")
		if want := "<title>" + at + "</title>"; at != "" && !bytes.Contains(item.Data, []byte(want)) {
			t.Errorf("page %s is %.80s", at, item.Data)
		}
		found = append(found, at)
	}
	return strings.Join(found, " "), errs, log.String()
}

// packers pack records one by one, as web archives are.
var packers = map[string]func([]byte) []byte{"gzip": gzipped, "zstd": checkedZstd}

func checkedZstd(data []byte) []byte {
	z, _ := zstd.NewWriter(nil, zstd.WithEncoderCRC(true))
	return z.EncodeAll(data, nil)
}

func packed(pack func([]byte) []byte, count int) (members [][]byte) {
	for n := range count {
		members = append(members, pack(numberedRecord(n+1)))
	}
	return members
}

func TestOneDamagedMember(t *testing.T) {
	for name, pack := range packers {
		for bad := range 5 {
			members := packed(pack, 5)
			whole := len(members[bad])
			for _, at := range []int{4, 12, 40, whole / 3, whole / 2, whole - 6} {
				members[bad] = bytes.Clone(packed(pack, 5)[bad])
				members[bad][at] ^= 0x55
				pages, errs, told := read(t, bytes.Join(members, nil))
				want := strings.Join(strings.Fields(strings.Replace("1 2 3 4 5", fmt.Sprint(bad+1), "", 1)), " ")
				if pages == "1 2 3 4 5" && len(errs) == 0 {
					continue // a byte that says nothing, such as the time in gzip's header
				}
				if pages != want || len(errs) != 1 && told == "" || len(errs) > 1 {
					t.Errorf("%s, member %d, byte %d of %d: pages %q, errors %v, told %s", name, bad+1, at, whole, pages, errs, told)
				}
			}
		}
	}
}

func TestBehindTheEnd(t *testing.T) {
	for name, pack := range packers {
		archive := bytes.Join(packed(pack, 2), nil)
		page := pack([]byte(numbered(1)))
		for behind, tail := range map[string][]byte{"zeros": make([]byte, 70_000), "junk": []byte("<!-- served in 3 ms -->"), "zeros and junk": append(make([]byte, 600), "x"...)} {
			pages, errs, told := read(t, append(bytes.Clone(archive), tail...))
			if pages != "1 2" || len(errs) > 0 || (told != "") != (behind != "zeros") {
				t.Errorf("%s archive, %s: pages %q, errors %v, told %s", name, behind, pages, errs, told)
			}
			if pages, errs, _ := read(t, append(bytes.Clone(page), tail...)); pages != "" || len(errs) > 0 {
				t.Errorf("%s page, %s: %q, %v", name, behind, pages, errs)
			}
		}
		for _, cut := range []int{1, 9, 400} {
			pages, errs, _ := read(t, archive[:len(archive)-cut])
			if pages != "1" || len(errs) != 1 || !errors.Is(errs[0], io.ErrUnexpectedEOF) {
				t.Errorf("%s, %d bytes cut off: pages %q, errors %v", name, cut, pages, errs)
			}
		}
	}
	plain := append(append(numberedRecord(1), numberedRecord(2)...), make([]byte, 70_000)...)
	if pages, errs, told := read(t, plain); pages != "1 2" || len(errs) > 0 || told != "" {
		t.Errorf("zeros behind a plain archive: %q %v %s", pages, errs, told)
	}
}

// A damage that cannot be found until the end of a member must keep its page back.
func TestWrongChecksum(t *testing.T) {
	members := packed(gzipped, 3)
	members[1][len(members[1])-7] ^= 1
	pages, errs, _ := read(t, bytes.Join(members, nil))
	if pages != "1 3" || len(errs) != 1 {
		t.Errorf("pages %q, errors %v", pages, errs)
	}
	small := gzipped([]byte(page))
	small[len(small)-7] ^= 1
	if pages, errs, _ := read(t, small); pages != "" || len(errs) != 1 {
		t.Errorf("a small page: %q, %v", pages, errs)
	}
}

func withLength(record []byte, by int) []byte {
	head, rest, _ := bytes.Cut(record, []byte("Content-Length: "))
	number, rest, _ := bytes.Cut(rest, []byte("\r\n"))
	var n int
	fmt.Sscan(string(number), &n)
	return slices3(head, fmt.Appendf(nil, "Content-Length: %d\r\n", n+by), rest)
}

func slices3(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

func TestWrongLength(t *testing.T) {
	for _, by := range []int{-1300, -900, -600, -20, -1, 1, 3, 4, 5, 40, 700, 1500, 100_000, 1 << 40} {
		data := bytes.Join([][]byte{numberedRecord(1), withLength(numberedRecord(2), by), numberedRecord(3), numberedRecord(4)}, nil)
		pages, errs, told := read(t, data)
		want := "1 3 4"
		if by >= 1 && by <= 3 { // the line ends behind the block count as its own
			want = pages
		}
		if pages != want || len(errs) > 1 || len(errs) == 0 && pages == "1 3 4" && told == "" {
			t.Errorf("%+d: pages %q, errors %v, told %s", by, pages, errs, told)
		}
		picture := withLength(warcRecord("response", "https://a.example/p", "application/http", answer("200 OK", bytes.Repeat([]byte("\x89PNG\r\n\x00\xff"), 120), "Content-Type: image/png")), by)
		data = bytes.Join([][]byte{numberedRecord(1), picture, numberedRecord(3), numberedRecord(4)}, nil)
		if pages, errs, told = read(t, data); pages != "1 3 4" || len(errs) > 1 || (by < 0 || by > 4) && len(errs) == 0 && told == "" {
			t.Errorf("picture, %+d: pages %q, errors %v, told %s", by, pages, errs, told)
		}
	}
}

func TestLongHeaders(t *testing.T) {
	for _, size := range []int{70_000, 500_000} {
		cookie := "Set-Cookie: a=" + strings.Repeat("x", size)
		many := make([]string, size/40)
		for i := range many {
			many[i] = fmt.Sprintf("X-Trace-%06d: %s", i, strings.Repeat("y", 22))
		}
		for name, fields := range map[string][]string{"one field": {cookie}, "many fields": many} {
			long := warcRecord("response", "https://a.example/2", "application/http", answer("200 OK", []byte(numbered(2)), append(fields, "Content-Type: text/html")...))
			head := numberedRecord(3, fields...)
			pages, errs, _ := read(t, bytes.Join([][]byte{numberedRecord(1), long, head, numberedRecord(4)}, nil))
			if pages != "1 2 3 4" || len(errs) > 0 {
				t.Errorf("%d bytes, %s: pages %q, errors %v", size, name, pages, errs)
			}
		}
	}
	endless := warcRecord("response", "https://a.example/2", "application/http", answer("200 OK", []byte(numbered(2)), "X: "+strings.Repeat("x", 2*maxHeader)))
	if pages, errs, _ := read(t, bytes.Join([][]byte{numberedRecord(1), endless, numberedRecord(3)}, nil)); pages != "1 3" || len(errs) != 1 {
		t.Errorf("longer than the limit: pages %q, errors %v", pages, errs)
	}
}

func TestRecordsOfTheCrawler(t *testing.T) {
	data := bytes.Join([][]byte{
		warcRecord("resource", "metadata://gnu.org/software/wget/warc/MANIFEST.txt", "text/plain", "<urn:uuid:1>\n"),
		warcRecord("resource", "<metadata://gnu.org/software/wget/warc/wget.log>", "text/plain", "Opening WARC file.\n\nhttps://a.example/1 200 OK"),
		numberedRecord(1),
		warcRecord("resource", "urn:text:https://a.example/1", "text/plain", "해람시는 3일 둘레길을 연다."),
		warcRecord("resource", "urn:pageinfo:https://a.example/1", "application/json", "{}"),
		warcRecord("conversion", "https://a.example/1", "text/plain", "해람시는 3일 둘레길을 연다. <title>1</title>"),
	}, nil)
	if pages, errs, _ := read(t, data); pages != "1 1" || len(errs) > 0 {
		t.Errorf("pages %q, errors %v", pages, errs)
	}
}

func arcRecord(head, body string) string { return fmt.Sprintf("%s %d\n%s\n", head, len(body), body) }

func arcFile(version2 bool) string {
	http := func(n int) string { return answer("200 OK", []byte(numbered(n)), "Content-Type: text/html") }
	if version2 {
		return arcRecord("filedesc://x.arc 0.0.0.0 20090301123456 text/plain 200 - - 0 x.arc",
			"2 0 해람\nURL IP-address Archive-date Content-type Result-code Checksum Location Offset Filename Archive-length\n") +
			arcRecord("https://a.example/1 192.0.2.1 20090301123456 text/html 200 ABC - 300 x.arc", http(1)) +
			arcRecord("https://a.example/2 192.0.2.1 20090301123456 text/html 200 ABC - 300 x.arc", http(2))
	}
	return arcRecord("filedesc://x.arc 0.0.0.0 20090301123456 text/plain", "1 0 해람\nURL IP-address Archive-date Content-type Archive-length\n") +
		arcRecord("dns:a.example 192.0.2.9 20090301123456 text/dns", "20090301123456\na.example. 300 IN A 192.0.2.1\n") +
		arcRecord("https://a.example/1 192.0.2.1 20090301123456 text/html", http(1)) +
		arcRecord("https://a.example/no 192.0.2.1 20090301123456 text/html", answer("404 Not Found", []byte(numbered(9)))) +
		arcRecord("https://a.example/2 192.0.2.1 20090301123456 text/html", http(2))
}

func TestARC(t *testing.T) {
	for _, version2 := range []bool{false, true} {
		file := arcFile(version2)
		for name, data := range map[string][]byte{"plain": []byte(file), "packed": gzipped([]byte(file))} {
			pages, errs, told := read(t, data)
			if pages != "1 2" || len(errs) > 0 || told != "" {
				t.Errorf("version 2 %v, %s: pages %q, errors %v, told %s", version2, name, pages, errs, told)
			}
		}
	}
	for item := range Items(t.Context(), []string{"-"}, Options{Stdin: strings.NewReader(arcFile(false))}) {
		if got := item.Fetched.Format("2006-01-02T15:04:05Z07:00"); got != "2009-03-01T12:34:56Z" {
			t.Errorf("fetched %s", got)
		}
	}
	short := strings.Replace(arcFile(false), " text/html", " text/html", 1)
	head, rest, _ := strings.Cut(short, "https://a.example/1 192.0.2.1 20090301123456 text/html ")
	for _, wrong := range []string{"50", "4000"} {
		_, tail, _ := strings.Cut(rest, "\n")
		if pages, errs, _ := read(t, []byte(head+"https://a.example/1 192.0.2.1 20090301123456 text/html "+wrong+"\n"+tail)); pages != "2" || len(errs) != 1 {
			t.Errorf("length %s: pages %q, errors %v", wrong, pages, errs)
		}
	}
}

func skippable(magic byte, data []byte) []byte {
	n := len(data)
	return append([]byte{magic, 0x2a, 0x4d, 0x18, byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}, data...)
}

func TestZstandardFrames(t *testing.T) {
	var samples [][]byte
	for n := range 200 {
		samples = append(samples, numberedRecord(1000+n))
	}
	content := bytes.Join(samples[:30], nil)
	trained, err := zstd.BuildDict(zstd.BuildDictOptions{ID: 77, Contents: samples, History: content[:20_000], Offsets: [3]int{1, 4, 8}})
	if err != nil {
		t.Fatal(err)
	}
	raw := content[:20_000]
	with := func(option zstd.EOption) (frames []byte) {
		z, err := zstd.NewWriter(nil, option)
		if err != nil {
			t.Fatal(err)
		}
		for n := range 3 {
			frames = append(frames, z.EncodeAll(numberedRecord(n+1), nil)...)
		}
		return frames
	}
	plain := bytes.Join(packed(zstded, 3), nil)
	for name, c := range map[string]struct{ first, rest []byte }{
		"skippable frame":              {skippable(0x50, []byte{1, 2, 3, 4}), plain},
		"large skippable frame":        {skippable(0x5f, make([]byte, 300_000)), plain},
		"trained dictionary":           {skippable(0x5d, trained), with(zstd.WithEncoderDict(trained))},
		"trained dictionary, packed":   {skippable(0x5d, zstded(trained)), with(zstd.WithEncoderDict(trained))},
		"dictionary of content":        {skippable(0x5d, raw), with(zstd.WithEncoderDictRaw(0, raw))},
		"dictionary of content packed": {skippable(0x5d, zstded(raw)), with(zstd.WithEncoderDictRaw(0, raw))},
		"dictionary that nobody uses":  {skippable(0x5d, trained), plain},
		"a table of frames at the end": {nil, append(bytes.Clone(plain), skippable(0x5e, make([]byte, 33))...)},
	} {
		pages, errs, told := read(t, append(bytes.Clone(c.first), c.rest...))
		if pages != "1 2 3" || len(errs) > 0 || told != "" {
			t.Errorf("%s: pages %q, errors %v, told %s", name, pages, errs, told)
		}
	}
	_, errs, _ := read(t, with(zstd.WithEncoderDict(trained)))
	if len(errs) != 3 && len(errs) != 1 || !strings.Contains(errs[0].Error(), "dictionary") {
		t.Errorf("without its dictionary: %v", errs)
	}
	var pzstd []byte
	for _, part := range []string{numbered(1)[:300], numbered(1)[300:]} {
		frame := zstded([]byte(part))
		pzstd = append(pzstd, skippable(0x50, []byte{byte(len(frame)), byte(len(frame) >> 8), 0, 0})...)
		pzstd = append(pzstd, frame...)
	}
	items, errs := collect(t, Options{Stdin: bytes.NewReader(pzstd)}, "-")
	if len(items) != 1 || len(errs) > 0 || items[0].Data != numbered(1) {
		t.Errorf("pzstd: %v, %v", items, errs)
	}
}

// Lines behind a damage are read, too.
func TestDamagedLines(t *testing.T) {
	var data []byte
	for n := range 5 {
		member := gzipped(fmt.Appendf(nil, `{"id":"%d","text":"%s"}`+"\n", n, numbered(n)[60:300]))
		if n == 2 {
			member[len(member)-8] ^= 1
		}
		data = append(data, member...)
	}
	items, errs := collect(t, Options{Stdin: bytes.NewReader(data)}, "-")
	var ids []string
	for _, i := range items {
		ids = append(ids, i.ID)
	}
	if len(errs) != 1 || len(ids) < 4 {
		t.Errorf("%v, errors %v", ids, errs)
	}
}
