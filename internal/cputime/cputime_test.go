package cputime

import "testing"

func TestUsed(t *testing.T) {
	before, system := Used()
	if before <= 0 || system < 0 || system > before {
		t.Fatalf("used %v, %v of it in the system", before, system)
	}
	for n := 0; Since(before) <= 0; n++ {
		if n == 1e9 {
			t.Fatal("no time passes")
		}
	}
}
