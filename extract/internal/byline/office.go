package byline

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

// IsOffice reports whether a line names in brackets whom of an office to call: (하천과장 홍길서 270-4730).
func IsOffice(line string) bool {
	if len(line) > Max || !strings.HasPrefix(line, "(") || !strings.HasSuffix(line, ")") || !hasPhone(line) {
		return false
	}
	for _, p := range bylines().split(line) {
		if p.name != "" {
			return true
		}
	}
	return false
}

// hasPhone reports whether a text holds the number of a telephone: 270-4730.
func hasPhone(s string) bool {
	run := 0 // digits before
	for i := range len(s) {
		switch {
		case s[i] >= '0' && s[i] <= '9':
			run++
		case s[i] == '-' && letters.CountDigits(s[i+1:]) == 4 && (run == 3 || run == 4 && i > 4 && s[i-5] == '-'):
			// 2024-2025 is none
			return true
		default:
			run = 0
		}
	}
	return false
}
