// Train learns the model of organization names from a corpus of labelled sentences, lines of
//
//	{"domain":"news","text":"…","spans":[[start,end,"OGG_ECONOMY"],…]}
//
// with byte offsets and labels starting with OGG (organizations), LC (places) and PS (people). Names that the corpus
// forgot are found by models of its other parts first. With -raw, the finder then labels articles without labels, lines
// of {"text":"…"}, by the model so far: what it is sure of in a whole article teaches the final model. (Tried on 3,604
// articles: it made the model surer of its own mistakes, so model.bin is made without.) Run it at the root of the
// module; the same corpus, lists and flags give the same bytes:
//
//	go run ./extract/facts/internal/train -corpus ../shared/data/ner/train.jsonl.gz
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

func main() {
	log.SetFlags(0)
	corpus := flag.String("corpus", "../shared/data/ner/train.jsonl.gz", "labelled sentences, gzipped JSON lines")
	dir := flag.String("dir", "extract/facts/internal/organization/data", "folder with org-*.txt")
	out := flag.String("out", "extract/facts/internal/organization/data/model.bin", "the model")
	all := flag.Bool("all", false, "learn from sentences of other domains than news, too")
	fold := flag.Int("fold", 0, "hold this part in five of the news out and report its F1; 0 for none")
	l := tagger.Learning{Log: log.Printf}
	flag.Uint64Var(&l.Seed, "seed", 1, "seed of the order of sentences")
	flag.IntVar(&l.Epochs, "epochs", 6, "times through the corpus")
	flag.IntVar(&l.Models, "models", 5, "perceptrons whose weights are summed")
	flag.IntVar(&l.Least, "least", 4, "runes in which a feature must be seen")
	flag.IntVar(&l.Most, "most", 200000, "features kept, the strongest; 0 for all")
	flag.Float64Var(&l.Hidden, "hidden", 0.2, "share of listed names hidden in an epoch")
	missed := flag.Float64("missed", 8, "margin against missed organizations")
	spurious := flag.Float64("spurious", 3, "margin against other wrong labels")
	var c tagger.Cleaning
	flag.IntVar(&c.Parts, "parts", 3, "parts of the corpus for finding missing labels; 0 for taking it as it is")
	least := flag.Int("sure", 35000, "preference for organization of a missing label")
	hot := flag.String("hot", "extract/facts/internal/organization/data/hot.bin",
		"the features that the model is asked for most")
	keep := flag.Bool("keep", false, "learn nothing: write only the hot features of the model that is there")
	var r rawText
	flag.StringVar(&r.file, "raw", "", "articles without labels to learn from, too, gzipped JSON lines; empty for none")
	flag.IntVar(&r.most, "raw-sentences", 6000, "how many of their sentences are learnt from")
	flag.Float64Var(&r.least, "raw-confidence", .85, "the least confidence of the names in such a sentence")
	flag.Parse()
	l.Missed, l.Spurious = float32(*missed), float32(*spurious)

	lists, err := gazetteer.Read(os.DirFS(*dir))
	check(err)
	train, held, err := read(*corpus, !*all, *fold)
	check(err)
	for i := range train {
		train[i].Spans = slices.DeleteFunc(train[i].Spans,
			func(s tagger.Span) bool { return doubtful(lists, train[i].Text, s) })
	}
	log.Printf("%d sentences, %d held out", len(train), len(held))
	if *keep {
		model, err := os.ReadFile(*out)
		check(err)
		writeHot(*hot, model, lists, train)
		return
	}
	if c.Least = int32(*least); c.Parts > 1 {
		once := l
		once.Models = 1
		var added int
		train, added = tagger.Clean(train, lists, once, c)
		log.Printf("%d missing labels added", added)
	}
	if r.file != "" {
		more, err := r.examples(lists, tagger.Learn(train, lists, l))
		check(err)
		log.Printf("%d sentences of raw text", len(more))
		train = append(train, more...)
	}
	model := tagger.Learn(train, lists, l)
	check(os.WriteFile(*out, model, 0o644))
	writeHot(*hot, model, lists, train)
	if len(held) > 0 {
		report(model, lists, train, held)
	}
}

