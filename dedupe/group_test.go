package dedupe

import (
	"context"
	"errors"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/internal/race"
	"github.com/google/go-cmp/cmp"
)

// family is a small collection: an article, its copies and what stands in what.
func family() []Document {
	article := text(title, deck, lead, second, third, caption)
	day := func(n int) time.Time { return time.Date(2026, 3, n, 9, 0, 0, 0, time.UTC) }
	brief := text(lead, second)
	other := "누리시가 봄맞이 나무 심기에 나선다. 시민 삼백 명이 참나무 천 그루를 심고 이름표를 단다. 행사는 다음 주말 누리천 둔치에서 열린다."
	third := "다솜군은 올해 들깨 수매값을 지난해보다 올렸다고 밝혔다. 농가들은 생산비에 견줘 여전히 모자란다며 아쉬움을 나타냈다. 군은 하반기에 다시 살핀다."
	return []Document{
		{ID: "copy", Text: strings.ReplaceAll(article, "\n", " "), Time: day(5)},
		{ID: "first", Text: article, Time: day(3)},
		{ID: "near", Text: strings.Replace(article, "3일 밝혔다", "4일 전했다", 1), Time: day(4)},
		{ID: "near copy", Text: strings.Replace(article, "3일 밝혔다", "4일 전했다", 1)},
		{ID: "roundup", Text: text(other, article, third, strings.ReplaceAll(other, "누리", "마루")), Time: day(6)},
		{ID: "brief", Text: brief},
		{ID: "other", Text: "하늬군의회는 임시회를 열고 조례안 열두 건을 다룬다. 쟁점은 쓰레기 처리장 터를 어디에 두느냐다. 의원들 사이에서도 의견이 갈린다."},
		{ID: "tiny", Text: "사진 제공"},
		{ID: "tiny too", Text: "사진 제공"},
		{ID: "empty"},
		{ID: "empty too"},
	}
}

func TestGroup(t *testing.T) {
	clusters, err := Group(t.Context(), Documents(family()...), nil)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]map[string]string{}
	for _, c := range clusters {
		got[c.Original] = map[string]string{}
		for _, m := range c.Copies {
			got[c.Original][m.ID] = m.Kind.String()
		}
		for _, m := range c.Related {
			got[c.Original][m.ID] = "related: " + m.Kind.String()
		}
	}
	want := map[string]map[string]string{
		"first":   {"copy": "exact", "near": "near", "near copy": "near", "roundup": "related: contains", "brief": "related: contained"},
		"roundup": {"first": "related: contained", "near": "related: contained", "brief": "related: contained"},
		"brief":   {"first": "related: contains", "near": "related: contains", "roundup": "related: contains"},
		"tiny":    {"tiny too": "exact"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("clusters (-want +got):\n%s", diff)
	}
}

func TestGroupDoesNotDependOnOrder(t *testing.T) {
	docs := family()
	if !testing.Short() {
		n := 800
		if race.Detector {
			n = 100
		}
		docs = append(docs, someDocs(t)[:n]...)
	}
	want, err := Group(t.Context(), Documents(docs...), nil)
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(4, 2))
	texts := map[string]string{}
	for _, d := range docs {
		texts[d.ID] = d.Text
	}
	for name, opts := range map[string]*Options{"texts kept": nil, "texts loaded": {Load: func(_ context.Context, id string) (string, error) {
		return texts[id], nil
	}}} {
		rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		got, err := Group(t.Context(), Documents(docs...), opts)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: documents in another order (-want +got):\n%s", name, diff)
		}
	}
}

func TestGroupReportsErrors(t *testing.T) {
	broken := errors.New("the disk is gone")
	failing := func(yield func(Document, error) bool) {
		if yield(family()[0], nil) {
			yield(Document{}, broken)
		}
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	for _, test := range []struct {
		name string
		ctx  context.Context
		docs iter.Seq2[Document, error]
		opts *Options
		want error
	}{
		{"reading", t.Context(), failing, nil, broken},
		{"loading", t.Context(), Documents(family()...), &Options{Load: func(context.Context, string) (string, error) { return "", broken }}, broken},
		{"the same ID", t.Context(), Documents(Document{ID: "a"}, Document{ID: "a"}), nil, ErrDuplicateID},
		{"stopped", stopped, Documents(family()...), nil, context.Canceled},
	} {
		if got, err := Group(test.ctx, test.docs, test.opts); !errors.Is(err, test.want) || got != nil {
			t.Errorf("%s: %v, %v, want no clusters and %v", test.name, got, err, test.want)
		}
	}
}

// Daily bulletins that differ a little from one day to the next must not become one article from spring to autumn.
func TestGroupDoesNotChain(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 1))
	words := strings.Fields(text(lead, second, third, caption) + " 맑음 흐림 비 바람 구름 기온 습도 파도 안개 서리 이슬 우박 소나기 장마 더위 추위")
	day := make([]string, 60)
	for i := range day {
		day[i] = words[rng.IntN(len(words))] + string(rune('가'+rng.IntN(11172)))
	}
	var docs []Document
	for n := range 40 {
		for range 6 {
			day[rng.IntN(len(day))] = words[rng.IntN(len(words))] + string(rune('가'+rng.IntN(11172)))
		}
		docs = append(docs, Document{ID: string(rune('가' + n)), Text: strings.Join(day, " ")})
	}
	clusters, err := Group(t.Context(), Documents(docs...), nil)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, d := range docs {
		texts[d.ID] = d.Text
	}
	for _, c := range clusters {
		sum := 0.0
		for _, m := range c.Copies {
			got, err := Compare(texts[c.Original], texts[m.ID], nil)
			if err != nil {
				t.Fatal(err)
			}
			sum += got.Similarity
		}
		if n := float64(len(c.Copies)); sum < .3*n {
			t.Errorf("%v copies have a mean similarity of %.2f to the original", n, sum/n)
		}
	}
	if len(clusters) < 4 {
		t.Errorf("40 drifting texts make %d clusters", len(clusters))
	}
}
