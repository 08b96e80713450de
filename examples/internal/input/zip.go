package input

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/korean"
)

// maxMembers is the number of files that an archive may list.
const maxMembers = 2_000_000

// errList is what a ZIP archive without its list of files is said to be.
var errList = errors.New("damaged archive: the list of its files is missing, what stands before was read")

// zip reads the pages of an archive in its own order. Of a WACZ these are its web archives, of an EPUB its chapters.
func (r *reader) zip(s source) bool {
	at, size, done, err := r.seekable(s)
	if err != nil {
		return r.fail(s.name, err)
	}
	defer done()
	z, err := zip.NewReader(at, size)
	if err != nil {
		return r.damagedZip(s, at, size, fmt.Errorf("damaged archive: %w", err))
	}
	if len(z.File) > maxMembers {
		return r.fail(s.name, fmt.Errorf("%w: it lists %d files", ErrUnpacks, len(z.File)))
	}
	if kind := officeKind(z.File); kind != "" {
		return r.fail(s.name, kind.refused())
	}
	members := z.File
	if book := r.chapters(z.File); book != nil {
		members = book
	}
	if isWACZ(z.File) {
		members = slices.DeleteFunc(slices.Clone(members), func(f *zip.File) bool { return !strings.HasPrefix(f.Name, "archive/") })
	}
	return r.members(s, members)
}

func (r *reader) members(s source, files []*zip.File) bool {
	walked := r.walked
	r.walked = true
	defer func() { r.walked = walked }()
	inside, again := newFolder(r, files), repeats{}
	for _, f := range files {
		if !f.Mode().IsRegular() || inside.isPartOfPage(memberName(f)) {
			continue
		}
		if !r.member(s, f, inside, again.label(s.name, memberName(f))) {
			return false
		}
	}
	return true
}

// repeats counts the names of an archive's members. Archives that were added to list a name several times; each of the
// files is a page, and what tells pages by their names must not take one for the other.
type repeats map[string]int

// label names a member: "a.zip/x.html", and the second one of that name "a.zip#2/x.html", so that the name's own end stays.
func (n repeats) label(archive, name string) string {
	if n[name]++; n[name] > 1 {
		return fmt.Sprintf("%s#%d/%s", archive, n[name], name)
	}
	return archive + "/" + name
}

func (r *reader) member(s source, f *zip.File, inside *folder, label string) bool {
	name := memberName(f)
	if hidden(name) {
		return true
	}
	if !filepath.IsLocal(name) || strings.ContainsAny(name, "\\\x00") {
		return r.fail(s.name+"/"+fmt.Sprintf("%q", f.Name), ErrUnsafe)
	}
	if inMirror(name) {
		r.passed[otherMirror]++
		return true
	}
	in, err := f.Open()
	if err != nil {
		if errors.Is(err, zip.ErrAlgorithm) {
			err = fmt.Errorf("%w: unpack the archive and give the folder", err)
		}
		return r.fail(label, err)
	}
	defer in.Close()
	return r.read(source{name: label, r: r.bound(in), depth: s.depth + 1, beside: inside.besideOf(name)})
}

// inMirror reports whether a file is of a program that copies sites, or in a folder of one.
func inMirror(name string) bool {
	for ; name != "." && name != "/"; name = path.Dir(name) {
		if isMirrors(name) {
			return true
		}
	}
	return false
}

// folder finds the members of an archive by name.
type folder struct {
	*reader
	files map[string]*zip.File
}

func newFolder(r *reader, files []*zip.File) *folder {
	inside := &folder{r, make(map[string]*zip.File, len(files))}
	for _, f := range files {
		inside.files[memberName(f)] = f
	}
	return inside
}

// isPartOfPage reports whether a member lies in the folder of the pictures and frames of a saved page.
func (d *folder) isPartOfPage(name string) bool {
	if strings.HasPrefix(name, "frames/") && d.files["index.html"] != nil && d.files["manifest.json"] != nil {
		return true // SingleFile's
	}
	for dir := path.Dir(name); dir != "." && dir != "/"; dir = path.Dir(dir) {
		for _, suffix := range folderSuffixes {
			stem, ok := strings.CutSuffix(dir, suffix)
			if ok && (d.files[stem+".html"] != nil || d.files[stem+".htm"] != nil) {
				return true
			}
		}
	}
	return false
}

// besideOf reads members of the folder that a member is in.
func (d *folder) besideOf(member string) func(string) []byte {
	return func(name string) []byte {
		f := d.files[path.Join(path.Dir(member), name)]
		if f == nil || name == "" {
			return nil
		}
		in, err := f.Open()
		if err != nil {
			return nil
		}
		defer in.Close()
		data, err := d.all(d.bound(in))
		if err != nil {
			return nil
		}
		return data
	}
}

