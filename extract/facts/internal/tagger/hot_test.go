package tagger

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestHotSaysTheSame: features that are asked for first change nothing but the time it takes.
func TestHotSaysTheSame(t *testing.T) {
	l := lists(t)
	b := Learn(examples(), l, learning)
	plain, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, x := range examples() {
		texts = append(texts, x.Text)
	}
	heated := Heat(plain, l, texts)
	if !bytes.Equal(heated, Heat(plain, l, texts)) {
		t.Error("the same texts make other features hot")
	}
	quick, err := Decode(heated)
	if err != nil {
		t.Fatal(err)
	}
	hot := 0
	for _, k := range quick.hot.keys {
		if k != 0 {
			hot++
		}
	}
	if hot == 0 {
		t.Fatal("nothing is hot")
	}
	for _, text := range append(texts, "", "가람시는 해람군과 ABC 12개를 만든다.", "\xff\xea\xb0") {
		leanPlain, leanQuick := make([]int32, len(text)), make([]int32, len(text))
		want := New(plain, l).Mark(text, nil, leanPlain)
		got := New(quick, l).Mark(text, nil, leanQuick)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
		if diff := cmp.Diff(leanPlain, leanQuick); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}
