package dedupe

// Method proposes which texts are worth comparing: two texts are candidates where they share a key. What it misses is
// missed; what it proposes in vain costs time only, since candidates are compared exactly. A Method may be used by
// several goroutines at once.
type Method interface {
	// Name identifies the method with all of its settings; an index that was built with one name is not read with
	// another.
	Name() string

	// Keys appends the keys of a text to dst and returns it. The shingles are the hashes of the text's runs of
	// Options.Shingle characters, in text order, repeats included; they are not kept or changed. A text that should
	// meet no other gets no keys.
	Keys(shingles []uint64, dst []uint64) []uint64
}
