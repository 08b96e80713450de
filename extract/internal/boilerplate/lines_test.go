package boilerplate

import (
	"math/bits"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

func TestKindOf(t *testing.T) {
	for line, want := range map[string]Kind{
		"저작권자 ⓒ 다온일보, 무단 전재 및 재배포 금지":                  Copyright,
		"Copyright © Daon Daily. All rights reserved.": Copyright,
		"출처 : 다온일보":                                    Source,
		"▲ 축제장 전경":                                     Caption,
		"이전글 이룸군 봄나물 축제":                               End,
		"관련기사":                                         Head,
		"해람시는 올해 가을 축제를 연다고 밝혔다.":                      Text,
		"The town holds its festival.":                 Text,
		"3 Kommentare":                                 Comments,
		"댓글(12)":                                       Comments,
		"Comments [4]":                                 Comments,
		"100자평":                                        Comments,
		"의견":                                           Text,
		"댓글 12개가 시장을 움직였다.":                            Text,
		"": Text,
	} {
		if got, _ := KindOf([]byte(line), letters.Size(line), nil); got != want {
			t.Errorf("%q: got %d, want %d", line, got, want)
		}
	}
}

// TestLongLine takes what is longer than a pattern's limit for a part of the article.
func TestLongLine(t *testing.T) {
	line := "저작권자 ⓒ 다온일보, 무단 전재 및 재배포 금지"
	if got, _ := KindOf([]byte(line), holdsMax+1, nil); got != Text {
		t.Errorf("got %d", got)
	}
}

// TestPairs holds that the bits that spare looks into the map of patterns let every pattern through, and few others.
func TestPairs(t *testing.T) {
	w := patterns()
	for start, list := range w.holds {
		for _, p := range list {
			if got, _ := KindOf([]byte("x, "+p.text), letters.Size(p.text), nil); got == Text {
				t.Errorf("%q is not found", p.text)
			}
		}
		if p := pair(start[0], start[1]); w.pairs[p/64]>>(p%64)&1 == 0 {
			t.Errorf("%q has no bit", start)
		}
	}
	set := 0
	for _, b := range w.pairs {
		set += bits.OnesCount64(b)
	}
	if set != len(w.holds) {
		t.Errorf("%d bits for %d beginnings", set, len(w.holds))
	}
}
