// Package cputime measures processor time, which other jobs on a machine disturb less than time on the clock. It serves
// tests and benchmarks.
package cputime

import "time"

// Used returns the processor time that this process has used so far, and how much of it in the system on its behalf.
// Where the system does not tell, it is time on the clock.
func Used() (all, system time.Duration) { return used() }

// Since returns how much more than the given time this process has used.
func Since(before time.Duration) time.Duration {
	all, _ := Used()
	return all - before
}
