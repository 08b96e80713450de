// Package lint holds the rules of the house that a test can enforce.
package lint

import (
	_ "embed"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/corpus"
)

const module = "github.com/gisa-go/gisa"

// edgeLines says which of our packages each of our packages may import.
//
//go:embed edges.txt
var edgeLines string

// edge is a line of edges.txt, with paths below the module's root.
type edge struct {
	from   string
	to     []string
	folder string // the [folder] that the line stands in
}

// edges reads edges.txt.
func edges() (all []edge) {
	folder := ""
	for line := range strings.Lines(edgeLines) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0 || fields[0] == "#":
		case line[0] == '[':
			folder = strings.Trim(fields[0], "[]")
		case strings.HasSuffix(fields[0], ":"):
			all = append(all, edge{path.Join(folder, strings.TrimSuffix(fields[0], ":")), fields[1:], folder})
		default:
			last := &all[len(all)-1]
			last.to = append(last.to, fields...)
		}
	}
	for _, e := range all {
		for i, to := range e.to {
			if inner := path.Join(e.folder, to); slices.ContainsFunc(all, func(x edge) bool { return x.from == inner }) {
				e.to[i] = inner
			}
		}
	}
	return all
}

// edgeOf returns the line for a package: its own, or that of the nearest folder above it.
func edgeOf(all []edge, from string) (e edge) {
	for _, x := range all {
		if below(from, []string{x.from}) && len(x.from) >= len(e.from) {
			e = x
		}
	}
	return e
}

// TestArrowsPointDown: a line within a folder names only packages whose lines stand below its own.
func TestArrowsPointDown(t *testing.T) {
	all := edges()
	for i, e := range all {
		for _, above := range all[:i] {
			if above.folder == e.folder && e.folder != "" && slices.Contains(e.to, above.from) {
				t.Errorf("%s may import %s, which stands above it", e.from, above.from)
			}
		}
	}
}

// foreign says which other modules the library's packages may import, tests apart.
var foreign = map[string][]string{
	"extract":       {"github.com/PuerkitoBio/goquery", "github.com/andybalholm/cascadia", "golang.org/x/net", "golang.org/x/text"},
	"extract/facts": {"golang.org/x/text"},
	"extract/sites": {"github.com/PuerkitoBio/goquery", "github.com/andybalholm/cascadia", "golang.org/x/net", "golang.org/x/text"},
	"dedupe":        {"golang.org/x/text"},
}

// rooms are the folders whose packages have a line of their own in edges.txt.
var rooms = []string{"extract/internal", "extract/facts/internal"}

type pkg struct {
	ImportPath string
	Name       string
	Dir        string
	Imports    []string
	GoFiles    []string
}

func TestImportEdges(t *testing.T) {
	all := edges()
	for _, p := range list(t) {
		from, _ := within(p.ImportPath)
		rule := edgeOf(all, from)
		if below(from, rooms) && rule.from != from {
			t.Errorf("%s has no line in edges.txt: say what it may import", from)
		}
		for _, imp := range p.Imports {
			switch to, ours := within(imp); {
			case ours && !below(to, rule.to):
				t.Errorf("%s imports %s: %s may import only %v of ours", from, to, rule.from, rule.to)
			case !ours && strings.Contains(imp, ".") && public(p) && !below(imp, foreign[nearest(foreign, from)]):
				t.Errorf("%s imports %s: a heavy dependency belongs in a nested module", from, imp)
			}
		}
	}
}

// TestEdgesAreUsed: an arrow that no room needs any more is taken out of the list.
func TestEdgesAreUsed(t *testing.T) {
	all := edges()
	for _, p := range list(t) {
		from, _ := within(p.ImportPath)
		if !below(from, rooms) {
			continue
		}
		for _, to := range edgeOf(all, from).to {
			if to != "internal" && !slices.Contains(p.Imports, path.Join(module, to)) {
				t.Errorf("%s no longer imports %q", from, to)
			}
		}
	}
}

