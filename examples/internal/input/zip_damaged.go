package input

import (
	"archive/zip"
	"bufio"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"
)

const zipMember = "PK\x03\x04"

// localHeader is what stands before each file of a ZIP archive.
type localHeader struct {
	zip.FileHeader
	follows bool // size and checksum stand behind the file
}

// damagedZip reads the files of an archive whose list at the end is missing, as far as they are whole. cause is told last.
func (r *reader) damagedZip(s source, at io.ReaderAt, size int64, cause error) bool {
	in := bufio.NewReaderSize(io.NewSectionReader(at, 0, size), 64<<10)
	walked := r.walked
	r.walked = true
	defer func() { r.walked = walked }()
	found, again := 0, repeats{}
	for {
		h, err := readLocalHeader(in)
		if err != nil {
			break
		}
		found++
		more, err := r.looseMember(s, in, h, again)
		if !more {
			return false
		}
		if err != nil {
			break
		}
	}
	if found > 0 {
		cause = fmt.Errorf("%w (%w)", errList, cause)
	}
	r.walked = walked
	return r.fail(s.name, cause)
}

func readLocalHeader(in *bufio.Reader) (h localHeader, err error) {
	var b [30]byte
	if _, err := io.ReadFull(in, b[:]); err != nil {
		return h, err
	}
	if string(b[:4]) != zipMember {
		return h, zip.ErrFormat
	}
	le := binary.LittleEndian
	h.Flags, h.Method = le.Uint16(b[6:]), le.Uint16(b[8:])
	h.CRC32 = le.Uint32(b[14:])
	h.CompressedSize64, h.UncompressedSize64 = uint64(le.Uint32(b[18:])), uint64(le.Uint32(b[22:]))
	h.follows = h.Flags&8 != 0
	name := make([]byte, int(le.Uint16(b[26:])))
	h.Extra = make([]byte, int(le.Uint16(b[28:])))
	if _, err := io.ReadFull(in, name); err != nil {
		return h, err
	}
	_, err = io.ReadFull(in, h.Extra)
	h.Name, h.NonUTF8 = string(name), h.Flags&0x800 == 0
	return h, err
}

// looseMember reads a file that stands right behind its header. An error says that what follows cannot be found.
func (r *reader) looseMember(s source, in *bufio.Reader, h localHeader, again repeats) (more bool, err error) {
	if h.follows && h.Method != zip.Deflate {
		return true, zip.ErrFormat // where it ends is written only in the list
	}
	packed := io.Reader(in)
	if !h.follows {
		packed = io.LimitReader(in, int64(h.CompressedSize64))
	}
	name := memberName(&zip.File{FileHeader: h.FileHeader})
	whole := &summed{r: packed, want: h.CRC32, known: !h.follows}
	if h.Method == zip.Deflate {
		var source io.Reader = bufio.NewReader(packed)
		if h.follows {
			source = in // read byte by byte, so that what follows is left
		}
		whole.r = flate.NewReader(source)
	}
	more = true
	if whole.wanted = h.Method == zip.Deflate || h.Method == zip.Store; whole.wanted && !strings.HasSuffix(name, "/") && !hidden(name) && !inMirror(name) {
		more = r.read(source{name: again.label(s.name, name), r: r.bound(whole), depth: s.depth + 1})
	}
	if _, err = io.Copy(io.Discard, r.bound(whole)); err == nil && !h.follows {
		_, err = io.Copy(io.Discard, packed)
	}
	if err == nil && h.follows {
		err = skipDescriptor(in)
	}
	return more, err
}

// skipDescriptor reads what follows a file whose size was not known before.
func skipDescriptor(in *bufio.Reader) error {
	head, err := in.Peek(4)
	if err != nil {
		return err
	}
	n := 12
	if string(head) == "PK\x07\x08" {
		n = 16
	}
	_, err = in.Discard(n)
	return err
}

// summed reads a file and checks what was read.
type summed struct {
	r      io.Reader
	sum    uint32
	want   uint32
	known  bool
	wanted bool
	err    error
}

func (s *summed) Read(p []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	n, err := s.r.Read(p)
	s.sum = crc32.Update(s.sum, crc32.IEEETable, p[:n])
	if err == io.EOF && s.known && s.sum != s.want {
		err = zip.ErrChecksum
	}
	s.err = err
	return n, err
}
