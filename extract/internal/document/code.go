package document

import "slices"

// CodeOf returns the <pre> with code in which a block stands, or -1.
func (ix *Index) CodeOf(b int32) int32 {
	n, _ := slices.BinarySearchFunc(ix.Codes, b, func(i, b int32) int { return int(ix.Elements[i].BlockStop - 1 - b) })
	if n < len(ix.Codes) && ix.Elements[ix.Codes[n]].Block <= b {
		return ix.Codes[n]
	}
	return -1
}
