package dedupe

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// doubling makes a page out of an article: the article with a part of it said again.
type doubling struct {
	name  string
	floor float64 // share of pages that must come out as the article was
	make  func(rng *rand.Rand, lines []string) (page []string, ok bool)
}

var doublings = []doubling{
	{"whole", .999, func(rng *rand.Rand, lines []string) ([]string, bool) {
		return slices.Concat(lines, lines), true
	}},
	{"whole with a stamp between", .999, func(rng *rand.Rand, lines []string) ([]string, bool) {
		return slices.Concat(lines, []string{stamp}, lines), true
	}},
	{"whole three times", .999, func(rng *rand.Rand, lines []string) ([]string, bool) {
		return slices.Concat(lines, lines, lines), true
	}},
	{"a line missing in the second", .999, func(rng *rand.Rand, lines []string) ([]string, bool) {
		k := rng.IntN(len(lines))
		return slices.Concat(lines, slices.Delete(slices.Clone(lines), k, k+1)), len(lines) > 3
	}},
	{"a line missing in the first", .995, func(rng *rand.Rand, lines []string) ([]string, bool) {
		if len(lines) < 4 {
			return nil, false
		}
		k := 1 + rng.IntN(len(lines)-2)
		return slices.Concat(slices.Delete(slices.Clone(lines), k, k+1), lines), true
	}},
	{"half", .999, func(rng *rand.Rand, lines []string) ([]string, bool) {
		return slices.Concat(lines, lines[:(len(lines)+1)/2]), longest(lines[:(len(lines)+1)/2]) >= 30
	}},
	{"half before", .999, func(rng *rand.Rand, lines []string) ([]string, bool) {
		return slices.Concat(lines[:(len(lines)+1)/2], lines), longest(lines[:(len(lines)+1)/2]) >= 30
	}},
	{"lead", .999, func(rng *rand.Rand, lines []string) ([]string, bool) {
		k := rng.IntN(len(lines) + 1)
		return slices.Insert(slices.Clone(lines), k, lines[0]), length(lines[0]) >= 30 && !said(lines[0])
	}},
	{"caption", .999, func(rng *rand.Rand, lines []string) ([]string, bool) {
		var caps []int
		for k, l := range lines {
			if n := length(l); n >= 30 && n < 90 && !said(l) {
				caps = append(caps, k)
			}
		}
		if len(caps) == 0 {
			return nil, false
		}
		return again(rng, lines, caps[rng.IntN(len(caps))]), true
	}},
	{"two paragraphs", .999, func(rng *rand.Rand, lines []string) ([]string, bool) {
		var long []int
		for k, l := range lines {
			if length(l) >= 60 {
				long = append(long, k)
			}
		}
		if len(long) < 2 {
			return nil, false
		}
		rng.Shuffle(len(long), func(i, j int) { long[i], long[j] = long[j], long[i] })
		a, b := min(long[0], long[1]), max(long[0], long[1])
		return again(rng, again(rng, lines, b), a), true
	}},
}

// again repeats line k of lines somewhere behind it.
func again(rng *rand.Rand, lines []string, k int) []string {
	return slices.Insert(slices.Clone(lines), k+1+rng.IntN(len(lines)-k), lines[k])
}

const stamp = "저작권자 © 다온일보 무단전재 및 재배포 금지"

// said reports whether a line is a quotation or a turn of an interview: said twice, it stays.
func said(line string) bool {
	units := normalise(nil, line)
	switch units[0] {
	case '-', '「', '『':
		return len(units) < 60
	case '"', '\'':
		return len(units) < 60 && units[len(units)-1] == units[0]
	}
	return false
}

func longest(lines []string) (n int) {
	for _, l := range lines {
		if !said(l) {
			n = max(n, length(l))
		}
	}
	return n
}

func length(s string) int { return len(normalise(nil, s)) }

// blur changes 1% of the characters: another one, none, or one more.
func blur(rng *rand.Rand, text string) string {
	var out strings.Builder
	for _, r := range text {
		if r == '\n' || rng.IntN(100) > 0 {
			out.WriteRune(r)
			continue
		}
		switch rng.IntN(4) {
		case 0:
		case 1:
			out.WriteRune(r)
			out.WriteRune('가' + rune(rng.IntN(11172)))
		default:
			out.WriteRune('가' + rune(rng.IntN(11172)))
		}
	}
	return out.String()
}

