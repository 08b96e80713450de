package cli

import (
	"os"

	"golang.org/x/term"

	"github.com/gisa-go/gisa/examples/internal/output"
)

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Screen says how to write for people on the stream: in colour where it is a terminal and NO_COLOR is not set, or
// where color is "always".
func Screen(stream any, color string) output.Screen {
	s := output.Screen{Color: color == "always"}
	f, ok := stream.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return s
	}
	s.Width, _, _ = term.GetSize(int(f.Fd()))
	if color == "auto" {
		s.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return s
}

// Readable reports whether results go to a person: to a terminal rather than to a file or a pipe.
func (r Running) Readable(std Streams) bool {
	return r.Out == "" && !r.Elsewhere && isTerminal(std.Out)
}

// isFile reports whether a stream is a file on a disk.
func isFile(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode().IsRegular()
}
