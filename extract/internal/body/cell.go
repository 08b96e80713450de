package body

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

// isUnit reports whether line i is the unit of the number that is the line before it: narrow cells of a table put them
// below each other, and either alone says something else.
func (b *Body) isUnit(i int) bool {
	ix := b.View.Index
	before, line := b.Lines[i-1], b.Lines[i]
	number, unit := ix.Text[before.Start:before.Stop], ix.Text[line.Start:line.Stop]
	if len(number) > maxNumber || len(unit) > maxUnit || !isNumber(number) || !mayBeUnit(unit) {
		return false
	}
	cell := b.cellOf(before.Block)
	return cell >= 0 && cell == b.cellOf(line.Block)
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
func (b *Body) cellOf(block int32) int32 {
	ix := b.View.Index
	for e := ix.Blocks[block].Elem; e >= 0; e = ix.Elements[e].Parent {
		switch ix.Elements[e].Node.DataAtom {
		case atom.Td, atom.Th:
			return e
		}
	}
	return -1
}
