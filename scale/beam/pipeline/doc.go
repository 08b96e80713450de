// Package pipeline groups documents on Apache Beam: the clusters are those of dedupe.Group, byte for byte.
//
//	pipeline.go    Build: the steps and what goes between them
//	prepare.go     Prepare: what is looked at before anything runs
//	documents.go   files → documents, articles and sketches; warc.go web archives
//	candidates.go  keys → pairs that are worth a comparison
//	compare.go     pairs → ties
//	finish.go      ties → clusters
//	record.go      what goes between machines, as bytes
//	store.go       files that are there whole or not at all
//
// Texts are never shuffled: the articles are written first, a file for each file that is read, and are read again where
// they lie, for the pairs that are compared. Texts are known by the hash of their characters, 16 bytes, whatever their IDs.
package pipeline
