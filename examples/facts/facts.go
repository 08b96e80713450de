// Command facts finds the facts of texts.
package main

import (
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/programs/facts"
)

func main() { cli.Main(facts.Program()) }
