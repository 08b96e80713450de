package cli

import (
	"context"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

// Suite is a program whose subcommands are programs.
type Suite struct {
	Program
	members []member
}

type member struct {
	Program
	Command
}

// Add makes the program a subcommand.
func (s *Suite) Add(p Program, c Command) {
	p.Examples = s.asSubcommands(p)
	p.Name = s.Name + " " + p.Name
	s.members = append(s.members, member{p, c})
}

// asSubcommands gives the examples of a program as they are typed in the suite: each command that names it, or a
// program added before it, is one of the suite.
func (s *Suite) asSubcommands(p Program) []Example {
	names := []string{p.Name}
	for _, m := range s.members {
		names = append(names, m.word())
	}
	var out []Example
	for _, e := range p.Examples {
		commands := strings.Split(e.Command, " | ")
		for i, command := range commands {
			for _, name := range names {
				if strings.HasPrefix(command, name+" ") {
					commands[i] = s.Name + " " + command
				}
			}
		}
		e.Command = strings.Join(commands, " | ")
		out = append(out, e)
	}
	return out
}

// word is what the subcommand is called by.
func (m member) word() string { return m.Name[strings.LastIndexByte(m.Name, ' ')+1:] }

// words are what the subcommands are called by, but for the hidden one.
func (s Suite) words() (list []string) {
	for _, m := range s.members {
		if word := m.word(); word != offersWord {
			list = append(list, word)
		}
	}
	return list
}

// arranger is a Command that wants its words in another form before they are read as flags.
type arranger interface{ Arguments([]string) []string }

// MainOf runs the subcommand that the command line names and exits.
func MainOf(s Suite) {
	collectLess()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	os.Exit(s.run(ctx, os.Args[1:], Streams{os.Stdin, os.Stdout, os.Stderr}))
}

// suiteFlags are the flags of the suite itself.
type suiteFlags struct {
	Version kong.VersionFlag `help:"Show the commit, the version of the data and of Go, and exit."`
}

func (s Suite) run(ctx context.Context, args []string, std Streams) int {
	helped := false
	offer := &offers{}
	s.members = append(s.members, completion(s.Name), member{Program{Name: s.Name + " " + offersWord}, offer})
	opts := []kong.Option{kong.Vars{"version": s.Name + " " + version()}}
	for _, m := range s.members {
		tag := ""
		if m.Command == offer {
			tag = `hidden:""`
		}
		opts = append(opts, kong.DynamicCommand(m.word(), m.About, "", m.Command, tag))
	}
	parser, err := newParser(&suiteFlags{}, std, &helped, s.Name, s.About, s.selected, opts...)
	if err != nil {
		return s.exit(ctx, err, std.Err)
	}
	offer.model = parser.Model
	if len(args) == 0 {
		return s.exit(ctx, Usagef("which command? %s", strings.Join(s.words(), ", ")), std.Err)
	}
	k, err := parser.Parse(s.arranged(args))
	switch {
	case helped:
		return exitOK
	case err != nil:
		return s.failing(args).exit(ctx, usageError{err}, std.Err)
	}
	m := s.member(k.Selected())
	return m.exit(ctx, m.Run(ctx, std), std.Err)
}

func (s Suite) arranged(args []string) []string {
	for _, m := range s.members {
		if a, ok := m.Command.(arranger); ok && len(args) > 0 && args[0] == m.word() {
			return append([]string{args[0]}, a.Arguments(args[1:])...)
		}
	}
	return args
}

// selected is the program whose help is asked for: the suite itself where no subcommand was named.
func (s Suite) selected(node *kong.Node) Program {
	if node == nil {
		return s.Program
	}
	return s.member(node).Program
}

func (s Suite) member(node *kong.Node) member {
	for _, m := range s.members {
		if m.word() == node.Name {
			return m
		}
	}
	return member{Program: s.Program}
}

// failing is the program that a command line that cannot be read was meant for.
func (s Suite) failing(args []string) Program {
	for _, m := range s.members {
		if len(args) > 0 && args[0] == m.word() {
			return m.Program
		}
	}
	return s.Program
}
