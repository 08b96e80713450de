package facts

import (
	"math"
	"testing"
	"time"
)

// TestConfidence holds what Organization.Confidence promises on the development texts.
func TestConfidence(t *testing.T) {
	var right, sure float64
	for _, file := range []string{"newsfacts_dev", "regional_dev"} {
		for _, d := range labelled(t, file) {
			for _, o := range findOrganizations(d.text, &Options{}) {
				if o.Confidence < .9 || !d.need[o.Span] && (d.free[o.Start] || d.free[o.End-1]) {
					continue
				}
				if sure++; d.need[o.Span] {
					right++
				}
			}
		}
	}
	if right < .95*sure || sure < 200 {
		t.Errorf("of %v names with confidence .9 or more %v are right", sure, right)
	}
}

func TestConfidenceIsInHundredths(t *testing.T) {
	for _, c := range orgCases(t) {
		for _, mode := range []Names{NamesLists, NamesAll} {
			for _, o := range findOrganizations(c.text, &Options{Names: mode}) {
				if x := 100 * o.Confidence; o.Confidence <= 0 || o.Confidence > 1 || math.Abs(x-math.Round(x)) > 1e-9 {
					t.Errorf("%s:%d: %s has confidence %v", c.file, c.line, o.Raw, o.Confidence)
				}
			}
		}
	}
}

// TestNamesOfTheTime checks that a name is taken for what it stood for on the day of the text, or in the year
// before it.
func TestNamesOfTheTime(t *testing.T) {
	for _, c := range []struct{ text, year, want string }{
		{"민주당 대변인이 나섰다.", "2010", "민주당"},
		{"민주당 대변인이 나섰다.", "2020", "더불어민주당"},
		{"민주당 대변인이 나섰다.", "", "더불어민주당"},
		{"2009년 민주당 대변인을 지냈다.", "2022", "민주당"},
		{"강원도교육청은 시험을 치른다.", "2022", "강원도교육청"},
		{"강원도교육청은 시험을 치른다.", "2024", "강원특별자치도교육청"},
		{"국토부는 다리를 놓는다.", "2010", "국토해양부"},
		{"국토부는 다리를 놓는다.", "2024", "국토교통부"},
	} {
		opts := &Options{}
		if c.year != "" {
			opts.Reference, _ = time.Parse("2006-01-02", c.year+"-07-01")
		}
		got := findOrganizations(c.text, opts)
		if len(got) != 1 || got[0].Name != c.want {
			t.Errorf("%s in %s: got %+v, want %s", c.text, c.year, got, c.want)
		}
	}
}
