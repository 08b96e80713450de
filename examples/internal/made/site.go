package made

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/korean"
)

// dot is a picture of one dot.
var dot, _ = base64.StdEncoding.DecodeString("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")

// Site serves the articles as the sites of newspapers do, for programs that save pages:
//
//	/utf8/N.html /euckr/N.html   in the two encodings
//	/gzip/N.html                 packed, in chunks
//	/frame/N.html                in a frame of a page that says nothing itself
//	/frameset/N.html             below a menu in a frameset
//	/shadow/N.html               in a shadow root that a script attaches
//	/index.html                  links to all of them
func Site() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /photo.png", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "image/png")
		w.Write(dot)
	})
	mux.HandleFunc("GET /index.html", index)
	mux.HandleFunc("GET /menu.html", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<!DOCTYPE html><meta charset="utf-8"><title>차례</title><ul><li><a href="/s/1">정치</a></li><li><a href="/s/2">경제</a></li></ul>`)
	})
	mux.HandleFunc("GET /{form}/{file}", func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(strings.TrimSuffix(r.PathValue("file"), ".html"))
		write := forms[r.PathValue("form")]
		if err != nil || write == nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		write(w, n)
	})
	return mux
}

var forms = map[string]func(w http.ResponseWriter, n int){
	"utf8":  func(w http.ResponseWriter, n int) { fmt.Fprint(w, New(n).Newspaper()) },
	"euckr": func(w http.ResponseWriter, n int) { w.Write(eucKR(New(n).Newspaper())) },
	"gzip": func(w http.ResponseWriter, n int) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		z.Write(eucKR(New(n).Newspaper()))
		z.Close()
	},
	"frame": func(w http.ResponseWriter, n int) {
		fmt.Fprintf(w, `<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><title>%s</title><body style="margin:0"><iframe src="/euckr/%d.html" width="100%%" height="2000"></iframe></body></html>`, New(n).Paper, n)
	},
	"frameset": func(w http.ResponseWriter, n int) {
		fmt.Fprintf(w, `<html><head><meta charset="utf-8"><title>%s</title></head><frameset rows="80,*"><frame src="/menu.html"><frame src="/utf8/%d.html"></frameset></html>`, New(n).Paper, n)
	},
	"shadow": func(w http.ResponseWriter, n int) { fmt.Fprint(w, New(n).shadowed()) },
}

func eucKR(page string) []byte {
	b, err := korean.EUCKR.NewEncoder().Bytes([]byte(strings.Replace(page, `charset="utf-8"`, `charset="euc-kr"`, 1)))
	if err != nil {
		panic(err) // our own words can all be written in it
	}
	return b
}

// shadowed is the page with its article in a shadow root.
func (a Article) shadowed() string {
	page := a.Newspaper()
	from, to := strings.Index(page, `<div id="article-view-content-div"`), strings.Index(page, "</article>")
	body := page[from:to]
	return page[:from] + "<daon-article id=h></daon-article><script>h.attachShadow({mode:'open',serializable:true}).innerHTML=" +
		fmt.Sprintf("%q", body) + "</script>" + page[to:]
}

func index(w http.ResponseWriter, _ *http.Request) {
	var b bytes.Buffer
	b.WriteString(`<!DOCTYPE html><html><head><meta charset="utf-8"><title>모든 기사</title></head><body><ul>`)
	for n := range 3 {
		for _, form := range []string{"utf8", "euckr", "gzip"} {
			fmt.Fprintf(&b, `<li><a href="/%s/%d.html">%s</a></li>`, form, n, New(n).Title)
		}
	}
	b.WriteString("</ul></body></html>")
	w.Header().Set("Content-Type", "text/html")
	b.WriteTo(w)
}
