package script

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/viewtest"
)

func index(t *testing.T, page string) *document.Index {
	t.Helper()
	return viewtest.New(t, page).Index
}

// TestText: the strings of the key with the most text, as HTML; messages in code are none.
func TestText(t *testing.T) {
	for name, c := range map[string]struct{ script, want string }{
		"key":     {`{"body":"` + viewtest.First + `"}`, "<p>" + viewtest.First + "</p>"},
		"html":    {`{"body":"<p>` + viewtest.First + `<\/p>"}`, "<p>" + viewtest.First + "</p>"},
		"in JSON": {`x("[{\"body\":\"<p>` + viewtest.First + `</p>\"}]")`, "<p>" + viewtest.First + "</p>"},
		"escaped": {`{"body":"&lt;p>` + viewtest.First + `&lt;/p>"}`, "<p>" + viewtest.First + "</p>"},
		"message": {`alert("` + viewtest.First + `")`, ""},
		"address": {`{"url":"https://haeram.example/` + strings.Repeat("a/", 60) + `"}`, ""},
		"open":    {`{"body":"` + viewtest.First, ""},
	} {
		if got := Text(index(t, "<p>a</p><script>"+c.script+"</script>")); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestTemplate(t *testing.T) {
	got := Template(index(t, `<script type="text/template"><p>a</p></script>`+
		`<script type="text/template"><p>abc</p></script>`+
		`<script>"<p>abcdef</p>"</script>`))
	if got != "<p>abc</p>" {
		t.Errorf("got %q", got)
	}
}
