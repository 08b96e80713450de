package beside

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
)

// finder reads a text to which the model leans by so much everywhere.
func finder(text string, lean int32) Finder {
	f := Finder{Found: &candidate.Found{Reading: reading.New(text, data.Lists())}}
	f.Lean = make([]int32, len(text))
	for i := range f.Lean {
		f.Lean[i] = lean
	}
	return f
}

func show(f *candidate.Found) string {
	var out []string
	for _, c := range f.Cands {
		out = append(out, fmt.Sprintf("%s/%s/%s", f.Text[c.Start:c.End], c.Rule, c.Type))
	}
	return strings.Join(out, ", ")
}

func TestItemised(t *testing.T) {
	for _, c := range []struct {
		text string
		lean int32
		want string
	}{
		{"새솔릭스, 이룸랩스 등 12개사가 왔다.", leastItem, "새솔릭스/itemised/company, 이룸랩스/itemised/company"},
		{"새솔릭스와 이룸랩스 등 12개사가 왔다.", leastItem, "새솔릭스/itemised/company, 이룸랩스/itemised/company"},
		{"새솔릭스, 이룸랩스 등 12개사가 왔다.", leastItem - 1, ""},
		{"새솔릭스, 이룸랩스 등 12명이 왔다.", leastItem, ""},
	} {
		f := finder(c.text, c.lean)
		if f.Itemised(); show(f.Found) != c.want {
			t.Errorf("%q leaning %d: %s, want %s", c.text, c.lean, show(f.Found), c.want)
		}
	}
}

func TestAffiliations(t *testing.T) {
	for text, want := range map[string]string{
		"새솔초 교사가 말했다.":      "새솔초/affiliation/school",
		"이룸고를 졸업한 사람이다.":    "이룸고/affiliation/school",
		"김가온 새솔릭스 대표는 웃었다.": "새솔릭스/affiliation/company",
		"김가온 새솔릭스 노래는 좋다.":  "",
		"최고 교사가 말했다.":       "",
	} {
		f := finder(text, 0)
		if strings.HasPrefix(text, "김가온") { // the model takes both words for one person
			f.Marked = []tagger.Span{{End: len("김가온 새솔릭스"), Class: tagger.BeginPerson}}
		}
		if f.Affiliations(); show(f.Found) != want {
			t.Errorf("%q: %s, want %s", text, show(f.Found), want)
		}
	}
}

func TestFirms(t *testing.T) {
	for _, c := range []struct {
		text string
		lean int32
		want string
	}{
		{"어제 서해수산(대표 김가온)이 열렸다.", leastHeaded, "서해수산/firm/company"},
		{"어제 서해수산(대표 김가온)이 열렸다.", leastHeaded - 1, ""},
		{"어제 서해수산(서쪽 바다)이 열렸다.", 0, ""},
		{"사회적기업 ‘한뼘부엌’이 열렸다.", leastHeaded, "한뼘부엌/firm/company"},
	} {
		f := finder(c.text, c.lean)
		if f.Firms(); show(f.Found) != c.want {
			t.Errorf("%q leaning %d: %s, want %s", c.text, c.lean, show(f.Found), c.want)
		}
	}
}

// TestMayBeFirm holds that no firm is lost by the quick look at what stands around a word.
func TestMayBeFirm(t *testing.T) {
	text := strings.Join([]string{
		"어제 서해수산(대표 김가온)이 열렸다. 김가온 새솔릭스 대표는 솔내식당 해람점을 찾았다.",
		"이차전지 기업 새솔셀은 새솔모터를 30만달러에 인수했다. 해온국의 브릭소(Brixo)가 새 센서를 공개했다.",
		"미국의 브릭소(Brixo)가 새 센서를 공개했다. 중국 기업 이룸넷과 손을 잡은 법인인 다온테크가 왔다.",
		"아트센터 나루 관장, ‘이룸길’을 운영하는 새솔랩은 Brixo (Harbour) opened a shop in Lisk.",
	}, "\n")
	firms := 0
	f := finder(text, 0)
	var before, says cue
	for i, w := range f.Words {
		before, says = says, cueOf(text[w.Start:w.End])
		c, ok := f.unquoted(i, before, says)
		if ok && !f.mayBeFirm(i, before, says) {
			t.Errorf("%s is a firm, and the quick look loses it", text[c.Start:c.End])
		}
		if ok {
			firms++
		}
	}
	if firms < 6 {
		t.Errorf("%d firms, too few to tell", firms)
	}
}
