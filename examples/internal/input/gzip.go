package input

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
)

const gzipMagic = "\x1f\x8b\x08"

// gzipCodec reads the members of RFC 1952.
type gzipCodec struct{ z gzip.Reader }

func (*gzipCodec) name() string { return "gzip" }

func (*gzipCodec) find(b []byte) int { return bytes.Index(b, []byte(gzipMagic)) }

// starts unpacks the first bytes: three bytes that look like a beginning stand in any data.
func (*gzipCodec) starts(in *bufio.Reader) bool {
	head, _ := in.Peek(4096)
	z, err := gzip.NewReader(bytes.NewReader(head))
	if err == nil {
		_, err = io.ReadFull(z, make([]byte, 64))
	}
	return err == nil || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

func (c *gzipCodec) open(in *bufio.Reader) (io.Reader, error) {
	if err := c.z.Reset(in); err != nil {
		return nil, err
	}
	c.z.Multistream(false)
	return &c.z, nil
}
