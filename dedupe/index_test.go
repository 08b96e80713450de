package dedupe

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// syllables are what invented texts are made of.
var syllables = []rune("가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후")

// invent returns a text of n syllables in words of two to four.
func invent(rng *rand.Rand, n int) string {
	var b strings.Builder
	for i := 0; i < n; {
		for range min(n-i, 2+rng.IntN(3)) {
			b.WriteRune(syllables[rng.IntN(len(syllables))])
			i++
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// noise changes a share of the syllables of text.
func noise(rng *rand.Rand, text string, share float64) string {
	out := []rune(text)
	for i, r := range out {
		if r != ' ' && rng.Float64() < share {
			out[i] = syllables[rng.IntN(len(syllables))]
		}
	}
	return string(out)
}

func mustOpen(t testing.TB, path string, opts *IndexOptions) *Index {
	t.Helper()
	x, err := Open(path, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil && !errors.Is(err, ErrClosed) {
			t.Error(err)
		}
	})
	return x
}

func mustAdd(t testing.TB, x *Index, d Document) []Match {
	t.Helper()
	return mustSee(t, x, d).Matches
}

func mustSee(t testing.TB, x *Index, d Document) Seen {
	t.Helper()
	s, err := x.Add(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// brief returns the IDs and kinds of matches.
func brief(matches []Match) (out []string) {
	for _, m := range matches {
		out = append(out, m.ID+" "+m.Kind.String())
	}
	return out
}

func TestIndexSeen(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	text := invent(rng, 600)
	near := noise(rng, text, 0.02)
	for _, d := range []struct {
		what, text string
		want       []string
	}{
		{"the same", text, []string{"first exact"}},
		{"the same but for spaces and letter case", strings.ReplaceAll(text, " ", "\n"), []string{"first exact"}},
		{"small changes", near, []string{"first near"}},
		{"half of it", string([]rune(text)[:len([]rune(text))*6/10]), []string{"first contains"}},
		{"much more", text + invent(rng, 900), []string{"first contained"}},
		{"another", invent(rng, 600), nil},
		{"a caption", "가나다 라마바", nil},
		{"nothing", "", nil},
	} {
		x := mustOpen(t, "", nil)
		if got := mustAdd(t, x, Document{ID: "first", Text: text}); len(got) != 0 {
			t.Errorf("an empty index answers %v", got)
		}
		got, err := x.Query(context.Background(), Document{Text: d.text})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(d.want, brief(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", d.what, diff)
		}
		again := mustAdd(t, x, Document{ID: "second", Text: d.text})
		if diff := cmp.Diff(got, again); diff != "" {
			t.Errorf("%s: Add after Query (-want +got):\n%s", d.what, diff)
		}
	}
}

// TestIndexExact decides by texts, kept by the index or by the caller: matches are what Compare says.
func TestIndexExact(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 18))
	texts := map[string]string{"a": invent(rng, 400), "d": invent(rng, 400)}
	texts["b"] = noise(rng, texts["a"], 0.03)
	texts["c"] = texts["a"] + invent(rng, 600)
	load := func(_ context.Context, id string) (string, error) { return texts[id], nil }
	for name, opts := range map[string]*IndexOptions{
		"kept":   {KeepTexts: true},
		"loaded": {Options: Options{Load: load}},
	} {
		x := mustOpen(t, "", opts)
		for _, id := range []string{"a", "b", "c", "d"} {
			for _, m := range mustAdd(t, x, Document{ID: id, Text: texts[id]}) {
				want, err := Compare(texts[id], texts[m.ID], nil)
				if err != nil {
					t.Fatal(err)
				}
				want.ID = m.ID
				if diff := cmp.Diff(want, m); diff != "" {
					t.Errorf("%s: %s to %s (-want +got):\n%s", name, m.ID, id, diff)
				}
			}
		}
		got, err := x.Query(context.Background(), Document{Text: texts["c"]})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"c exact", "a contained", "b contained"}, brief(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		for d, err := range x.Documents() {
			if err != nil || (opts.KeepTexts && d.Text != texts[d.ID]) {
				t.Errorf("%s: document %s: %v, text differs", name, d.ID, err)
			}
		}
	}
	failing := errors.New("no such text")
	x := mustOpen(t, "", &IndexOptions{Options: Options{Load: func(context.Context, string) (string, error) { return "", failing }}})
	mustAdd(t, x, Document{ID: "a", Text: texts["a"]})
	if _, err := x.Query(context.Background(), Document{Text: texts["b"]}); !errors.Is(err, failing) {
		t.Errorf("a text that cannot be loaded gives %v", err)
	}
}

// TestIndexInside asks for texts a fifth as long as the ones they stand in, and the other way round.
func TestIndexInside(t *testing.T) {
	rng := rand.New(rand.NewPCG(19, 20))
	const n = 100
	stories, briefs := mustOpen(t, "", &IndexOptions{KeepTexts: true}), mustOpen(t, "", &IndexOptions{KeepTexts: true})
	var documents [2][]Document
	for i := range n {
		brief := invent(rng, 200)
		documents[0] = append(documents[0], Document{ID: fmt.Sprint(i), Text: invent(rng, 300) + brief + invent(rng, 500)})
		documents[1] = append(documents[1], Document{ID: fmt.Sprint(i), Text: brief})
		mustAdd(t, stories, documents[0][i])
		mustAdd(t, briefs, documents[1][i])
	}
	for side, x := range []*Index{briefs, stories} {
		found := 0
		for _, d := range documents[side] {
			got, err := x.Query(context.Background(), Document{Text: d.Text})
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range got {
				if want := []Kind{Contained, Contains}[side]; m.ID != d.ID || m.Kind != want || m.Containment != 1 {
					t.Errorf("%s finds %+v, want %v", d.ID, m, want)
				}
				found++
			}
		}
		if found < n*3/4 {
			t.Errorf("%d of %d are found", found, n)
		}
	}
}

// TestIndexReplaces adds a document again and again: what is the same is unchanged and written once, what is not takes
// the place of the earlier version.
func TestIndexReplaces(t *testing.T) {
	for name, opts := range map[string]*IndexOptions{"sketches": nil, "texts": {KeepTexts: true}} {
		t.Run(name, func(t *testing.T) {
			rng := rand.New(rand.NewPCG(7, 8))
			x := mustOpen(t, filepath.Join(t.TempDir(), "index"), opts)
			text := invent(rng, 500)
			spaced := strings.ReplaceAll(text, " ", "\n")
			day := time.Date(2031, 5, 2, 9, 30, 0, 0, time.UTC)
			mustAdd(t, x, Document{ID: "b", Text: text})
			for _, step := range []struct {
				what    string
				doc     Document
				change  Change
				earlier Kind
				matches []string
			}{
				{"a new one", Document{ID: "a", Text: text}, Added, None, []string{"b exact"}},
				{"the same", Document{ID: "a", Text: text}, Unchanged, None, nil},
				{"with a time", Document{ID: "a", Text: text, Time: day}, Changed, Exact, []string{"b exact"}},
				{"the same again", Document{ID: "a", Text: text, Time: day.Local()}, Unchanged, None, nil},
				{"other spaces", Document{ID: "a", Text: spaced, Time: day}, map[bool]Change{true: Changed, false: Unchanged}[opts != nil],
					Exact, map[bool][]string{true: {"b exact"}}[opts != nil]},
				{"small changes", Document{ID: "a", Text: noise(rng, text, 0.01), Time: day}, Changed, Near, []string{"b near"}},
				{"another text", Document{ID: "a", Text: invent(rng, 500)}, Changed, None, nil},
			} {
				before := x.Stats()
				got := mustSee(t, x, step.doc)
				if got.Change != step.change || !slices.Equal(brief(got.Matches), step.matches) {
					t.Errorf("%s is %v with %v, want %v with %v", step.what, got.Change, brief(got.Matches), step.change, step.matches)
				}
				if e := got.Earlier; (e != nil) != (step.change == Changed) || e != nil && (e.Kind != step.earlier || e.ID != "a") {
					t.Errorf("%s: the earlier version is %+v", step.what, e)
				}
				if err := x.Sync(); err != nil {
					t.Fatal(err)
				}
				if after := x.Stats(); (after == before) != (step.change == Unchanged) {
					t.Errorf("%s: the index was %+v and is %+v", step.what, before, after)
				}
			}
			if n := x.Stats().Documents; n != 2 {
				t.Errorf("%d documents, want 2", n)
			}
			if got, _ := x.Query(context.Background(), Document{ID: "b", Text: text}); len(got) > 0 {
				t.Errorf("a version that was replaced is found: %v", got)
			}
		})
	}
}

// TestIndexAgain feeds a collection twice: the second time all is unchanged and the index does not grow, also where a
// batch has a document twice.
func TestIndexAgain(t *testing.T) {
	rng := rand.New(rand.NewPCG(25, 26))
	path := filepath.Join(t.TempDir(), "index")
	var docs []Document
	for i := range 300 {
		docs = append(docs, Document{ID: fmt.Sprint(i), Text: invent(rng, 200)})
	}
	docs = append(docs, docs[7])
	var bytes int64
	for round, want := range []map[Change]int{{Added: 300, Unchanged: 1}, {Unchanged: 301}, {Unchanged: 301}} {
		x := mustOpen(t, path, &IndexOptions{KeepTexts: true})
		seen, err := x.AddAll(t.Context(), docs)
		if err != nil {
			t.Fatal(err)
		}
		got := map[Change]int{}
		for _, s := range seen {
			got[s.Change]++
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("round %d (-want +got):\n%s", round, diff)
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		x = mustOpen(t, path, &IndexOptions{KeepTexts: true})
		if st := x.Stats(); round > 0 && st.Bytes != bytes || st.Documents != 300 || st.Removed != 0 {
			t.Errorf("round %d: %+v, want 300 documents in %d bytes", round, st, bytes)
		}
		bytes = x.Stats().Bytes
		x.Close()
	}
}

func TestChangeNames(t *testing.T) {
	for c := Added; c <= Unchanged; c++ {
		name, _ := c.MarshalText()
		var back Change
		if err := back.UnmarshalText(name); err != nil || back != c {
			t.Errorf("%s is read as %v, %v", name, back, err)
		}
	}
	if err := new(Change).UnmarshalText([]byte("old")); err == nil {
		t.Error("a change that there is not is read")
	}
}

// TestLeastHashes says the same as least, which looks at each hash.
func TestLeastHashes(t *testing.T) {
	rng := rand.New(rand.NewPCG(27, 28))
	var l leastHashes
	for size := range 700 {
		hashes := make([]uint64, size)
		for i := range hashes {
			hashes[i] = rng.Uint64N(1 + 3*uint64(size)) // some are equal
			if size%2 == 0 {
				hashes[i] = rng.Uint64()
			}
		}
		if want, got := least(nil, hashes, insideAsked), l.of(hashes, insideAsked); !slices.Equal(want, got) {
			t.Fatalf("of %d: %x, want %x", size, got, want)
		}
	}
}

// TestIndexReopens closes an index and sees what is there again.
func TestIndexReopens(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	path := filepath.Join(t.TempDir(), "index")
	day := func(n int) time.Time { return time.Date(2031, 5, n, 9, 30, 0, 0, time.UTC) }
	texts := []string{invent(rng, 300), invent(rng, 300), invent(rng, 300), invent(rng, 300)}
	x := mustOpen(t, path, nil)
	for i, text := range texts[:3] {
		mustAdd(t, x, Document{ID: fmt.Sprint("d", i), Text: text, Time: day(1 + i)})
	}
	mustAdd(t, x, Document{ID: "d3", Text: texts[3]})
	if had, err := x.Remove("d1"); !had || err != nil {
		t.Errorf("Remove(d1) = %v, %v", had, err)
	}
	if had, err := x.Remove("d1"); had || err != nil {
		t.Errorf("Remove(d1) again = %v, %v", had, err)
	}
	if n, err := x.Expire(day(2)); n != 1 || err != nil {
		t.Errorf("Expire = %v, %v; want 1", n, err)
	}
	check := func() {
		t.Helper()
		var got []Document
		for d, err := range x.Documents() {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, d)
		}
		if diff := cmp.Diff([]Document{{ID: "d2", Time: day(3)}, {ID: "d3"}}, got); diff != "" {
			t.Errorf("documents (-want +got):\n%s", diff)
		}
		for i, text := range texts {
			m, err := x.Query(context.Background(), Document{Text: text})
			if err != nil || (len(m) == 1) != (i >= 2) {
				t.Errorf("Query of d%d: %v, %v", i, m, err)
			}
		}
	}
	check()
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Add(context.Background(), Document{ID: "e"}); !errors.Is(err, ErrClosed) {
		t.Errorf("Add to a closed index: %v", err)
	}
	if _, err := x.Query(context.Background(), Document{Text: texts[0]}); !errors.Is(err, ErrClosed) {
		t.Errorf("Query of a closed index: %v", err)
	}
	x = mustOpen(t, path, nil)
	check()
}

func TestIndexRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	x := mustOpen(t, path, nil)
	if _, err := Open(path, nil); !errors.Is(err, ErrLocked) {
		t.Errorf("a second Open: %v, want ErrLocked", err)
	}
	if _, err := x.Add(context.Background(), Document{Text: "가나다"}); err == nil {
		t.Error("a document without ID is added")
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	var mismatch *MismatchError
	if _, err := Open(path, &IndexOptions{Options: Options{Shingle: 6}}); !errors.As(err, &mismatch) {
		t.Errorf("Open with other shingles: %v, want a MismatchError", err)
	}
	if _, err := Open(path, &IndexOptions{KeepTexts: true}); !errors.As(err, &mismatch) {
		t.Errorf("Open with texts: %v, want a MismatchError", err)
	}
	if err := os.WriteFile(filepath.Join(path, "MANIFEST"), []byte("no"), 0o666); err != nil {
		t.Fatal(err)
	}
	var corrupt *CorruptError
	if _, err := Open(path, nil); !errors.As(err, &corrupt) {
		t.Errorf("Open of what is no index: %v, want a CorruptError", err)
	}
	for _, o := range []IndexOptions{{Commit: -1}, {MaxMatches: -1}, {MaxMatches: 1 << 30}, {Options: Options{Shingle: -1}}} {
		if _, err := Open("", &o); !errors.Is(err, ErrOptions) {
			t.Errorf("Open with %+v: %v, want ErrOptions", o, err)
		}
	}
}

// TestIndexEstimate compares estimates with the true Jaccard index: the error is what StdErr says.
func TestIndexEstimate(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	var sum, worst float64
	const n = 400
	for range n {
		text := invent(rng, 300+rng.IntN(500))
		other := noise(rng, text, rng.Float64()*0.1)
		truth := jaccard(text, other)
		x := mustOpen(t, "", &IndexOptions{Options: Options{Similar: 0.01}})
		mustAdd(t, x, Document{ID: "a", Text: text})
		m := mustAdd(t, x, Document{ID: "b", Text: other})
		if len(m) != 1 {
			t.Fatalf("Jaccard index %.2f: %d matches", truth, len(m))
		}
		if m[0].Kind == Exact {
			continue
		}
		z := (m[0].Similarity - truth) / m[0].StdErr
		sum += z * z
		worst = max(worst, math.Abs(z))
	}
	if rms := math.Sqrt(sum / n); rms > 1.1 || worst > 4.5 {
		t.Errorf("the error is %.2f standard errors on average and %.2f at worst", rms, worst)
	}
}

// jaccard is the true Jaccard index of two texts.
func jaccard(a, b string) float64 {
	set := func(text string) map[uint64]bool {
		var s signer
		m := map[uint64]bool{}
		for _, h := range s.sign(text, 5) {
			m[h] = true
		}
		return m
	}
	x, y := set(a), set(b)
	both := 0
	for h := range x {
		if y[h] {
			both++
		}
	}
	return float64(both) / float64(len(x)+len(y)-both)
}

// TestIndexConcurrent adds the same documents from several goroutines: of two that are alike at least one sees the other.
func TestIndexConcurrent(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	texts := make([]string, 100)
	for i := range texts {
		texts[i] = invent(rng, 100)
	}
	x := mustOpen(t, filepath.Join(t.TempDir(), "index"), &IndexOptions{Commit: 10})
	var mu sync.Mutex
	seen := map[string]int{}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i, text := range texts {
				m, err := x.Add(context.Background(), Document{ID: fmt.Sprintf("%d-%d", g, i), Text: text})
				if err != nil {
					t.Error(err)
					return
				}
				mu.Lock()
				seen[text] += len(m.Matches)
				mu.Unlock()
				if i%20 == 0 {
					for _, err := range x.Documents() {
						if err != nil {
							t.Error(err)
						}
					}
				}
			}
		})
	}
	wg.Wait()
	for _, text := range texts {
		if seen[text] != 0+1+2+3 {
			t.Fatalf("four equal documents saw %d others in all, want 6", seen[text])
		}
	}
}
