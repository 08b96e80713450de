package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
)

// rawText is a file of articles without labels, and what is taken from it.
type rawText struct {
	file  string
	most  int     // sentences
	least float64 // confidence of every name in a sentence
}

// examples are sentences of the articles with the names that the finder, asking a model, is sure of: all of them spread
// evenly over the file.
func (r rawText) examples(lists *gazetteer.Lists, model []byte) ([]tagger.Example, error) {
	m, err := tagger.Decode(model, nil)
	if err != nil {
		return nil, err
	}
	texts, err := r.texts()
	if err != nil {
		return nil, err
	}
	t := tagger.New(m, lists)
	var all []tagger.Example
	for _, text := range texts {
		names := organization.Find(text, organization.Options{Lists: lists, Model: true, Tagger: m})
		all = append(all, r.sentences(text, names, t)...)
	}
	if len(all) <= r.most {
		return all, nil
	}
	out := make([]tagger.Example, 0, r.most)
	for i := range r.most {
		out = append(out, all[i*len(all)/r.most])
	}
	return out, nil
}

// texts reads the articles, each once.
func (r rawText) texts() (texts []string, err error) {
	f, err := os.Open(r.file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.file, err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var doc struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &doc); err != nil {
			return nil, fmt.Errorf("%s: %w", r.file, err)
		}
		texts = append(texts, doc.Text)
	}
	return texts, lines.Err()
}

// sentences are those of an article in which every name is sure and there is one.
func (r rawText) sentences(text string, names []organization.Name, t *tagger.Tagger) (list []tagger.Example) {
	start := 0
	for start < len(text) {
		end := len(text)
		for _, stop := range [...]string{". ", "\n"} {
			if i := strings.Index(text[start:end], stop); i >= 0 {
				end = start + i + len(stop)
			}
		}
		if x, ok := r.sentence(text[start:end], start, names, t); ok {
			list = append(list, x)
		}
		start = end
	}
	return list
}

// sentence labels what begins at byte at of its article.
func (r rawText) sentence(text string, at int, names []organization.Name,
	t *tagger.Tagger) (x tagger.Example, ok bool) {
	x.Text = strings.TrimRight(text, " \n")
	for _, n := range names {
		if n.End <= at || n.Start >= at+len(x.Text) {
			continue
		}
		if n.Confidence < r.least || n.Start < at || n.End > at+len(x.Text) {
			return x, false
		}
		x.Spans = append(x.Spans, tagger.Span{Start: n.Start - at, End: n.End - at, Class: tagger.BeginOrganization})
	}
	if len(x.Spans) == 0 {
		return x, false
	}
	for _, s := range t.Mark(x.Text, nil, make([]int32, len(x.Text))) {
		if s.Class != tagger.BeginOrganization &&
			!slices.ContainsFunc(x.Spans, func(o tagger.Span) bool { return o.Start < s.End && s.Start < o.End }) {
			x.Spans = append(x.Spans, s)
		}
	}
	slices.SortFunc(x.Spans, func(a, b tagger.Span) int { return a.Start - b.Start })
	return x, true
}
