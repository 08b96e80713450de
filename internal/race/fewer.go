package race

// Fewer is how many of n things a test goes through: under the race detector, which makes each ten times as slow, a
// sixteenth, since races show on few.
func Fewer(n int) int {
	if Detector {
		return (n + 15) / 16
	}
	return n
}
