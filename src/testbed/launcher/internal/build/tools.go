// Package build turns the tool modules beside the launcher into programs, once.
package build

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"

	"sluice.dev/testbed/launcher/internal/workspace"
)

// tool is one Go module of this source tree and what it is built into.
type tool struct {
	module   string
	packages []string
	programs []string
	tags     string
}

var tools = []tool{
	{
		module:   "kubernetes",
		packages: []string{"."},
		programs: []string{"controlplane"},
	},
	{
		module: "argo-rollouts",
		packages: []string{
			"github.com/argoproj/argo-rollouts/cmd/rollouts-controller",
			"github.com/argoproj/argo-rollouts/cmd/kubectl-argo-rollouts",
		},
		programs: []string{"rollouts-controller", "kubectl-argo-rollouts"},
	},
	{
		module:   "kwok",
		packages: []string{"sigs.k8s.io/kwok/cmd/kwok"},
		programs: []string{"kwok"},
	},
	{
		// Without the cloud providers' service discoveries, of which none is used, half the code is gone.
		module:   "prometheus",
		packages: []string{"github.com/prometheus/prometheus/cmd/prometheus"},
		programs: []string{"prometheus"},
		tags:     "remove_all_sd",
	},
}

// Builder builds the modules under Source into the folder Bin.
type Builder struct {
	Source string
	Bin    string
	Log    io.Writer
}

// All builds every tool whose sources have changed since it was built last. Launchers that start at
// the same time wait for each other.
func (b Builder) All(ctx context.Context) error {
	if err := os.MkdirAll(b.Bin, 0o755); err != nil {
		return err
	}
	unlock, err := workspace.Lock(filepath.Join(b.Bin, ".lock"))
	if err != nil {
		return err
	}
	defer unlock()
	for _, t := range tools {
		if err := b.build(ctx, t); err != nil {
			return fmt.Errorf("build %s: %w", t.module, err)
		}
	}
	return b.link()
}

func (b Builder) build(ctx context.Context, t tool) error {
	source := filepath.Join(b.Source, t.module)
	want, err := fingerprint(source, runtime.GOOS, runtime.GOARCH, t.tags)
	if err != nil {
		return err
	}
	stamp := filepath.Join(b.Bin, t.module+".built")
	if have, err := os.ReadFile(stamp); err == nil && string(have) == want && b.complete(t) {
		return nil
	}
	fmt.Fprintf(b.Log, "building %s (minutes the first time)\n", t.module)
	began := time.Now()
	out := b.Bin + string(filepath.Separator)
	if len(t.programs) == 1 {
		out += t.programs[0]
	}
	args := []string{"build", "-trimpath", "-ldflags=-s -w", "-tags=" + t.tags, "-o", out}
	command := exec.CommandContext(ctx, "go", append(args, t.packages...)...)
	command.Dir = source
	if output, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, output)
	}
	fmt.Fprintf(b.Log, "built %s in %.0f s\n", t.module, time.Since(began).Seconds())
	return os.WriteFile(stamp, []byte(want), 0o644)
}

func (b Builder) complete(t tool) bool {
	for _, program := range t.programs {
		if _, err := os.Stat(filepath.Join(b.Bin, program)); err != nil {
			return false
		}
	}
	return true
}

// link gives the control plane's binary a name for each program in it.
func (b Builder) link() error {
	for _, name := range []string{"etcd", "kube-apiserver", "kube-controller-manager", "kubectl"} {
		path := filepath.Join(b.Bin, name)
		if target, err := os.Readlink(path); err == nil && target == "controlplane" {
			continue
		}
		if err := os.Symlink("controlplane", path); err != nil {
			return err
		}
	}
	return nil
}

// ModuleDir is where Go keeps the sources of a dependency, for the manifests that come with it.
func (b Builder) ModuleDir(ctx context.Context, module, path string) (string, error) {
	command := exec.CommandContext(ctx, "go", "mod", "download", "-json", path)
	command.Dir = filepath.Join(b.Source, module)
	output, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("go mod download %s: %w", path, err)
	}
	var found struct{ Dir string }
	if err := json.Unmarshal(output, &found); err != nil {
		return "", fmt.Errorf("go mod download %s: %w", path, err)
	}
	return found.Dir, nil
}
