// Command duplicates finds the articles that repeat one another.
package main

import (
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/programs/duplicates"
)

func main() { cli.Main(duplicates.Program()) }
