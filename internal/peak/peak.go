// Package peak measures how much memory a process takes at most for one text: tests and benchmarks run themselves again
// as a child that reads nothing else.
package peak

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// What a text may cost: so much for the process, so much a byte of the text, and so much a byte of what must be held of
// it, which of some texts outweighs all else: an amount of "1%" takes 272 bytes, the tree of "<p>가" 220.
const (
	Process = 40 << 20
	PerByte = 12
	PerHeld = 3
)

// Use is what one text cost, in bytes.
type Use struct {
	Peak, Size, Held int
}

// Limit returns what it may cost.
func (u Use) Limit() int { return Process + PerByte*u.Size + PerHeld*u.Held }

// Ratio returns the cost of a byte of the text, what the process costs anyway aside.
func (u Use) Ratio() float64 { return max(0, float64(u.Peak-Process)/float64(u.Size)) }

// The variables that say to a child which text to make.
const (
	kindVariable = "GISA_PEAK_KIND"
	sizeVariable = "GISA_PEAK_SIZE"
)

// Child reads a text, where this process is a child, and prints what it cost; else the test is skipped. read returns
// what tells how many bytes must be held of it: it is asked when the memory is measured.
func Child(t *testing.T, kinds []Kind, read func(text string) (held func() int)) {
	name := os.Getenv(kindVariable)
	if name == "" {
		t.Skip("others run this in a process of its own")
	}
	size, err := strconv.Atoi(os.Getenv(sizeVariable))
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range kinds {
		if k.Name == name {
			held := read(strings.Repeat(k.Text, size/len(k.Text)))
			if kB, ok := highest(); ok {
				fmt.Println("peak", kB, "held", held())
			}
		}
	}
}

// Of runs a test that is a Child in a process of its own, with size bytes of a kind of text. ok is false where the
// system does not tell what a process takes.
func Of(test string, k Kind, size int) (u Use, ok bool, err error) {
	cmd := exec.Command(os.Args[0], "-test.run=^"+test+"$", "-test.v", "-test.count=1")
	cmd.Env = append(os.Environ(), kindVariable+"="+k.Name, sizeVariable+"="+strconv.Itoa(size), "GOMAXPROCS=2", "GOGC=100")
	out, err := cmd.CombinedOutput()
	if err != nil {
		return Use{}, false, fmt.Errorf("%s: %w\n%s", k.Name, err, out)
	}
	u.Size = size
	for line := range strings.Lines(string(out)) {
		var kB int
		if n, _ := fmt.Sscanf(line, "peak %d held %d", &kB, &u.Held); n == 2 {
			u.Peak, ok = kB<<10, true
		}
	}
	return u, ok, nil
}

// highest returns how much memory this process has had at most.
func highest() (kB int, ok bool) {
	status, err := os.ReadFile("/proc/self/status")
	_, rest, ok := strings.Cut(string(status), "VmHWM:")
	if err != nil || !ok {
		return 0, false
	}
	_, err = fmt.Sscan(rest, &kB)
	return kB, err == nil
}

// Bench prints what each kind of text costs.
func Bench(b *testing.B, test string, kinds []Kind, size int) {
	for _, k := range kinds {
		b.Run(k.Name, func(b *testing.B) {
			u, ok, err := Of(test, k, size)
			switch {
			case err != nil:
				b.Fatal(err)
			case !ok:
				b.Skip("the system does not tell what a process takes")
			case u.Peak > u.Limit():
				b.Errorf("%d MB, more than %d", u.Peak>>20, u.Limit()>>20)
			}
			b.ReportMetric(float64(u.Peak)/(1<<20), "MB")
			b.ReportMetric(float64(u.Held)/(1<<20), "held-MB")
			b.ReportMetric(u.Ratio(), "x")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// Check reports the kinds, of those named, that cost more than they may.
func Check(t *testing.T, test string, kinds []Kind, size int, names ...string) {
	for _, name := range names {
		i := 0
		for i < len(kinds) && kinds[i].Name != name {
			i++
		}
		if i == len(kinds) {
			t.Fatalf("no kind is named %q", name)
		}
		switch u, ok, err := Of(test, kinds[i], size); {
		case err != nil:
			t.Fatal(err)
		case !ok:
			t.Skip("the system does not tell what a process takes")
		case u.Peak > u.Limit():
			t.Errorf("%s: %d MB for %d MB, of which %d are held; at most %d", name, u.Peak>>20, size>>20, u.Held>>20, u.Limit()>>20)
		}
	}
}
