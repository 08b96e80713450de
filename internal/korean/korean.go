// Package korean knows Hangul syllables: jamo, final consonants, particles.
package korean

// IsSyllable reports whether r is a Hangul syllable.
func IsSyllable(r rune) bool { return r >= '가' && r <= '힣' }

// HasFinal reports whether r is a Hangul syllable with a final consonant (받침).
func HasFinal(r rune) bool { return IsSyllable(r) && (r-'가')%28 != 0 }
