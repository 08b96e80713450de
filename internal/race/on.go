//go:build race

package race

// Detector says whether this is a run under the race detector.
const Detector = true
