// Package dedupe finds what repeats: inside one text ([Within]), between two texts ([Compare]), in a collection of
// texts ([Group]) and in a persistent index of what was seen before ([Open]). It knows nothing of HTML.
//
// Texts are compared by their shingles: all runs of five characters, white space removed and letter case folded, since
// spacing varies between copies of Korean text. Where many texts meet, a [Method] proposes pairs cheaply and the pairs
// are then compared exactly. Only an [Index] that is given no texts to compare decides by sketches, and each of its
// matches then says its standard error.
//
// The files, from the text upwards:
//
//	dedupe.go       Document, Match, Cluster, Repeat and their like: what goes in and comes out
//	normalise.go    text → flat 16-bit units without white space, and the way back to byte offsets
//	shingle.go      units → shingles: a rolling hash over five units
//	method.go       Method: shingles → keys; texts that share a key are candidates
//	minhash.go simhash.go exact.go   the methods that come with the package
//	containment.go  winnowing: which texts stand inside others
//	compare.go      two texts → Match, with their common passages; set.go sets of shingles
//	within.go       one text → its repeats: runs.go finds what agrees, edges.go lines and sentences,
//	                merge.go tolerates differences, join.go adds short lines; once.go strikes the copies
//	group.go        a collection; entries.go its documents, with the claims of claim.go to be the original
//	sketch.go       what a text is proposed by, in bytes; rule.go which pairs are proposed and worth a comparison
//	postings.go     which texts share keys (words.go radix.go); evidence.go → which keys two texts share
//	candidates.go   the pairs worth a comparison, compared; comparer.go for others to do that
//	link.go         average linkage: linkage.go what is between two clusters; originals.go which text each is a copy of;
//	                cluster.go → clusters
//	assemble.go     the same for sketches and pairs from elsewhere
//	index.go        an index: IndexOptions, Open, Remove, Expire; seen.go Add and Query, new and changed and unchanged;
//	                keep.go signature.go what it keeps of a text; texts.go the texts themselves
//	internal/store  the files that it keeps
//	options.go      Options: defaults, limits, digest
//
// All functions may be called from several goroutines at once, also with the same Options.
package dedupe
