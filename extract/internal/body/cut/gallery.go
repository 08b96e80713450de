package cut

import (
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// isGallery reports whether an element is a row of pictures beside the text, which a counter heads one after the
// other: 1/12, 2/12 … A page that holds little else is no article with a gallery but the gallery.
func (c *cutter) isGallery(i int32) bool {
	ix := c.Index
	switch ix.Elements[i].Node.DataAtom {
	case atom.Ul, atom.Ol, atom.Div, atom.Section:
	default:
		return false
	}
	shown, pictures := 0, 0
	for child := i + 1; child < ix.Elements[i].End; child = ix.Elements[child].End {
		e := &ix.Elements[child]
		if e.Block == e.BlockStop {
			continue
		}
		number, of := counter(ix.Line(int(e.Block)))
		if number != shown+1 || pictures != 0 && of != pictures {
			return false
		}
		shown, pictures = number, of
	}
	return shown >= galleryPictures && c.total-c.ProseIn(i) >= measure.MinOther
}

// galleryPictures is the fewest pictures of a gallery.
const galleryPictures = 3

// counter reads what a line begins with as the number of a picture and how many there are, 0 where it is none.
func counter(line []byte) (number, of int) {
	number, line = leadingNumber(line)
	line = letters.Trim(line)
	if number == 0 || len(line) == 0 || line[0] != '/' {
		return 0, 0
	}
	if of, line = leadingNumber(letters.Trim(line[1:])); of < number || len(line) > 0 && line[0] != ' ' {
		return 0, 0
	}
	return number, of
}

// leadingNumber returns the number of at most three digits that a line begins with, 0 where it is none, and what
// follows.
func leadingNumber(line []byte) (n int, rest []byte) {
	i := 0
	for ; i < len(line) && i < 3 && line[i] >= '0' && line[i] <= '9'; i++ {
		n = n*10 + int(line[i]-'0')
	}
	return n, line[i:]
}
