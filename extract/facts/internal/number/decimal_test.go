package number

import (
	"encoding/json"
	"errors"
	"math/big"
	"testing"
)

func TestDecimalText(t *testing.T) {
	for _, s := range []string{"0", "1", "-1", "10", "0.5", "-3.25", "230000000000", "12345678901234567", "0.000001",
		"1000000000000000000000", "99.99"} {
		d, err := ParseDecimal(s)
		if err != nil || d.String() != s {
			t.Errorf("ParseDecimal(%q) = %q, %v", s, d, err)
		}
		b, err := json.Marshal(d)
		var back Decimal
		if err != nil || json.Unmarshal(b, &back) != nil || back != d {
			t.Errorf("%s: JSON round trip gives %s, %v", s, b, back)
		}
		want, _ := new(big.Rat).SetString(s)
		if d.Rat().Cmp(want) != 0 {
			t.Errorf("%s: Rat gives %v", s, d.Rat())
		}
	}
	for _, s := range []string{"", "-", ".", "1.", "+1", "1e3", "１", "1234567890123456789", "1,000", "--1", "1.2.3"} {
		if d, err := ParseDecimal(s); !errors.Is(err, ErrDecimal) || d.Valid() {
			t.Errorf("ParseDecimal(%q) = %v, %v: want ErrDecimal", s, d, err)
		}
	}
}

func TestDecimalOneNumberOneValue(t *testing.T) {
	a, _ := ParseDecimal("1.50")
	b, _ := ParseDecimal("1.5")
	z, _ := ParseDecimal("-0.00")
	zero, _ := ParseDecimal("0")
	if a != b || z != zero || zero == (Decimal{}) || (Decimal{}).Valid() {
		t.Errorf("1.50 %#v, 1.5 %#v, -0.00 %#v, 0 %#v", a, b, z, zero)
	}
	out, _ := json.Marshal(struct {
		D Decimal `json:"d,omitzero"`
		E Decimal `json:"e,omitzero"`
	}{E: zero})
	if string(out) != `{"e":"0"}` {
		t.Errorf("absent and 0 marshal to %s", out)
	}
}

func TestDecimalArithmetic(t *testing.T) {
	values := []string{"0", "1", "-1", "9", "0.1", "2.5", "-0.75", "1000000000000", "999999999999999999", "0.000000001",
		"123456789"}
	for _, x := range values {
		for _, y := range values {
			a, _ := ParseDecimal(x)
			b, _ := ParseDecimal(y)
			if a.Cmp(b) != a.Rat().Cmp(b.Rat()) {
				t.Errorf("Cmp(%s, %s) = %d", x, y, a.Cmp(b))
			}
			want := new(big.Rat).Add(a.Rat(), b.Rat())
			if sum := a.Plus(b); sum.Valid() && sum.Rat().Cmp(want) != 0 {
				t.Errorf("%s + %s = %s", x, y, sum)
			}
		}
	}
	one, _ := ParseDecimal("1")
	if sum := (Decimal{maxCoef, 0, true}).Plus(Decimal{5, -1, true}); sum.Valid() {
		t.Errorf("a sum of 19 digits is %s: want none", sum)
	}
	for _, c := range []struct {
		by    int64
		want  string
		exact bool
	}{{4, "0.25", true}, {3, "0.333", false}, {16, "0.0625", true}} {
		if q, exact := one.Per(New(c.by, 0)); q.String() != c.want || exact != c.exact {
			t.Errorf("1/%d = %s, %v", c.by, q, exact)
		}
	}
	if n, ok := New(23, 10).Int64(); n != 230_000_000_000 || !ok {
		t.Errorf("Int64 = %d, %v", n, ok)
	}
	if _, ok := New(23, 18).Int64(); ok {
		t.Error("23e18 fits no int64")
	}
	if f := New(15, -1).Float64(); f != 1.5 {
		t.Errorf("Float64 = %v", f)
	}
}
