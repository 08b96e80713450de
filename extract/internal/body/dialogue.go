package body

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/table"
)

// signedLines is how many lines at the end of a dialogue a reporter may sign in.
const signedLines = 3

// isDialogue reports whether a text is a broadcaster's: a label says of most of its lines who speaks. The names of
// reporters in it are called, not signed.
func (sel *selection) isDialogue(ix *document.Index) bool {
	presenter, all := false, 0
	for _, l := range sel.lines {
		first, who := speaker(ix.Text[l.Start:l.Stop])
		presenter = presenter || first
		if who {
			all++
		}
	}
	return presenter && all >= 2
}

// maxSpeaker is how far into a line its label reaches, in bytes.
const maxSpeaker = 40

// speaker reports whether a line begins with a label in brackets, or before a colon, that names a presenter, or anyone
// who speaks in a broadcast.
func speaker(line []byte) (presenter, any bool) {
	if len(line) == 0 || line[0] >= 'A' && line[0] <= 'z' && line[0] != '[' ||
		!bytes.ContainsAny(line[:min(len(line), maxSpeaker)], "]>〉】)▶》:：") {
		return false, false
	}
	head := line[:min(len(line), maxSpeaker)]
	rest := bytes.TrimLeft(head, " [<〈【(◀《■")
	end := bytes.IndexAny(rest, "]>〉】)▶》:：")
	if end <= 0 || len(rest) == len(head) && rest[end] != ':' && !bytes.HasPrefix(rest[end:], []byte("：")) {
		return false, false
	}
	label, _, _ := strings.Cut(strings.TrimSpace(string(rest[:end])), " ")
	label, _, _ = strings.Cut(label, "/")
	label = letters.Fold(label)
	w := speakers()
	return w.presenters[label], w.presenters[label] || w.others[label]
}

//go:embed data/speakers.txt
var speakerLines string

// speakers holds data/speakers.txt.
var speakers = sync.OnceValue(func() *speakerSets {
	w := &speakerSets{}
	table.Sets("body/data/speakers.txt", speakerLines, map[string]*table.Words{"presenters": &w.presenters,
		"others": &w.others}, nil)
	return w
})

type speakerSets struct{ presenters, others table.Words }
