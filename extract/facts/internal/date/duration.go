package date

import (
	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

// Duration is a length of time or a set of times: 3년간, 36일, 2시간 반, 10년 만에, 매년. It stands on no calendar.
// Its span holds the number and the unit, without 간, 동안, 만에 or a particle; a set's holds what is repeated as
// well: 매주 금요일, 매일 오후 3시.
type Duration struct {
	gisa.Span
	Raw    string
	Value  number.Decimal // in Unit; none where no one unit is exact, as in 한 달 이틀
	Max    number.Decimal // the upper end of a range, else none
	Unit   words.Grain    // Second to Century
	ISO    string         // ISO 8601: P3Y, PT2H30M; of a set what lies between two times
	Every  bool           // a set: 매년, 매주 금요일, 사흘마다
	Bound  lexicon.Bound
	Approx bool
	Rule   string
}