// officeKind tells the documents of office programs, which are ZIP archives, too.
func officeKind(files []*zip.File) other {
	for _, f := range files {
		switch f.Name {
		case "[Content_Types].xml":
			return otherOffice
		case "Contents/content.hpf", "Contents/section0.xml":
			return otherHWPX
		case "META-INF/manifest.xml":
			return otherOffice // OpenDocument
		}
	}
	return ""
}

// hidden reports whether a member is none of the user's files: dot files and what macOS adds.
func hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "__MACOSX" || strings.HasPrefix(part, ".") && part != "." && part != ".." {
			return true
		}
	}
	return false
}

// memberName is the name of a member in UTF-8. Many programs write UTF-8 without saying so, Korean Windows CP949; some
// leave the true name in a field of its own.
func memberName(f *zip.File) string {
	if !f.NonUTF8 {
		return f.Name
	}
	if name := unicodePath(f); name != "" {
		return name
	}
	cp949, err := korean.EUCKR.NewDecoder().String(f.Name)
	isCP949 := err == nil && !strings.ContainsRune(cp949, utf8.RuneError)
	if utf8.ValidString(f.Name) && (!isCP949 || hasHangul(f.Name) || !hasHangul(cp949)) {
		return f.Name
	}
	if !isCP949 {
		return strings.ToValidUTF8(f.Name, "\ufffd")
	}
	return cp949
}

// unicodePath reads Info-ZIP's Unicode Path field (0x7075), which holds as long as the name was not changed.
func unicodePath(f *zip.File) string {
	for b := f.Extra; len(b) >= 4; {
		id, size := binary.LittleEndian.Uint16(b), int(binary.LittleEndian.Uint16(b[2:]))
		if len(b) < 4+size {
			return ""
		}
		if field := b[4 : 4+size]; id == 0x7075 && size > 5 && binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(f.Name)) &&
			utf8.Valid(field[5:]) {
			return string(field[5:])
		}
		b = b[4+size:]
	}
	return ""
}

func hasHangul(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return unicode.Is(unicode.Hangul, c) }) >= 0
}

func isWACZ(files []*zip.File) bool {
	var described, archived bool
	for _, f := range files {
		described = described || f.Name == "datapackage.json"
		archived = archived || strings.HasPrefix(f.Name, "archive/")
	}
	return described && archived
}

// zipEnd stands before the end of a ZIP archive's list, which is at most so long.
const (
	zipEnd     = "PK\x05\x06"
	longestEnd = 22 + 1<<16
)

// hidesZip reports whether a file that was named is a ZIP archive behind something else, as those are that unpack
// themselves: the end of its list is at the end of the file.
func (r *reader) hidesZip(s source, head []byte) bool {
	file, ok := r.packed.r.(*os.File)
	if !ok || s.depth > 0 || bytes.Contains(head, []byte(selfExtractingMark)) {
		return false
	}
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	tail := make([]byte, min(info.Size(), longestEnd))
	if n, err := file.ReadAt(tail, info.Size()-int64(len(tail))); n < len(tail) || err != nil && err != io.EOF {
		return false
	}
	at := bytes.LastIndex(tail, []byte(zipEnd))
	return at >= 0 && at+22 <= len(tail) && at+22+int(binary.LittleEndian.Uint16(tail[at+20:])) == len(tail) &&
		binary.LittleEndian.Uint16(tail[at+10:]) > 0
}

// mayHideZip reports whether a file begins as one that may end as an archive: as a program or script, or as nothing that
// is known.
func mayHideZip(head []byte, f format, name string) bool {
	return f == formatOther && otherKind(head, "") == otherRest || bytes.HasPrefix(head, []byte("#!")) ||
		f != formatZip && (zipSuffix[suffix(name)] || bytes.Contains(head, []byte(zipMember)))
}

// seekable gives random access to a source: the file itself where it is one, else a copy in memory or, of a large one,
// in a temporary file.
func (r *reader) seekable(s source) (at io.ReaderAt, size int64, done func(), err error) {
	if file, ok := r.packed.r.(*os.File); ok && s.depth == 0 {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			r.packed.n = info.Size() // for the limit of what it may unpack to
			return file, info.Size(), func() {}, nil
		}
	}
	const small = 8 << 20
	head, err := io.ReadAll(io.LimitReader(s.r, small))
	if err != nil || len(head) < small {
		return bytes.NewReader(head), int64(len(head)), func() {}, err
	}
	copied, err := os.CreateTemp("", "gisa-zip-*")
	if err != nil {
		return nil, 0, nil, err
	}
	done = func() {
		copied.Close()
		os.Remove(copied.Name())
	}
	size, err = io.Copy(copied, io.MultiReader(bytes.NewReader(head), io.LimitReader(s.r, 16*r.opts.MaxUnpacked)))
	if err == nil && size >= 16*r.opts.MaxUnpacked {
		err = ErrUnpacks
	}
	if err != nil {
		done()
		return nil, 0, nil, err
	}
	return copied, size, done, nil
}
