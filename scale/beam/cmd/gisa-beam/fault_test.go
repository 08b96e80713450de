package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal/extworker"

	"github.com/gisa-go/gisa/scale/beam/pipeline"
	"github.com/gisa-go/gisa/scale/internal/trial"
)

var kills = flag.Int("kills", 20, "number of random moments at which TestKilledAnywhere kills the command; 3 with -short")

// ready says where a server listens, and waits for the end of the test that started it.
func ready(address string, err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(address)
	io.Copy(io.Discard, os.Stdin)
	os.Exit(0)
}

// serveRunner is Prism as a process of its own.
func serveRunner() {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		ready("", err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close() // Prism does not tell which port it took, so it is given one that was free
	_, err = prism.CreateJobServer(context.Background(), prism.Options{Port: port})
	ready(fmt.Sprintf("localhost:%d", port), err)
}

// serveWorker is a pool of workers as a process of its own.
func serveWorker() {
	beam.Init()
	pool, err := extworker.StartLoopback(context.Background(), 0)
	if err != nil {
		ready("", err)
	}
	ready(pool.EnvironmentConfig(context.Background()), nil)
}

// process is one of a trial.
type process struct {
	*exec.Cmd
	address string
	ended   chan error
	said    *os.File
}

// start starts the program in a role. A server says where it listens first.
func start(t *testing.T, role string, args ...string) *process {
	t.Helper()
	p := &process{Cmd: command(t, role, args...), ended: make(chan error, 1)}
	var err error
	if p.said, err = os.Create(filepath.Join(t.TempDir(), role)); err != nil {
		t.Fatal(err)
	}
	p.Stderr = p.said
	stdin, err := p.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	if role != "submitter" {
		line := make(chan string, 1)
		go func() {
			l, _ := bufio.NewReader(stdout).ReadString('\n')
			line <- strings.TrimSpace(l)
		}()
		select {
		case p.address = <-line:
		case <-time.After(soon):
		}
		if p.address == "" {
			t.Fatalf("%s did not come up: %s", role, p.log())
		}
	}
	go func() { p.ended <- p.Wait() }()
	t.Cleanup(func() { stdin.Close(); p.Process.Kill(); p.said.Close() })
	return p
}

func (p *process) log() string {
	b, _ := os.ReadFile(p.said.Name())
	return string(b)
}

// end waits for the end of p, and fails where it hangs.
func (p *process) end(t *testing.T) error {
	t.Helper()
	select {
	case err := <-p.ended:
		return err
	case <-time.After(soon):
		p.Process.Signal(syscall.SIGQUIT) // so that it says where
		select {
		case <-p.ended:
		case <-time.After(time.Second):
		}
		t.Fatalf("it hangs: %s", p.log())
		return nil
	}
}

// three starts the three processes of a run.
func three(t *testing.T, args ...string) map[string]*process {
	t.Helper()
	runner, worker := start(t, "runner"), start(t, "worker")
	self, _ := os.Executable()
	return map[string]*process{"runner": runner, "worker": worker, "submitter": start(t, "submitter", append([]string{
		"--runner", "universal", "--endpoint", runner.address, "--environment_type", "EXTERNAL", "--environment_config", worker.address,
		"--worker_binary", self}, args...)...)}
}

// moments are those in which a process is killed: which files are there.
var moments = map[string]func(files map[string]string, parts int) bool{
	"writing":   func(files map[string]string, parts int) bool { return len(files) > 0 && parts > 0 },
	"shuffling": func(files map[string]string, parts int) bool { return len(files) == 4 && parts == 0 },
}

// whole fails the test where a file of a folder is not what it would be in the end, and returns whether all are there.
func whole(t *testing.T, out string, want map[string]string) bool {
	t.Helper()
	files, _ := read(t, out)
	for name, content := range files {
		if w, known := want[name]; !known || w != content {
			t.Errorf("%s has %d bytes, want %d", name, len(content), len(w))
		}
	}
	if _, done := files[pipeline.Done]; done && len(files) < len(want) {
		t.Errorf("it says that all is there: %d files of %d", len(files), len(want))
	}
	return len(files) == len(want)
}

// Whichever of the three processes of a run is killed while articles are written, or while keys are shuffled: what is there
// is whole, nothing hangs, and a second run gives the bytes of one that nothing happened to.
func TestKilled(t *testing.T) {
	in := write(t, trial.Collections(t)["half shared"][:120])
	plain := filepath.Join(t.TempDir(), "out")
	if said, err := submit(t, "--shards", "2", "--input", in, "--output", plain); err != nil {
		t.Fatal(err, said)
	}
	want, _ := read(t, plain)
	victims := []string{"worker", "runner", "submitter"}
	if testing.Short() {
		victims = victims[:1]
	}
	for _, victim := range victims {
		for moment, reached := range moments {
			t.Run(victim+" "+moment, func(t *testing.T) {
				out := filepath.Join(t.TempDir(), "out")
				args := []string{"--shards", "2", "--input", in, "--output", out}
				all := three(t, append(args, "--slow", "20")...)
				for until := time.Now().Add(soon); ; time.Sleep(time.Millisecond) {
					files, parts := read(t, out)
					if reached(files, parts) {
						break
					}
					if len(files) == len(want) || time.Now().After(until) {
						t.Fatalf("%d files, %d parts: %s", len(files), parts, all["submitter"].log())
					}
				}
				if err := all[victim].Process.Kill(); err != nil {
					t.Fatal(err)
				}
				if err := all["submitter"].end(t); err == nil {
					t.Errorf("the %s was killed, and all went well: %s", victim, all["submitter"].log())
				}
				complete := whole(t, out, want)
				for _, role := range []string{"worker", "runner"} { // which may have gone on without the submitter
					if role != victim {
						all[role].Process.Kill()
					}
					all[role].end(t)
				}
				if whole(t, out, want); complete && victim != "submitter" {
					t.Error("all was there: nothing was tried")
				}
				again := three(t, args...)
				if err := again["submitter"].end(t); err != nil {
					t.Fatalf("the second run: %v: %s", err, again["submitter"].log())
				}
				if _, parts := read(t, out); !whole(t, out, want) || parts > 0 {
					t.Errorf("the second run gives other files, or leaves %d parts", parts)
				}
			})
		}
	}
}

// At whatever moment the command is killed, what is there is whole, and what the next run completes is right.
func TestKilledAnywhere(t *testing.T) {
	in := write(t, trial.Collections(t)["half shared"][:120])
	dir := t.TempDir()
	plain, out := filepath.Join(dir, "plain"), filepath.Join(dir, "out")
	began := time.Now()
	if said, err := submit(t, "--shards", "2", "--input", in, "--output", plain, "--slow", "4"); err != nil {
		t.Fatal(err, said)
	}
	took := time.Since(began)
	want, _ := read(t, plain)
	n := *kills
	if testing.Short() {
		n = 3
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("%d moments within %v, seed %d", n, took, seed)
	rng := rand.New(rand.NewPCG(seed, 0))
	for range n {
		after := time.Duration(rng.Int64N(int64(took)))
		p := start(t, "submitter", "--shards", "2", "--input", in, "--output", out, "--slow", "4")
		select {
		case err := <-p.ended:
			if err != nil {
				t.Fatal(err, p.log())
			}
		case <-time.After(after):
			p.Process.Kill()
			if err := p.end(t); err == nil {
				t.Log("it was through")
			}
		}
		complete := whole(t, out, want)
		files, parts := read(t, out)
		t.Logf("killed after %v: %d files, %d parts, complete %t", after, len(files), parts, complete)
		if rng.IntN(3) == 0 {
			if err := os.RemoveAll(out); err != nil && !errors.Is(err, os.ErrNotExist) {
				t.Fatal(err)
			}
		}
	}
	if said, err := submit(t, "--shards", "2", "--input", in, "--output", out); err != nil {
		t.Fatal(err, said)
	}
	if _, parts := read(t, out); !whole(t, out, want) || parts > 0 {
		t.Errorf("the last run gives other files, or leaves %d parts", parts)
	}
}
