package main

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// elsewhere are the beginnings of commands that are not run here, and why.
var elsewhere = map[string]string{
	"bash .ci/run": "it runs this test",
	"git ":         "it looks at the checkout that one works in",
	"go get ":      "it works once the module is published; .ci/install installs from a proxy of our own",
	"go install ":  "as go get",
	"go vet ":      "CI does, on its own",
	"sbatch ":      "it asks for a cluster",
	"kubectl ":     "it asks for a cluster",
	"parallel ":    "it asks for GNU parallel and a list of archives; the command in it is that of the line for a cluster",
	"duckdb ":      "the module scale/sql/duckdb goes the same way",
}

// given are files that commands of the documents read and that other commands of theirs, not run here, write.
var given = map[string]string{"pairs.csv": "a,b,common\n"}

// Each command that the documents show works as it stands, from the root of the repository. Those that take minutes or
// data that is not here are looked at: the packages, tests, benchmarks and flags that they name are there.
func TestCommandsInDocuments(t *testing.T) {
	d := newDocuments(t)
	ran, seen := 0, 0
	for _, name := range d.names(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range commands(string(text)) {
			seen++
			switch {
			case strings.ContainsAny(c.line, "<…") && !strings.Contains(c.line, " <"): // a gap for the reader to fill
			case told(c.line):
			case strings.HasPrefix(c.line, "gisa ") && c.inText: // what a sentence names
				err = d.run(c.line + " --help")
			case programCall.MatchString(c.line) || strings.HasPrefix(c.line, "gisa "):
				ran++
				err = d.run(c.line)
			default:
				err = d.check(c.line)
			}
			if err != nil {
				t.Errorf("%s shows: %s\n%v", filepath.Base(name), c.line, err)
			}
			err = nil
		}
	}
	t.Log(seen, "commands,", ran, "run")
	if ran < 20 || seen < 60 {
		t.Errorf("only %d commands found, %d run", seen, ran)
	}
}

func told(command string) bool {
	for begin := range elsewhere {
		if strings.HasPrefix(command, begin) {
			return true
		}
	}
	return false
}

// documents is the checkout with a folder in which commands are run as if it were its root.
type documents struct {
	root, dir, programs string
	helpers             string // the source of what tests of several packages share
}

