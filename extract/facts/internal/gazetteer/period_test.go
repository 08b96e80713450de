package gazetteer

import (
	"strings"
	"testing"
)

func TestPeriods(t *testing.T) {
	p, err := ParsePeriods(File{"periods", "# comment\n\n가온당: = ..2015-12\n가온당, 가당: 더가온당 2015-12..\n" +
		"새솔부: 새솔가온부 2008..2013-03\n"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		month int
		want  string
	}{
		{"가온당", 200905, "가온당"},
		{"가온당", 201511, "가온당"},
		{"가온당", 201512, "더가온당"},
		{"가당", 202001, "더가온당"},
		{"가당", 201401, ""},
		{"새솔부", 200801, "새솔가온부"},
		{"새솔부", 200712, ""},
		{"새솔부", 201303, ""},
		{"다온부", 201303, ""},
	} {
		if got, ok := p.Name(c.name, c.month); got != c.want || ok != (c.want != "") {
			t.Errorf("%s in %d: %q, %v, want %q", c.name, c.month, got, ok, c.want)
		}
	}
	if got, ok := p.Within("새솔부", 2013); !ok || got != "새솔가온부" {
		t.Errorf("within 2013: %q, %v", got, ok)
	}
	if p.Has("다온부") || !p.Has("가당") {
		t.Error("Has")
	}
}

func TestPeriodsRefuse(t *testing.T) {
	for _, bad := range []string{"가온당", "가온당: 더가온당", "가온당: 더가온당 2015", "가온당: 더가온당 x..2015", "가온당: 더가온당 2015-x.."} {
		if _, err := ParsePeriods(File{"periods.txt", "\n" + bad}); err == nil ||
			!strings.HasPrefix(err.Error(), "periods.txt:2: ") {
			t.Errorf("%q: error %v", bad, err)
		}
	}
}

func TestWeights(t *testing.T) {
	w, err := ParseWeights(File{"weights", "# comment\nlean 3 0.25\nquoted -1\n"})
	if err != nil {
		t.Fatal(err)
	}
	if w.Of("lean", "3") != 0.25 || w.Of("quoted", "") != -1 || w.Of("lean", "4") != 0 || w.Of("other", "") != 0 {
		t.Error("weights differ")
	}
	for _, bad := range []string{"lean", "lean 3 x", "lean 3 0.5 1"} {
		if _, err := ParseWeights(File{"weights.txt", bad}); err == nil ||
			!strings.HasPrefix(err.Error(), "weights.txt:1: ") {
			t.Errorf("%q: error %v", bad, err)
		}
	}
}
