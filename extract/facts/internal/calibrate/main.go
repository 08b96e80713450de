// Calibrate fits the weights of the confidence of organization names (organization/data/org-confidence.txt): a logistic
// regression of whether a name found is right on what speaks for it. It learns from the labelled development texts, and
// shows first that weights from one half of them hold on the other half. Run it at the root of the module:
//
//	go run ./extract/facts/internal/calibrate -dir ../shared/data/facts
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/organization"
)

func main() {
	log.SetFlags(0)
	dir := flag.String("dir", "../shared/data/facts", "folder of the labelled texts")
	out := flag.String("out", "extract/facts/internal/organization/data/org-confidence.txt", "the weights")
	flag.Parse()
	var all []example
	texts, err := read(*dir, "newsfacts_dev.jsonl", "regional_dev.jsonl", "orgs_konec_dev.jsonl")
	check(err)
	other, err := read(*dir, "orgs_klue_dev.jsonl") // the same sentences: what either edition calls a name is one
	check(err)
	for i := range texts {
		for _, o := range other {
			if o.ID == texts[i].ID && o.Text == texts[i].Text {
				texts[i].Organizations = append(texts[i].Organizations, o.Organizations...)
			}
		}
	}
	for _, t := range texts {
		all = append(all, t.examples()...)
	}
	for half := range uint32(2) {
		w := fit(pick(all, 1-half))
		report(fmt.Sprintf("weights from half %d on half %d", 1-half, half), w, pick(all, half))
	}
	w := fit(all)
	report("weights from all on all", w, all)
	check(os.WriteFile(*out, w.text(), 0o644))
}

func check(err error) {
	if err != nil {
		log.Fatal("calibrate: ", err)
	}
}

// text is a labelled text.
type text struct {
	ID, Text, Reference string
	Organizations       []struct {
		Start, End int
		Optional   bool
		Spans      [][2]int
	}
}

func read(dir string, names ...string) (texts []text, err error) {
	for _, name := range names {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(strings.NewReader(string(b)))
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var t text
			if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			texts = append(texts, t)
		}
	}
	return texts, nil
}

// examples are the names found in a text, with the model and without, that are right or wrong beyond dispute.
func (t *text) examples() (list []example) {
	when, _ := time.Parse(time.RFC3339, t.Reference)
	h := fnv.New32a()
	h.Write([]byte(t.ID))
	for _, model := range [...]bool{true, false} {
		names := organization.Find(t.Text, organization.Options{Lists: organization.Lists(), Model: model, When: when,
			Clues: true})
		for _, n := range names {
			right, free := t.judge(n.Start, n.End)
			if right || !free {
				list = append(list, example{n.Clues, right, h.Sum32() >> 7 & 1})
			}
		}
	}
	return list
}

// judge reports whether a span is a labelled name, and whether it touches one that counts neither way.
func (t *text) judge(start, end int) (right, free bool) {
	for _, o := range t.Organizations {
		if !o.Optional && o.Start == start && o.End == end {
			return true, false
		}
		for _, s := range o.Spans {
			if !o.Optional && s == [2]int{start, end} {
				return true, false
			}
		}
		free = free || o.Optional && o.Start < end && start < o.End
	}
	return false, free
}

func pick(all []example, half uint32) (some []example) {
	for _, x := range all {
		if x.half == half {
			some = append(some, x)
		}
	}
	return some
}
