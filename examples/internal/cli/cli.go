// Package cli is what the programs share: the command line, exit codes, progress, and what Ctrl-C does.
//
//	cli.go       Main: parse, run, exit code
//	suite.go     MainOf: several programs as the subcommands of one
//	complete.go  what a shell offers at Tab
//	version.go   what --version says
//	message.go   errors as people read them; log.go: what else is worth telling
//	each.go      Each: several items at a time; page.go an item → its article
//	flags.go     the flags that programs have in common
//	progress.go  the progress bar and the last line of a run
//	memory.go    how far the heap grows before garbage is collected
//	screen.go    what is known of the terminal
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
)

// The exit codes.
const (
	exitOK          = 0
	exitFailed      = 1 // some inputs failed, or the output could not be written
	exitUsage       = 2
	exitInterrupted = 130
)

// ErrSomeFailed is returned by a program that answered for every input, for some of them with an error.
var ErrSomeFailed = errors.New("some inputs failed")

// usageError is a command line that cannot be meant.
type usageError struct{ error }

// Usagef reports a command line that cannot be meant: say what to do.
func Usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// Program is what --help tells beside the flags.
type Program struct {
	Name     string
	About    string // one sentence
	Notes    string // shown below the flags
	Examples []Example
}

// Example is a command that someone would type and what it is for.
type Example struct{ For, Command string }

// Streams are the program's standard streams.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Command is a program's flags with what it does. An implementation is a struct for kong.
type Command interface {
	Run(ctx context.Context, std Streams) error
}

// Main runs the program on the command line and exits.
func Main(p Program, c Command) {
	collectLess()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second Ctrl-C ends the program at once
	os.Exit(run(ctx, p, c, os.Args[1:], Streams{os.Stdin, os.Stdout, os.Stderr}))
}

func run(ctx context.Context, p Program, c Command, args []string, std Streams) int {
	helped := false
	parser, err := newParser(c, std, &helped, p.Name, p.About, func(*kong.Node) Program { return p })
	if err != nil {
		return p.exit(ctx, err, std.Err)
	}
	_, err = parser.Parse(args)
	if helped {
		return exitOK
	}
	if err != nil {
		err = usageError{err}
	} else {
		err = c.Run(ctx, std)
	}
	return p.exit(ctx, err, std.Err)
}

// newParser reads a command line into grammar. helped is set where the answer was help or a version; more names the
// program whose notes and examples stand below the help of a command, nil being the root.
func newParser(grammar any, std Streams, helped *bool, name, about string, more func(*kong.Node) Program,
	opts ...kong.Option) (*kong.Kong, error) {
	return kong.New(grammar, append(opts, kong.Name(name), kong.Description(about), kong.Writers(std.Out, std.Err),
		kong.Exit(func(int) { *helped = true }), kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{WrapUpperBound: 100, NoExpandSubcommands: true}),
		kong.Help(func(o kong.HelpOptions, k *kong.Context) error {
			if err := kong.DefaultHelpPrinter(o, k); err != nil {
				return err
			}
			_, err := io.WriteString(std.Out, more(k.Selected()).more())
			return err
		}),
		kong.Vars{"cpus": fmt.Sprint(runtime.GOMAXPROCS(0))})...)
}

// exit says what went wrong and gives the exit code for it.
func (p Program) exit(ctx context.Context, err error, w io.Writer) int {
	switch usage := (usageError{}); {
	case errors.As(err, &usage):
		fmt.Fprintf(w, "%s: %s\nTry “%s --help”: it shows examples.\n", p.Name, message(err), p.Name)
		return exitUsage
	case ctx.Err() != nil:
		fmt.Fprintf(w, "%s: interrupted\n", p.Name)
		return exitInterrupted
	case errors.Is(err, ErrSomeFailed):
		return exitFailed
	case err != nil:
		fmt.Fprintf(w, "%s: %s\n", p.Name, message(err))
		return exitFailed
	}
	return exitOK
}

func (p Program) more() string {
	var b strings.Builder
	if p.Notes != "" {
		b.WriteString("\n" + strings.TrimSpace(p.Notes) + "\n")
	}
	if len(p.Examples) > 0 {
		b.WriteString("\nExamples:\n")
	}
	for _, e := range p.Examples {
		fmt.Fprintf(&b, "  # %s\n  %s\n\n", e.For, e.Command)
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}