// writeHot writes the features of a model that sentences ask for most.
func writeHot(file string, model []byte, lists *gazetteer.Lists, sentences []tagger.Example) {
	m, err := tagger.Decode(model, nil)
	check(err)
	texts := make([]string, len(sentences))
	for i, s := range sentences {
		texts[i] = s.Text
	}
	check(os.WriteFile(file, tagger.Hot(m, lists, texts), 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal("train: ", err)
	}
}

var classes = map[string]tagger.Label{
	"OGG": tagger.BeginOrganization, "LCP": tagger.BeginPlace, "LCG": tagger.BeginPlace, "LC_": tagger.BeginPlace,
	"PS_": tagger.BeginPerson,
}

// read reads the corpus and holds out one news sentence in five.
func read(file string, newsOnly bool, fold int) (train, held []tagger.Example, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var s struct {
			Domain, Text string
			Spans        [][3]any
		}
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			return nil, nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		x := tagger.Example{Text: s.Text}
		for _, sp := range s.Spans {
			a, b, label := int(sp[0].(float64)), int(sp[1].(float64)), sp[2].(string)
			if c, ok := classes[label[:3]]; ok && !strings.HasPrefix(label, "PS_PET") {
				x.Spans = append(x.Spans, tagger.Span{Start: a, End: b, Class: c})
			}
		}
		switch {
		case s.Domain == "news" && fold > 0 && n%5 == fold-1:
			held = append(held, x)
		case s.Domain == "news" || !newsOnly:
			train = append(train, x)
		}
	}
	return train, held, lines.Err()
}

// doubtful reports whether a label is one of those that were set by machine and are mostly wrong: a single
// syllable that is no word with or without a particle (시 in 혹시, 도 in 도·감청).
func doubtful(lists *gazetteer.Lists, text string, s tagger.Span) bool {
	raw := text[s.Start:s.End]
	if s.Class != tagger.BeginOrganization || utf8.RuneCountInString(raw) > 1 || len(raw) == 1 {
		return false
	}
	if before, _ := utf8.DecodeLastRuneInString(text[:s.Start]); unicode.IsLetter(before) {
		return true
	}
	rest := text[s.End:korean.WordEnd(text, s.End)]
	r, _ := utf8.DecodeLastRuneInString(raw)
	return rest != "" && !lists.Particles.Follows(r, rest) || rest == "" && raw != "군" && raw != "당"
}

// report prints precision, recall and F1 of exact organization spans, and the recall of names that no
// training sentence has.
func report(model []byte, lists *gazetteer.Lists, train, held []tagger.Example) {
	m, err := tagger.Decode(model, nil)
	check(err)
	seen := map[string]bool{}
	for _, x := range train {
		for _, s := range x.Spans {
			if s.Class == tagger.BeginOrganization {
				seen[x.Text[s.Start:s.End]] = true
			}
		}
	}
	t := tagger.New(m, lists)
	var right, found, wanted, newRight, newWanted float64
	for _, x := range held {
		want := map[[2]int]bool{}
		for _, s := range x.Spans {
			if s.Class == tagger.BeginOrganization {
				isNew := !seen[x.Text[s.Start:s.End]]
				want[[2]int{s.Start, s.End}] = isNew
				wanted++
				if isNew {
					newWanted++
				}
			}
		}
		for _, s := range t.Mark(x.Text, nil, make([]int32, len(x.Text))) {
			if s.Class != tagger.BeginOrganization {
				continue
			}
			found++
			isNew, ok := want[[2]int{s.Start, s.End}]
			if ok {
				right++
			}
			if ok && isNew {
				newRight++
			}
		}
	}
	p, r := right/found, right/wanted
	log.Printf("held out: P %.4f R %.4f F1 %.4f; %v right of %v found, %v wanted; new names %v of %v",
		p, r, 2*p*r/(p+r), right, found, wanted, newRight, newWanted)
}
