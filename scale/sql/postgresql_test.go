//go:build unix

package sql_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gisa-go/gisa/internal/race"
	"github.com/gisa-go/gisa/scale/internal/trial"
	"github.com/gisa-go/gisa/scale/sql"
)

// server is a PostgreSQL server of this test's own: its files and its socket are in a folder that goes with it.
type server struct {
	bin, dir string
	owner    *syscall.Credential // nil: this process's
}

// start starts a server, and skips the test where there is none to start.
func start(t *testing.T) *server {
	t.Helper()
	s := &server{bin: programs(t)}
	var err error
	if s.dir, err = os.MkdirTemp("", "gisa-postgresql-"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(s.dir) })
	if os.Getuid() == 0 { // it refuses to run as root
		s.own(t)
	}
	data := filepath.Join(s.dir, "data")
	s.run(t, "initdb", "-D", data, "-U", "gisa", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
	cmd := s.command("postgres", "-D", data, "-k", s.dir, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "work_mem=256MB",
		"-c", "max_wal_size=4GB", "-c", "shared_buffers=256MB",
		"-c", "dynamic_shared_memory_type=mmap") // a container's /dev/shm may have 64 MB
	cmd.WaitDelay = 10 * time.Second
	var log bytes.Buffer
	cmd.Stderr = &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Signal(syscall.SIGINT) // a fast shutdown
		late := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
		defer late.Stop()
		cmd.Wait()
	})
	for range 300 {
		if s.command("pg_isready", "-q", "-h", s.dir).Run() == nil {
			return s
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("PostgreSQL did not start:\n%s", log.String())
	return nil
}

// programs returns the folder of PostgreSQL's programs.
func programs(t *testing.T) string {
	t.Helper()
	if path, err := exec.LookPath("initdb"); err == nil {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(path)
		}
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		t.Skip("no PostgreSQL here (Debian: apt-get install postgresql): nothing is proven about it")
	}
	return filepath.Dir(found[len(found)-1])
}

// own lets the user postgres own the server's folder and run its programs.
func (s *server) own(t *testing.T) {
	t.Helper()
	u, err := user.Lookup("postgres")
	if err != nil {
		t.Skip("this is root, as whom PostgreSQL does not run, and there is no user postgres")
	}
	uid, errUID := strconv.ParseUint(u.Uid, 10, 32)
	gid, errGID := strconv.ParseUint(u.Gid, 10, 32)
	if errUID != nil || errGID != nil {
		t.Fatalf("user postgres: %+v", u)
	}
	s.owner = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	if err := os.Chown(s.dir, int(uid), int(gid)); err != nil {
		t.Fatal(err)
	}
}

func (s *server) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir = s.dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: s.owner}
	return cmd
}

func (s *server) run(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := s.command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// script runs psql's commands and statements.
func (s *server) script(script string) (string, error) {
	cmd := s.command("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", s.dir, "-U", "gisa", "-d", "postgres")
	cmd.SysProcAttr = nil // it reads and writes the test's files
	cmd.Stdin = strings.NewReader(script)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

const load = `drop table if exists sketch;
create table sketch (settings text, claim text collate "C", text_hash text collate "C", sample_size text, method_keys text, sample_keys text);
\copy sketch from '%s' csv header
`

func TestPostgreSQL(t *testing.T) {
	if race.Detector {
		t.Skip("PostgreSQL works, not this process")
	}
	s := start(t)
	script, err := sql.Script("postgresql")
	if err != nil {
		t.Fatal(err)
	}
	for name, docs := range trial.Collections(t) {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			sketches, pairs := trial.Write(t, dir, docs), filepath.Join(dir, "pairs.csv")
			began := time.Now()
			out, err := s.script(fmt.Sprintf(load, sketches) + script + "\n\\copy (select a, b, common from candidate) to '" + pairs + "' csv header\n")
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			t.Logf("%.1f s", time.Since(began).Seconds())
			file, err := os.Open(pairs)
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			trial.Check(t, docs, sketches, file)
		})
	}
	t.Run("mixed", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "mixed.csv")
		rows := "settings,claim,text_hash,sample_size,method_keys,sample_keys\n0a,00,00,1,1,1\n0b,01,01,1,1,1\n"
		if err := os.WriteFile(path, []byte(rows), 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := s.script(fmt.Sprintf(load, path) + script); err == nil || !strings.Contains(out, "sketches of different settings: 0a and 0b") {
			t.Errorf("sketches of two versions are joined: %v\n%s", err, out)
		}
	})
}
