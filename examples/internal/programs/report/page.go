package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
)

//go:embed page
var pageFiles embed.FS

// scripts are the parts of the page's script, in order.
var scripts = []string{"labels.js", "text.js", "filter.js", "list.js", "article.js", "diff.js", "duplicates.js", "charts.js", "app.js"}

// writePage writes the page. Its policy allows its own script and style by their hashes and nothing else: no network,
// no frames, no other script, whatever an article says.
func writePage(w io.Writer, c *collection) error {
	var script bytes.Buffer
	script.WriteString("'use strict';\n(() => {\n")
	for _, name := range scripts {
		part, err := pageFiles.ReadFile("page/" + name)
		if err != nil {
			return err
		}
		script.Write(part)
	}
	script.WriteString("})();\n")
	style, err := pageFiles.ReadFile("page/style.css")
	if err != nil {
		return err
	}
	data, err := json.Marshal(c) // with <, > and & escaped: it cannot end its element
	if err != nil {
		return err
	}
	page, err := template.ParseFS(pageFiles, "page/page.html")
	if err != nil {
		return err
	}
	return page.Execute(w, map[string]any{
		"Title": c.Title, "Lang": c.Labels, "Script": template.JS(script.String()), "Style": template.CSS(style), "Data": template.JS(data),
		"Policy": fmt.Sprintf("default-src 'none'; script-src %s; style-src %s; base-uri 'none'; form-action 'none'",
			hash(script.Bytes()), hash(style)),
	})
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
