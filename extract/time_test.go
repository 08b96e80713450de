package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

func TestTime(t *testing.T) {
	seoul := time.FixedZone("KST", 9*3600)
	for _, c := range []struct {
		time        Time
		json, shown string
	}{
		{Time{}, "null", ""},
		{timeOf(time.Date(2022, 2, 23, 17, 41, 5, 0, seoul), false), `"2022-02-23T17:41:05+09:00"`, "2022-02-23 17:41"},
		{timeOf(time.Date(2022, 2, 23, 0, 0, 0, 0, seoul), false), `"2022-02-23T00:00:00+09:00"`, "2022-02-23 00:00"},
		{timeOf(time.Date(2022, 2, 23, 0, 0, 0, 0, seoul), true), `"2022-02-23"`, "2022-02-23"},
		{timeOf(time.Date(2022, 2, 23, 5, 0, 0, 0, time.UTC), false), `"2022-02-23T05:00:00Z"`, "2022-02-23 05:00"},
	} {
		b, err := json.Marshal(c.time)
		if err != nil || string(b) != c.json || c.time.Shown() != c.shown {
			t.Errorf("%v: %s %q %v, want %s %q", c.time, b, c.time.Shown(), err, c.json, c.shown)
		}
		var again Time
		if err := json.Unmarshal(b, &again); err != nil || !reflect.DeepEqual(again, c.time) {
			t.Errorf("%s read again is %#v, %v; want %#v", b, again, err, c.time)
		}
	}
	for _, bad := range []string{`"soon"`, `17`, `"2022-13-01"`, `{}`} {
		var got Time
		if err := json.Unmarshal([]byte(bad), &got); err == nil {
			t.Errorf("%s is read as %v", bad, got)
		}
	}
}

// TestArticlesSurviveJSON: an article is equal to itself after Marshal and Unmarshal.
func TestArticlesSurviveJSON(t *testing.T) {
	files, err := filepath.Glob("../testdata/pages/*/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, file := range files {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := FromBytes(page, Page{URL: "https://www.haeram.example/news/1"}, nil)
		if err != nil {
			continue
		}
		b, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		again := &Article{}
		if err := json.Unmarshal(b, again); err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		got, want := reflect.ValueOf(*again), reflect.ValueOf(*a)
		for i := range got.NumField() {
			if !reflect.DeepEqual(got.Field(i).Interface(), want.Field(i).Interface()) {
				t.Errorf("%s: %s is %.300v, want %.300v", file, got.Type().Field(i).Name, got.Field(i), want.Field(i))
			}
		}
	}
}
