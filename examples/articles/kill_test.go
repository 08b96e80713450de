package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/gisa-go/gisa/examples/internal/made"
)

// A run that is killed in the middle of its writing leaves the file of an earlier run as it was.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, out := filepath.Join(dir, "articles"), filepath.Join(dir, "out.ndjson")
	if err := os.Symlink(self, program); err != nil { // by this name the test's binary is the program
		t.Skip(err)
	}
	if err := os.WriteFile(out, []byte("earlier\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "--json", "-o", out, "-")
	var said bytes.Buffer
	cmd.Stderr = &said
	pages, err := cmd.StdinPipe() // never closed: the run cannot end by itself
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		enc := json.NewEncoder(pages)
		for n := 0; enc.Encode(map[string]string{"url": "https://news.example/article", "html": made.New(n).HTML(n)}) == nil; n++ {
		}
	}()
	writing := func() bool {
		parts, _ := filepath.Glob(filepath.Join(dir, ".out.ndjson.*.tmp"))
		if len(parts) != 1 {
			return false
		}
		info, err := os.Stat(parts[0])
		return err == nil && info.Size() > 0
	}
	began := false
	for end := time.Now().Add(time.Minute); !began && time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		began = writing()
	}
	cmd.Process.Kill()
	cmd.Wait()
	if !began {
		t.Fatalf("the run writes nothing: %s", &said)
	}
	if got, err := os.ReadFile(out); err != nil || string(got) != "earlier\n" {
		t.Errorf("a killed run leaves %d bytes, %v", len(got), err)
	}
}
