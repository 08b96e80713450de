// Package sites holds what is known of newspapers and of the systems that publish them, as data.
//
// A rule names the hosts or the fingerprint of a site and, for each layout the site has had, where its fields stand.
// The rules that come with the package are the files rules/*.txt, one a newspaper or publishing system:
//
//	# What it is, and when its pages were seen.
//	site: haeram
//	host: haeram.example            # this host and those below it
//	when: #board_read & meta generator HaeramBoard
//	publisher: 해람일보
//
//	layout: 2021                    # newest first
//	title: h1.heading
//	published: meta article:published_time
//	published: label 입력 | 등록 in .info
//	body: #article
//	remove: .share, .related
//
//	layout: 2012
//	valid-until: 2020-12-31
//	body: td.content
//
// The line "kind: board" in the head of a rule says that its pages are posts of a board: a newspaper's article may be
// put up there by others, so the page's outlet is not its publisher and the reporter's newspaper is its source, and
// every line of a post is meant.
//
// Lines of one field are alternatives, the best first. The package knows selectors and addresses, not articles:
// package extract reads the fields.
//
// # Files
//
//	sites.go     Set: the rules together; Builtin, With, FromFS
//	rule.go      Rule, Layout, Source: what a rule says
//	parse.go     text → rules, strictly
//	selector.go  a CSS selector and the key it is found by
//	index.go     the elements of one page by key; vocabulary.go numbers the keys
//	match.go     which rule a page falls under
//	outlet.go    host → name of the newspaper
package sites

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
)

//go:embed rules/*.txt
var builtin embed.FS

// Builtin returns the rules that come with the package. They are read on first use.
func Builtin() *Set { return builtinSet() }

var builtinSet = sync.OnceValue(func() *Set {
	rules, err := FromFS(builtin)
	if err != nil {
		panic(err) // a test reads the same files
	}
	return (&Set{}).With(rules...)
})

// With returns a set in which rules come before those of s: a rule of the same name takes the older one's place.
// s is unchanged.
func (s *Set) With(rules ...Rule) *Set {
	t := &Set{hosts: map[string][]*Rule{}, words: newVocabulary()}
	seen := map[string]bool{}
	add := func(r *Rule) {
		if !seen[r.Name] {
			seen[r.Name] = true
			t.rules = append(t.rules, r)
		}
	}
	for _, r := range rules {
		add(&r)
	}
	for _, r := range s.rules {
		add(r)
	}
	for i, r := range t.rules {
		t.rules[i] = t.inherit(r)
		for _, h := range r.Hosts {
			t.hosts[h] = append(t.hosts[h], t.rules[i])
		}
		t.words.addRule(t.rules[i])
	}
	return t
}

// inherit gives a rule that says `like: other` the layouts of the other, below its own.
func (s *Set) inherit(r *Rule) *Rule {
	if r.Like == "" {
		return r
	}
	for _, base := range s.rules {
		if base.Name == r.Like && base.Like == "" {
			c := *r
			c.Layouts = append(slices.Clone(r.Layouts), base.Layouts...)
			c.Like = ""
			if c.Zone == nil {
				c.Zone = base.Zone
			}
			return &c
		}
	}
	return r
}

// Rules returns the rules of the set in the order in which they are tried.
func (s *Set) Rules() []Rule {
	out := make([]Rule, len(s.rules))
	for i, r := range s.rules {
		out[i] = *r
	}
	return out
}

// FromFS reads every .txt file of a file system, in the order of their names. The error joins the *ParseError of each
// bad line.
func FromFS(fsys fs.FS) ([]Rule, error) {
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".txt" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var all []Rule
	var errs errorList
	for _, name := range names {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		rules, err := Parse(name, strings.NewReader(string(b)))
		errs.add(err)
		all = append(all, rules...)
	}
	return all, errs.join()
}
