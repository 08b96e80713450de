package dedupe

import (
	"math"
	"strings"
	"testing"
)

func TestCompareKinds(t *testing.T) {
	article := text(title, deck, lead, second, third, caption)
	more := strings.Repeat("하늬군의회는 임시회를 열고 조례안 열두 건을 다룬다. ", 1) + "쟁점은 쓰레기 처리장 터를 어디에 두느냐다. 의원들 사이에서도 의견이 갈린다. 누리시는 봄맞이 나무 심기에 나선다. 시민 삼백 명이 참나무 천 그루를 심는다. 다솜군은 들깨 수매값을 올렸다고 밝혔다. 농가들은 여전히 모자란다고 했다."
	for _, test := range []struct {
		name, a, b string
		want       Kind
	}{
		{"the same", article, article, Exact},
		{"other spacing and letter case", article + " KTX", strings.ReplaceAll(article, " ", "\n") + "ktx", Exact},
		{"a word changed", article, strings.Replace(article, "절반씩", "반반", 1), Near},
		{"a paragraph more", article, text(title, deck, lead, second, "주민 김이룸 씨는 오래 기다린 소식이라 반갑기 그지없다며 공사가 제때 끝나 가뭄 걱정이 사라지길 바란다고 덧붙였다.", third, caption), Updated},
		{"inside another", article, text(more, article, strings.ReplaceAll(more, "군", "시")), Contains},
		{"cut off", article, text(title, deck, lead), Contained},
		{"unrelated", article, more, None},
		{"empty", "", "", None},
		{"empty and not", "", article, None},
		{"tiny and the same", "사진 제공", "사진  제공", Exact},
		{"tiny and nearly the same", "사진 제공", "사진 제공.", None},
		{"nothing twice", " ", "", None},
		{"Thai", strings.Repeat("เทศบาลจะสร้างสะพานใหม่ ", 2), strings.Repeat("เทศบาลจะสร้างสะพานใหม่ ", 2), Exact},
		{"two Arabic texts", "أعلنت البلدية عن مشروع جديد لتوسيع شبكة المياه", "يفتتح المتحف الوطني معرضا للصور القديمة غدا", None},
	} {
		for _, side := range []struct {
			a, b string
			want Kind
		}{{test.a, test.b, test.want}, {test.b, test.a, test.want.turned()}} {
			m, err := Compare(side.a, side.b, nil)
			if err != nil {
				t.Fatal(err)
			}
			if m.Kind != side.want {
				t.Errorf("%s: %v, want %v (similarity %.2f, containment %.2f)", test.name, m.Kind, side.want, m.Similarity, m.Containment)
			}
		}
	}
}

func TestComparePassages(t *testing.T) {
	a, b := text(title, lead, second, third), text(caption, second, "누리시가 봄맞이 나무 심기에 나선다.", lead)
	m, err := Compare(a, b, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Passages) != 2 {
		t.Fatalf("passages: %v", m.Passages)
	}
	for i, want := range []string{lead, second} {
		p := m.Passages[i]
		if inA, inB := a[p.A.Start:p.A.End], b[p.B.Start:p.B.End]; !strings.Contains(inA, want) || !strings.Contains(inB, want) {
			t.Errorf("passage %d is %q and %q, want %q", i, inA, inB, want)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(text(title, lead, second), text(lead, second, third), 0.0, 0.0, 0.0)
	f.Add("", "\xff", 0.1, 0.4, 0.8)
	f.Add(strings.Repeat("가나", 50), strings.Repeat("나가", 70), 0.2, 1.0, 0.1)
	f.Add(text(lead, second), text(strings.Replace(lead, "절반", "반절", 1), second), 0.0, 0.99, 0.5) // as long, and not similar enough
	f.Add("\U0001F600"+lead, "\U0001FA00"+lead, 0.0, 0.5, 0.8)                                    // characters that end alike
	f.Add("\x98"+strings.Repeat("가나", 20), "\U000d7098"+strings.Repeat("가나", 30), 0.0, 0.5, 0.8)  // a broken byte, and what ends like it
	f.Add(lead+"\U0001F600", lead+"\U0001F601", 0.0, 0.5, 0.8)                                    // and begin alike
	f.Fuzz(func(t *testing.T, a, b string, tolerance, similar, contained float64) {
		o := &Options{Tolerance: tolerance, Similar: similar, Contained: contained, MinRepeat: 8, MinText: 1}
		if o.Validate() != nil {
			*o = Options{MinRepeat: 8, MinText: 1}
		}
		tolerance = o.Tolerance
		m, err := Compare(a, b, o)
		if err != nil {
			t.Fatal(err)
		}
		back, err := Compare(b, a, o)
		if err != nil {
			t.Fatal(err)
		}
		if m.Similarity != back.Similarity || m.Containment != back.Containment || m.Kind != back.Kind.turned() {
			t.Fatalf("%+v and, turned, %+v", m, back)
		}
		similarity, containment := bruteForce(a, b)
		if m.Kind != Exact && (math.Abs(m.Similarity-similarity) > 1e-12 || math.Abs(m.Containment-containment) > 1e-12) {
			t.Fatalf("similarity %v, containment %v, want %v, %v", m.Similarity, m.Containment, similarity, containment)
		}
		for _, p := range m.Passages {
			if p.A.Start < 0 || p.A.End > len(a) || p.B.Start < 0 || p.B.End > len(b) || p.A.Start >= p.A.End || p.B.Start >= p.B.End {
				t.Fatalf("passage %v in texts of %d and %d bytes", p, len(a), len(b))
			}
			if inA, inB := normalise(nil, a[p.A.Start:p.A.End]), normalise(nil, b[p.B.Start:p.B.End]); tolerance == 0 && string16(inA) != string16(inB) {
				t.Fatalf("%q is not %q", a[p.A.Start:p.A.End], b[p.B.Start:p.B.End])
			}
		}
	})
}

// bruteForce compares the sets of runs of five units with maps.
func bruteForce(a, b string) (similarity, containment float64) {
	runs := func(s string) map[[5]uint16]bool {
		units, set := normalise(nil, s), map[[5]uint16]bool{}
		for i := 0; i+5 <= len(units); i++ {
			set[[5]uint16(units[i:i+5])] = true
		}
		return set
	}
	inA, inB, common := runs(a), runs(b), 0
	for r := range inA {
		if inB[r] {
			common++
		}
	}
	if common == 0 {
		return 0, 0
	}
	return float64(common) / float64(len(inA)+len(inB)-common), float64(common) / float64(min(len(inA), len(inB)))
}

func TestNothingIsAllocatedForAComparison(t *testing.T) {
	a, b := text(title, deck, lead, second), text(title, lead, second, third)
	o, err := (*Options)(nil).resolve()
	if err != nil {
		t.Fatal(err)
	}
	var c comparer
	var keys []uint64
	for name, work := range map[string]func(){
		"comparing":           func() { c.first(a, &o); c.match(b, &o) },
		"signing":             func() { keys = MinHash{}.Keys(c.a.sign(a, 5), keys[:0]) },
		"looking for repeats": func() { c.finder.within(a, &o) },
	} {
		work()
		if n := testing.AllocsPerRun(100, work); n > 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}