// TestLineLength: what does not fit into a line of 120 characters is a question that wants a name.
func TestLineLength(t *testing.T) {
	root := filepath.Join(corpus.Root(), "extract")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		text, err := os.ReadFile(path)
		n := 0
		for line := range strings.Lines(string(text)) {
			if n++; utf8.RuneCountInString(strings.TrimRight(line, "\n")) > 120 {
				t.Errorf("%s:%d: longer than 120 characters", path, n)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestNoInit: embedded data is read on first use, so importing gisa costs nothing.
func TestNoInit(t *testing.T) {
	eachFile(t, linked, func(name string, file *ast.File) {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s: has an init function", name)
			}
		}
	})
}

func TestExportedNamesAreDocumented(t *testing.T) {
	eachFile(t, public, func(name string, file *ast.File) {
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && exportedReceiver(d) && d.Doc == nil {
					t.Errorf("%s: %s has no doc comment", name, d.Name)
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if id, doc := spec(s); id != nil && id.IsExported() && d.Doc == nil && doc == nil {
						t.Errorf("%s: %s has no doc comment", name, id)
					}
				}
			}
		}
	})
}

// TestNoClock: the same bytes give the same output at any time.
func TestNoClock(t *testing.T) {
	eachFile(t, linked, func(name string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == "Now" {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" {
					if filepath.Base(name) != "all.go" { // Stats.Took
						t.Errorf("%s: reads the clock", name)
					}
				}
			}
			return true
		})
	})
}

func spec(s ast.Spec) (*ast.Ident, *ast.CommentGroup) {
	switch s := s.(type) {
	case *ast.TypeSpec:
		return s.Name, s.Doc
	case *ast.ValueSpec:
		if s.Comment != nil {
			return s.Names[0], s.Comment
		}
		return s.Names[0], s.Doc
	}
	return nil, nil
}

func exportedReceiver(f *ast.FuncDecl) bool {
	if f.Recv == nil {
		return true
	}
	t := f.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if index, ok := t.(*ast.IndexExpr); ok {
		t = index.X
	}
	id, ok := t.(*ast.Ident)
	return ok && id.IsExported()
}

// eachFile calls f with each source file, tests apart, of the packages that are wanted.
func eachFile(t *testing.T, wanted func(pkg) bool, f func(name string, file *ast.File)) {
	t.Helper()
	for _, p := range list(t) {
		if !wanted(p) {
			continue
		}
		for _, name := range p.GoFiles {
			path := filepath.Join(p.Dir, name)
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			f(path, file)
		}
	}
}

// public reports whether a package is one that importers of gisa can name.
func public(p pkg) bool { return linked(p) && !strings.Contains(p.ImportPath, "/internal/") }

// linked reports whether a package may be linked into what imports gisa.
func linked(p pkg) bool {
	path, _ := within(p.ImportPath)
	return p.Name != "main" && (path == "." || below(path, []string{"extract", "dedupe", "scale", "internal"}))
}

// list reads the packages of all modules of the workspace.
func list(t *testing.T) (pkgs []pkg) {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Name,Dir,Imports,GoFiles", "work")
	cmd.Dir, cmd.Stderr = corpus.Root(), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p pkg
		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		pkgs = append(pkgs, p)
	}
	if len(pkgs) < 5 {
		t.Fatalf("go list found only %d packages", len(pkgs))
	}
	return pkgs
}

// within returns the path of a package below the module's root, and whether it is one of ours.
func within(path string) (string, bool) {
	if path == module {
		return ".", true
	}
	below, ours := strings.CutPrefix(path, module+"/")
	return below, ours
}

// nearest returns the longest key that is from or a folder above it.
func nearest[V any](m map[string]V, from string) (key string) {
	for k := range m {
		if below(from, []string{k}) && len(k) > len(key) {
			key = k
		}
	}
	return key
}

func below(path string, folders []string) bool {
	for _, f := range folders {
		if path == f || strings.HasPrefix(path, f+"/") {
			return true
		}
	}
	return false
}
