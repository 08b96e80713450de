package facts

import "github.com/gisa-go/gisa"

// Span is a half-open range of bytes, [Start, End), into the text it was found in.
type Span = gisa.Span
