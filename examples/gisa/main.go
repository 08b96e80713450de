// Command gisa is one program to carry: what articles, facts, duplicates and report do, and search.
package main

import (
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/programs/articles"
	"github.com/gisa-go/gisa/examples/internal/programs/duplicates"
	"github.com/gisa-go/gisa/examples/internal/programs/facts"
	"github.com/gisa-go/gisa/examples/internal/programs/report"
	"github.com/gisa-go/gisa/examples/internal/programs/search"
)

func main() {
	gisa := cli.Suite{Program: cli.Program{
		Name:  "gisa",
		About: "Turns saved news pages into clean, de-duplicated, structured articles.",
		Notes: `“gisa COMMAND --help” shows what a command takes, with examples.`,
		Examples: []cli.Example{
			{For: "read one saved page", Command: "gisa articles page.html"},
			{For: "make one page of a folder, to browse it", Command: "gisa report -o report.html saved/"},
			{For: "put a folder into a database and ask it", Command: "gisa articles --sqlite news.db saved/ && gisa search news.db 둘레길"},
		},
	}}
	gisa.Add(articles.Program())
	gisa.Add(facts.Program())
	gisa.Add(duplicates.Program())
	gisa.Add(duplicates.Sketch())
	gisa.Add(duplicates.Cluster())
	gisa.Add(report.Program())
	gisa.Add(search.Program())
	cli.MainOf(gisa)
}
