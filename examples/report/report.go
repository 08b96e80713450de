// Command report makes one HTML page of a collection of articles, to be read in a browser from the disk.
package main

import (
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/programs/report"
)

func main() { cli.Main(report.Program()) }
