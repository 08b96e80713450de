// Package markup writes the cleaned body of an article as a tree of its own, in clean HTML: paragraphs, headings,
// lists, tables, quotations, code, ruby, and pictures with their captions, in reading order. Of the page it keeps the
// elements that mean something and the attributes that say where they lead; nothing in it runs, loads or submits by
// itself, since only what is listed here is ever written. The tree shares no node with the page.
//
// Every text node of the article's text knows where in the text it stands, so that a span leads to the nodes that say
// it.
package markup
