package input

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// other is a kind of files that hold no page or text in a form that is read.
type other string

// The kinds that are told by name.
const (
	otherPDF      other = "PDF"
	otherHWP      other = "HWP"
	otherHWPX     other = "HWPX"
	otherOffice   other = "office documents"
	otherPicture  other = "pictures"
	otherMedia    other = "sound or video"
	otherArchive  other = "archives in other forms"
	otherSafari   other = "Safari web archives"
	otherCode     other = "styles or scripts"
	otherData     other = "data"
	otherLink     other = "links that lead out of the folder"
	otherFolder   other = "links to folders"
	otherDevice   other = "pipes, sockets or devices"
	otherMirror   other = "files of the copying program"
	otherOutput   other = "earlier output"
	otherDatabase other = "databases"
	otherRest     other = "others"
)

// otherMagics tell a kind by how its files begin.
var otherMagics = []struct {
	prefix string
	kind   other
}{
	{"%PDF-", otherPDF},
	{"HWP Document File", otherHWP},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", otherOffice}, // and HWP 5, told by what is in it
	{"{\\rtf", otherOffice},
	{"bplist00", otherSafari},
	{"\xff\xd8\xff", otherPicture}, {"\x89PNG\r\n", otherPicture}, {"GIF8", otherPicture}, {"BM", otherPicture},
	{"II*\x00", otherPicture}, {"MM\x00*", otherPicture}, {"\x00\x00\x01\x00", otherPicture},
	{"7z\xbc\xaf\x27\x1c", otherArchive}, {"Rar!\x1a\x07", otherArchive}, {"\xfd7zXZ\x00", otherArchive}, {"BZh", otherArchive},
	{"EGGA", otherArchive}, {"ALZ\x01", otherArchive},
	{"SQLite format 3\x00", otherDatabase},
	{"ID3", otherMedia}, {"OggS", otherMedia}, {"\x1aE\xdf\xa3", otherMedia},
}

var otherSuffixes = map[string]other{
	".pdf": otherPDF, ".hwp": otherHWP, ".hwpx": otherHWPX, ".webarchive": otherSafari,
	".doc": otherOffice, ".docx": otherOffice, ".xls": otherOffice, ".xlsx": otherOffice, ".ppt": otherOffice, ".pptx": otherOffice,
	".odt": otherOffice, ".ods": otherOffice, ".rtf": otherOffice,
	".jpg": otherPicture, ".jpeg": otherPicture, ".png": otherPicture, ".gif": otherPicture, ".webp": otherPicture, ".bmp": otherPicture,
	".svg": otherPicture, ".ico": otherPicture, ".avif": otherPicture, ".heic": otherPicture, ".tif": otherPicture, ".tiff": otherPicture,
	".mp3": otherMedia, ".mp4": otherMedia, ".m4a": otherMedia, ".mov": otherMedia, ".webm": otherMedia, ".avi": otherMedia, ".wav": otherMedia,
	".7z": otherArchive, ".rar": otherArchive, ".xz": otherArchive, ".bz2": otherArchive, ".tar": otherArchive, ".tgz": otherArchive,
	".egg": otherArchive, ".alz": otherArchive,
	".css": otherCode, ".js": otherCode, ".mjs": otherCode, ".woff": otherCode, ".woff2": otherCode, ".ttf": otherCode, ".map": otherCode,
	".json": otherData, ".jsonl": otherData, ".ndjson": otherData, ".csv": otherData, ".tsv": otherData, ".xml": otherData, ".cdx": otherData,
	".cdxj": otherData, ".idx": otherData,
}

// otherAdvice says what to do about a kind.
var otherAdvice = map[other]string{
	otherPDF:     "pdftotext turns them into text",
	otherHWP:     "hwp5txt turns them into text",
	otherHWPX:    "save them as text or HTML",
	otherOffice:  "save them as text or HTML",
	otherArchive: "unpack them first",
	otherSafari:  "save the pages as HTML",
	otherLink:    "--follow-links reads them",
	otherFolder:  "name the folders themselves",
}

// otherKind tells the kind of a file that is not read.
func otherKind(head []byte, name string) other {
	ext := strings.ToLower(path.Ext(filepath.ToSlash(name)))
	for _, m := range otherMagics {
		if !bytes.HasPrefix(head, []byte(m.prefix)) || m.prefix == "BM" && otherSuffixes[ext] != otherPicture {
			continue
		}
		// What HWP 5 calls its parts, in UTF-16.
		if m.kind == otherOffice && (ext == ".hwp" || bytes.Contains(head, []byte("H\x00w\x00p\x00S\x00u\x00m"))) {
			return otherHWP
		}
		return m.kind
	}
	if kind := otherSuffixes[ext]; kind != "" {
		return kind
	}
	return otherRest
}

// isOther reports whether a file begins as no page or text does, although it may look like a text.
func isOther(head []byte) bool {
	for _, m := range otherMagics {
		if bytes.HasPrefix(head, []byte(m.prefix)) && len(m.prefix) > 3 {
			return true
		}
	}
	return false
}

// refused says what a named file is that cannot be read.
func (k other) refused() error {
	switch advice := otherAdvice[k]; {
	case k == otherRest:
		return ErrBinary
	case advice != "":
		return fmt.Errorf("%w, but of the kind %s (%s)", ErrBinary, k, advice)
	default:
		return fmt.Errorf("%w, but of the kind %s", ErrBinary, k)
	}
}

// tally counts the files that are passed over.
type tally map[other]int

// String tells the counts, the largest first, with advice.
func (t tally) String() string {
	kinds := slices.SortedFunc(maps.Keys(t), func(a, b other) int {
		if t[a] != t[b] {
			return t[b] - t[a]
		}
		return strings.Compare(string(a), string(b))
	})
	all, parts := 0, make([]string, len(kinds))
	for i, k := range kinds {
		all += t[k]
		parts[i] = fmt.Sprintf("%d %s", t[k], k)
		if advice := otherAdvice[k]; advice != "" {
			parts[i] += " (" + advice + ")"
		}
	}
	what := "that are no pages"
	if all == 1 {
		what = "that is no page"
	}
	return fmt.Sprintf("passed over %d %s: %s", all, what, strings.Join(parts, ", "))
}
