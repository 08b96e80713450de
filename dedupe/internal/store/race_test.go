//go:build race

package store

// slow is 1 under the race detector, where everything takes ten times as long: the exhaustive tests take samples then.
const slow = 1
