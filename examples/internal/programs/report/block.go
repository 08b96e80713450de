package report

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
)

// pack compresses a block of data into signs that can stand in a page.
func pack(data []byte) (string, error) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

func packJSON(v any) (string, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return "", err
	}
	return pack(data)
}

// columns are the facts of all articles, a row a fact in order of the articles and of the text. The script reads them
// as arrays of numbers, little end first, in the order of the fields.
type columns struct {
	Value, Max []float64 // NaN for none
	From, To   []int32   // days since 1970, of dates; noDay for none
	Who        []uint32  // 1 + the number of the organization, 0 for none
	Of         []uint32  // 1 + the number of what is measured or happens, 0 for none
	Whole      []int32   // how many rows on the amount stands of which this one is a part, 0 for none
	Unit       []uint16
	Flags      []uint16
	Kind       []uint8
	Grain      []uint8
	Confidence []uint8 // of the organization, in hundredths; 255 where nothing is said
}

const noDay = -1 << 31

// bytes writes the columns one after the other.
func (c *columns) bytes() ([]byte, error) {
	var b bytes.Buffer
	for _, column := range []any{c.Value, c.Max, c.From, c.To, c.Who, c.Of, c.Whole, c.Unit, c.Flags, c.Kind, c.Grain, c.Confidence} {
		if err := binary.Write(&b, binary.LittleEndian, column); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}
