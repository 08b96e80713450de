package gazetteer

import (
	"fmt"
	"strconv"
	"strings"
)

// Periods holds what names stood for at a time: 민주당 of 2010 is no party of today.
type Periods struct{ byName map[string][]period }

// period says that a name was that of canonical in the months [from, to), as 100*year+month; 0 is open.
type period struct {
	canonical string
	from, to  int
}

// ParsePeriods reads lines "name, other name: canonical name from..to" with years or months (2010, 2010-05), where
// either end may be missing. The canonical name "=" keeps the name as it stands.
func ParsePeriods(f File) (*Periods, error) {
	p := &Periods{byName: map[string][]period{}}
	n := 0
	for line := range strings.Lines(f.Text) {
		n++
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if err := p.add(line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", f.Name, n, err)
		}
	}
	return p, nil
}

func (p *Periods) add(line string) error {
	names, rest, ok := strings.Cut(line, ": ")
	cut := strings.LastIndex(rest, " ")
	if !ok || cut < 0 {
		return fmt.Errorf("want a name, a colon, a canonical name and from..to, not %q", line)
	}
	first, last, ok := strings.Cut(rest[cut+1:], "..")
	from, err := monthOf(first)
	to, err2 := monthOf(last)
	if !ok || err != nil || err2 != nil {
		return fmt.Errorf("want from..to as 2010..2011-12, not %q", rest[cut+1:])
	}
	for name := range strings.SplitSeq(names, ", ") {
		canonical := strings.TrimSpace(rest[:cut])
		if canonical == "=" {
			canonical = name
		}
		p.byName[name] = append(p.byName[name], period{canonical, from, to})
	}
	return nil
}

// monthOf reads 2010 or 2010-05; nothing is 0.
func monthOf(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	year, month, ok := strings.Cut(s, "-")
	y, err := strconv.Atoi(year)
	if err != nil || !ok {
		return 100*y + 1, err
	}
	m, err := strconv.Atoi(month)
	return 100*y + m, err
}

// Has reports whether a name stood for something else at some time.
func (p *Periods) Has(name string) bool { return len(p.byName[name]) > 0 }

// Name returns what name stood for in a month (100*year+month), and whether that is known.
func (p *Periods) Name(name string, month int) (canonical string, ok bool) {
	for _, x := range p.byName[name] {
		if month >= x.from && (x.to == 0 || month < x.to) {
			return x.canonical, true
		}
	}
	return "", false
}

// Within returns what name stood for in some month of a year, and whether that is known.
func (p *Periods) Within(name string, year int) (canonical string, ok bool) {
	for _, month := range [...]int{100*year + 6, 100*year + 1, 100*year + 12} {
		if canonical, ok = p.Name(name, month); ok {
			return canonical, true
		}
	}
	return "", false
}
