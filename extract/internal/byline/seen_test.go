package byline

import (
	"reflect"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// TestSee reads the lines in which pages of many languages name authors, taken apart as their elements do; * stands
// before what leads to an author's page.
func TestSee(t *testing.T) {
	for line, want := range map[string]string{
		"By|Runa Falk|Staff Writer":                                               "Runa Falk; by job",
		"By Runa Falk|Published in|Harbour|December 14, 2016":                     "Runa Falk; by job dated rest",
		"By Runa Falk and Ida Holm in Lisk":                                       "Runa Falk, Ida Holm; by",
		"Von|Anna Kern|,|Jonas Brandt und Lea Moser":                              "Anna Kern, Jonas Brandt, Lea Moser; by",
		"27. Januar 2026 • Jonas Brandt • 3 Minuten":                              "Jonas Brandt; dated",
		"9. September 2025 um 15:46 Uhr / Lea Anna-Moser":                         "Lea Anna-Moser; dated",
		"von Anna Kern, TALFUNK":                                                  "Anna Kern; by job",
		"Par Jeanne Dupont (avec Paul Martin)":                                    "Jeanne Dupont, Paul Martin; by",
		"Por Marta Ríos|Enviada especial":                                         "Marta Ríos; by job",
		"Di Chiara Conti|12 marzo 2024":                                           "Chiara Conti; by dated",
		"Door Sanne de Wit|en Pieter van den Berg":                                "Sanne de Wit, Pieter van den Berg; by",
		"Tuva Nordli|– Journalist":                                                "Tuva Nordli; job",
		"Автор: Анна Котова":                                                      "Анна Котова; by",
		"Γράφει η Ελένη Δήμου":                                                    "Ελένη Δήμου; by",
		"Yazan: Ayşe Demir":                                                       "Ayşe Demir; by",
		"Penulis: Sari Dewi|5 Mei 2024":                                           "Sari Dewi; by dated",
		"*大川 美里|2025/1/21 20:50":                                                  "大川 美里; dated",
		"Sam Levin|and|Meg Stone":                                                 "Sam Levin, Meg Stone;",
		"By |*Runa Falk|, Senior Engineer, Daon Rivers, Lakes, and Coasts Office": "Runa Falk; by job rest",
		"Posted by Runa Falk, Software Engineer on Daon Maps":                     "Runa Falk; by job",
		"By Runa Falk, Editor, and Ida Holm, Writer":                              "Runa Falk, Ida Holm; by job",
		"By Reuters":                                    "Reuters; by",
		"*Xiao You":                                     "Xiao You;",
		"Autorin/Autor|Anna Kern":                       "Anna Kern; by",
		"Author of the article:":                        "; by",
		"Ntombi Ngcala|2 minutes read":                  "Ntombi Ngcala;",
		"*Alles von Anna Kern":                          "Anna Kern; by",
		"*All posts by Runa Falk":                       "Runa Falk; by",
		"*Voir tous les articles de Jeanne Dupont":      "Jeanne Dupont; by",
		"*Runa Falk|View all articles":                  "Runa Falk; job",
		"*Thomas More":                                  "Thomas More;",
		"Quelle: Anna Kern (Text), Jonas Brandt (Bild)": "Anna Kern; by",
		"Anna Kern (Foto), Jonas Brandt (Text, Bild)":   "Jonas Brandt; by",
		"Anna Kern (Text und Foto)":                     "Anna Kern; by",
		"Latest News":                                   "; rest",
		"Middle East":                                   "; rest",
		"Giftwolke über Berlin":                         "; rest",
		"Mehr Artikel":                                  "; rest",
		"Text Size":                                     "; by rest",
		"The bridge of Daon stays empty at night, the mayor said": "; rest",
	} {
		var parts []string
		linked := map[int]bool{}
		for i, part := range strings.Split(line, "|") {
			linked[i] = strings.HasPrefix(part, "*")
			parts = append(parts, strings.TrimPrefix(part, "*"))
		}
		s := See(parts, func(i int) bool { return linked[i] }, stamp.DayFirst, func(string) bool { return false })
		var names, marks []string
		for _, a := range s.Authors {
			names = append(names, a.Name)
		}
		for _, m := range []struct {
			name string
			on   bool
		}{{"by", s.By}, {"job", s.Job}, {"dated", s.Dated}, {"rest", s.Rest > 0}} {
			if m.on {
				marks = append(marks, m.name)
			}
		}
		if got := strings.TrimSpace(strings.Join(names, ", ") + "; " + strings.Join(marks, " ")); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

// TestGlimpse holds that a glimpse says of a byline what See says, and of all else that it is none.
func TestGlimpse(t *testing.T) {
	no := func(int) bool { return false }
	site := func(s string) bool { return s == "Daon Daily" }
	done := 0
	for _, line := range []string{
		"By|Runa Falk|Staff Writer",
		"The bridge stays empty at night, Runa Falk said|By Ida Holm",
		"The bridge stays empty, Runa Falk said on 3 May 2024 By Ida Holm",
		"27. Januar 2026 • Jonas Brandt • 3 Minuten",
		"The bridge of Daon stays empty at night, the mayor said, and Runa Falk agreed",
		"Von|Anna Kern|,|Jonas Brandt und Lea Moser: die Brücke",
		"Daon Daily|Anna Kern|and all the others are read",
		"Latest News|Autorin/Autor|Anna Kern",
		"Senior Editor|Runa Falk|walks",
		"해람시는 올해 축제를 연다|By Runa Falk",
	} {
		parts := strings.Split(line, "|")
		want, got := See(parts, no, stamp.DayFirst, site), Glimpse(parts, no, stamp.DayFirst, site)
		if got.hasty = false; got.Rest > 0 && !got.By && want.Rest > 0 && !want.By {
			done++
			continue
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %+v, want %+v", line, got, want)
		}
	}
	if done < 3 {
		t.Errorf("%d lines were no bylines, too few to tell", done)
	}
}

// TestIsPerson tells names of persons from what pages write in capitals as well.
func TestIsPerson(t *testing.T) {
	for _, s := range []string{"Runa Falk", "Anne-Kathrin Neuber", "Chus del Pino", "Bill O’Hara", "J. R. Stone",
		"MTHOBI SITHO",
		"Jan van der Meer", "Анна Котова"} {
		if !IsPerson(s) {
			t.Errorf("%q is none", s)
		}
	}
	for _, s := range []string{"Runa", "Read More", "Gear Team", "New York", "Senior Editor", "runa falk", "Lisk 2024",
		"Who Pays?",
		"Von Anna", "Getty Images"} {
		if IsPerson(s) {
			t.Errorf("%q is one", s)
		}
	}
}
