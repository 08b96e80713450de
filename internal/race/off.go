//go:build !race

// Package race tells tests whether they run under the race detector, which is slow and sees one process only.
package race

// Detector says whether this is a run under the race detector.
const Detector = false
