package cli

import (
	"context"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// Each shell's script asks the program itself what could follow, so that what is offered is what the program takes.
//
//go:embed complete.txt
var completionScripts string

// completer writes the script by which a shell completes command lines.
type completer struct {
	Shell string `arg:"" enum:"bash,zsh,fish,powershell" help:"bash, zsh, fish or powershell."`
	name  string
}

func completion(suite string) member {
	return member{Program{
		Name:  suite + " completion",
		About: "Writes the script by which a shell completes command lines at Tab.",
		Examples: []Example{
			{For: "bash, in ~/.bashrc", Command: "source <(" + suite + " completion bash)"},
			{For: "zsh, in ~/.zshrc", Command: "source <(" + suite + " completion zsh)"},
			{For: "fish", Command: suite + " completion fish > ~/.config/fish/completions/" + suite + ".fish"},
			{For: "PowerShell, in its $PROFILE", Command: suite + " completion powershell | Out-String | Invoke-Expression"},
		},
	}, &completer{name: suite}}
}

// Run writes the script.
func (c *completer) Run(_ context.Context, std Streams) error {
	_, script, found := strings.Cut(completionScripts, "==== "+c.Shell+"\n")
	if !found {
		return Usagef("no script for %s", c.Shell)
	}
	script, _, _ = strings.Cut(script, "====")
	_, err := io.WriteString(std.Out, strings.ReplaceAll(script, "NAME", c.name))
	return err
}

// offersWord is the hidden subcommand that the scripts call.
const offersWord = "complete"

// offers tells what the word under way could become.
type offers struct {
	Current string   `help:"The word under way."`
	Words   []string `arg:"" optional:"" passthrough:"" help:"The words before it."`
	model   *kong.Application
}

// Run writes a line for each: the word, a tab, what it does. No line: the name of a file.
func (o *offers) Run(_ context.Context, std Streams) error {
	words := o.Words
	if len(words) > 0 && words[0] == "--" {
		words = words[1:]
	}
	for _, offer := range offersFor(o.model.Node, words, o.Current) {
		if _, err := fmt.Fprintln(std.Out, offer); err != nil {
			return err
		}
	}
	return nil
}

func offersFor(node *kong.Node, words []string, current string) (list []string) {
	var value *kong.Flag // waits for its value
	for _, word := range words {
		switch {
		case value != nil:
			value = nil
		case strings.HasPrefix(word, "-"):
			value = flagOf(node, word)
		default:
			if i := slices.IndexFunc(node.Children, func(n *kong.Node) bool { return n.Name == word }); i >= 0 {
				node = node.Children[i]
			}
		}
	}
	offer := func(word, help string) {
		if strings.HasPrefix(word, current) {
			list = append(list, word+"\t"+help)
		}
	}
	if value != nil {
		for _, choice := range choices(value.Value) {
			offer(choice, "")
		}
		return list
	}
	for _, flags := range node.AllFlags(true) {
		for _, flag := range flags {
			if strings.HasPrefix(current, "-") {
				offer("--"+flag.Name, flag.Help)
			}
		}
	}
	for _, child := range node.Children {
		if !child.Hidden && !strings.HasPrefix(current, "-") {
			offer(child.Name, child.Help)
		}
	}
	for _, argument := range node.Positional {
		for _, choice := range choices(argument) {
			offer(choice, "")
		}
	}
	return list
}

func choices(v *kong.Value) []string {
	if v.Enum == "" {
		return nil
	}
	return v.EnumSlice()
}

// flagOf is the flag of that name where it takes a value that is a word of its own.
func flagOf(node *kong.Node, word string) *kong.Flag {
	for _, flags := range node.AllFlags(true) {
		for _, flag := range flags {
			named := word == "--"+flag.Name || flag.Short != 0 && word == "-"+string(flag.Short)
			if named && !flag.IsBool() && !flag.IsCounter() {
				return flag
			}
		}
	}
	return nil
}
