package cputime

import (
	"syscall"
	"time"
)

func used() (all, system time.Duration) {
	var made, ended, kernel, user syscall.Filetime
	h, err := syscall.GetCurrentProcess()
	if err == nil {
		err = syscall.GetProcessTimes(h, &made, &ended, &kernel, &user)
	}
	if err != nil {
		return 0, 0
	}
	system = ticks(kernel)
	return ticks(user) + system, system
}

// ticks returns a span of time, which Windows counts by 100 ns.
func ticks(t syscall.Filetime) time.Duration {
	return 100 * time.Duration(int64(t.HighDateTime)<<32|int64(t.LowDateTime))
}
