package main

import "fmt"

// corpusRun says how one corpus is run and which of its figures are shown.
type corpusRun struct {
	name    string
	program string // of the examples
	kind    string // of score
	input   string // under ../shared/data
	truth   string
	figures []figure
}

// figure is a figure of the scorer and the value to reach; zero means that none is set.
type figure struct {
	name  string
	reach float64
}

func (f figure) goal() string {
	if f.reach == 0 {
		return ""
	}
	return fmt.Sprintf("%.3f", f.reach)
}

func (f figure) mark(v float64) string {
	if v < f.reach {
		return "short"
	}
	return ""
}

func pages(name string, figures ...figure) corpusRun {
	return corpusRun{
		name: name, program: "articles", kind: "pages",
		input: "pages/" + name + "/html", truth: "pages/" + name + "/truth.jsonl",
		figures: append([]figure{{"answered", 0}}, figures...),
	}
}

func texts(name, kind string, figures ...figure) corpusRun {
	file := "facts/" + name + ".jsonl"
	return corpusRun{name: name + " " + kind, program: "facts", kind: kind, input: file, truth: file, figures: figures}
}

var corpora = []corpusRun{
	pages("korean", figure{"body F1", .98}, figure{"paragraph recall", 0}, figure{"captions kept out of body", .98}, figure{"title", .98},
		figure{"subtitle", 0}, figure{"authors", .95}, figure{"e-mail", 0}, figure{"outlet (source or publisher)", 0},
		figure{"published day", 0}, figure{"published minute", .97}, figure{"modified minute", 0}, figure{"views", 0}),
	pages("korean-made", figure{"body F1", .99}, figure{"title", 0}, figure{"authors", 0}, figure{"published minute", 0}, figure{"views", 0}),
	pages("scrapinghub", figure{"body F1 of mean P and R", .98}),
	pages("fundus", figure{"body F1", .968}, figure{"title", .95}, figure{"authors", .90}, figure{"published day", .98}, figure{"published minute", 0}),
	pages("trafeval", figure{"segment F1", .93}),
	texts("seed", "facts", figure{"amounts end-to-end F1", 1}, figure{"dates end-to-end F1", 1}),
	texts("seed", "orgs", figure{"orgs exact F1", 1}, figure{"orgs canonical name", 1}),
	texts("cases_dev", "facts", figure{"amounts end-to-end F1", .98}, figure{"dates end-to-end F1", .95}, figure{"amounts exact F1", 0}, figure{"dates exact F1", 0}),
	texts("newsfacts_dev", "facts", figure{"amounts end-to-end F1", .95}, figure{"amounts overlap precision", .97}, figure{"amounts kind", 0}, figure{"amounts bound", 0},
		figure{"dates end-to-end F1", .92}, figure{"dates overlap precision", .97}, figure{"dates grain", 0}),
	texts("newsfacts_dev", "orgs", figure{"orgs exact F1", .85}, figure{"orgs type", .92}, figure{"orgs canonical name", .90}),
	texts("orgs_konec_dev", "orgs", figure{"orgs exact precision", 0}, figure{"orgs exact recall", 0}, figure{"orgs exact F1", .80}, figure{"orgs overlap F1", 0}),
	texts("orgs_klue_dev", "orgs", figure{"orgs exact F1", 0}, figure{"orgs overlap F1", 0}),
	{
		name: "dedupe", program: "duplicates", kind: "clusters", input: "dedupe/ko.docs.jsonl.gz", truth: "dedupe/ko.truth.jsonl",
		figures: []figure{{"adjusted Rand index", .96}, {"pair precision", 0}, {"pair recall", 0}},
	},
}
