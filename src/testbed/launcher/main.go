// Command testbed runs a real control plane on this machine: etcd, the Kubernetes API server and its
// controllers, Argo Rollouts, pods played by kwok, and a Prometheus that scrapes the traffic which the
// weights standing in the cluster would give.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

const usage = `A real Kubernetes control plane with Argo Rollouts and Prometheus, on the loopback address.

  go run . [flags]          from src/testbed/launcher

Prints one line of JSON when everything is ready, and lives until Ctrl+C. The first run builds the
tools, which takes some minutes; Go keeps them.

`

type options struct {
	source    string
	bin       string
	untilEOF  bool
	samples   bool
	buildOnly bool
	rps       float64
	seed      uint64
	interval  time.Duration
	patience  time.Duration
}

func main() {
	settings, err := parse(os.Args[1:])
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	if settings.untilEOF {
		ctx = untilEOF(ctx, os.Stdin)
	}
	if err := run(ctx, settings); err != nil && ctx.Err() == nil {
		fmt.Fprintln(os.Stderr, "testbed:", err)
		os.Exit(1)
	}
}

func parse(args []string) (options, error) {
	var o options
	flags := flag.NewFlagSet("testbed", flag.ContinueOnError)
	flags.Usage = func() {
		fmt.Fprint(flags.Output(), usage)
		flags.PrintDefaults()
	}
	flags.StringVar(&o.source, "source", "", "the `folder` with the tool modules (default: found from the current folder)")
	flags.StringVar(&o.bin, "bin", "", "the `folder` for built tools (default: sluice-testbed in the user's cache)")
	flags.BoolVar(&o.untilEOF, "until-eof", false, "end when standard input ends, too: for a test that may be killed")
	flags.BoolVar(&o.samples, "samples", true, "create Rollouts to practise on")
	flags.BoolVar(&o.buildOnly, "build-only", false, "build the tools and end")
	flags.Float64Var(&o.rps, "rps", 80, "requests per second to each Rollout")
	flags.Uint64Var(&o.seed, "seed", 1, "seed of the random traffic")
	flags.DurationVar(&o.interval, "scrape-interval", time.Second, "how often Prometheus scrapes")
	flags.DurationVar(&o.patience, "patience", 3*time.Minute, "how long to wait until everything is ready")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if err := o.complete(); err != nil {
		fmt.Fprintln(os.Stderr, "testbed:", err)
		return o, err
	}
	return o, nil
}

func (o *options) complete() error {
	if o.bin == "" {
		cache, err := os.UserCacheDir()
		if err != nil {
			return fmt.Errorf("no cache folder, use --bin: %w", err)
		}
		o.bin = filepath.Join(cache, "sluice-testbed")
	}
	candidates := []string{o.source}
	if o.source == "" {
		candidates = []string{".", "..", filepath.Join("src", "testbed")}
	}
	for _, candidate := range candidates {
		if _, err := os.Stat(filepath.Join(candidate, "kubernetes", "go.mod")); err == nil {
			o.source, err = filepath.Abs(candidate)
			return err
		}
	}
	return fmt.Errorf("the tool modules are not in %v: run from src/testbed/launcher or use --source", candidates)
}

// untilEOF ends the context when the reader ends: a parent that was killed closes its pipe.
func untilEOF(ctx context.Context, input io.Reader) context.Context {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		defer cancel()
		// However reading ends, nobody holds the other side any more.
		_, _ = io.Copy(io.Discard, input)
	}()
	return ctx
}
