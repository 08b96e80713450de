package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/gisa-go/gisa/examples/internal/made"
)

// begin starts the program and gives it so many pages that most are written: what it takes is bounded by what it
// writes. Its input stays open, so that it does not end by itself. Wait waits for its output, too.
func begin(t *testing.T, out io.Writer, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "articles")
	if err := os.Symlink(self, program); err != nil { // by this name the test's binary is the program
		t.Skip(err)
	}
	cmd := exec.Command(program, append(args, "--json", "--no-facts", "--workers", "2", "-")...)
	cmd.Stdout, cmd.Stderr = out, os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	pages := json.NewEncoder(in)
	for n := range 1000 {
		if err := pages.Encode(map[string]string{"url": "https://news.example/article", "html": made.New(n).HTML(n)}); err != nil {
			t.Fatal(err)
		}
	}
	return cmd
}

// A run that is killed in the middle of its writing leaves the file of an earlier run as it was and, where files can be
// without a name, nothing beside it.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out.ndjson")
	if err := os.WriteFile(out, []byte("earlier\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := begin(t, nil, "-o", out)
	cmd.Process.Kill()
	cmd.Wait()
	if got, err := os.ReadFile(out); err != nil || string(got) != "earlier\n" {
		t.Errorf("a killed run leaves %d bytes, %v", len(got), err)
	}
	if entries, _ := os.ReadDir(dir); runtime.GOOS == "linux" && len(entries) != 1 {
		t.Errorf("a killed run leaves %v", entries)
	}
}

// A run that is interrupted finishes the lines under way: what it wrote is whole, and the exit code says so.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	var wrote bytes.Buffer
	cmd := begin(t, &wrote)
	cmd.Process.Signal(os.Interrupt)
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 130 {
		t.Errorf("exit code %d, want 130", code)
	}
	lines := bytes.SplitAfter(wrote.Bytes(), []byte("\n"))
	if len(lines) < 900 || len(lines[len(lines)-1]) != 0 {
		t.Fatalf("%d lines, the last is %q", len(lines), lines[len(lines)-1])
	}
	for _, line := range lines[:len(lines)-1] {
		if !json.Valid(line) {
			t.Fatalf("no whole line: %q", line)
		}
	}
}
