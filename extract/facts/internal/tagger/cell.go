package tagger

// A cell holds a key and the seven weights of its feature. Files hold the table as it is asked, so that nothing is
// parsed before the first question and only what is asked is read from the disk.
const cellSize = 4 + 8

// spread makes lanes of weights: three biased 21-bit lanes a number.
func spread(weights uint64) [3]uint64 {
	w := &biased
	return [3]uint64{
		w[byte(weights)] | w[byte(weights>>8)]<<laneBits | w[byte(weights>>16)]<<(2*laneBits),
		w[byte(weights>>24)] | w[byte(weights>>32)]<<laneBits | w[byte(weights>>40)]<<(2*laneBits),
		w[byte(weights>>48)],
	}
}

// biased are the values of stored weights, with the bias.
var biased = func() (all [256]uint64) {
	for i := range all {
		all[i] = uint64(int(expand(int8(i))) + bias)
	}
	return all
}()

func expand(q int8) int16 {
	w := int16(q) * int16(q)
	if q < 0 {
		return -w
	}
	return w
}
