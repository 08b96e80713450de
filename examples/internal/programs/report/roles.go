package report

import (
	"encoding/json"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// roles is what lines of JSON can say of facts beyond what every version of gisa knows: it is read where it stands.
type roles struct {
	confidence map[facts.Span]float64    // of organizations
	whole      map[facts.Span]facts.Span // of amounts: the amount that it is a part of
	about      map[facts.Span]facts.Span // of amounts: the words for what it measures
}

type roleFacts struct {
	Amounts []struct {
		facts.Span
		PartOf *facts.Span `json:"partOf"`
		About  *facts.Span `json:"about"`
	} `json:"amounts"`
	Organizations []struct {
		facts.Span
		Confidence *float64 `json:"confidence"`
	} `json:"organizations"`
}

// readRoles reads the roles of an article's facts from the line of JSON it came from, else from its own facts.
func readRoles(a *extract.Article, record json.RawMessage) roles {
	var line struct {
		Facts roleFacts `json:"facts"`
	}
	if record != nil {
		_ = json.Unmarshal(record, &line) // the article itself was read from it
	} else if own, err := json.Marshal(a.Facts); err == nil {
		_ = json.Unmarshal(own, &line.Facts)
	}
	inside := func(s *facts.Span) bool {
		return s != nil && 0 <= s.Start && s.Start < s.End && s.End <= len(a.Text)
	}
	r := roles{map[facts.Span]float64{}, map[facts.Span]facts.Span{}, map[facts.Span]facts.Span{}}
	for _, m := range line.Facts.Amounts {
		if inside(m.PartOf) {
			r.whole[m.Span] = *m.PartOf
		}
		if inside(m.About) {
			r.about[m.Span] = *m.About
		}
	}
	for _, o := range line.Facts.Organizations {
		if o.Confidence != nil {
			r.confidence[o.Span] = min(1, max(0, *o.Confidence))
		}
	}
	return r
}
