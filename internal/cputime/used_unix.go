//go:build unix

package cputime

import (
	"syscall"
	"time"
)

func used() (all, system time.Duration) {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0, 0
	}
	system = time.Duration(u.Stime.Nano())
	return time.Duration(u.Utime.Nano()) + system, system
}
