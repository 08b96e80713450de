package store

// A key is kept as the upper 36 bits of its mix. Two keys in a table of n are taken for one with a probability of
// n / 2^36: for a million records of 16 keys, one look-up in 4,000 finds a record that it should not, which the caller
// sees by comparing payloads. In exchange a key of a record takes 5 to 6 bytes on disk.
const (
	fingerprintBits = 36
	numberBits      = 24

	maxRecords = 1 << numberBits // in one table
	maxEntries = 1<<32 - 1       // keys of all records in one table
)

// An entry is a fingerprint above the number of the record that has it.
type entry uint64

func (e entry) fingerprint() uint64 { return uint64(e) >> numberBits }
func (e entry) number() int         { return int(e & (maxRecords - 1)) }

// fingerprint spreads the keys of any method evenly: the finalizer of splitmix64 (Steele, Lea, Flood 2014), cut.
func fingerprint(key uint64) uint64 {
	key = (key ^ key>>30) * 0xbf58476d1ce4e5b9
	key = (key ^ key>>27) * 0x94d049bb133111eb
	return (key ^ key>>31) >> (64 - fingerprintBits)
}
