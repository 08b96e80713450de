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
	formatJSON // lines of it
	formatMHTML
	formatWARC
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
}

var (
	mailHeader = regexp.MustCompile(`(?i)^(?:From|MIME-Version|Content-Type|Subject|Date|Snapshot-Content-Location|X-[a-z-]+):? `)
	htmlStart  = regexp.MustCompile(`(?i)^<[a-z!?/]`)
	htmlTag    = regexp.MustCompile(`(?i)<(?:!doctype html|html|head|body|div|p|br|table|article|span|meta)\b[^<]*>`)
	xmlOther   = regexp.MustCompile(`(?i)^(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:rss|feed|svg|sitemapindex|urlset|rdf:RDF)\b`)
	pageText   = regexp.MustCompile(`"(?:html|text)"\s*:\s*"`)
)

// sniff tells what a file is from its first bytes; its name decides only where they leave it open.
func sniff(head []byte, name string) format {
	for _, m := range magics {
		if bytes.HasPrefix(head, []byte(m.prefix)) {
			return m.format
		}
	}
	if isUTF16(head) {
		head = decodeText(head)
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n\f\v")
	switch ext := suffix(name); {
	case bytes.IndexByte(head, 0) >= 0 && !htmlTag.Match(head):
		return formatOther
	case len(head) > 0 && head[0] == '{' && (jsonSuffix[ext] || pageText.Match(head)):
		return formatJSON
	case mailHeader.Match(head) && bytes.Contains(bytes.ToLower(head), []byte("multipart/related")):
		return formatMHTML
	case xmlOther.Match(head):
		return formatOther
	case htmlSuffix[ext] || htmlStart.Match(head) || ext != ".txt" && htmlTag.Match(head):
		return formatHTML
	}
	return formatText
}

var (
	jsonSuffix = set(".ndjson", ".jsonl", ".json")
	htmlSuffix = set(".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp", ".do")
	textSuffix = set(".txt", ".text")
	codeSuffix = set(".js", ".css", ".go", ".py", ".md", ".xml", ".svg", ".tmpl")
	zipSuffix  = set(".zip", ".wacz")
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
		return pageText.Match(head) && wholeLine(head)
	case formatZip:
		return zipSuffix[ext]
	}
	return f != formatOther
}
