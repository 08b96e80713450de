// Package tables reads and writes the tables that go to an SQL engine and come back from it, in the formats that package
// scale/sql does not know: Parquet, and compressed files.
package tables

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"

	"github.com/gisa-go/gisa/dedupe"
)

// row is a sketch, with the columns and types that scale/sql writes: text that any engine can take apart.
type row struct {
	Settings string `parquet:"settings,dict"`
	Claim    string `parquet:"claim"`
	Hash     string `parquet:"text_hash"`
	Size     int64  `parquet:"sample_size"`
	Keys     string `parquet:"method_keys"`
	Sample   string `parquet:"sample_keys"`
}

// rowGroup is how many rows are held in memory until they are written.
const rowGroup = 20_000

// Writer writes sketches as a Parquet file. It serves one goroutine.
type Writer struct {
	out *parquet.GenericWriter[row]
	one [1]row
	n   int
}

// NewWriter returns a Writer to w, which it does not close.
func NewWriter(w io.Writer) *Writer {
	return &Writer{out: parquet.NewGenericWriter[row](w, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("gisa", "", ""))}
}

// Write writes a sketch.
func (w *Writer) Write(k *dedupe.Sketch) error {
	w.one[0] = row{
		Settings: fmt.Sprintf("%016x", k.Settings), Claim: hex.EncodeToString([]byte(k.Claim)), Hash: hex.EncodeToString(k.Sum[:]),
		Size: int64(k.Size), Keys: join(k.Keys), Sample: join(k.Sample),
	}
	_, err := w.out.Write(w.one[:])
	if w.n++; err == nil && w.n%rowGroup == 0 {
		err = w.out.Flush()
	}
	return wrap(err)
}

// Flush ends the file.
func (w *Writer) Flush() error { return wrap(w.out.Close()) }

func wrap(err error) error {
	if err != nil {
		return fmt.Errorf("writing Parquet: %w", err)
	}
	return nil
}

func join(keys []uint64) string {
	var b []byte
	for i, k := range keys {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, int64(k), 10)
	}
	return string(b)
}

// ErrParquet is wrapped by the errors for a Parquet file that is damaged, or of which a column holds other than a text, a
// number or a truth value in each row.
var ErrParquet = errors.New("not a table in Parquet")

// Open opens a table to be read as CSV or as lines of JSON, whatever it is stored as: that, the same compressed with gzip or
// zstd, or Parquet, whose rows are written as CSV.
func Open(path string) (io.ReadCloser, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	in := bufio.NewReaderSize(file, 1<<16)
	magic, _ := in.Peek(4) // of a shorter file, none
	switch {
	case bytes.Equal(magic, []byte("PAR1")):
		info, err := file.Stat()
		if err != nil {
			return nil, errors.Join(err, file.Close())
		}
		return openParquet(file, info.Size())
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", path, err), file.Close())
		}
		return closing{z, file}, nil
	case bytes.Equal(magic, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, err := zstd.NewReader(in)
		if err != nil {
			return nil, errors.Join(fmt.Errorf("%s: %w", path, err), file.Close())
		}
		return closing{z.IOReadCloser(), file}, nil
	}
	return closing{in, file}, nil
}

// closing is a reader and the file below it.
type closing struct {
	io.Reader
	file *os.File
}

func (c closing) Close() error {
	var err error
	if z, ok := c.Reader.(io.Closer); ok {
		err = z.Close()
	}
	return errors.Join(err, c.file.Close())
}

// openParquet reads a file in the background, as CSV. It closes it.
func openParquet(file *os.File, size int64) (io.ReadCloser, error) {
	table, err := parquet.OpenFile(file, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w: %w", file.Name(), ErrParquet, err), file.Close())
	}
	r, w := io.Pipe()
	go func() {
		err := writeCSV(w, table)
		w.CloseWithError(errors.Join(err, file.Close()))
	}()
	return r, nil
}

// writeCSV writes all rows of table.
func writeCSV(w io.Writer, table *parquet.File) (err error) {
	defer func() {
		if broken := recover(); broken != nil { // what the library makes of some damaged files
			err = fmt.Errorf("%w: %v", ErrParquet, broken)
		}
	}()
	out := csv.NewWriter(w)
	var names []string
	for _, path := range table.Schema().Columns() {
		if len(path) != 1 {
			return fmt.Errorf("%w: the column %q holds lists or records", ErrParquet, path[0])
		}
		names = append(names, path[0])
	}
	if err := out.Write(names); err != nil {
		return err
	}
	for _, group := range table.RowGroups() {
		if err := writeRows(out, group, len(names)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func writeRows(out *csv.Writer, group parquet.RowGroup, columns int) (err error) {
	rows := group.Rows()
	defer func() { err = errors.Join(err, rows.Close()) }()
	some := make([]parquet.Row, 64)
	cells := make([]string, columns)
	for {
		n, err := rows.ReadRows(some)
		for _, r := range some[:n] {
			clear(cells)
			for _, v := range r {
				if v.Column() < 0 || v.Column() >= columns {
					return fmt.Errorf("%w: a value of no column", ErrParquet)
				}
				cells[v.Column()] = text(v)
			}
			if err := out.Write(cells); err != nil {
				return err
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%w: %w", ErrParquet, err)
		}
	}
}

func text(v parquet.Value) string {
	switch {
	case v.IsNull():
		return ""
	case v.Kind() == parquet.ByteArray, v.Kind() == parquet.FixedLenByteArray:
		return string(v.ByteArray())
	}
	return v.String()
}
