package store

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// killRounds is how often TestKill kills; the environment variable asks for more.
func killRounds() int {
	if n, err := strconv.Atoi(os.Getenv("GISA_KILL_ROUNDS")); err == nil {
		return n
	}
	return 5
}

var killOptions = Options{Settings: "kill", Buffer: 3000, Commit: 1 << 20, Fanout: 2}

func killRecord(n int) (id string, keys []uint64, payload []byte) {
	rng := rand.New(rand.NewPCG(uint64(n), 77))
	keys = make([]uint64, 16)
	for i := range keys {
		keys[i] = rng.Uint64()
	}
	return fmt.Sprintf("doc-%d", n), keys, fmt.Appendf(nil, "payload of %d: %x", n, keys)
}

// TestMain is the child of TestKill where that asks for it: it adds records without end and prints, after each commit,
// how many are durable.
func TestMain(m *testing.M) {
	path := os.Getenv("GISA_KILL_PATH")
	if path == "" {
		os.Exit(m.Run())
	}
	s, err := Open(path, killOptions)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for n := s.Stats().Records; ; {
		err := s.WriteNow(func(w Writer) error {
			for range 1 + n%40 {
				id, keys, payload := killRecord(n)
				if err := w.Put(id, int64(n), keys, payload); err != nil {
					return err
				}
				n++
			}
			return nil
		})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(n)
	}
}

// TestKill kills a real process while it adds, over and over, and sees each time that what it said was durable is
// there: whole, in order, found by each key, and nothing beside it.
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	rng := rand.New(rand.NewPCG(15, 16))
	for round := range killRounds() {
		acked := addUntilKilled(t, path, time.Duration(20+rng.IntN(150))*time.Millisecond)
		s, err := Open(path, killOptions)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		n := 0
		for r, err := range s.All() {
			if err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			id, _, payload := killRecord(n)
			if string(r.ID) != id || r.Time != int64(n) || string(r.Payload) != string(payload) {
				t.Fatalf("round %d: record %d is %s %d %q", round, n, r.ID, r.Time, r.Payload)
			}
			n++
		}
		if n < acked {
			t.Fatalf("round %d: %d records, where %d were durable", round, n, acked)
		}
		for range 200 {
			if n == 0 {
				break
			}
			id, keys, _ := killRecord(rng.IntN(n))
			if found := lookup(t, s, keys); found[id] != len(keys) {
				t.Fatalf("round %d: %s is found by %d of %d keys", round, id, found[id], len(keys))
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// addUntilKilled starts a child and kills it after a time since its first commit. It returns what the child last said.
func addUntilKilled(t *testing.T, path string, after time.Duration) (acked int) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), "GISA_KILL_PATH="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		n, err := strconv.Atoi(lines.Text())
		if err != nil { // a line that was cut
			break
		}
		if acked == 0 {
			time.AfterFunc(after, func() { child.Process.Kill() })
		}
		acked = n
	}
	child.Wait()
	if acked == 0 {
		t.Fatal("the child said nothing")
	}
	return acked
}
