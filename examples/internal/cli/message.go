package cli

import "regexp"

// goNames are the names of packages that errors of the library begin with: of use to who writes Go.
var goNames = regexp.MustCompile(`(^|: |\n)(?:extract|facts|sites|dedupe|store): `)

// message is an error as people read it.
func message(err error) string { return goNames.ReplaceAllString(err.Error(), "$1") }

// told is an error that reads as people read it.
type told struct{ error }

func (t told) Error() string { return message(t.error) }

func (t told) Unwrap() error { return t.error }
