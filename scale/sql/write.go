package sql

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/gisa-go/gisa/dedupe"
)

// Format is how rows of a table are written.
type Format uint8

// The formats that sketches are written in and that both sketches and pairs are read in.
const (
	CSV  Format = iota // a header line, then a line a row
	JSON               // a JSON object a line
)

// Writer writes sketches as rows of the table sketch: settings, claim, text_hash in hexadecimal digits, sample_size, and
// method_keys and sample_keys, signed numbers of 64 bits with spaces between them, which any engine can take apart. A row
// has about 2.5 kB for an article of 3 kB; compressed, half of that. It serves one goroutine.
type Writer struct {
	out    *bufio.Writer
	format Format
	begun  bool
	keys   [2][]byte
}

// NewWriter returns a Writer to w, which it does not close. A CSV has a header line, also without sketches.
func NewWriter(w io.Writer, format Format) *Writer {
	return &Writer{out: bufio.NewWriterSize(w, 1<<16), format: format}
}

const header = "settings,claim,text_hash,sample_size,method_keys,sample_keys\n"

// row is a sketch as a line of JSON.
type row struct {
	Settings string       `json:"settings"`
	Claim    dedupe.Claim `json:"claim"`
	Hash     string       `json:"text_hash"`
	Size     int          `json:"sample_size"`
	Keys     string       `json:"method_keys"`
	Sample   string       `json:"sample_keys"`
}

// Write writes a sketch.
func (w *Writer) Write(k *dedupe.Sketch) error {
	w.begin()
	w.keys[0], w.keys[1] = appendKeys(w.keys[0][:0], k.Keys), appendKeys(w.keys[1][:0], k.Sample)
	if w.format == CSV {
		_, err := fmt.Fprintf(w.out, "%016x,%x,%x,%d,%s,%s\n", k.Settings, string(k.Claim), k.Sum, k.Size, w.keys[0], w.keys[1])
		return wrap(err)
	}
	line, err := json.Marshal(row{
		fmt.Sprintf("%016x", k.Settings), k.Claim, fmt.Sprintf("%x", k.Sum), k.Size, string(w.keys[0]), string(w.keys[1]),
	})
	if err == nil {
		_, err = w.out.Write(append(line, '\n'))
	}
	return wrap(err)
}

func (w *Writer) begin() {
	if w.format == CSV && !w.begun {
		w.out.WriteString(header) // what fails here fails at Flush
	}
	w.begun = true
}

// Flush writes what is still in memory.
func (w *Writer) Flush() error {
	w.begin()
	return wrap(w.out.Flush())
}

func wrap(err error) error {
	if err != nil {
		return fmt.Errorf("scale/sql: writing sketches: %w", err)
	}
	return nil
}

func appendKeys(dst []byte, keys []uint64) []byte {
	for i, k := range keys {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = strconv.AppendInt(dst, int64(k), 10)
	}
	return dst
}
