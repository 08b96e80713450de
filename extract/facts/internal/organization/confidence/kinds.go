package confidence

import (
	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

var digits = [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}

// endingKind is a kind of ending of a name, by its place in endingKinds.
type endingKind uint8

var endingKinds = [...]string{"none", "certain", "name", "long", "short"}

func endingKindOf(e *gazetteer.Ending) endingKind {
	switch {
	case e == nil:
		return 0
	case e.Kinds[gazetteer.CertainEnding]:
		return 1
	case e.Kinds[gazetteer.NameEnding]:
		return 2
	case len(e.Text) > reading.Syllable:
		return 3
	}
	return 4
}

// restKind is a kind of what follows a name in its word, by its place in restKinds.
type restKind uint8

var restKinds = [...]string{"none", "subject", "object", "of", "and", "place", "other"}

func restKindOf(rest string) restKind {
	switch rest {
	case "":
		return 0
	case "은", "는", "이", "가":
		return 1
	case "을", "를":
		return 2
	case "의":
		return 3
	case "과", "와":
		return 4
	case "에", "에서", "에게", "로", "으로":
		return 5
	}
	return 6
}
