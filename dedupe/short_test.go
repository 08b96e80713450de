package dedupe

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Of texts too short to be compared, equal ones are copies, and nothing else is said of them: neither in a collection nor
// in its parts nor in an index.
func TestEqualShortTexts(t *testing.T) {
	docs := []Document{
		{ID: "caption", Text: "사진=누리시"}, {ID: "caption again", Text: "사진 = 누리시\n"}, {ID: "another caption", Text: "사진=마루시"},
		{ID: "note", Text: "No service today"}, {ID: "note in capitals", Text: "NO SERVICE TODAY"}, {ID: "note that differs", Text: "No service Sunday"},
		{ID: "one", Text: "7"}, {ID: "one again", Text: " 7 "}, {ID: "nothing", Text: " "}, {ID: "nothing again"},
		{ID: "bell", Text: "개장 시각 9:00"}, {ID: "bell, full width", Text: "개장 시각 ９：００"}, {ID: "bell, later", Text: "개장 시각 9:30"},
	}
	want := map[string]string{"caption": "caption again", "note": "note in capitals", "one": "one again", "bell": "bell, full width"}
	clustersOf := func(clusters []Cluster, err error) map[string]string {
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, c := range clusters {
			if len(c.Copies) != 1 || c.Copies[0].Kind != Exact || c.Related != nil {
				t.Errorf("%+v", c)
				continue
			}
			got[c.Original] = c.Copies[0].ID
		}
		return got
	}
	opts := &Options{Load: loader(docs)}
	for how, got := range map[string]map[string]string{
		"Group":            clustersOf(Group(t.Context(), Documents(docs...), nil)),
		"Group, with Load": clustersOf(Group(t.Context(), Documents(docs...), opts)),
		"Assemble":         clustersOf(Assemble(t.Context(), each(split(t, docs, 3)), nil, opts)),
	} {
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", how, diff)
		}
	}
	x, err := Open(t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	indexed := map[string]string{}
	for _, d := range docs {
		seen, err := x.Add(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range seen.Matches {
			if m.Kind != Exact {
				t.Errorf("%s is %v to %s", m.ID, m.Kind, d.ID)
			}
			indexed[m.ID] = d.ID
		}
	}
	if diff := cmp.Diff(want, indexed); diff != "" {
		t.Errorf("index (-want +got):\n%s", diff)
	}
}
