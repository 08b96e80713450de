package view

import (
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/sites"
)

func read(t *testing.T, page, address string, rules *sites.Set) *View {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return New(root, address, time.Time{}, rules)
}

// TestNew holds what is decided once for all stages.
func TestNew(t *testing.T) {
	for name, tt := range map[string]struct {
		page, address string
		korean, board bool
		order         stamp.Order
		zone          string
	}{
		"a board":     {"<html lang=ko><div id=bo_v><div id=bo_v_con>x</div></div>", "", true, true, stamp.YearFirst, ""},
		"a newspaper": {"<html lang=ko><p>x", "https://www.haeram.example/1", true, false, stamp.YearFirst, ""},
		"British":     {"<html lang=en><p>x", "https://www.haeram.co.uk/1", false, false, stamp.DayFirst, "UTC"},
		"German":      {"<html lang=de><p>x", "", false, false, stamp.DayFirst, "UTC"},
		"og:locale":   {"<html lang=en><meta property=og:locale content=en_GB><p>x", "", false, false, stamp.DayFirst, "UTC"},
		"its path": {"<html lang=en><p>x", "https://www.haeram.example/en-au/news/1", false, false, stamp.DayFirst,
			"UTC"},
		"another language in og:locale": {"<html lang=en><meta property=og:locale content=fr_FR><p>x", "", false, false,
			stamp.MonthFirst, "UTC"},
		"English from Korea": {"<html lang=en><p>x", "http://english.haeram.co.kr/1", false, false, stamp.MonthFirst, ""},
		"its own host": {"<html lang=en><link rel=canonical href=https://www.haeram.co.uk/news/1><p>x", "", false,
			false, stamp.DayFirst, "UTC"},
	} {
		v := read(t, tt.page, tt.address, sites.Builtin())
		if v.Korean != tt.korean || v.Board != tt.board || v.Order != tt.order || v.Zone.String() != tt.zone {
			t.Errorf("%s: got %v %v %v %s", name, v.Korean, v.Board, v.Order, v.Zone)
		}
	}
}

// TestUserBoard lets the rule of a user say that a site is a board.
func TestUserBoard(t *testing.T) {
	rules, err := sites.Parse("x.txt", strings.NewReader("site: a\nwhen: #post\nkind: board\nlayout: 1\nbody: #post\n"))
	if err != nil {
		t.Fatal(err)
	}
	if v := read(t, "<div id=post>x</div>", "", sites.Builtin().With(rules...)); !v.Board || v.Site.Name() != "a" {
		t.Errorf("got board %v, site %q", v.Board, v.Site.Name())
	}
}

// TestFields reads what a rule names: meta elements, words, labels, attributes, elements.
func TestFields(t *testing.T) {
	rules, err := sites.Parse("x.txt", strings.NewReader(`site: a
host: a.example
layout: 1
title: meta dc.title
section: text 소식
views: label 조회 | 읽음 in .info
published: time @datetime
tags: .tag
body: #post
`))
	if err != nil {
		t.Fatal(err)
	}
	v := read(t, "<meta name=DC.title content=' 가을  축제 '><div class=info>작성자 홍길서 조회 : 12</div><time "+
		"datetime=2026-03-02>x</time><b class=tag>하나</b>"+
		"<b class=tag> </b><b class=tag>둘</b><div id=post>x</div>", "https://a.example/1", (&sites.Set{}).With(rules...))
	for f, want := range map[sites.Field][]string{sites.Title: {"가을 축제"}, sites.Section: {"소식"}, sites.Views: {"12"},
		sites.Published: {"2026-03-02"},
		sites.Tags:      {"하나", "둘"}, sites.Authors: nil} {
		var got []string
		for src := range v.Site.Sources(f) {
			got = append(got, v.Fields(src, 0)...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", f, got, want)
		}
	}
}

// TestOver gives a page another tree: what is known of it stays, what its layout names does not.
func TestOver(t *testing.T) {
	v := read(t, "<html lang=ko><div id=bo_v><div id=bo_v_con>x</div></div>", "", sites.Builtin())
	root, err := document.Parse([]byte("<p>y</p>"))
	if err != nil {
		t.Fatal(err)
	}
	w := v.Over(root)
	if w.Head != v.Head || !w.Korean || !w.Board || w.Site.Layout != nil || string(w.Index.Text) != "y" ||
		string(v.Index.Text) != "x" {
		t.Errorf("got %+v", w)
	}
}
