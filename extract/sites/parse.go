package sites

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ErrRule is what every error of a rule file is, for errors.Is.
var ErrRule = errors.New("bad site rule")

// ParseError is one bad line of a rule file.
type ParseError struct {
	File string
	Line int
	Err  error
}

// Error returns the file, the line and what is wrong with it.
func (e *ParseError) Error() string { return fmt.Sprintf("sites: %s:%d: %v", e.File, e.Line, e.Err) }

// Unwrap returns the cause.
func (e *ParseError) Unwrap() error { return e.Err }

// Is reports that the error is ErrRule.
func (e *ParseError) Is(target error) bool { return target == ErrRule }

type errorList []error

func (l *errorList) add(err error) {
	if err != nil {
		*l = append(*l, err)
	}
}

func (l errorList) join() error { return errors.Join(l...) }

// Parse reads the rules of a file. name is for the errors, which name each bad line; the rules are those of the good
// lines, so that all errors of a file show at once, and are to be used only where err is nil.
func Parse(name string, r io.Reader) ([]Rule, error) {
	p := parser{file: name}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		p.line++
		if err := p.read(in.Text()); err != nil {
			p.errs.add(&ParseError{name, p.line, err})
		}
	}
	if err := in.Err(); err != nil {
		p.errs.add(&ParseError{name, p.line + 1, err})
	}
	p.close()
	return p.rules, p.errs.join()
}

type parser struct {
	file     string
	line     int
	rules    []Rule
	rule     *Rule // being read
	layout   *Layout
	ruleLine int
	names    []string
	errs     errorList
}

func (p *parser) read(line string) error {
	line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
	if line == "" || line[0] == '#' {
		return nil
	}
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("no key in %q", line)
	}
	if i := strings.Index(value, " # "); i >= 0 {
		value = value[:i]
	}
	value = strings.TrimSpace(value)
	if value == "" {
		return fmt.Errorf("%s has no value", key)
	}
	if key == "site" {
		return p.open(value)
	}
	if p.rule == nil {
		return fmt.Errorf("%s before any site", key)
	}
	if p.layout == nil || key == "layout" {
		return p.readHead(key, value)
	}
	return p.readField(key, value)
}

func (p *parser) open(name string) error {
	p.close()
	p.rules = append(p.rules, Rule{Name: name})
	p.rule, p.layout, p.ruleLine = &p.rules[len(p.rules)-1], nil, p.line
	if slices.Contains(p.names, name) {
		return fmt.Errorf("site %s stands twice", name)
	}
	p.names = append(p.names, name)
	return nil
}

// close checks the rule that ends here.
func (p *parser) close() {
	r := p.rule
	if r == nil {
		return
	}
	switch {
	case len(r.Hosts) == 0 && len(r.when) == 0:
		p.errs.add(&ParseError{p.file, p.ruleLine, fmt.Errorf("site %s has neither host nor when", r.Name)})
	case len(r.Layouts) == 0 && r.Like == "" && r.Publisher == "":
		p.errs.add(&ParseError{p.file, p.ruleLine, fmt.Errorf("site %s says nothing of its pages", r.Name)})
	}
	for _, l := range r.Layouts {
		if len(l.fields[Body]) == 0 {
			p.errs.add(&ParseError{p.file, p.ruleLine, fmt.Errorf("layout %s of site %s has no body", l.Name, r.Name)})
		}
	}
}

func (p *parser) readHead(key, value string) (err error) {
	switch key {
	case "host":
		for host := range strings.FieldsSeq(value) {
			if host != strings.ToLower(host) || strings.ContainsAny(host, "/:*") {
				return fmt.Errorf("host %q: want a lower-case name such as news.example", host)
			}
			p.rule.Hosts = append(p.rule.Hosts, strings.TrimPrefix(host, "www."))
		}
	case "when":
		var all []condition
		for text := range strings.SplitSeq(value, " & ") {
			c, err := parseCondition(strings.TrimSpace(text))
			if err != nil {
				return err
			}
			all = append(all, c)
		}
		p.rule.when = append(p.rule.when, all)
	case "publisher":
		p.rule.Publisher = value
	case "zone":
		p.rule.Zone, err = parseZone(value)
	case "kind":
		if value != "board" {
			return fmt.Errorf("kind %q: want board", value)
		}
		p.rule.Kind = Board
	case "like":
		p.rule.Like = value
	case "layout":
		p.layout = &Layout{Name: value}
		p.rule.Layouts = append(p.rule.Layouts, p.layout)
	default:
		return fmt.Errorf("unknown key %q before the first layout", key)
	}
	return err
}

func (p *parser) readField(key, value string) error {
	if key == "valid-until" {
		day, err := time.Parse(time.DateOnly, value)
		p.layout.ValidUntil = day
		return err
	}
	i := slices.Index(fieldNames[:], key)
	if i < 0 {
		return fmt.Errorf("unknown key %q", key)
	}
	src, err := parseSource(value)
	if err != nil {
		return err
	}
	if f := Field(i); f >= Body && (src.Selector == nil || src.Attr != "" || src.Labels != nil) {
		return fmt.Errorf("%s takes a selector", key)
	}
	p.layout.fields[i] = append(p.layout.fields[i], src)
	return nil
}

// parseSource reads `meta NAME`, `text WORDS`, `label A | B [in SELECTOR]`, or `SELECTOR [@ATTRIBUTE]`.
func parseSource(s string) (src Source, err error) {
	lead, rest, _ := strings.Cut(s, " ")
	rest = strings.TrimSpace(rest)
	switch lead {
	case "meta", "text", "label":
		if rest == "" {
			return src, fmt.Errorf("nothing after %s", lead)
		}
	}
	switch lead {
	case "meta":
		src.Meta = rest
		return src, nil
	case "text":
		src.Text = rest
		return src, nil
	case "label":
		labels, within, ok := strings.Cut(rest, " in ")
		for label := range strings.SplitSeq(labels, "|") {
			if label = strings.TrimSpace(label); label == "" {
				return src, errors.New("empty label")
			}
			src.Labels = append(src.Labels, strings.TrimSpace(label))
		}
		if ok {
			src.Selector, err = CompileSelector(within)
		}
		return src, err
	}
	if css, attr, ok := strings.Cut(s, " @"); ok {
		src.Attr, s = attr, css
	}
	src.Selector, err = CompileSelector(s)
	return src, err
}

// parseCondition reads `script TEXT`, `comment START`, `url PART`, `meta NAME TEXT`, or a selector.
func parseCondition(s string) (c condition, err error) {
	lead, rest, _ := strings.Cut(s, " ")
	rest = strings.TrimSpace(rest)
	switch lead {
	case "script", "comment", "url", "meta":
		if rest == "" {
			return c, fmt.Errorf("nothing after %s", lead)
		}
	}
	switch lead {
	case "script":
		return condition{kind: onScript, text: rest}, nil
	case "comment":
		return condition{kind: onComment, text: rest}, nil
	case "url":
		return condition{kind: onURL, text: rest}, nil
	case "meta":
		name, text, _ := strings.Cut(rest, " ")
		return condition{kind: onMeta, name: name, text: strings.TrimSpace(text)}, nil
	}
	c.selector, err = CompileSelector(s)
	return c, err
}

func parseZone(s string) (*time.Location, error) {
	t, err := time.Parse("-07:00", s)
	if err != nil {
		return nil, fmt.Errorf("zone %q: want an offset such as +09:00", s)
	}
	_, offset := t.Zone()
	return time.FixedZone(strconv.Itoa(offset/3600), offset), nil
}
