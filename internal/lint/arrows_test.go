package lint

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/internal/corpus"
)

// mostBack is how many in a hundred uses between the files of a package may run back. A use is a file that needs another;
// it runs back if no order of the files lets all uses point the same way.
const mostBack = 5

// TestFilesPointDown: within a package, too, one file stands on another. What two need of each other stands below both.
func TestFilesPointDown(t *testing.T) {
	for _, p := range checked(t, "./extract/...") {
		uses := fileUses(p)
		if back := uses.backward(); len(back) > mostBack*uses.count()/100 {
			t.Errorf("%s: %d of %d uses between files run back: %v", p.path, len(back), uses.count(), back)
		}
	}
}

// TestBackwardUses: two files that need each other are found, a chain is none.
func TestBackwardUses(t *testing.T) {
	chain := graph{files: []string{"a", "b", "c"}, to: [][]bool{{false, true, true}, {false, false, true}, make([]bool, 3)}}
	if back := chain.backward(); len(back) > 0 || chain.count() != 3 {
		t.Errorf("a chain of %d uses has %v running back", chain.count(), back)
	}
	chain.to[2][0] = true
	if back := chain.backward(); !slices.Equal(back, []string{"c→a"}) {
		t.Errorf("the circle was found as %v", back)
	}
}

// graph says which file of a package uses which.
type graph struct {
	files []string
	to    [][]bool
}

func (g *graph) count() (n int) {
	for _, row := range g.to {
		for _, use := range row {
			if use {
				n++
			}
		}
	}
	return n
}

// backward returns the uses that run back in the best order of the files that a few searches find.
func (g *graph) backward() (best []string) {
	r := rand.New(rand.NewPCG(1, 1))
	for try := range 20 {
		order := r.Perm(len(g.files))
		for g.improve(order) {
		}
		if back := g.back(order); try == 0 || len(back) < len(best) {
			best = back
		}
	}
	return best
}

func (g *graph) back(order []int) (back []string) {
	for i, from := range order {
		for _, to := range order[:i] {
			if g.to[from][to] {
				back = append(back, g.files[from]+"→"+g.files[to])
			}
		}
	}
	return back
}

// improve moves one file to where fewer uses run back, if there is such a place.
func (g *graph) improve(order []int) bool {
	for i, file := range order {
		for _, step := range []int{-1, 1} {
			more := 0 // how many more uses run back with the file at j
			for j := i + step; j >= 0 && j < len(order); j += step {
				passed := order[j]
				more -= step * (number(g.to[passed][file]) - number(g.to[file][passed]))
				if more < 0 {
					copy(order, slices.Insert(slices.Delete(slices.Clone(order), i, i+1), j, file))
					return true
				}
			}
		}
	}
	return false
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// source is a package with its files and what their names mean.
type source struct {
	path  string
	set   *token.FileSet
	files []*ast.File
	pkg   *types.Package
	uses  map[*ast.Ident]types.Object
}

// fileUses tells which file of a package uses a name or a method that another one declares.
func fileUses(p source) (g graph) {
	index := map[*token.File]int{}
	for i, f := range p.files {
		index[p.set.File(f.Pos())] = i
		g.files = append(g.files, filepath.Base(p.set.File(f.Pos()).Name()))
		g.to = append(g.to, make([]bool, len(p.files)))
	}
	for id, o := range p.uses {
		f, ok := o.(*types.Func)
		isMethod := ok && f.Signature().Recv() != nil
		if o.Pkg() != p.pkg || o.Parent() != p.pkg.Scope() && !isMethod {
			continue
		}
		if from, to := index[p.set.File(id.Pos())], index[p.set.File(o.Pos())]; from != to {
			g.to[from][to] = true
		}
	}
	return g
}

// checked returns the packages of ours that a pattern names, with the types of their names.
func checked(t *testing.T, pattern string) (all []source) {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-export", "-json=ImportPath,Dir,Export,GoFiles", pattern)
	cmd.Dir, cmd.Stderr = corpus.Root(), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	exports := map[string]string{}
	open := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath, Dir, Export string
			GoFiles                 []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		exports[p.ImportPath] = p.Export
		if path, ours := within(p.ImportPath); !ours || !strings.HasPrefix(path, "extract") {
			continue
		}
		s := source{path: p.ImportPath, set: token.NewFileSet(), uses: map[*ast.Ident]types.Object{}}
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(s.set, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			s.files = append(s.files, f)
		}
		conf := types.Config{Importer: importer.ForCompiler(s.set, "gc", open)}
		if s.pkg, err = conf.Check(p.ImportPath, s.set, s.files, &types.Info{Uses: s.uses}); err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
}
