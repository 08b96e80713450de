package peers

import (
	"context"
	"encoding/binary"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/internal/cputime"
)

var (
	documents = flag.Int("documents", 50_000, "how many documents TestIndex adds to each index")
	patience  = flag.Duration("patience", 15*time.Second, "after which TestIndex adds no more to one")
)

// batch is the number of documents in a durable commit.
const batch = 500

// sixteen is a Method whose keys are 16 hashes of the text.
type sixteen struct{}

func (sixteen) Name() string { return "sixteen" }

func (sixteen) Keys(shingles, dst []uint64) []uint64 { return append(dst, shingles[:16]...) }

// stream calls put for n documents in batches, until -patience is over: 16 random keys each, every fourth document those of
// an earlier one. It returns how many documents were put.
func stream(n int, put func(first int, keys [][16]uint64) error) (added int, err error) {
	start := time.Now()
	rng := rand.New(rand.NewPCG(1, 2))
	var past, keys [][16]uint64
	for i := range n {
		var k [16]uint64
		if i%4 == 3 {
			k = past[rng.IntN(len(past))]
		} else {
			for j := range k {
				k[j] = rng.Uint64()
			}
			past = append(past, k)
		}
		if keys = append(keys, k); len(keys) == batch {
			if err := put(i+1-batch, keys); err != nil {
				return added, err
			}
			if added = i + 1; time.Since(start) > *patience {
				break
			}
			keys = keys[:0]
		}
	}
	return added, nil
}

// text writes keys out as a text of its own.
func text(k [16]uint64) string {
	b := make([]rune, 0, 64)
	for _, v := range k {
		for range 4 {
			b = append(b, '가'+rune(v%11172))
			v /= 11172
		}
	}
	return string(b)
}

// fillGisa adds documents to a dedupe.Index, which also makes a signature of a text of 64 characters for each, and
// returns how many it added, n at most, and how many of them were seen before.
func fillGisa(path string, n int) (added, seen int, err error) {
	x, err := dedupe.Open(path, &dedupe.IndexOptions{Options: dedupe.Options{Method: sixteen{}}})
	if err != nil {
		return 0, 0, err
	}
	docs := make([]dedupe.Document, batch)
	added, err = stream(n, func(first int, keys [][16]uint64) error {
		for i, k := range keys {
			docs[i] = dedupe.Document{ID: fmt.Sprintf("%08d", first+i), Text: text(k)}
		}
		found, err := x.AddAll(context.Background(), docs)
		for _, m := range found {
			if len(m.Matches) > 0 {
				seen++
			}
		}
		return err
	})
	if err != nil {
		return 0, 0, err
	}
	return added, seen, x.Close()
}

// fillBolt does the same with the keys and a sketch of 256 bytes in bbolt, and signs nothing.
func fillBolt(path string, n int) (added, seen int, err error) {
	if err := os.MkdirAll(path, 0o777); err != nil {
		return 0, 0, err
	}
	db, err := bbolt.Open(filepath.Join(path, "bolt"), 0o666, nil)
	if err != nil {
		return 0, 0, err
	}
	added, err = stream(n, func(first int, keys [][16]uint64) error {
		err := db.Update(func(tx *bbolt.Tx) error {
			bands, err := tx.CreateBucketIfNotExists([]byte("bands"))
			if err != nil {
				return err
			}
			sketches, err := tx.CreateBucketIfNotExists([]byte("sketches"))
			if err != nil {
				return err
			}
			for i, k := range keys {
				had, err := boltAdd(bands, sketches, uint32(first+i), k)
				if err != nil {
					return err
				}
				if had {
					seen++
				}
			}
			return nil
		})
		return err
	})
	if err != nil {
		return 0, 0, err
	}
	return added, seen, db.Close()
}

func boltAdd(bands, sketches *bbolt.Bucket, doc uint32, keys [16]uint64) (seen bool, err error) {
	id := binary.BigEndian.AppendUint32(nil, doc)
	for _, k := range keys {
		key := binary.BigEndian.AppendUint64(nil, k)
		if known := bands.Get(key); known != nil {
			seen = seen || len(sketches.Get(known)) == 256
		} else if err := bands.Put(key, id); err != nil {
			return false, err
		}
	}
	return seen, sketches.Put(id, make([]byte, 256))
}

// TestIndex adds documents, asking for each one first, to bbolt and to a dedupe.Index in durable commits of 500, in the
// same run: as many to the one as to the other, which is what bbolt holds when its time is up, then all. The more there
// are, the further they are apart, since bbolt's tree becomes slower as it grows.
func TestIndex(t *testing.T) {
	if *rounds == 0 {
		t.Skip("give -rounds N to measure")
	}
	for range *rounds {
		n := *documents / batch * batch
		bolt := measureFill(t, "bbolt", fillBolt, n)
		same := measureFill(t, "gisa", fillGisa, bolt.added)
		fmt.Printf("gisa / bbolt: %.1f times the documents a second, %.1f times a CPU second\n", same.wall/bolt.wall, same.cpu/bolt.cpu)
		if n > bolt.added {
			measureFill(t, "gisa", fillGisa, n)
		}
	}
}

// filled is what an index did: documents, and how many of them a second and a CPU second.
type filled struct {
	added     int
	wall, cpu float64
}

func measureFill(t *testing.T, name string, fill func(string, int) (added, seen int, err error), n int) filled {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	start := time.Now()
	used, _ := cputime.Used()
	added, seen, err := fill(path, n)
	if err != nil {
		t.Fatal(err)
	}
	if seen != added/4 {
		t.Errorf("%s: %d documents seen before, want %d", name, seen, added/4)
	}
	f := filled{added, float64(added) / time.Since(start).Seconds(), float64(added) / cputime.Since(used).Seconds()}
	fmt.Printf("%-6s %8d documents  %8.0f a second  %8.0f a CPU second  %5.0f bytes a document\n",
		name, added, f.wall, f.cpu, float64(folderSize(t, path))/float64(added))
	return f
}

func folderSize(t *testing.T, path string) (n int64) {
	entries, err := os.ReadDir(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		n += info.Size()
	}
	return n
}
