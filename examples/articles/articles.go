// Command articles turns saved pages into articles.
package main

import (
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/programs/articles"
)

func main() { cli.Main(articles.Program()) }
