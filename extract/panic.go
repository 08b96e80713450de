package extract

import (
	"errors"
	"fmt"
	"runtime/debug"
)

// ErrPanic is a fault of this library: a page brought it where it cannot go on. The error says where, for a report.
var ErrPanic = errors.New("internal fault, please report it with the page")

// guard calls read and turns a panic into an error, so that one page does not end the program that reads many.
func guard(read func() (*Article, error)) (a *Article, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			a, err = nil, fmt.Errorf("%w: %v\n%s", ErrPanic, fault, debug.Stack())
		}
	}()
	return read()
}
