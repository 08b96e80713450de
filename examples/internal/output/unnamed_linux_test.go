package output

import (
	"bufio"
	"io/fs"
	"os"
	"testing"

	"golang.org/x/sys/unix"
)

// A device or a pipe is no file to be replaced: /dev/stdout and /dev/null are given, too.
func TestPipeIsWrittenTo(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := unix.Mkfifo("out", 0o666); err != nil {
		t.Skip(err)
	}
	got := make(chan string)
	go func() {
		text, _ := os.ReadFile("out")
		got <- string(text)
	}()
	if err := To("out", nil, func(w *bufio.Writer) error { _, err := w.WriteString("new"); return err }); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat("out"); err != nil || info.Mode().Type() != fs.ModeNamedPipe {
		t.Fatalf("the pipe was replaced: %v, %v", info, err)
	}
	if text := <-got; text != "new" {
		t.Errorf("through the pipe went %q", text)
	}
}
