package sql

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/internal/golden"
	"github.com/google/go-cmp/cmp"
)

func TestScripts(t *testing.T) {
	if len(Dialects()) < 7 {
		t.Errorf("dialects: %v", Dialects())
	}
	for _, d := range Dialects() {
		script, err := Script(d)
		if err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(script, "{}") || strings.Contains(script, "%s") {
			t.Errorf("%s: something was not filled in:\n%s", d, script)
		}
		golden.Check(t, filepath.Join("testdata", d+".sql"), []byte(script))
		statements, err := Statements(d)
		if err != nil || !strings.HasPrefix(statements[len(statements)-1], "select a, b") {
			t.Errorf("%s: %v, %q", d, err, statements)
		}
	}
	for _, d := range []string{"", "oracle", "../dialects/duckdb"} {
		if _, err := Script(d); !errors.Is(err, ErrDialect) {
			t.Errorf("%q: %v, want ErrDialect", d, err)
		}
		if _, err := Statements(d); !errors.Is(err, ErrDialect) {
			t.Errorf("%q: %v, want ErrDialect", d, err)
		}
	}
}

func some(t *testing.T) (all []dedupe.Sketch) {
	t.Helper()
	s, err := dedupe.NewSketcher(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []dedupe.Document{
		{ID: "하나, \"둘\"\n셋", Text: strings.Repeat("가람시가 나루터 옆에 작은 책방을 연다. ", 9), Time: time.Unix(1_700_000_000, 5)},
		{ID: "", Text: "다온군은 겨울 들머리에 감자 저장고 여섯 곳을 손본다고 밝혔다."},
	} {
		k, ok := s.Sketch(d)
		if !ok {
			t.Fatal("no sketch")
		}
		all = append(all, k)
	}
	none := all[0]
	none.Keys, none.Sample = nil, nil
	return append(all, none)
}

func TestSketchesAreReadAsTheyWereWritten(t *testing.T) {
	want := some(t)
	for _, format := range []Format{CSV, JSON} {
		var b bytes.Buffer
		w := NewWriter(&b, format)
		for i := range want {
			if err := w.Write(&want[i]); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(b.String(), "\n"); n != len(want)+1-int(format) {
			t.Errorf("%d lines for %d sketches", n, len(want))
		}
		var got []dedupe.Sketch
		for k, err := range Sketches(&b) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, k)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("format %d (-want +got):\n%s", format, diff)
		}
	}
}

func TestPairsAreRead(t *testing.T) {
	all := some(t)
	a, _ := all[0].Claim.MarshalText()
	b, _ := all[1].Claim.MarshalText()
	want := []dedupe.Pair{{A: all[0].Claim.ID(), B: all[1].Claim.ID(), Common: true}, {A: all[1].Claim.ID(), B: all[0].Claim.ID()}}
	for name, in := range map[string]string{
		"CSV":               "a,b,common\n" + string(a) + "," + string(b) + ",1\n" + string(b) + "," + string(a) + ",0\n",
		"CSV, other order":  "\ufeffB,more,A,COMMON\r\n" + string(b) + ",x," + string(a) + ",t\r\n" + string(a) + ",y," + string(b) + ",false\r\n",
		"CSV, in quotes":    "\"a\",\"b\",\"common\"\n\"" + string(a) + "\",\"" + string(b) + "\",\"1\"\n\"" + string(b) + "\",\"" + string(a) + "\",\"0\"",
		"JSON":              `{"a":"` + string(a) + `","b":"` + string(b) + `","common":1}` + "\n" + `{"a":"` + string(b) + `","b":"` + string(a) + `","common":0}`,
		"JSON, truth value": `{"common":true,"a":"` + string(a) + `","b":"` + string(b) + `"}` + "\n" + `{"a":"` + string(b) + `","b":"` + string(a) + `","common":false}`,
	} {
		var got []dedupe.Pair
		for p, err := range Pairs(strings.NewReader(in)) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			got = append(got, p)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestTablesThatAreNone(t *testing.T) {
	all := some(t)
	claim, _ := all[0].Claim.MarshalText()
	for name, in := range map[string]string{
		"nothing": "", "other columns": "x,y\n1,2\n", "no common": "a,b\n", "no claim": "a,b,common\nzz,zz,0\n",
		"not 0 or 1": "a,b,common\n" + string(claim) + "," + string(claim) + ",2\n", "JSON without b": `{"a":"00"}`,
	} {
		n := 0
		for p, err := range Pairs(strings.NewReader(in)) {
			if n++; !errors.Is(err, ErrTable) || !strings.Contains(err.Error(), "line ") {
				t.Errorf("%s: %v, %v, want ErrTable and the line", name, p, err)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d errors", name, n)
		}
	}
	for name, in := range map[string]string{
		"cut off": header + "0000000000000000,00", "keys": header + "00," + string(claim) + ",00000000000000000000000000000000,1,x,",
		"hash": header + "00," + string(claim) + ",00,1,,", "JSON cut off": `{"settings"`,
	} {
		for k, err := range Sketches(strings.NewReader(in)) {
			if err == nil {
				t.Errorf("%s: %v and no error", name, k)
			}
		}
	}
}

type full struct{ io.Writer }

var errFull = errors.New("no room")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWritingFails(t *testing.T) {
	for _, format := range []Format{CSV, JSON} {
		w := NewWriter(full{}, format)
		k := some(t)[0]
		err := w.Write(&k)
		if err = errors.Join(err, w.Flush()); !errors.Is(err, errFull) {
			t.Errorf("format %d: %v", format, err)
		}
	}
}