// cleanArticles returns the lines of the distinct real articles that repeat no line and nothing of 20 characters by themselves.
func cleanArticles(t testing.TB) [][]string {
	var out [][]string
	seen := map[string]bool{}
	var f finder
	for _, d := range koDocs(t) {
		if !strings.HasPrefix(d.ID, "k") || seen[d.Text] {
			continue
		}
		seen[d.Text] = true
		lines := linesOf(d.Text)
		once := slices.Compact(slices.Sorted(slices.Values(lines)))
		if len(f.repeats(d.Text, 20, 0)) == 0 && len(once) == len(lines) {
			out = append(out, lines)
		}
	}
	return out
}

// linesOf returns the lines of text that are not blank.
func linesOf(text string) (lines []string) {
	for l := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// apart shows where two texts part.
func apart(got, want string) string {
	k := 0
	for k < min(len(got), len(want)) && got[k] == want[k] {
		k++
	}
	from := max(0, k-40)
	return fmt.Sprintf("at %d got %q want %q", k, got[from:min(k+200, len(got))], want[from:min(k+200, len(want))])
}

func TestRepeatsAreRemoved(t *testing.T) {
	articles := cleanArticles(t)
	for _, d := range doublings {
		t.Run(d.name, func(t *testing.T) {
			right, pages := 0, 0
			rng := rand.New(rand.NewPCG(6, 6))
			for _, lines := range articles {
				page, ok := d.make(rng, lines)
				if !ok {
					continue
				}
				pages++
				want := strings.Join(lines, "\n")
				if slices.Contains(page, stamp) {
					want += "\n" + stamp
				}
				if got := once(t, strings.Join(page, "\n"), nil); got == want {
					right++
				} else if testing.Verbose() {
					t.Log(apart(got, want))
				}
			}
			atLeast(t, d.floor, right, pages)
		})
	}
}

func TestRepeatsWithErrorsAreRemoved(t *testing.T) {
	articles := cleanArticles(t)
	rng := rand.New(rand.NewPCG(6, 7))
	right := 0
	for _, lines := range articles {
		want := strings.Join(lines, "\n\n")
		if once(t, want+"\n\n"+blur(rng, want), &Options{Tolerance: .05}) == want {
			right++
		}
	}
	atLeast(t, .965, right, len(articles))
}

// atLeast fails the test where less than the share floor of all pages is as the article was.
func atLeast(t *testing.T, floor float64, right, all int) {
	t.Helper()
	share := float64(right) / float64(all)
	t.Logf("%d of %d pages come out as the article was: %.4f", right, all, share)
	if !(share >= floor) { // of no pages it is NaN
		t.Errorf("%.4f of the pages come out as the article was, want %v", share, floor)
	}
}

func once(t *testing.T, text string, opts *Options) string {
	t.Helper()
	repeats, err := Within(text, opts)
	if err != nil {
		t.Fatal(err)
	}
	got, _ := Once(text, repeats)
	return got
}

// Real articles say some lines twice by themselves: of 22 of 2,635 with something struck, read one by one, 20 hold a
// caption or a paragraph twice; a line of an agenda and one of a poster, said twice on purpose, are struck wrongly. Everything struck must be whole lines that stand elsewhere word for word.
func TestCleanArticlesStay(t *testing.T) {
	touched, all := 0, 0
	for _, d := range koDocs(t) {
		if !strings.HasPrefix(d.ID, "k") {
			continue
		}
		all++
		repeats, err := Within(d.Text, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(repeats) > 0 {
			touched++
		}
		for _, r := range repeats {
			for _, c := range r.Copies {
				if before, after := d.Text[:c.Start], d.Text[c.End:]; lineOpen(before) || lineOpen(after) {
					t.Errorf("%s: %q is no whole line", d.ID, d.Text[c.Start:c.End])
				}
				t.Logf("%s: %q", d.ID, d.Text[c.Start:c.End])
			}
		}
	}
	t.Logf("%d of %d articles have something struck", touched, all)
	if touched*100 > all {
		t.Errorf("%d of %d articles have something struck, want at most 1%%", touched, all)
	}
}

// lineOpen reports whether the text beside a cut goes on in the same line.
func lineOpen(beside string) bool {
	trimmed := strings.TrimRight(beside, " \t\u00a0\u200b")
	if len(trimmed) > 0 && strings.HasPrefix(beside, trimmed) && strings.ContainsAny(trimmed[len(trimmed)-1:], "\n\r") {
		return false
	}
	trimmed = strings.TrimLeft(beside, " \t\u00a0\u200b")
	return trimmed != "" && !strings.ContainsAny(trimmed[:1], "\n\r")
}

func BenchmarkWithin(b *testing.B) {
	docs := koDocs(b)
	perCPU(b, size(docs), func() {
		for _, d := range docs {
			if _, err := Within(d.Text, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
