package number

import "github.com/gisa-go/gisa/extract/facts/internal/runes"

// Form is how a number is written.
type Form uint8

const (
	Arabic Form = iota // 12, 1,106, 3.5
	Mixed              // 2천300억, 3만5천, 30여만
	Sino               // 삼백억, 이천이십이
	Native             // 두, 서너, 스물다섯
)

// Number is a number read at one place of a text.
type Number struct {
	Start, End int     // bytes; 여 is inside
	Value      Decimal // exact
	Max        Decimal // the upper end of 두세 and its like, else none
	Form       Form
	Scale      int  // exponent of the last scale word written (만 4, 억 8, 조 12; 천 3), 0 without one
	Plain      int  // how many digits stand before the first scale word, 0 if it starts with a word
	Approx     bool // 여, or a native pair
	Vague      bool // 수십, 몇백: the value is the bare magnitude
	Padded     bool // starts with a needless 0: a clock, a telephone, an identifier
	Grouped    bool // 1,106
	Fraction   bool // 3.5
	Cut        int  // where the number ends if the last space inside it separates, else 0
}

// ScaleOf gives the exponent of a scale word, 0 if r is none.
func ScaleOf(r rune) int {
	switch r {
	case '십', '十':
		return 1
	case '백', '百':
		return 2
	case '천', '千':
		return 3
	case '만', '萬', '万':
		return 4
	case '억', '億', '亿':
		return 8
	case '조', '兆':
		return 12
	case '경', '京':
		return 16
	}
	return 0
}

// SinoDigit gives the value of a Sino-Korean digit word, in Hangul or in Chinese characters.
func SinoDigit(r rune) (n int64, ok bool) {
	switch r {
	case '영', '공':
		return 0, true
	case '일', '一':
		return 1, true
	case '이', '二':
		return 2, true
	case '삼', '三':
		return 3, true
	case '사', '四':
		return 4, true
	case '오', '五':
		return 5, true
	case '육', '륙', '六':
		return 6, true
	case '칠', '七':
		return 7, true
	case '팔', '八':
		return 8, true
	case '구', '九':
		return 9, true
	}
	return 0, false
}

// IsChinese tells the Chinese characters that numbers are written with.
func IsChinese(r rune) bool {
	if r < 0x4E00 || r > 0x9FFF {
		return false
	}
	_, digit := SinoDigit(r)
	return digit || ScaleOf(r) > 0
}

// nativeTens and nativeOnes make 열하나 … 아흔아홉, in the forms that stand before a counter.
var (
	nativeTens = [...]string{"", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"}
	nativeOnes = [...]string{"", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"}
)

// nativeWords are the other native numerals with their least and greatest value, the longer first; a greatest
// of 0 is not told.
var nativeWords = [...]struct {
	Word     string
	low, top int64
}{
	{"여덟아홉", 8, 9}, {"일고여덟", 7, 8}, {"예닐곱", 6, 7}, {"대여섯", 5, 6}, {"네다섯", 4, 5}, {"네댓", 4, 5}, {"너댓", 4, 5}, {"너덧", 4, 5},
	{"두서너", 2, 4}, {"두어", 2, 3}, {"두세", 2, 3}, {"서너", 3, 4}, {"한두", 1, 2}, {"여남은", 10, 12}, {"열댓", 15, 0},
	{"스무", 20, 20}, {"석", 3, 3}, {"넉", 4, 4},
}

// Digits reads digits, grouped by threes or not, with an optional fraction. More than a Decimal holds are no
// number, nor are 1.2.3, versions and dates.
func Digits(text string, i int) (n Number, ok bool) {
	r := digitReader{text: text, p: i}
	first, _ := runes.DigitAt(text, i)
	n = Number{Start: i, Plain: r.run()}
	n.Padded = n.Plain > 1 && first == 0
	for (n.Plain <= 3 || n.Grouped) && r.group() {
		n.Plain += 3
		n.Grouped = true
	}
	n.Fraction = r.fraction()
	n.End = r.p
	n.Value = New(r.coef, -r.places)
	version := n.Fraction && r.fraction()
	return n, n.Plain > 0 && !version && !r.full && n.Value.valid
}

// digitReader adds up digits from p on.
type digitReader struct {
	text   string
	p      int
	coef   int64
	places int  // digits of the fraction
	full   bool // more digits than a Decimal holds
}

// run reads digits and counts them.
func (r *digitReader) run() (count int) {
	for {
		d, w := runes.DigitAt(r.text, r.p)
		if w == 0 {
			return count
		}
		if r.coef > (maxCoef-d)/10 {
			r.full = true
		} else {
			r.coef = r.coef*10 + d
		}
		r.p += w
		count++
	}
}

// group reads a comma and just three digits.
func (r *digitReader) group() bool {
	w := runes.MarkAt(r.text, r.p, ',')
	if w == 0 || r.full {
		return false
	}
	ahead := *r
	ahead.p += w
	if ahead.run() != 3 {
		return false
	}
	*r = ahead
	return true
}

// fraction reads a point and digits.
func (r *digitReader) fraction() bool {
	w := runes.MarkAt(r.text, r.p, '.')
	if w == 0 || !runes.IsDigitAt(r.text, r.p+w) {
		return false
	}
	r.p += w
	r.places += r.run()
	return true
}
