package units

// Kind is the kind of an amount.
type Kind string

// The kinds of amounts.
const (
	Money        Kind = "money"         // Unit is the ISO 4217 code
	Percent      Kind = "percent"       // %, ‰
	PercentPoint Kind = "percent-point" // %p, bp
	Ratio        Kind = "ratio"         // 배: 두 배, 3분의 1, 절반, 경쟁률 3.5대 1
	Count        Kind = "count"         // Unit is the counter as written: 명, 개사, 건
	Measure      Kind = "measure"       // Unit is the SI or customary symbol: m2, km, t, ℃, 평
	Age          Kind = "age"           // 세; 30대 is 30 to 39
	Ordinal      Kind = "ordinal"       // a place in a row: 제3회, 2위, 1단계, 27층
)
