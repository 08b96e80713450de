package facts

import (
	"os"
	"strings"
	"testing"
)

// TestCanonicalNames holds the official names of testdata/org-canonical.txt: each short form leads to its own.
func TestCanonicalNames(t *testing.T) {
	b, err := os.ReadFile("testdata/org-canonical.txt")
	if err != nil {
		t.Fatal(err)
	}
	typ := OrgType("")
	for i, line := range strings.Split(string(b), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			typ = OrgType(strings.Trim(line, "[]"))
		default:
			name, short, _ := strings.Cut(line, ":")
			for _, as := range append(strings.FieldsFunc(short, func(r rune) bool { return r == ',' }), name) {
				checkCanonical(t, i+1, strings.TrimSpace(as), name, typ)
			}
		}
	}
}

// checkCanonical holds that raw is found as a whole, with its official name and type, where it acts.
func checkCanonical(t *testing.T, line int, raw, name string, typ OrgType) {
	t.Helper()
	got := findOrganizations(raw+" 관계자는 12일 이같이 밝혔다.", &Options{Names: NamesLists})
	if len(got) != 1 || got[0].Raw != raw || got[0].Name != name || got[0].Type != typ {
		t.Errorf("org-canonical.txt:%d: %s: got %+v, want %s, %s", line, raw, got, name, typ)
	}
}
