package sql

import (
	"bufio"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/gisa-go/gisa/dedupe"
)

// ErrTable is wrapped by the errors for a file that is not the table that it should be.
var ErrTable = errors.New("not the table expected")

// Sketches reads what Writers wrote, in either format. Rows have all columns, in any order; further ones are passed over.
// An error ends the sequence and says which line it is about.
func Sketches(r io.Reader) iter.Seq2[dedupe.Sketch, error] {
	columns := []string{"settings", "claim", "text_hash", "sample_size", "method_keys", "sample_keys"}
	return read(r, "sketches", columns, func(row []string) (k dedupe.Sketch, err error) {
		var errs [6]error
		k.Settings, errs[0] = strconv.ParseUint(row[0], 16, 64)
		errs[1] = k.Claim.UnmarshalText([]byte(row[1]))
		sum, err := hex.DecodeString(row[2])
		if err == nil && copy(k.Sum[:], sum) != len(sum) || len(sum) != len(k.Sum) {
			err = fmt.Errorf("text_hash of %d digits", len(row[2]))
		}
		errs[2] = err
		k.Size, errs[3] = strconv.Atoi(row[3])
		k.Keys, errs[4] = parseKeys(row[4])
		k.Sample, errs[5] = parseKeys(row[5])
		return k, errors.Join(errs[:]...)
	})
}

func parseKeys(s string) (keys []uint64, err error) {
	for s != "" {
		var key string
		key, s, _ = strings.Cut(s, " ")
		k, err := strconv.ParseInt(key, 10, 64)
		if err != nil {
			return nil, err
		}
		keys = append(keys, uint64(k))
	}
	slices.Sort(keys)
	return slices.Compact(keys), nil
}

// Pairs reads the pairs that an engine found: rows with the columns a, b and common, as Sketches reads rows. The first two
// are claims, common is a number, or a truth value.
func Pairs(r io.Reader) iter.Seq2[dedupe.Pair, error] {
	return read(r, "pairs", []string{"a", "b", "common"}, func(row []string) (p dedupe.Pair, err error) {
		var a, b dedupe.Claim
		errs := [3]error{a.UnmarshalText([]byte(row[0])), b.UnmarshalText([]byte(row[1]))}
		switch strings.ToLower(row[2]) {
		case "1", "true", "t":
			p.Common = true
		case "0", "false", "f":
		default:
			errs[2] = fmt.Errorf("common is %q, want 0 or 1", row[2])
		}
		p.A, p.B = a.ID(), b.ID()
		return p, errors.Join(errs[:]...)
	})
}

// read reads the rows of a table.
func read[T any](r io.Reader, table string, columns []string, parse func(row []string) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for row, err := range rows(bufio.NewReaderSize(r, 1<<16), columns) {
			var v T
			if err == nil {
				if v, err = parse(row.values); err != nil {
					err = fmt.Errorf("%w: %w", ErrTable, err)
				}
			}
			if err != nil {
				yield(v, fmt.Errorf("scale/sql: reading %s: line %d: %w", table, row.line, err))
				return
			}
			if !yield(v, nil) {
				return
			}
		}
	}
}

// values are those of the columns that were asked for.
type values struct {
	line   int
	values []string
}

// rows tells a CSV from lines of JSON by its first character.
func rows(in *bufio.Reader, columns []string) iter.Seq2[values, error] {
	if first, err := in.Peek(1); err == nil && first[0] == '{' {
		return objects(in, columns)
	}
	return records(in, columns)
}

func records(in *bufio.Reader, columns []string) iter.Seq2[values, error] {
	return func(yield func(values, error) bool) {
		r := csv.NewReader(in)
		r.ReuseRecord = true
		header, err := r.Read()
		if err == io.EOF {
			err = fmt.Errorf("%w: it is empty, not even a header line", ErrTable)
		}
		at := make([]int, len(columns))
		for i, c := range columns {
			at[i] = slices.IndexFunc(header, func(h string) bool { return strings.EqualFold(strings.TrimPrefix(h, "\ufeff"), c) })
			if err == nil && at[i] < 0 {
				err = fmt.Errorf("%w: no column %s", ErrTable, c)
			}
		}
		row := values{line: 1, values: make([]string, len(columns))}
		for ; err == nil; row.line++ {
			if row.line > 1 && !yield(row, nil) {
				return
			}
			var record []string
			if record, err = r.Read(); err == nil {
				for i, k := range at {
					row.values[i] = record[k]
				}
			}
		}
		if err != io.EOF {
			yield(row, err)
		}
	}
}

func objects(in *bufio.Reader, columns []string) iter.Seq2[values, error] {
	return func(yield func(values, error) bool) {
		dec := json.NewDecoder(in)
		dec.UseNumber()
		row := values{values: make([]string, len(columns))}
		for {
			row.line++
			var object map[string]any
			err := dec.Decode(&object)
			if err == io.EOF {
				return
			}
			for i, c := range columns {
				v, ok := object[c]
				if err == nil && !ok {
					err = fmt.Errorf("%w: no %s", ErrTable, c)
				}
				row.values[i] = fmt.Sprint(v)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}
