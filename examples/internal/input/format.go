package input

import (
	"bytes"
	"encoding/json"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// headSize is how much of a file tells what it is.
const headSize = 4096

type format int

const (
	formatOther format = iota
	formatHTML
	formatText
	formatJSON // lines or arrays of it
	formatMail // and MHTML
	formatWARC
	formatARC
	formatGzip
	formatZstd
	formatZip
)

var magics = []struct {
	prefix string
	format format
}{
	{"\x1f\x8b\x08", formatGzip},
	{"\x28\xb5\x2f\xfd", formatZstd},
	{"PK\x03\x04", formatZip},
	{"PK\x05\x06", formatZip},
	{"WARC/", formatWARC},
	{arcStart, formatARC},
}

var (
	// The first line of a mail, and those of which it has some.
	mailFirst  = regexp.MustCompile(`(?i)^(?:From [^\n]*\r?\n|[a-z][a-z-]+:[ \t])`)
	mailFields = regexp.MustCompile(`(?im)^(?:From|To|Date|Subject|Message-ID|MIME-Version|Received|Return-Path|Content-Type|Snapshot-Content-Location):`)
	htmlStart  = regexp.MustCompile(`(?i)^<[a-z!?/]`)
	htmlTag    = regexp.MustCompile(`(?i)<(?:!doctype html|html|head|body|div|p|br|table|article|span|meta)\b[^<]*>`)
	xmlOther   = regexp.MustCompile(`(?i)^(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:rss|feed|svg|sitemapindex|urlset|rdf:RDF)\b`)
	pageText   = regexp.MustCompile(`"(?:html|text)"\s*:\s*"`)
	jsonStart  = regexp.MustCompile(`^(?:\{|\[\s*[\[{"])`)
)

// sniff tells what a file is from its first bytes; its name decides only where they leave it open.
func sniff(head []byte, name string) format {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			return m.format
		}
	}
	if isZstd(head) {
		return formatZstd
	}
	if isOther(head) {
		return formatOther
	}
	if utf16Of(head) != nil {
		head = decodeText(head[:len(head)&^1])
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n\f\v"+separator)
	switch ext := suffix(name); {
	case bytes.IndexByte(head, 0) >= 0 && !htmlTag.Match(head):
		return formatOther
	case jsonStart.Match(head) && (jsonSuffix[ext] || pageText.Match(head)):
		return formatJSON
	case isMail(head, ext):
		return formatMail
	case xmlOther.Match(head):
		return formatOther
	case htmlSuffix[ext] || htmlStart.Match(head) || ext != ".txt" && htmlTag.Match(head):
		return formatHTML
	}
	return formatText
}

// isMail reports whether a file begins with the header of a mail: with some of its fields, whatever stands between them.
func isMail(head []byte, ext string) bool {
	if !mailFirst.Match(head) {
		return false
	}
	head, _, _ = bytes.Cut(bytes.ReplaceAll(head, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	few := 3
	if mailSuffix[ext] {
		few = 1
	}
	found := map[string]bool{}
	for _, field := range mailFields.FindAll(head, -1) {
		found[strings.ToLower(string(field))] = true
	}
	return len(found) >= few
}

var (
	mailSuffix = set(".eml", ".mht", ".mhtml", ".mbox")
	jsonSuffix = set(".ndjson", ".jsonl", ".json")
	htmlSuffix = set(".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp", ".do")
	textSuffix = set(".txt", ".text")
	codeSuffix = set(".js", ".css", ".go", ".py", ".md", ".xml", ".svg", ".tmpl")
	zipSuffix  = set(".zip", ".wacz", ".epub")
)

func set(names ...string) map[string]bool {
	m := map[string]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}

// suffix returns the suffix of a name, that of its compression apart.
func suffix(name string) string {
	name = strings.ToLower(path.Base(filepath.ToSlash(name)))
	for _, packed := range []string{".gz", ".zst", ".zstd"} {
		name = strings.TrimSuffix(name, packed)
	}
	return path.Ext(name)
}

// wholeLine reports whether the first line of head may be a JSON object by itself; one that goes on over several lines
// is somebody's own file rather than pages or texts.
func wholeLine(head []byte) bool {
	line, _, cut := bytes.Cut(head, []byte("\n"))
	return !cut || json.Valid(line)
}

// wanted reports whether a file that nobody named is likely meant to be read.
func (f format) wanted(head []byte, name string) bool {
	ext := suffix(name)
	switch f {
	case formatHTML:
		return !codeSuffix[ext] && !textSuffix[ext] || ext == ""
	case formatText:
		return textSuffix[ext]
	case formatJSON:
		return pageText.Match(head) && (head[0] == '[' || wholeLine(head))
	case formatZip:
		return zipSuffix[ext]
	}
	return f != formatOther
}
