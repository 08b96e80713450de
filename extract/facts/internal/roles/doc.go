// Package roles says what the facts of a text are of: the phrase that names what an amount measures, the amount that
// it is a part of, and what happens on a date.
//
// It reads the text a sentence at a time. A sentence becomes tokens: words with the particle that says their part in
// the clause, the amounts and dates that were found, marks. No tree is built; each question is asked of the tokens
// around a fact, in the order in which readers of Korean answer it: the noun beside the amount, the bracket, the
// topic, what money is spent on.
//
// The terms are those of MeasEval (MeasuredProperty, SemEval-2021 task 8), AMR (:part-of) and TimeML (the EVENT of a
// TLINK).
//
// # Files
//
//	roles.go   Find: the sentences, the questions in order
//	token.go   a sentence as tokens
//	look.go    what is asked of the tokens
//	role.go    what goes in and comes out, by the names of roles/fact and roles/known
//	about.go   what an amount is of: the questions in order, the nouns beside it
//	phrase.go  noun phrases
//	clause.go  the topic, subject or purpose of the clause that an amount stands in
//	whole.go   which amount it is a part of, and whether the parts add up
//	event.go   what happens on a date
//
// What is known of single words stands in roles/known and its data; tables and lists in plain text are read by
// roles/grid.
package roles
