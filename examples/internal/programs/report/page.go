package report

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io"
)

//go:embed page
var pageFiles embed.FS

// policy is the page's, for the hashes of its script and its style.
const policy = "default-src 'none'; script-src %s; style-src %s; img-src https: http: data:; base-uri 'none'; form-action 'none'"

// writePage writes the page. Its policy allows its own script and style by their hashes, pictures (which are asked for
// only when a reader says so) and nothing else: no frames, no other script, whatever an article says. The blocks of
// data stand behind the script, so that the page is there before the last of them is read.
func writePage(w io.Writer, c *collection) error {
	if err := c.close(); err != nil {
		return err
	}
	script, err := joinModules(pageFiles, "app")
	if err != nil {
		return err
	}
	style, err := pageFiles.ReadFile("page/style.css")
	if err != nil {
		return err
	}
	page, err := template.ParseFS(pageFiles, "page/page.html")
	if err != nil {
		return err
	}
	var head bytes.Buffer
	err = page.Execute(&head, map[string]any{
		"Title": c.index.Title, "Lang": c.index.Labels, "Script": template.JS(script), "Style": template.CSS(style),
		"Policy": fmt.Sprintf(policy, hash([]byte(script)), hash(style)),
	})
	if err != nil {
		return err
	}
	place := []byte(`<div id="blocks" hidden>`)
	before, after, found := bytes.Cut(head.Bytes(), place)
	if !found {
		return errors.New("page/page.html: no place for the data")
	}
	out := bufio.NewWriter(w)
	out.Write(before)
	out.Write(place)
	if err := c.writeBlocks(out); err != nil {
		return err
	}
	out.Write(after)
	return out.Flush()
}

// writeBlocks writes the packed data, which is in letters, digits, +, /, = and blanks only.
func (c *collection) writeBlocks(w io.Writer) error {
	index, err := packJSON(c.index)
	if err != nil {
		return err
	}
	numbers, err := c.facts.bytes()
	if err != nil {
		return err
	}
	facts, err := pack(numbers)
	if err != nil {
		return err
	}
	block := func(id, data string) {
		fmt.Fprintf(w, "<script type=\"text/plain\" id=\"%s\">%s</script>\n", id, data)
	}
	block("index", index)
	block("facts-block", facts)
	for n, part := range c.full {
		block(fmt.Sprintf("part-%d", n), part)
	}
	return nil
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
