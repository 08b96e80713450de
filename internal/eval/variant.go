package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/sites"
)

// variant is another way of reading a corpus of pages: gisa is not to be right only where its makers looked.
type variant string

const (
	asSaved  variant = ""         // as the pages were saved
	scramble variant = "scramble" // disguised: class names and ids without meaning
	nometa   variant = "nometa"   // disguised: no JSON-LD, no <meta>
	bare     variant = "bare"     // disguised: text, order and tags are left
	noRules  variant = "no-rules" // without any site rule
	unknown  variant = "unknown"  // without what is known of the page's own host: leave one outlet out
)

func (v variant) isDisguise() bool { return v == scramble || v == nometa || v == bare }

// disguised rewrites the pages of a corpus and returns where they are.
func (e *evaluation) disguised(c corpusRun) (string, error) {
	target := filepath.Join(e.tmp, c.name)
	out, err := exec.Command(e.tool("disguise"), string(c.variant), filepath.Join(e.data, c.input), target).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("disguise %s: %w\n%s", c.variant, err, out)
	}
	return target, nil
}

// knowing returns what is known of sites in a variant, for the page at an address.
func (v variant) knowing(address string) *sites.Set {
	if v == noRules {
		return &sites.Set{}
	}
	host := sites.Host(address)
	rules := slices.DeleteFunc(sites.Builtin().Rules(), func(r sites.Rule) bool {
		return slices.ContainsFunc(r.Hosts, func(h string) bool { return h == host || strings.HasSuffix(host, "."+h) })
	})
	return (&sites.Set{}).With(rules...)
}

// extractAll writes the articles of a corpus read with fewer site rules, as the program articles would.
func (e *evaluation) extractAll(c corpusRun, out string) (err error) {
	addresses, err := readAddresses(e.urls(c))
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(e.data, c.input, "*.gz"))
	if err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	lines := json.NewEncoder(f)
	for _, file := range files {
		page, err := unpacked(file)
		if err != nil {
			return err
		}
		address := addresses[filepath.Base(file)]
		a, err := extract.FromBytes(page, extract.Page{URL: address},
			&extract.Options{Sites: c.variant.knowing(address), SkipFacts: true})
		if err != nil {
			continue // a page without an answer: the score tells
		}
		if err := writeArticle(lines, file, a); err != nil {
			return err
		}
	}
	return nil
}

// writeArticle writes one line as the program articles does, with the name of the file.
func writeArticle(lines *json.Encoder, file string, a *extract.Article) error {
	b, err := json.Marshal(a)
	if err != nil {
		return err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		return err
	}
	if fields["file"], err = json.Marshal(file); err != nil {
		return err
	}
	return lines.Encode(fields)
}

// readAddresses reads lines of file name, tab, address.
func readAddresses(name string) (map[string]string, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	addresses := map[string]string{}
	for s := bufio.NewScanner(bytes.NewReader(b)); s.Scan(); {
		if file, address, ok := strings.Cut(s.Text(), "\t"); ok {
			addresses[filepath.Base(file)] = address
		}
	}
	return addresses, nil
}

func unpacked(file string) ([]byte, error) {
	packed, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return io.ReadAll(z)
}
