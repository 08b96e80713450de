// Writes bcryptprimitives.dll, which programs of Go ask for random numbers and Debian's wine 8 does not have, so that gisa.exe
// can be tried there. It holds no code: its one function leads to the same of ADVAPI32.
//
//	go run .ci/bcryptprimitives.go FILE
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
)

const (
	address = 0x1000 // of the one section, in memory
	block   = 0x200  // of the file
)

// exports is the section with the table of what the library offers.
func exports() []byte {
	const tables = 40 + 4 + 4 + 4 // the directory, one address, one name, one number
	library, function, leadsTo := "bcryptprimitives.dll\x00", "ProcessPrng\x00", "ADVAPI32.SystemFunction036\x00"
	names := uint32(address + tables)
	var b bytes.Buffer
	put(&b, uint32(0), uint32(0), uint32(0), names, uint32(1), uint32(1), uint32(1),
		uint32(address+40), uint32(address+44), uint32(address+48),
		names+uint32(len(library)+len(function)), names+uint32(len(library)), uint32(0))
	b.WriteString(library + function + leadsTo)
	return b.Bytes()
}

func put(b *bytes.Buffer, values ...any) {
	for _, v := range values {
		binary.Write(b, binary.LittleEndian, v)
	}
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run .ci/bcryptprimitives.go FILE")
		os.Exit(2)
	}
	section := exports()
	var b bytes.Buffer
	b.WriteString("MZ" + string(make([]byte, 58)))
	put(&b, uint32(0x40))
	b.WriteString("PE\x00\x00")
	put(&b, uint16(0x8664), uint16(1), uint32(0), uint32(0), uint32(0), uint16(240), uint16(0x2022)) // x64, a library
	put(&b, uint16(0x20b), uint16(14), uint32(0), uint32(block), uint32(0), uint32(0), uint32(address),
		uint64(0x180000000), uint32(address), uint32(block), uint64(6), uint32(6), uint32(0), uint32(0x2000), uint32(block),
		uint32(0), uint16(3), uint16(0x100), uint64(0x100000), uint64(0x1000), uint64(0x100000), uint64(0x1000),
		uint32(0), uint32(16), uint32(address), uint32(len(section)), make([]byte, 8*15))
	b.WriteString(".edata\x00\x00")
	put(&b, uint32(len(section)), uint32(address), uint32(block), uint32(block), make([]byte, 12), uint32(0x40000040))
	b.Write(make([]byte, block-b.Len()))
	b.Write(section)
	b.Write(make([]byte, 2*block-b.Len()))
	if err := os.WriteFile(os.Args[1], b.Bytes(), 0o666); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
