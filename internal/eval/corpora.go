package main

import "fmt"

// corpusRun says how one corpus is run and which of its figures are shown.
type corpusRun struct {
	name    string
	variant variant
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

// roles are what amounts and dates of texts are of, by a truth that may hold more texts than these.
func roles(input, truth string, figures ...figure) corpusRun {
	return corpusRun{
		name: input + " roles", program: "facts", kind: "roles", input: "facts/" + input + ".jsonl", truth: "facts/" + truth + ".jsonl",
		figures: figures,
	}
}

// read returns the run in another variant, with the figures to reach there.
func (c corpusRun) read(v variant, figures ...figure) corpusRun {
	c.name += "/" + string(v)
	c.variant = v
	c.figures = append([]figure{{"answered", 1}}, figures...)
	return c
}

var (
	korean = pages("korean", figure{"body F1", .997}, figure{"paragraph recall", 0},
		figure{"captions kept out of body", .99}, figure{"title", 1}, figure{"subtitle", 0}, figure{"authors", .97},
		figure{"e-mail", 0}, figure{"outlet (source or publisher)", .98}, figure{"published day", 0},
		figure{"published minute", .98}, figure{"modified minute", 0}, figure{"views", 0})
	fundus = pages("fundus", figure{"body F1", .978}, figure{"title", .985}, figure{"authors", .97},
		figure{"published day", .98}, figure{"published minute", .97})
	scrapinghub = pages("scrapinghub", figure{"body F1 of mean P and R", .987})
)

var corpora = []corpusRun{
	korean,
	korean.read(scramble, figure{"body F1", .985}, figure{"title", .97}, figure{"authors", 0}, figure{"published minute", .95}),
	korean.read(nometa, figure{"body F1", 0}, figure{"title", 0}, figure{"authors", 0}, figure{"published minute", 0}),
	korean.read(bare, figure{"body F1", 0}, figure{"title", 0}, figure{"authors", 0}, figure{"published minute", 0}),
	korean.read(noRules, figure{"body F1", .992}, figure{"title", .995}, figure{"authors", .965},
		figure{"outlet (source or publisher)", .975}, figure{"published minute", .975}),
	korean.read(unknown, figure{"body F1", 0}, figure{"title", 0}, figure{"authors", 0},
		figure{"outlet (source or publisher)", 0}, figure{"published minute", 0}),
	pages("korean-made", figure{"body F1", .99}, figure{"title", 0}, figure{"authors", 0}, figure{"published minute", 0}, figure{"views", 0}),
	scrapinghub,
	scrapinghub.read(scramble, figure{"body F1 of mean P and R", .978}),
	scrapinghub.read(bare, figure{"body F1 of mean P and R", 0}),
	fundus,
	fundus.read(scramble, figure{"body F1", 0}, figure{"title", 0}, figure{"authors", 0}, figure{"published minute", 0}),
	fundus.read(nometa, figure{"body F1", 0}, figure{"title", 0}, figure{"authors", .88}, figure{"published minute", .74}),
	fundus.read(bare, figure{"body F1", .955}, figure{"title", 0}, figure{"authors", .75}, figure{"published minute", 0}),
	fundus.read(noRules, figure{"body F1", 0}, figure{"title", 0}, figure{"authors", 0}, figure{"published minute", 0}),
	pages("trafeval", figure{"segment F1", .942}),
	pages("htmldate", figure{"published day", .94}),
	pages("postlight", figure{"title", .93}, figure{"authors", .88}, figure{"published day", .98}, figure{"segment F1", 0}),
	pages("metascraper", figure{"title", .97}, figure{"authors", .92}, figure{"published day", .90},
		figure{"outlet (source or publisher)", .95}),
	pages("newspaper", figure{"body F1", .97}),
	pages("goose", figure{"segment F1", 0}),
	texts("seed", "facts", figure{"amounts end-to-end F1", 1}, figure{"dates end-to-end F1", 1}),
	texts("seed", "orgs", figure{"orgs exact F1", 1}, figure{"orgs canonical name", 1}),
	texts("cases_dev", "facts", figure{"amounts end-to-end F1", .98}, figure{"dates end-to-end F1", .95}, figure{"amounts exact F1", 0}, figure{"dates exact F1", 0}),
	texts("newsfacts_dev", "facts", figure{"amounts end-to-end F1", .95}, figure{"amounts overlap precision", .97}, figure{"amounts kind", 0}, figure{"amounts bound", 0},
		figure{"dates end-to-end F1", .92}, figure{"dates overlap precision", .97}, figure{"dates grain", 0}),
	texts("newsfacts_dev", "orgs", figure{"orgs exact F1", .85}, figure{"orgs type", .92}, figure{"orgs canonical name", .90}),
	texts("regional_dev", "facts", figure{"amounts end-to-end F1", .995}, figure{"dates end-to-end F1", .995}),
	texts("regional_dev", "orgs", figure{"orgs exact F1", .93}, figure{"orgs type", 0}, figure{"orgs canonical name", 0},
		figure{"orgs short name resolved", .95}),
	roles("regional_dev", "roles_dev", figure{"about F1", .92}, figure{"part_of F1", .95}, figure{"part_of precision", .95}, figure{"event F1", .86}),
	roles("newsfacts_dev", "roles_dev", figure{"about F1", .92}, figure{"part_of F1", .95}, figure{"part_of precision", .95}, figure{"event F1", .86}),
	roles("facts_made", "roles_made", figure{"about F1", .94}, figure{"part_of F1", .97}, figure{"event F1", .87}),
	texts("orgs_konec_dev", "orgs", figure{"orgs exact precision", 0}, figure{"orgs exact recall", 0}, figure{"orgs exact F1", .80}, figure{"orgs overlap F1", 0}),
	texts("orgs_klue_dev", "orgs", figure{"orgs exact F1", 0}, figure{"orgs overlap F1", 0}),
	{
		name: "dedupe", program: "duplicates", kind: "clusters", input: "dedupe/ko.docs.jsonl.gz", truth: "dedupe/ko.truth.jsonl",
		figures: []figure{{"adjusted Rand index", .96}, {"pair precision", 0}, {"pair recall", 0}},
	},
}
