package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shown are the documents whose commands are run.
var shown = []string{"README.md", "README.ko.md", "CONTRIBUTING.md", "docs/sql.md", "docs/facts.md"}

// elsewhere are the beginnings of commands that .ci/run runs, or that take minutes or data that is not here.
var elsewhere = []string{"go test ", "bash .ci/run", "go run ./internal/", "go run ./extract/", "cd ", "GOWORK=off ", "git ",
	"go get ", "go install "}

// programCall is how documents call a program.
var programCall = regexp.MustCompile(`go run \./examples/(\w+)`)

// Each command that the documents show works as it stands, from the root of the repository.
func TestCommandsInDocuments(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir() // what commands write goes here
	programs := t.TempDir()
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(own, filepath.Join(programs, "gisa")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(filepath.Join(root, "testdata"), filepath.Join(dir, "testdata")); err != nil {
		t.Skip(err)
	}
	ran := 0
	for _, name := range shown {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, command := range commands(string(text)) {
			if strings.Contains(command, "<") || hasPrefix(command, elsewhere) {
				continue
			}
			if !programCall.MatchString(command) && !strings.HasPrefix(command, "gisa ") {
				t.Errorf("%s shows a command that no test knows: %s", name, command)
				continue
			}
			ran++
			cmd := exec.Command(sh, "-c", programCall.ReplaceAllStringFunc(command, asGisa))
			cmd.Dir, cmd.Env = dir, append(os.Environ(), "PATH="+programs+string(os.PathListSeparator)+os.Getenv("PATH"))
			toFile := strings.Contains(command, " -o ") || strings.Contains(command, "--sqlite")
			if out, err := cmd.CombinedOutput(); err != nil || len(out) == 0 && !toFile {
				t.Errorf("%s shows: %s\n%v\n%s", name, command, err, out)
			}
		}
	}
	t.Log(ran, "commands")
	if ran < 10 {
		t.Errorf("only %d commands found", ran)
	}
}

// asGisa calls a program as a command of gisa: go run ./examples/facts is gisa facts.
func asGisa(call string) string {
	name := call[strings.LastIndexByte(call, '/')+1:]
	if name == "gisa" {
		return name
	}
	return "gisa " + name
}

func hasPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// inText are calls of programs within a line of text.
var inText = regexp.MustCompile("`((?:[^`\n]*\\| )?go run \\./examples/[^`\n]*)`")

// commands are the command lines of a document: in its blocks those behind a $ and those that begin with the name of a
// program, and the calls of our programs in its text. What follows # is for the reader.
func commands(text string) (list []string) {
	begins := regexp.MustCompile(`^(\$ .|go |gisa |bash |cd |GOWORK=|git |echo |tail )`)
	blocks := strings.Split(text, "\n```")
	for i := range blocks {
		if i%2 == 0 {
			for _, m := range inText.FindAllStringSubmatch(blocks[i], -1) {
				list = append(list, m[1])
			}
			continue
		}
		kind, block, _ := strings.Cut(blocks[i], "\n")
		if kind != "" && kind != "sh" {
			continue
		}
		for line := range strings.Lines(block) {
			if begins.MatchString(line) {
				command, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "$ "), "  #")
				list = append(list, strings.TrimSpace(command))
			}
		}
	}
	return list
}
