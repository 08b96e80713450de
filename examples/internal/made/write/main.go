// Command write writes made-up pages into a folder, for measurements: write N FOLDER; or lets the programs that are
// installed save them, for tests of what is read: write producers FOLDER.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/gisa-go/gisa/examples/internal/made"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: write N|producers FOLDER")
		os.Exit(2)
	}
	if os.Args[1] == "producers" {
		if err := writeProducers(os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	n, err := strconv.Atoi(os.Args[1])
	for i := 0; i < n && err == nil; i++ {
		dir := filepath.Join(os.Args[2], fmt.Sprintf("%03d", i/1000))
		if err = os.MkdirAll(dir, 0o777); err == nil {
			err = os.WriteFile(filepath.Join(dir, fmt.Sprintf("%06d.html", i)), []byte(made.New(i).HTML(i)), 0o666)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
