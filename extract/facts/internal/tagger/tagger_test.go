package tagger

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

func lists(t testing.TB) *gazetteer.Lists {
	t.Helper()
	l, err := gazetteer.Read(os.DirFS("../organization/data"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// examples make sentences in which an invented body speaks and an invented person walks.
func examples() (out []Example) {
	for _, body := range []string{"해람청", "이룸청", "다온청", "새솔청", "가온청", "나래청"} {
		for _, person := range []string{"김다솜", "박이룸", "최해솔"} {
			text := fmt.Sprintf("%s은 계획을 밝혔다", body)
			out = append(out, Example{text, []Span{{0, len(body), BeginOrganization}}})
			text = fmt.Sprintf("%s 씨는 길을 걸었다", person)
			out = append(out, Example{text, []Span{{0, len(person), BeginPerson}}})
		}
	}
	return out
}

var learning = Learning{Seed: 1, Epochs: 5, Models: 2, Least: 1, Hidden: 0.2, Log: func(string, ...any) {}}

func TestLearn(t *testing.T) {
	l := lists(t)
	b := Learn(examples(), l, learning)
	if !bytes.Equal(b, Learn(examples(), l, learning)) {
		t.Error("the same examples give two models")
	}
	m, err := Decode(b, nil)
	if err != nil {
		t.Fatal(err)
	}
	text := "소라청은 계획을 밝혔다" // a body it has not seen
	got := New(m, l).Mark(text, nil, make([]int32, len(text)))
	if len(got) != 1 || got[0] != (Span{0, len("소라청"), BeginOrganization}) {
		t.Errorf("marked %v", got)
	}
}

func TestDecodeRefuses(t *testing.T) {
	b := Learn(examples(), lists(t), learning)
	flipped := bytes.Clone(b)
	flipped[len(flipped)/2] ^= 1
	for name, bad := range map[string][]byte{"empty": nil, "short": b[:20], "cut": b[:len(b)-9], "flipped": flipped,
		"other": []byte("something else altogether")} {
		if _, err := Decode(bad, nil); !errors.Is(err, ErrModel) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestCompand(t *testing.T) {
	for w := -maxWeight; w <= maxWeight; w++ {
		got := int(expand(compand(float64(w))))
		if diff := got - w; diff*diff > 4*max(w, -w)+4 {
			t.Fatalf("%d became %d", w, got)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(Learn(examples()[:4], lists(f), learning))
	f.Add([]byte(magic + "abcd"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := Decode(b, nil); err == nil && m == nil || err != nil && !errors.Is(err, ErrModel) {
			t.Errorf("model %v, error %v", m, err)
		}
	})
}

// TestModel reads the model of the package within its bounds and reports how long that takes.
func TestModel(t *testing.T) {
	b, err := os.ReadFile("../organization/data/model.bin")
	if err != nil {
		t.Fatal(err)
	}
	if len(b) > 3<<20 {
		t.Errorf("the model has %d bytes", len(b))
	}
	start := time.Now()
	m, err := Decode(b, nil)
	if err != nil {
		t.Fatal(err)
	}
	memory := 8*len(m.slots) + 24*len(m.lanes)
	if memory > 40<<20 {
		t.Errorf("the model takes %d bytes of memory", memory)
	}
	t.Logf("%d features, %d bytes, %.1f MB of memory, loaded in %v", m.Features(), len(b), float64(memory)/1e6,
		time.Since(start))
}

func BenchmarkMark(b *testing.B) {
	file, err := os.ReadFile("../organization/data/model.bin")
	if err != nil {
		b.Fatal(err)
	}
	m, err := Decode(file, nil)
	if err != nil {
		b.Fatal(err)
	}
	t := New(m, lists(b))
	text := "해람시는 12일 한국재료연구원과 업무협약을 맺고 소재 기업의 시험을 돕는다고 밝혔다. 시 관계자는 지역 기업들이 멀리 가지 않아도 된다고 말했다."
	lean := make([]int32, len(text))
	var spans []Span
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		spans = t.Mark(text, spans[:0], lean)
	}
}
