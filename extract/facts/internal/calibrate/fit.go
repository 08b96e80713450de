package main

import (
	"bytes"
	"fmt"
	"log"
	"math"
	"slices"
	"strings"
)

// weights are those of the clues, by "kind value".
type weights map[string]float64

const (
	rounds = 600
	rate   = 2.0
	shrink = 2.0 // how strongly weights are held near zero, in examples
)

func (w weights) sum(x *example) (s float64) {
	for _, c := range x.clues {
		s += w[c[0]+" "+c[1]]
	}
	return s
}

func logistic(s float64) float64 { return 1 / (1 + math.Exp(-s)) }

// fit learns weights by gradient descent on the logistic loss.
func fit(list []example) weights {
	w := weights{}
	seen := map[string]float64{}
	for _, x := range list {
		for _, c := range x.clues {
			seen[c[0]+" "+c[1]]++
		}
	}
	for range rounds {
		slope := weights{}
		for i := range list {
			x := &list[i]
			miss := logistic(w.sum(x))
			if x.right {
				miss--
			}
			for _, c := range x.clues {
				slope[c[0]+" "+c[1]] += miss
			}
		}
		for key, n := range seen {
			w[key] -= rate / (n + 30) * (slope[key] + shrink*w[key]) / 4
		}
	}
	return w
}

// text writes the weights in order, in hundredths.
func (w weights) text() []byte {
	b := bytes.NewBufferString("# Weights of what speaks for a name: kind, value, weight. " +
		"Written by internal/calibrate.\n")
	var keys []string
	for key := range w {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		if x := math.Round(100*w[key]) / 100; x != 0 {
			fmt.Fprintf(b, "%s %.2f\n", strings.TrimSpace(key), x)
		}
	}
	return b.Bytes()
}

// report prints how many of the names within steps of confidence are right.
func report(title string, w weights, list []example) {
	log.Print(title)
	for _, model := range [...]bool{true, false} {
		var n, right [10]float64
		for i := range list {
			x := &list[i]
			if slices.Contains(x.clues, [2]string{"asked", "model"}) != model {
				continue
			}
			k := min(9, int(math.Round(100*logistic(w.sum(x)))/10))
			n[k]++
			if x.right {
				right[k]++
			}
		}
		log.Printf("  with the model: %v", model)
		for k := 9; k >= 0; k-- {
			if n[k] > 0 {
				log.Printf("  confidence from .%d: %4.0f names, %.3f right", k, n[k], right[k]/n[k])
			}
		}
	}
}

// example is a name found: its clues, whether it is right, the half of the texts that it belongs to.
type example struct {
	clues [][2]string
	right bool
	half  uint32
}
