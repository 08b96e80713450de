package facts

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"strings"
	"testing"
)

// TestDecimalIsAGoodCitizen: a number survives JSON keys, XML, and what databases give back.
func TestDecimalIsAGoodCitizen(t *testing.T) {
	d, err := ParseDecimal("-12.50")
	if err != nil {
		t.Fatal(err)
	}
	keys, err := json.Marshal(map[Decimal]int{d: 1})
	if err != nil || string(keys) != `{"-12.5":1}` {
		t.Errorf("as a key: %s %v", keys, err)
	}
	again := map[Decimal]int{}
	if err := json.Unmarshal(keys, &again); err != nil || again[d] != 1 {
		t.Errorf("keys read again: %v %v", again, err)
	}
	type row struct{ V Decimal }
	if b, err := xml.Marshal(row{d}); err != nil || !strings.Contains(string(b), "<V>-12.5</V>") {
		t.Errorf("in XML: %s %v", b, err)
	}
	for src, want := range map[any]string{"-12.5": "-12.5", int64(7): "7", nil: "", "": ""} {
		got := d
		if err := got.Scan(src); err != nil || got.String() != want {
			t.Errorf("Scan of %v: %v %v", src, got, err)
		}
	}
	got := d
	if err := got.Scan([]byte("3")); err != nil || got.String() != "3" {
		t.Errorf("Scan of bytes: %v %v", got, err)
	}
	for _, bad := range []any{1.5, "many", true} {
		got := d
		if err := got.Scan(bad); !errors.Is(err, ErrDecimal) || got != d {
			t.Errorf("Scan of %v: %v %v", bad, got, err)
		}
	}
	if v, err := d.Value(); v != "-12.5" || err != nil {
		t.Errorf("Value: %v %v", v, err)
	}
	if v, err := (Decimal{}).Value(); v != nil || err != nil {
		t.Errorf("Value of none: %v %v", v, err)
	}
}
