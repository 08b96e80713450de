// Package extract turns a saved news page into an Article: its text without what surrounds it, and who wrote it, when, for
// whom. It works for pages of any language, for Korean regional news best.
//
// # Stages
//
//	extract.go      FromBytes, FromReader, FromNode, FromText; options and errors
//	all.go          All: many pages, several at a time, in order
//	decode.go       bytes → UTF-8: marks, validity, declarations, CP949
//	parse.go        UTF-8 → tree, also for pages that nest too deep
//	page.go         the stages in their order, and what they hand on
//	index.go walker.go word.go    one walk over the tree: text, elements, lines; what all later stages read
//	hints.go        what class names suggest (data/hints.txt)
//	meta.go jsonld*.go language.go    what the head of the page says
//	title*.go subtitle.go        headline: the sources of a page vote; what stands below it
//	authors.go credit*.go        who wrote it: the sources, and which is believed
//	byline*.go names.go          Korean bylines and those of other languages, read (data/bylines.txt)
//	published.go dating*.go      when: the sources (data/scriptdates.txt), and which is believed
//	stamp*.go datewords.go months.go calendar.go zone.go labels.go    dates and times of any language, read (data/datewords.txt,
//	                             data/months.txt, data/labels.txt)
//	outlet.go section.go counts.go source.go    publisher and credited source; section, tags; views; fields of site rules
//	body.go         which element holds the article: the site's rule, else the density of running text
//	scorer.go verse.go      what is running text, and in short lines
//	noise.go teaser.go      what is navigation, comments, lists of other articles
//	candidate.go    the elements that may hold the article
//	post.go         posts of boards that are too short for that
//	clean.go selection.go   what of a candidate stays …
//	cut.go flow.go gallery.go    … its elements, the boxes beside its paragraphs, rows of pictures,
//	lines.go office.go trim.go    its lines (data/lines.txt), head and tail
//	lead.go         the first paragraph where it stands apart
//	script.go       bodies that only scripts know
//	text.go         lines → Text, Paragraphs
//	pictures.go picture_credit.go links.go    pictures with captions, and whose they are (data/picturecredits.txt); links
//	plain.go        text dumps → the page they come from
//	finish.go       repeats and facts
//	render.go       JSON-LD, Markdown
//
// # How the body is found
//
// Lines are the text between two boundaries of block elements or <br>. A line of running text counts for its element by
// its length, a line of links or one in an element named for navigation counts against it; every element gets the sum of
// its lines and of its children, of which a worthless one costs little, since it can be cut. The element with the highest
// sum is cleaned, and so are those that are named as the body (schema.org articleBody, known class names); a named one
// wins where it says nearly as much. Lengths count Hangul, Han and Kana characters twice, and nothing counts words or
// commas, so that the same limits hold in every script.
//
// Nothing here keeps state between pages but memory; the same bytes and options give the same Article on any machine.
package extract
