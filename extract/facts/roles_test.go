package facts

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/gisa-go/gisa/internal/corpus"
)

var rolesReference = time.Date(2026, 3, 20, 9, 0, 0, 0, time.FixedZone("KST", 9*60*60))

// TestRoles holds the corpus of roles: every fact that a sentence lists, with what it is of.
func TestRoles(t *testing.T) {
	b, err := os.ReadFile("testdata/roles.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for block := range strings.SplitSeq(string(b), "\n\n") {
		if strings.HasPrefix(block, "#") {
			continue
		}
		lines := strings.Split(strings.TrimSpace(block), "\n")
		text, want := lines[0], lines[1:]
		listed := map[string]bool{}
		for _, w := range want {
			listed[w[:strings.IndexAny(w, "<>")]] = true
		}
		var got []string
		for _, line := range roleLines(text) {
			if listed[line[:strings.IndexAny(line, "<>")]] {
				got = append(got, line)
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n%s", text, diff)
		}
		seen += len(want)
	}
	if seen < 40 {
		t.Errorf("only %d facts in the corpus", seen)
	}
}

// roleLines says the facts of a text as the corpus does.
func roleLines(text string) (lines []string) {
	f := Find(text, &Options{Reference: rolesReference, Names: NamesNone})
	orNone := func(s string) string {
		if s == "" {
			return "-"
		}
		return s
	}
	for _, a := range f.Amounts {
		line := a.Raw + " < " + orNone(a.About.Raw)
		if a.PartOf.End > 0 {
			line += " ^ " + a.PartOf.In(text)
		}
		lines = append(lines, line)
	}
	for _, d := range f.Dates {
		lines = append(lines, d.Raw+" > "+orNone(d.Event.Lemma))
	}
	return lines
}

// TestRolesArithmetic: a total that its parts do not add up to is told, one that they do add up to is not.
func TestRolesArithmetic(t *testing.T) {
	for text, off := range map[string]bool{
		"총사업비 90억원(국비 50억원, 시비 40억원)을 들인다.":  false,
		"총사업비 90억원(국비 50억원, 시비 45억원)을 들인다.":  true,
		"총사업비 90억원(국비 70%, 시비 30%)을 들인다.":    false,
		"총사업비 90억원(국비 50억원 포함)을 들인다.":        false,
		"총사업비 9.5억원(국비 5억원, 시비 4.5억원)을 들인다.": false,
	} {
		f := Find(text, &Options{Names: NamesNone})
		if len(f.Amounts) == 0 || f.Amounts[0].PartsOff != off {
			t.Errorf("%s: PartsOff of the total is not %v: %+v", text, off, f.Amounts)
		}
	}
}

// TestSkipRoles: without roles nothing else changes.
func TestSkipRoles(t *testing.T) {
	text := "총사업비 90억원(국비 50억원, 시비 40억원)을 들여 내년 3월 착공한다."
	with := Find(text, &Options{Reference: rolesReference})
	without := Find(text, &Options{Reference: rolesReference, SkipRoles: true})
	for i := range with.Amounts {
		with.Amounts[i].About, with.Amounts[i].PartOf, with.Amounts[i].PartsOff = Phrase{}, Span{}, false
	}
	for i := range with.Dates {
		with.Dates[i].Event = Event{}
	}
	if diff := cmp.Diff(without, with, cmp.Comparer(func(a, b Decimal) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
}

// checkRoles holds what is true of the roles of any text: phrases say what their spans do, outside of their own fact's
// number, and wholes are amounts.
func checkRoles(t *testing.T, text string, f Facts) {
	t.Helper()
	for _, a := range f.Amounts {
		if p := a.About; p.End > 0 && (p.Start < 0 || p.Start >= p.End || p.End > len(text) || p.In(text) != p.Raw) {
			t.Fatalf("%q: about of %q is %+v", text, a.Raw, p)
		}
		whole := a.PartOf
		if whole.End == 0 {
			continue
		}
		found := false
		for _, b := range f.Amounts {
			found = found || b.Span == whole && b.Span != a.Span
		}
		if !found {
			t.Fatalf("%q: %q is a part of %v, which is no other amount", text, a.Raw, whole)
		}
	}
	for _, d := range f.Dates {
		p := d.Event
		if p.End > 0 && (p.Start < 0 || p.Start >= p.End || p.End > len(text) || p.In(text) != p.Raw || p.Lemma == "") {
			t.Fatalf("%q: event of %q is %+v", text, d.Raw, p)
		}
	}
}

func FuzzRoles(f *testing.F) {
	for _, s := range []string{
		"총사업비 90억원(국비 50억원, 시비 40억원)을 들여 내년 3월 착공한다.", "‘가람’ 3명이 (5명 “12일 열린 7개", "이 중 5명 가운데 62%를 포함해 총 9명",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkRoles(t, text, Find(text, &Options{Reference: rolesReference, Names: NamesNone}))
	})
}

// TestRolesOnNews checks the properties on real texts.
func TestRolesOnNews(t *testing.T) {
	n := 0
	for d := range corpus.Lines[struct{ Text string }](t, "dedupe", "ko.docs.jsonl.gz") {
		if n++; n%10 == 0 {
			checkRoles(t, d.Text, Find(d.Text, &Options{Reference: rolesReference, Names: NamesNone}))
		}
	}
}
