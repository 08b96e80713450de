//go:build !unix && !windows

package cputime

import "time"

func used() (all, system time.Duration) { return time.Duration(time.Now().UnixNano()), 0 }
