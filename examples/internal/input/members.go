package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// damage is an error in a part of a stream behind which reading goes on: it is returned once.
type damage struct {
	err  error
	from int64 // offset in the unpacked stream from which on nothing is sure
}

func (d *damage) Error() string { return d.err.Error() }
func (d *damage) Unwrap() error { return d.err }

func isDamage(err error) bool {
	d := (*damage)(nil)
	return errors.As(err, &d)
}

// codec is a form of compression whose streams are a row of members: gzip's members, Zstandard's frames.
type codec interface {
	name() string
	// find returns where in b a member may begin, or -1.
	find(b []byte) int
	// starts reports whether a member begins at the head of in, as far as can be told there.
	starts(in *bufio.Reader) bool
	// open reads one member, to io.EOF at its end. A nil reader with no error is a part that holds nothing.
	open(in *bufio.Reader) (io.Reader, error)
}

// members unpacks a stream member by member. What is damaged is returned as *damage, and the next Read goes on with the
// member behind it. What stands between members or after the last is passed over, and told.
type members struct {
	codec
	tape    *tape
	in      *bufio.Reader // of the tape
	tell    func(what string)
	member  io.Reader // nil between members
	begin   int64     // where the member begins on the tape
	out     int64     // unpacked
	outFrom int64     // of them before this member
	rewound int64     // bytes read more than once
	pending error
	broken  bool
}

func newMembers(in io.Reader, c codec, tell func(string)) *members {
	t := &tape{in: in}
	return &members{codec: c, tape: t, in: bufio.NewReaderSize(t, 64<<10), tell: tell}
}

// offset is the place of reading in the packed stream.
func (m *members) offset() int64 { return m.tape.at - int64(m.in.Buffered()) }

func (m *members) Read(p []byte) (int, error) {
	if err := m.pending; err != nil {
		m.pending = nil
		return 0, err
	}
	for {
		if m.member == nil {
			if err := m.next(); err != nil {
				return 0, err
			}
			continue
		}
		n, err := m.member.Read(p)
		m.out += int64(n)
		if err == io.EOF {
			m.member, err = nil, nil
		} else if err != nil {
			err = m.damaged(err)
		}
		if n > 0 {
			m.pending = err
			return n, nil
		}
		if err != nil {
			return 0, err
		}
	}
}

func (m *members) damaged(err error) error {
	m.member, m.broken = nil, true
	if errors.Is(err, ErrUnpacks) {
		return err
	}
	if !errors.Is(err, io.ErrUnexpectedEOF) {
		err = fmt.Errorf("damaged %s data from byte %d on: %w", m.name(), m.begin, err)
	}
	return &damage{err, m.outFrom}
}

// next opens the next member. io.EOF says that there is none.
func (m *members) next() error {
	if m.broken {
		m.goBack()
	}
	if err := m.seek(); err != nil {
		return err
	}
	m.begin, m.outFrom = m.offset(), m.out
	member, err := m.open(m.in)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err != nil {
		return m.damaged(err)
	}
	m.member = member
	return nil
}

// goBack returns to behind the beginning of a damaged member: what was taken for its contents may have been the next
// members. It is bounded, so that the whole takes time in proportion to the input.
func (m *members) goBack() {
	m.broken = false
	read := m.offset()
	back := max(m.begin+1, m.tape.base)
	if m.rewound += read - back; m.rewound > 4*read+4*keptTape {
		return
	}
	m.tape.windTo(back)
	m.in.Reset(m.tape)
}

// seek goes forward to where a member begins.
func (m *members) seek() error {
	var junk, zeros int64
	defer func() {
		if junk > 0 {
			m.tell(fmt.Sprintf("passed over %d bytes that are no %s data", junk+zeros, m.name()))
		}
	}()
	begun := m.offset()
	for {
		b, err := m.in.Peek(m.in.Size())
		if len(b) == 0 {
			if err == io.EOF && begun == 0 {
				return io.ErrUnexpectedEOF
			}
			return err
		}
		at := m.find(b)
		if at == 0 && m.starts(m.in) {
			return nil
		}
		if at == 0 {
			at = 1
		}
		if at < 0 {
			at = max(1, len(b)-8) // a beginning may be cut in two
		}
		z := int64(bytes.Count(b[:at], []byte{0}))
		junk, zeros = junk+int64(at)-z, zeros+z
		m.in.Discard(at)
	}
}