func newDocuments(t *testing.T) documents {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no shell")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	d := documents{root: root, dir: t.TempDir(), programs: t.TempDir()}
	helpers, err := filepath.Glob(filepath.Join(root, "scale/internal/trial/*.go"))
	if err != nil || len(helpers) == 0 {
		t.Fatal("no helpers", err)
	}
	for _, name := range helpers {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d.helpers += string(text)
	}
	for _, link := range [][2]string{
		{own, filepath.Join(d.programs, "gisa")}, {filepath.Join(root, "testdata"), filepath.Join(d.dir, "testdata")},
		{filepath.Join(root, "testdata/texts/three.ndjson"), filepath.Join(d.dir, "part-07.ndjson")},
	} {
		if err := os.Symlink(link[0], link[1]); err != nil {
			t.Skip(err)
		}
	}
	for name, text := range given {
		if err := os.WriteFile(filepath.Join(d.dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	build := exec.Command("go", "build", "-o", filepath.Join(d.programs, "made-write"), "./internal/made/write")
	build.Dir = filepath.Join(root, "examples")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return d
}

func (d documents) names(t *testing.T) (names []string) {
	for _, pattern := range []string{"*.md", "docs/*.md"} {
		found, err := filepath.Glob(filepath.Join(d.root, pattern))
		if err != nil || len(found) == 0 {
			t.Fatal(pattern, err)
		}
		names = append(names, found...)
	}
	return names
}

// programCall is how documents call a program.
var programCall = regexp.MustCompile(`go run \./examples/(?:internal/)?(\w+(?:/write)?)`)

// asProgram calls what go run would build: go run ./examples/facts is gisa facts.
func asProgram(call string) string {
	switch name := programCall.FindStringSubmatch(call)[1]; name {
	case "gisa":
		return name
	case "made/write":
		return "made-write"
	default:
		return "gisa " + name
	}
}

// run runs a command, which must end well and, where its output goes to no file, say something. Standard input holds a text.
func (d documents) run(command string) error {
	cmd := exec.Command("sh", "-c", programCall.ReplaceAllStringFunc(command, asProgram))
	cmd.Dir, cmd.Env = d.dir, append(os.Environ(), "PATH="+d.programs+string(os.PathListSeparator)+os.Getenv("PATH"))
	cmd.Stdin = strings.NewReader(`{"id":"one","text":"해람시는 오는 3월 7억원을 들인다.","time":"2022-02-15"}` + "\n")
	out, err := cmd.CombinedOutput()
	toFile := regexp.MustCompile(` (-o|--sqlite|--ics|--xlsx|>) |/write `).MatchString(command)
	if err == nil && len(out) == 0 && !toFile {
		err = fmt.Errorf("it says nothing")
	}
	if err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}

var (
	folderOf = regexp.MustCompile(`^(?:cd (\S+) && )?(?:GOWORK=off )?go (?:-C (\S+) )?(test|run|build) (.*)$`)
	selects  = regexp.MustCompile(`-(run|bench|fuzz)[ =]('[^']*'|\S+)`)
	flagName = regexp.MustCompile(`(?:^|\s)-([a-z]+)`)
)

// builtin are flags of go itself, which tests do not declare.
const builtin = " run bench benchtime fuzz fuzztime v timeout short race shuffle count cpu update o "

// check looks whether a command of go names what is there.
func (d documents) check(command string) error {
	m := folderOf.FindStringSubmatch(command)
	if m == nil {
		return fmt.Errorf("no test knows such a command")
	}
	source := ""
	for _, path := range strings.Fields(m[4]) {
		if path != "." && !strings.HasPrefix(path, "./") {
			continue
		}
		text, err := d.source(filepath.Join(m[1], m[2], strings.TrimSuffix(path, "...")), m[3] == "test", strings.HasSuffix(path, "..."))
		if err != nil {
			return err
		}
		source += text
	}
	for _, s := range selects.FindAllStringSubmatch(m[4], -1) {
		want, _, _ := strings.Cut(strings.Trim(s[2], "'"), "/")
		kind := map[string]string{"run": "(?:Test|Example|Fuzz)", "bench": "Benchmark", "fuzz": "Fuzz"}[s[1]]
		if want == "xxx" || want == "^$" || want == "." {
			continue
		}
		names := regexp.MustCompile(`(?m)^func (`+kind+`\w*)`).FindAllStringSubmatch(source, -1)
		asked, found := regexp.MustCompile(want), false
		for _, n := range names {
			found = found || asked.MatchString(n[1])
		}
		if !found {
			return fmt.Errorf("-%s %s: there is none", s[1], s[2])
		}
	}
	for _, f := range flagName.FindAllStringSubmatch(m[4], -1) {
		if strings.Contains(builtin, " "+f[1]+" ") {
			continue
		}
		declared := regexp.MustCompile(`flag\.\w+\((?:&\w+, )?"` + f[1] + `",`)
		if !declared.MatchString(source) && !declared.MatchString(d.helpers) {
			return fmt.Errorf("-%s: there is no such flag", f[1])
		}
	}
	return nil
}

// source is the text of the packages of a folder: for go test with their tests, for go run with a program.
func (d documents) source(folder string, tests, below bool) (string, error) {
	var text strings.Builder
	err := filepath.WalkDir(filepath.Join(d.root, folder), func(path string, e os.DirEntry, err error) error {
		if err != nil || !below && e.IsDir() && path != filepath.Join(d.root, folder) {
			return cmp.Or(err, filepath.SkipDir)
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		b, err := os.ReadFile(path)
		text.Write(b)
		text.WriteByte('\n')
		return err
	})
	switch want := map[bool]string{true: "func Test", false: "func main("}[tests]; {
	case err != nil:
		return "", err
	case !strings.Contains(text.String(), want):
		return "", fmt.Errorf("%s has no %s", folder, want)
	}
	return text.String(), nil
}

// shown is a command of a document: a line of its own, or a few words in a sentence.
type shown struct {
	line   string
	inText bool
}

var (
	begins = regexp.MustCompile(`^(?:\$ .|(?:go (?:run|test|get|install|vet|-C) |gisa [a-z]+(?: |$)|bash |cd \S+ && |GOWORK=|git |echo |tail |sbatch |kubectl |parallel |duckdb ))`)
	inCode = regexp.MustCompile("`([^`\n]+)`")
)

// commands are the command lines of a document: in its blocks and indented lines, and those in its sentences. What
// follows # is for the reader.
func commands(text string) (list []shown) {
	fenced, shell := false, false
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		if kind, isFence := strings.CutPrefix(trimmed, "```"); isFence {
			fenced, shell = !fenced, kind == "" || kind == "sh"
			continue
		}
		if fenced || strings.HasPrefix(line, "    ") {
			if (shell || !fenced) && begins.MatchString(trimmed) {
				command, _, _ := strings.Cut(strings.TrimPrefix(trimmed, "$ "), "  #")
				list = append(list, shown{strings.TrimSpace(command), false})
			}
			continue
		}
		for _, m := range inCode.FindAllStringSubmatch(line, -1) {
			command := strings.ReplaceAll(m[1], `\|`, "|")
			if begins.MatchString(command) {
				list = append(list, shown{command, true})
			}
		}
	}
	return list
}
