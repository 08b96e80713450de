package agenda

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"

	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

var published = time.Date(2026, 3, 2, 9, 30, 0, 0, seoul)

func line(title, text string) output.Line {
	a := &extract.Article{
		Title: title, Text: text, URL: "https://news.example/1", Published: extract.Time{Time: published},
		Publisher: &extract.Outlet{Name: "다온일보"},
	}
	a.Facts = facts.Find(text, &facts.Options{Reference: published, Names: facts.NamesNone})
	return output.Line{Article: a}
}

func write(t *testing.T, labels string, lines ...output.Line) string {
	t.Helper()
	var b bytes.Buffer
	a := New(&b, labels)
	for _, l := range lines {
		if err := a.Write(l); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestAgenda: what is to come is there once, days are days of Seoul, hours are told in UTC, and lines are as calendars ask.
func TestAgenda(t *testing.T) {
	text := "해람시는 오는 5월 3일 도서관을 착공해 2027년 12월 준공한다. 설명회는 3월 20일 오후 2시에 연다. " +
		"지난달 5일 공모를 마쳤다. 신청은 4월 10일까지 접수한다. 내년 예산에 담는다. 2030년에 확장한다."
	got := write(t, "ko", line("해람시, 도서관; 짓는다, “크게”", text), line("해람시, 도서관 짓는다 2", text),
		output.Line{Err: errors.New("no article")}, output.Line{Article: &extract.Article{}})
	unfolded := strings.ReplaceAll(got, "\r\n ", "")
	for _, want := range []string{
		"DTSTART;VALUE=DATE:20260503", "DTEND;VALUE=DATE:20260504", "DTSTART;VALUE=DATE:20271201", "DTEND;VALUE=DATE:20280101",
		"DTSTART:20260320T050000Z", "DTSTAMP:20260302T003000Z", `SUMMARY:착공 · 해람시\, 도서관\; 짓는다\, “크게”`,
		"SUMMARY:접수 까지", "URL:https://news.example/1", "X-WR-TIMEZONE:Asia/Seoul", `\n다온일보 2026-03-02`,
	} {
		if !strings.Contains(unfolded, want+"\r\n") && !strings.Contains(unfolded, want) {
			t.Errorf("no %s in\n%s", want, unfolded)
		}
	}
	if n := strings.Count(got, "BEGIN:VEVENT"); n != 4 {
		t.Errorf("%d events, want 4:\n%s", n, unfolded)
	}
	for l := range strings.SplitSeq(strings.TrimSuffix(got, "\r\n"), "\r\n") {
		if len(l) > 75 || strings.ContainsAny(l, "\r\n") || !utf8.ValidString(l) {
			t.Errorf("a line of %d bytes: %q", len(l), l)
		}
	}
	if again := write(t, "ko", line("해람시, 도서관; 짓는다, “크게”", text)); strings.Count(again, "UID:") != 4 ||
		!strings.Contains(got, again[strings.Index(again, "UID:"):strings.Index(again, "DTSTAMP")]) {
		t.Error("the same event has another UID")
	}
	cal, err := ics.ParseCalendar(strings.NewReader(got))
	if err != nil || len(cal.Events()) != 4 {
		t.Errorf("read again: %d events, %v", len(cal.Events()), err)
	}
}

// TestAgendaEnglish: words around the event follow the language; controls are left out.
func TestAgendaEnglish(t *testing.T) {
	got := write(t, "en", line("해람시\x00 소식", "신청은 4월 10일까지 접수한다."))
	if !strings.Contains(got, "SUMMARY:접수 until · 해람시 소식\r\n") {
		t.Errorf("got\n%s", got)
	}
}
