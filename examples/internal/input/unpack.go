package input

import (
	"bytes"
	"fmt"
	"io"
	"net/http/httputil"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"
)

// unpack reads a compressed file.
func (r *reader) unpack(s source, format format) bool {
	in, done := r.membersOf(s, format)
	defer done()
	return r.read(source{name: s.name, r: r.bound(in), depth: s.depth + 1, beside: s.beside})
}

// membersOf reads what a compressed stream holds, beyond what is damaged in it.
func (r *reader) membersOf(s source, format format) (in *members, done func()) {
	tell := func(what string) { r.opts.Log.Warn(what, "file", s.name) }
	if format == formatZstd {
		c := &zstdCodec{}
		return newMembers(s.r, c, tell), c.close
	}
	return newMembers(s.r, &gzipCodec{}, tell), func() {}
}

// decode undoes a content coding of HTTP; name is for what is told.
func (r *reader) decode(name string, data []byte, coding string) ([]byte, error) {
	in := bytes.NewReader(data)
	var out io.Reader
	var err error
	switch {
	case coding == "" || coding == "identity":
		return data, nil
	case coding == "gzip" || coding == "x-gzip" || coding == "zstd":
		format := sniff(data[:min(len(data), headSize)], "")
		if format != formatGzip && format != formatZstd {
			return data, nil // unpacked already
		}
		packed, done := r.membersOf(source{name: name, r: in}, format)
		defer done()
		out = packed
	case coding == "br":
		if htmlStart.Match(bytes.TrimSpace(data[:min(len(data), headSize)])) {
			return data, nil
		}
		out = brotli.NewReader(in)
	case coding == "deflate" && len(data) > 1 && data[0]&0x0f == 8 && (int(data[0])<<8|int(data[1]))%31 == 0:
		out, err = zlib.NewReader(in)
	case coding == "deflate":
		out = flate.NewReader(in)
	default:
		err = fmt.Errorf("content coding %.40q is not known", coding)
	}
	if err != nil {
		return nil, err
	}
	if c, ok := out.(io.Closer); ok {
		defer c.Close()
	}
	return r.all(r.bound(out))
}

// chunks reads a body that is sent in chunks.
func chunks(data []byte) io.Reader { return httputil.NewChunkedReader(bytes.NewReader(data)) }

// bound counts what is unpacked from the file and ends with ErrUnpacks when that is out of proportion to its size.
func (r *reader) bound(in io.Reader) io.Reader { return &bounded{reader: r, in: in} }

type bounded struct {
	*reader
	in io.Reader
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.out > b.opts.MaxUnpacked+100*b.packed.n {
		return 0, ErrUnpacks
	}
	n, err := b.in.Read(p)
	b.out += int64(n)
	return n, err
}
