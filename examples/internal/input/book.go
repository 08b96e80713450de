package input

import (
	"archive/zip"
	"encoding/xml"
	"net/url"
	"path"
	"slices"
	"strings"
)

// maxBookList bounds the files that describe a book.
const maxBookList = 4 << 20

// bookPackage is the package document of an EPUB: its files, their order, and which of them tell of the book.
type bookPackage struct {
	Items []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		MediaType  string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
	Guide []struct {
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	} `xml:"guide>reference"`
}

// chapters returns the pages of a book in their order, or nil where the archive is none.
func (r *reader) chapters(files []*zip.File) []*zip.File {
	inside := newFolder(r, files)
	var container struct {
		Root struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if !inside.xml("META-INF/container.xml", &container) {
		return nil
	}
	var book bookPackage
	if !inside.xml(container.Root.Path, &book) {
		return nil
	}
	at := func(href string) string {
		if u, err := url.Parse(href); err == nil {
			href = u.Path
		}
		return path.Join(path.Dir(container.Root.Path), href)
	}
	pages, about := map[string]string{}, map[string]bool{}
	for _, ref := range book.Guide {
		about[at(ref.Href)] = slices.Contains([]string{"toc", "cover", "title-page", "copyright-page", "index"}, ref.Type)
	}
	for _, item := range book.Items {
		if name := at(item.Href); strings.Contains(item.MediaType, "html") && !about[name] &&
			!slices.Contains(strings.Fields(item.Properties), "nav") {
			pages[item.ID] = name
		}
	}
	list := []*zip.File{}
	for _, ref := range book.Spine {
		if f := inside.files[pages[ref.ID]]; f != nil {
			list = append(list, f)
		}
	}
	return list
}

// xml reads a member into v and reports whether it is there and well-formed.
func (d *folder) xml(name string, v any) bool {
	f := d.files[name]
	if f == nil || f.UncompressedSize64 > maxBookList {
		return false
	}
	in, err := f.Open()
	if err != nil {
		return false
	}
	defer in.Close()
	return xml.NewDecoder(d.bound(in)).Decode(v) == nil
}
