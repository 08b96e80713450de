// Package extract turns a saved news page into an Article: its text without what surrounds it, and who wrote it, when,
// for whom. It works for pages of any language, for Korean regional news best.
//
// # Files
//
//	extract.go    FromBytes, FromReader, FromNode, FromText
//	options.go    what is known of a page, how it is read; the errors
//	article.go    what is found; body.go the cleaned body, time.go moments and days
//	frame.go      a page, or the frame in it that holds the article
//	flow.go       the stages in their order
//	panic.go      a fault of this library as an error
//	all.go        All: many pages, several at a time, in order
//	render.go     JSON-LD, Markdown
//
// # Rooms
//
// Each stage is a package below internal. It is given the page as all see it and what came before, and returns what it
// found with a note of where that stands. A room uses only rooms below it in this list; go test ./internal/lint holds
// that.
//
//	dump          text dumps → the page they come from
//	outlet        publisher and credited source; section, tags, attachments, views and comments
//	dating        when: the sources, and which is believed (data/metadates.txt, data/scriptdates.txt)
//	credit        who wrote it: the sources, and which is believed (data/credits.txt)
//	subtitle      what stands between headline and text
//	pictures      pictures with captions; links
//	body          which element holds the article, what of it stays; its text, repeats and all
//	script        text that pages keep in their scripts
//	title         headline: the sources of a page vote
//	post          heads and titles of boards' posts (data/post.txt)
//	view          a page as all stages see it: address, index, head, site rule, language; fields of site rules
//	head          meta elements, JSON-LD, <title>, addresses, language (data/languages.txt, data/sections.txt)
//	caption       captions, and whose a picture is (data/captions.txt)
//	document      bytes → UTF-8 → tree → one index of text, elements and lines (data/hints.txt)
//	byline        who wrote it, read from a line; credited sources (data/bylines.txt)
//	boilerplate   what a line is that is no part of a text (data/lines.txt)
//	stamp         dates and times of any language, and the labels around them (data/labels.txt, data/months.txt …)
//	letters       characters and words
//	evidence      notes of where a field comes from
//	table         the text files that hold what gisa knows
//
// # How the body is found
//
// Lines are the text between two boundaries of block elements or <br>. A line of running text counts for its element by
// its length, a line of links or one in an element named for navigation counts against it; every element gets the sum
// of its lines and of its children, of which a worthless one costs little, since it can be cut. The element with the
// highest sum is cleaned, and so are those that are named as the body (schema.org articleBody, known class names); a
// named one wins where it says nearly as much. Lengths count Hangul, Han and Kana characters twice, and nothing counts
// words or commas, so that the same limits hold in every script.
//
// Nothing here keeps state between pages but memory; the same bytes and options give the same Article on any machine.
package extract
