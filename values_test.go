package gisa_test

import (
	"context"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

const module = "github.com/gisa-go/gisa"

// notValues are the public types that are not what gisa finds: what callers ask with, and what works.
var notValues = []string{
	"extract.Body", "extract.Input", "extract.Options", "extract.Page", "extract.Result", "facts.Lexicon", "facts.Names",
	"facts.Options", "dedupe.Comparer", "dedupe.ExactMethod", "dedupe.Index", "dedupe.IndexOptions", "dedupe.Kept",
	"dedupe.Method", "dedupe.MinHash", "dedupe.Options", "dedupe.SimHash", "dedupe.Sketcher",
	"dedupe.CorruptError", "dedupe.MismatchError",
}

// publicTypes returns the names of the public types of a package that are no aliases of another.
func publicTypes(t *testing.T, dir string) (names []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no package in %s: %v", dir, err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range tree.Decls {
			decl, ok := d.(*ast.GenDecl)
			if !ok || decl.Tok != token.TYPE {
				continue
			}
			for _, s := range decl.Specs {
				if s := s.(*ast.TypeSpec); s.Name.IsExported() && !s.Assign.IsValid() {
					names = append(names, tree.Name.Name+"."+s.Name.Name)
				}
			}
		}
	}
	return names
}

// values checks values of public types as it meets them, some of each type.
type values struct {
	t     *testing.T
	seen  map[string]int
	names map[string]bool // of JSON, of all types
}

// most is how many values of one type are checked, its wholes aside.
const most = 500

// check holds that a value and all public values in it are equal to themselves after Marshal and Unmarshal.
func (c *values) check(where string, v reflect.Value) {
	typ := v.Type()
	if name, ok := strings.CutPrefix(typ.PkgPath(), module); ok && typ.Name() != "" && ast.IsExported(typ.Name()) &&
		!strings.Contains(name, "/internal/") {
		name = path.Base(module+name) + "." + typ.Name()
		if c.seen[name]++; c.seen[name] <= most {
			c.survives(where, name, v)
		}
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if typ.Field(i).IsExported() {
				c.check(where, v.Field(i))
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			c.check(where, v.Index(i))
		}
	case reflect.Interface:
		c.check(where, v.Elem())
	case reflect.Pointer:
		if !v.IsNil() && typ != reflect.TypeFor[*time.Location]() {
			c.check(where, v.Elem())
		}
	}
}

func (c *values) survives(where, name string, v reflect.Value) {
	c.t.Helper()
	b, err := json.Marshal(v.Interface())
	if err != nil {
		c.t.Errorf("%s: %s: %v", where, name, err)
		return
	}
	again := reflect.New(v.Type())
	if err := json.Unmarshal(b, again.Interface()); err != nil {
		c.t.Errorf("%s: %s: %.200s: %v", where, name, b, err)
		return
	}
	if !reflect.DeepEqual(again.Elem().Interface(), v.Interface()) {
		c.t.Errorf("%s: %s: %.300s is read as\n%+v, was\n%+v", where, name, b, again.Elem(), v)
	}
	var keys map[string]json.RawMessage
	if json.Unmarshal(b, &keys) == nil {
		for key := range keys {
			c.names[key] = true
		}
	}
}

// linkedPage has what the pages of testdata have not.
const linkedPage = `<html lang="ko"><h1>해람시, 둘레길 연다</h1><article><p>해람시는 바닷가 <a href="/plan">둘레길</a>을 연다고
밝혔다. 길이는 8㎞이며 쉼터 네 곳이 들어선다.</p><p>시는 다음 달 주민 설명회를 연다고 덧붙였다.</p></article></html>`

// TestValuesSurviveJSON: every public type that gisa gives back is equal to itself after Marshal and Unmarshal, over all
// pages of testdata, and its names are in one style.
func TestValuesSurviveJSON(t *testing.T) {
	c := &values{t, map[string]int{}, map[string]bool{}}
	files, err := filepath.Glob("testdata/pages/*/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	var docs []dedupe.Document
	var mentions [][]facts.Organization
	for _, file := range files {
		page, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := extract.FromBytes(page, extract.Page{URL: "https://www.haeram.example/news/1"}, nil)
		if err != nil {
			continue
		}
		c.check(file, reflect.ValueOf(*a))
		docs = append(docs, dedupe.Document{ID: file, Text: a.Text, Time: a.Published.Time.UTC()},
			dedupe.Document{ID: file + " again", Text: a.Text + " 다시 실은 글이다."})
		mentions = append(mentions, a.Facts.Organizations)
	}
	linked, err := extract.FromBytes([]byte(linkedPage), extract.Page{URL: "https://www.haeram.example/news/1"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	c.check("a page with a link", reflect.ValueOf(*linked))
	c.check("groups", reflect.ValueOf(facts.GroupOrganizations(mentions...)))
	c.repeats(docs)
	for _, dir := range []string{".", "extract", "extract/facts", "dedupe"} {
		for _, name := range publicTypes(t, dir) {
			if c.seen[name] == 0 && !slices.Contains(notValues, name) {
				t.Errorf("no value of %s was met", name)
			}
		}
	}
	for name := range c.names {
		if !regexp.MustCompile(`^[a-z][a-zA-Z]*$`).MatchString(name) {
			t.Errorf("the name %q in JSON is not like the others", name)
		}
	}
}

// repeats checks what dedupe says of documents.
func (c *values) repeats(docs []dedupe.Document) {
	t, ctx := c.t, context.Background()
	ok := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	c.check("documents", reflect.ValueOf(docs))
	clusters, err := dedupe.Group(ctx, dedupe.Documents(docs...), nil)
	ok(err)
	c.check("clusters", reflect.ValueOf(clusters))
	match, err := dedupe.Compare(docs[0].Text, docs[1].Text, nil)
	ok(err)
	c.check("match", reflect.ValueOf(match))
	within, err := dedupe.Within(docs[0].Text+"\n\n"+docs[0].Text, nil)
	ok(err)
	c.check("repeats", reflect.ValueOf(within))
	sketcher, err := dedupe.NewSketcher(nil)
	ok(err)
	sketch, _ := sketcher.Sketch(docs[0])
	c.check("sketch", reflect.ValueOf(sketch))
	c.check("what assembles", reflect.ValueOf([]any{
		dedupe.Pair{A: "a", B: "b", Common: true}, dedupe.Tie{A: 1, B: 2, Match: match},
		dedupe.Extent{Size: 3, Common: 2, CommonKeys: 1}, dedupe.Shared{Sample: 3, Keys: 2, Common: 1},
	}))
	index, err := dedupe.Open(t.TempDir(), nil)
	ok(err)
	for _, d := range append(slices.Clone(docs[:4]), dedupe.Document{ID: docs[0].ID, Text: docs[2].Text}) {
		seen, err := index.Add(ctx, d)
		ok(err)
		c.check("seen", reflect.ValueOf(seen))
	}
	c.check("index", reflect.ValueOf(index.Stats()))
	ok(index.Close())
}
