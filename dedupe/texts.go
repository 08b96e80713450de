package dedupe

import (
	"bytes"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
	"sync"
	"sync/atomic"
)

// keptTexts compresses texts and expands them again. It remembers the last of them as they are, in a few megabytes: what
// comes in a row is compared with the same texts again and again, and expanding one takes longer than comparing it.
type keptTexts struct {
	cells [1 << 10]atomic.Pointer[keptText]
}

type keptText struct {
	packed []byte
	text   string
}

const longestCell = 1 << 14 // bytes of a text that is remembered

func (k *keptTexts) cell(packed []byte) *atomic.Pointer[keptText] {
	return &k.cells[crc32.ChecksumIEEE(packed)%uint32(len(k.cells))]
}

// remember keeps both forms of a text, of which packed is copied.
func (k *keptTexts) remember(packed []byte, text string) {
	if len(text) <= longestCell {
		k.cell(packed).Store(&keptText{bytes.Clone(packed), text})
	}
}

// A deflater compresses texts; its tables are larger than many texts by far, and serve one after the other.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // the level is one of those there are
	return w
}}

// append appends text, compressed.
func (k *keptTexts) append(dst []byte, text string) ([]byte, error) {
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	b := bytes.NewBuffer(dst)
	w.Reset(b)
	_, err := io.WriteString(w, text)
	if err = errors.Join(err, w.Close()); err != nil {
		return nil, err
	}
	k.remember(b.Bytes()[len(dst):], text)
	return b.Bytes(), nil
}

// inflater expands texts in memory that it keeps.
type inflater struct {
	from   bytes.Reader
	reader io.ReadCloser
	text   bytes.Buffer
}

var inflaters = sync.Pool{New: func() any {
	in := new(inflater)
	in.reader = flate.NewReader(&in.from)
	return in
}}

// expand returns the text that append has compressed.
func (k *keptTexts) expand(packed []byte) (string, error) {
	if t := k.cell(packed).Load(); t != nil && bytes.Equal(t.packed, packed) {
		return t.text, nil
	}
	in := inflaters.Get().(*inflater)
	defer inflaters.Put(in)
	in.from.Reset(packed)
	in.text.Reset()
	if err := in.reader.(flate.Resetter).Reset(&in.from, nil); err != nil {
		return "", err
	}
	if _, err := in.text.ReadFrom(in.reader); err != nil {
		return "", err
	}
	text := in.text.String()
	k.remember(packed, text)
	return text, nil
}
