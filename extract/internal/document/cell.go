package document

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// The longest number and the longest unit on lines of their own, in bytes.
const (
	maxNumber = 24
	maxUnit   = 15
)

// IsUnitBelow reports whether what a block says is the unit of the number that the block before it says: narrow cells
// of a table put them below each other, and either alone says something else.
func (ix *Index) IsUnitBelow(before, block int32, number, unit []byte) bool {
	if len(number) > maxNumber || len(unit) > maxUnit || !isNumber(number) || !mayBeUnit(unit) {
		return false
	}
	cell := ix.cellOf(before)
	return cell >= 0 && cell == ix.cellOf(block)
}

// isNumber reports whether a line is a number in digits and nothing else.
func isNumber(line []byte) bool {
	return len(line) > 0 && '0' <= line[len(line)-1] && line[len(line)-1] <= '9' &&
		len(bytes.Trim(line, "0123456789,.+-△▲")) == 0
}

// mayBeUnit reports whether a line is a word or a sign without a number.
func mayBeUnit(line []byte) bool {
	r, _ := utf8.DecodeRune(line)
	return (unicode.IsLetter(r) || unicode.IsSymbol(r) || r == '%') && !bytes.ContainsAny(line, "0123456789")
}

// cellOf returns the cell of a table that a block stands in, or -1.
func (ix *Index) cellOf(block int32) int32 {
	for e := ix.Blocks[block].Elem; e >= 0; e = ix.Elements[e].Parent {
		switch ix.Elements[e].Node.DataAtom {
		case atom.Td, atom.Th:
			return e
		}
	}
	return -1
}
