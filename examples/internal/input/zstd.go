package input

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

const (
	zstdMagic     = "\x28\xb5\x2f\xfd"
	zstdDictMagic = "\x37\xa4\x30\xec"
	// What a web archive begins with that has a dictionary for its records (IIPC, WARC Zstandard Compression 1.0).
	zstdDictFrame = "\x5d\x2a\x4d\x18"
)

// maxDict is the largest dictionary, unpacked.
const maxDict = 32 << 20

var errZstd = errors.New("no Zstandard frame")

// zstdCodec reads the frames of RFC 8878, with the dictionary that the first one may hold.
type zstdCodec struct {
	z     *zstd.Decoder
	begun bool
}

func (*zstdCodec) name() string { return "Zstandard" }

func (*zstdCodec) find(b []byte) int {
	for i := range b {
		if isZstd(b[i:]) {
			return i
		}
	}
	return -1
}

// isZstd reports whether a frame begins here: one of data or one to be skipped.
func isZstd(b []byte) bool {
	return bytes.HasPrefix(b, []byte(zstdMagic)) || len(b) >= 4 && b[0]&0xf0 == 0x50 && string(b[1:4]) == zstdDictFrame[1:]
}

func (*zstdCodec) starts(in *bufio.Reader) bool {
	head, _ := in.Peek(6)
	return len(head) < 5 || head[0] != zstdMagic[0] || head[4]&0x08 == 0 // a bit that is never set
}

func (c *zstdCodec) open(in *bufio.Reader) (io.Reader, error) {
	first := !c.begun
	c.begun = true
	magic, err := in.Peek(4)
	if err != nil {
		return nil, err
	}
	if string(magic) != zstdMagic {
		return nil, c.skip(in, first && string(magic) == zstdDictFrame)
	}
	if c.z == nil {
		if err := c.reset(); err != nil {
			return nil, err
		}
	}
	if err := c.z.Reset(&zstdFrame{in: in}); err != nil {
		return nil, err
	}
	return zstdReader{c.z}, nil
}

// zstdReader tells of a dictionary in words that help.
type zstdReader struct{ z *zstd.Decoder }

func (r zstdReader) Read(p []byte) (int, error) {
	n, err := r.z.Read(p)
	if errors.Is(err, zstd.ErrUnknownDictionary) {
		err = fmt.Errorf("%w: it was packed with a dictionary that the file does not hold", err)
	}
	return n, err
}

func (c *zstdCodec) reset(more ...zstd.DOption) (err error) {
	if c.z != nil {
		c.z.Close()
	}
	c.z, err = zstd.NewReader(nil, append(more, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(128<<20))...)
	return err
}

func (c *zstdCodec) close() {
	if c.z != nil {
		c.z.Close()
	}
}

// skip passes over a frame that holds none of the data; the one with the dictionary is taken.
func (c *zstdCodec) skip(in *bufio.Reader, dictionary bool) error {
	var head [8]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
		return err
	}
	size := int64(binary.LittleEndian.Uint32(head[4:]))
	if !dictionary {
		n, err := io.CopyN(io.Discard, in, size)
		if err == io.EOF && n < size {
			err = io.ErrUnexpectedEOF
		}
		return err
	}
	if size > maxDict {
		return fmt.Errorf("dictionary of %d bytes is larger than the limit of %d", size, maxDict)
	}
	dict, err := io.ReadAll(io.LimitReader(in, size))
	if err == nil && int64(len(dict)) < size {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return err
	}
	return c.use(dict)
}

// use takes a dictionary: plain or packed itself, with the tables of a trained one or of mere content.
func (c *zstdCodec) use(dict []byte) error {
	if bytes.HasPrefix(dict, []byte(zstdMagic)) {
		z, err := zstd.NewReader(bytes.NewReader(dict), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxDict))
		if err != nil {
			return err
		}
		defer z.Close()
		if dict, err = io.ReadAll(io.LimitReader(z, maxDict)); err != nil {
			return fmt.Errorf("dictionary: %w", err)
		}
	}
	option := zstd.WithDecoderDictRaw(0, dict)
	if bytes.HasPrefix(dict, []byte(zstdDictMagic)) {
		option = zstd.WithDecoderDicts(dict)
	}
	if err := c.reset(option); err != nil {
		return fmt.Errorf("dictionary: %w", err)
	}
	return nil
}

// zstdFrame gives the bytes of one frame as they stand, so that a decoder ends with it.
type zstdFrame struct {
	in    *bufio.Reader
	left  int64 // bytes to give before the next block's head
	begun bool
	last  bool // no block follows
	sum   int64
}

func (f *zstdFrame) Read(p []byte) (int, error) {
	for f.left == 0 {
		if err := f.next(); err != nil {
			return 0, err
		}
	}
	n, err := f.in.Read(p[:min(int64(len(p)), f.left)])
	f.left -= int64(n)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// next looks at the head of the frame or of its next block and tells how many bytes belong to it.
func (f *zstdFrame) next() error {
	switch {
	case !f.begun:
		f.begun = true
		head, err := f.peek(5)
		if err != nil {
			return err
		}
		f.left, f.sum = zstdHeadSize(head[4])
	case f.last && f.sum > 0:
		f.left, f.sum = f.sum, 0
	case f.last:
		return io.EOF
	default:
		head, err := f.peek(3)
		if err != nil {
			return err
		}
		block := int64(head[0]) | int64(head[1])<<8 | int64(head[2])<<16
		f.last = block&1 != 0
		switch block >> 1 & 3 {
		case 1: // one byte, repeated
			f.left = 3 + 1
		case 3:
			return errZstd
		default:
			f.left = 3 + block>>3
		}
	}
	return nil
}

func (f *zstdFrame) peek(n int) ([]byte, error) {
	b, err := f.in.Peek(n)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return b, err
}

// zstdHeadSize returns the size of a frame's head, its magic number included, and of the checksum at its end.
func zstdHeadSize(descriptor byte) (head, sum int64) {
	single := descriptor>>5&1 == 1
	head = 4 + 1 + int64([]int{0, 1, 2, 4}[descriptor&3]) + int64([]int{0, 2, 4, 8}[descriptor>>6])
	if !single {
		head++ // the window
	} else if descriptor>>6 == 0 {
		head++ // the size in one byte
	}
	if descriptor&4 != 0 {
		sum = 4
	}
	return head, sum
}
