package extract

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// heavy are texts that cost an extractor much memory a byte when a page is full of them.
var heavy = []struct{ name, text string }{
	{"addresses", "a@b."}, {"brackets", "("}, {"closers", ")"}, {"CP949 garbage", "\xb0\xa1\xff\xfe\x80<\xb3\xaa"},
	{"colons", "1:"}, {"dates", "2026.03.02 "}, {"Hangul", "가"}, {"syllables", "가. "}, {"sentences", sentence + " "},
	{"quotes", "“"}, {"digits", "1"}, {"commas", "1,"}, {"ampersands", "&"}, {"entities", "&amp;"}, {"at signs", "@"},
	{"lines", "가\n"}, {"reporters", "이은서 기자 "}, {"marks", "▲"}, {"blanks", " "}, {"nulls", "a\x00"},
	{"links in words", "http://a.b/"}, {"one attribute", "<p title='"}, {"comment", "<!--"}, {"script", "<script>'"},
	{"text area", "<textarea>가"}, {"sources", "출처 : "}, {"copyright", "ⓒ"}, {"dashes", "—"}, {"dots", "."},
	{"invalid UTF-8", "\xe0\x80a"}, {"joiners", "가\u200d"}, {"combining", "ㅏ\u0301"}, {"times", "10:00 "},
}

// heavyPage is the size of their pages, in bytes.
const heavyPage = 4 << 20

// peakKind names the text whose page a child process is to read.
const peakKind = "GISA_PEAK_KIND"

// TestPeak reads one page in a process of its own, whose memory BenchmarkPeak then knows.
func TestPeak(t *testing.T) {
	kind := os.Getenv(peakKind)
	if kind == "" {
		t.Skip("BenchmarkPeak runs this in a process of its own")
	}
	for _, h := range heavy {
		if h.name == kind {
			page := bytes.Repeat([]byte(h.text), heavyPage/len(h.text))
			FromBytes(page, Page{}, &Options{SkipFacts: true})
			fmt.Println(peak(t))
		}
	}
}

// peak returns how much memory the process has had at most, in kB; the test is skipped where the system does not say.
func peak(t *testing.T) (kB int) {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	_, rest, ok := strings.Cut(string(status), "VmHWM:")
	if err != nil || !ok {
		t.Skip("the system does not tell what a process holds")
	}
	if _, err := fmt.Sscan(rest, &kB); err != nil {
		t.Fatal(err)
	}
	return kB
}

// BenchmarkPeak prints how much memory a page of each heavy text costs a byte of it, beside 40 MB for the process.
func BenchmarkPeak(b *testing.B) {
	for _, h := range heavy {
		b.Run(h.name, func(b *testing.B) {
			cmd := exec.Command(os.Args[0], "-test.run=^TestPeak$", "-test.v")
			cmd.Env = append(os.Environ(), peakKind+"="+h.name)
			out, err := cmd.Output()
			if err != nil {
				b.Fatal(err)
			}
			var kB int
			for line := range strings.Lines(string(out)) {
				if _, err := fmt.Sscan(line, &kB); err == nil {
					break
				}
			}
			if kB == 0 {
				b.Skip("the system does not tell what a process holds")
			}
			b.ReportMetric(float64(kB)/1024, "MB")
			b.ReportMetric(max(0, float64(kB)*1024-40<<20)/heavyPage, "x")
			b.ReportMetric(0, "ns/op")
		})
	}
}
