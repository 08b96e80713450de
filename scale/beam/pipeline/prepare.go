package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// Done is the name of the file that is written last: where it is, the out folder holds all that the run gave.
const Done = "_SUCCESS"

// ErrFiles is wrapped by the errors of Prepare for files that are not there and for an out folder that cannot be used.
var ErrFiles = errors.New("files")

// Prepare looks at what c names before anything runs. It returns c with the names of the files that its patterns mean. It
// fails for a pattern that means none, for folders, and for an out folder that cannot be written, that is read from, or
// that holds what another run wrote under names which this one would not use: a reader would take both for one. It
// removes the mark of an earlier run that went well.
func Prepare(ctx context.Context, c Config) (Config, error) {
	patterns := c.Files
	c.Files = nil
	for _, p := range patterns {
		files, err := expand(ctx, p)
		if err != nil {
			return c, err
		}
		c.Files = append(c.Files, files...)
	}
	if err := c.check(); err != nil {
		return c, err
	}
	return c, c.prepareOut(ctx)
}

func badFile(name string, err error) error {
	return fmt.Errorf("pipeline: %w: %s: %w", ErrFiles, name, err)
}

// expand returns the files that a name or a pattern means. A local file may be named as a pattern would be.
func expand(ctx context.Context, pattern string) ([]string, error) {
	if info, err := os.Stat(pattern); err == nil {
		if info.IsDir() {
			return nil, badFile(pattern, fmt.Errorf("it is a folder; name its files, as %s", join(pattern, "*.ndjson")))
		}
		return []string{pattern}, nil
	}
	system, err := filesystem.New(ctx, pattern)
	if err != nil {
		return nil, badFile(pattern, err)
	}
	defer system.Close()
	files, err := system.List(ctx, pattern)
	if err == nil && len(files) == 0 {
		err = fs.ErrNotExist
	}
	if err != nil {
		return nil, badFile(pattern, err)
	}
	return slices.DeleteFunc(files, func(name string) bool {
		info, err := os.Stat(name)
		return err == nil && info.IsDir()
	}), nil
}

// prepareOut looks at the out folder.
func (c Config) prepareOut(ctx context.Context) error {
	ours := map[string]bool{}
	for n := range c.Files {
		ours[articles{Files: len(c.Files)}.name(int64(n))] = true
	}
	for n := range c.shards() {
		ours[clustersName(n, c.shards())] = true
	}
	for _, f := range c.Files {
		if folder, name := filepath.Split(f); ours[name] && filepath.Clean(folder) == filepath.Clean(c.Out) {
			return badFile(f, errors.New("it is read and would be written"))
		}
	}
	system, err := filesystem.New(ctx, c.Out)
	if err != nil {
		return badFile(c.Out, err)
	}
	defer system.Close()
	if err := c.others(ctx, system, ours); err != nil {
		return err
	}
	if err := tryOut(ctx, system, c.Out); err != nil {
		return badFile(c.Out, err)
	}
	return nil
}

// tryOut removes the mark of an earlier run, and tries whether anything can be written.
func tryOut(ctx context.Context, system filesystem.Interface, folder string) error {
	marks, err := system.List(ctx, join(folder, Done))
	if err != nil {
		return err
	}
	for _, m := range marks {
		if err := remove(ctx, system, m); err != nil {
			return err
		}
	}
	name := partName(folder)
	w, err := system.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	return errors.Join(w.Close(), remove(ctx, system, name))
}

// others fails where the out folder holds files of articles or clusters that are not ours.
func (c Config) others(ctx context.Context, system filesystem.Interface, ours map[string]bool) error {
	for _, kind := range []string{"articles-*", "clusters-*"} {
		found, err := system.List(ctx, join(c.Out, kind))
		if err != nil {
			return badFile(c.Out, err)
		}
		for _, f := range found {
			if name := f[strings.LastIndexAny(f, `/\`)+1:]; !ours[name] {
				return badFile(c.Out, fmt.Errorf("it holds %s of another run, of other files or shards: give another folder", name))
			}
		}
	}
	return nil
}
