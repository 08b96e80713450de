package store

import "github.com/gisa-go/gisa/internal/race"

// slow is 1 under the race detector, where everything takes ten times as long: the exhaustive tests take samples then.
var slow = map[bool]int{true: 1}[race.Detector]
