package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// The manifest names the files that an index consists of. It is a line with its own checksum, then JSON, and is
// replaced whole.
const (
	manifestName  = "MANIFEST"
	manifestDraft = "MANIFEST.new"
	manifestMagic = "gisa-dedupe-index"
	formatVersion = 1
)

type manifest struct {
	Settings string            `json:"settings"` // what keys and payloads mean
	Next     uint64            `json:"next"`     // number of the next file
	Segments []manifestSegment `json:"segments,omitempty"`
	Logs     []manifestLog     `json:"logs,omitempty"`
}

type manifestSegment struct {
	Number uint64 `json:"number"`
	Sum    uint32 `json:"sum"`            // of its header
	Dead   []byte `json:"dead,omitempty"` // a bit for each record
}

type manifestLog struct {
	Number uint64 `json:"number"`
	Bytes  int64  `json:"bytes"` // at least so much is durable
}

func (m *manifest) encode() ([]byte, error) {
	body, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	body = append(body, '\n')
	return append(fmt.Appendf(nil, "%s %d %08x\n", manifestMagic, formatVersion, manifestSum(formatVersion, body)), body...), nil
}

func manifestSum(version int, body []byte) uint32 {
	return checksum(append(fmt.Appendf(nil, "%s %d\n", manifestMagic, version), body...))
}

// parseManifest reads a manifest. Its errors name no file.
func parseManifest(data []byte) (m manifest, version int, err error) {
	head, body, ok := strings.Cut(string(data), "\n")
	var magic string
	var sum uint32
	if !ok {
		return m, 0, errors.New("manifest has no body")
	}
	if n, err := fmt.Sscanf(head, "%s %d %x", &magic, &version, &sum); n != 3 || err != nil || magic != manifestMagic {
		return m, 0, errors.New("not the header of a manifest")
	}
	if head != fmt.Sprintf("%s %d %08x", magic, version, sum) {
		return m, 0, errors.New("not the header of a manifest")
	}
	if sum != manifestSum(version, []byte(body)) {
		return m, 0, errors.New("manifest does not match its checksum")
	}
	if version != formatVersion {
		return m, version, nil
	}
	return m, version, json.Unmarshal([]byte(body), &m)
}

// readManifest reads the manifest of an index made with the given settings.
func readManifest(fs files, settings string) (m manifest, err error) {
	v, err := fs.view(manifestName)
	if err != nil {
		return m, err
	}
	defer v.close()
	m, version, err := parseManifest(v.data)
	if err != nil {
		err = &CorruptError{fs.path(manifestName), 0, err.Error()}
		if !bytes.HasPrefix(v.data, []byte(manifestMagic)) {
			err = fmt.Errorf("%w: %w", ErrNotIndex, err)
		}
		return m, err
	}
	if version != formatVersion {
		return m, &MismatchError{fs.path(""), fmt.Sprintf("format %d", version), fmt.Sprintf("format %d", formatVersion)}
	}
	if m.Settings != settings {
		return m, &MismatchError{fs.path(""), m.Settings, settings}
	}
	return m, nil
}

func writeManifest(fs files, m manifest) error {
	b, err := m.encode()
	if err != nil {
		return err
	}
	f, err := fs.create(manifestDraft)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(b, 0)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, fs.remove(manifestDraft))
	}
	if err := fs.rename(manifestDraft, manifestName); err != nil {
		return err
	}
	return fs.sync()
}

// pack and unpack turn marks into bytes and back.
func (m marks) pack() (b []byte) {
	if m.count() == 0 {
		return nil
	}
	for _, w := range m {
		b = binary.LittleEndian.AppendUint64(b, w)
	}
	return b
}

func unpackMarks(b []byte) (m marks) {
	for ; len(b) >= 8; b = b[8:] {
		m = append(m, binary.LittleEndian.Uint64(b))
	}
	return m
}
