// Package sql finds which texts of a collection are worth a comparison in an SQL engine, where one machine's memory is too
// small or the engine is there anyway. The pairs are those that dedupe.Group compares, and the clusters the same, byte for
// byte.
//
// gisa makes a sketch of each document, anywhere ([Writer]); the engine joins them by the statements of [Script]; gisa
// reads the pairs ([Pairs]) and the sketches ([Sketches]) and compares and clusters with dedupe.Assemble. The statements
// are those of candidates.sql, with a few lines for each dialect in the folder dialects:
// a name in braces stands for one of them.
package sql
