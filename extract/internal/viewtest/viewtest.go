// Package viewtest makes pages for the tests of the rooms, as view.New reads them.
package viewtest

import (
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/view"
	"github.com/gisa-go/gisa/extract/sites"
)

// Sentences of invented towns, long enough to be running text.
const (
	First  = "해람시는 올해 가을 축제를 다온공원에서 사흘 동안 연다고 12일 밝혔다."
	Second = "축제에는 시민 누구나 참여할 수 있으며, 첫날에는 이룸군 농악단이 길놀이를 펼친다."
	Third  = "시는 이번 축제에 2만 명이 넘는 관광객이 찾을 것으로 내다보고 주차장 세 곳을 새로 마련했다."
	Fourth = "이 밖에도 다온강 둔치에서는 지역 농산물을 파는 장터와 아이들을 위한 그림 그리기 마당이 날마다 열린다."
	Fifth  = "축제를 맡은 해람시 문화관광과는 비가 오면 공연을 시민회관으로 옮겨 예정대로 치르기로 했다."
	Latin  = "The town of Haeram will hold its autumn festival in Daon Park for three days, the mayor said on Monday."
)

// Paragraphs returns a list of texts as HTML.
func Paragraphs(list ...string) string { return "<p>" + strings.Join(list, "</p><p>") + "</p>" }

// New returns a page without an address.
func New(t testing.TB, page string) *view.View { return At(t, page, "", time.Time{}) }

// At returns a page of an address as it was fetched at a time.
func At(t testing.TB, page, address string, fetched time.Time) *view.View {
	t.Helper()
	root, err := document.Parse([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return view.New(root, address, fetched, sites.Builtin())
}
