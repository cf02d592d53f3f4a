// Package process starts, pauses and stops the components of the test bed, each by its own id.
package process

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// Spec says how a component is started; it is kept, so that a restart has the same ports.
type Spec struct {
	Name string
	Path string
	Args []string
	Env  []string
}

// Group holds the components of one test bed. It is safe for concurrent use.
type Group struct {
	logs    string
	home    string
	spawner *spawner
	mutex   sync.Mutex
	order   []string
	members map[string]*member
}

type member struct {
	spec    Spec
	command *exec.Cmd
	ended   chan struct{}
}

// NewGroup keeps each component's output in a file NAME.log of the folder logs, and gives every
// component the folder home instead of the user's own.
func NewGroup(logs, home string) *Group {
	return &Group{logs: logs, home: home, spawner: newSpawner(), members: map[string]*member{}}
}

// LogFile is where a component's output goes.
func (g *Group) LogFile(name string) string { return filepath.Join(g.logs, name+".log") }

// Start runs a component that is new or has ended.
func (g *Group) Start(spec Spec) error {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if old, known := g.members[spec.Name]; !known {
		g.order = append(g.order, spec.Name)
	} else if old.running() {
		return fmt.Errorf("%s runs already, as process %d", spec.Name, old.command.Process.Pid)
	}
	log, err := os.OpenFile(g.LogFile(spec.Name), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	defer log.Close()
	command := exec.Command(spec.Path, spec.Args...)
	command.Stdout, command.Stderr = log, log
	command.Dir = g.home
	command.Env = append(g.environment(), spec.Env...)
	command.SysProcAttr = tied()
	if err := g.spawner.start(command); err != nil {
		return fmt.Errorf("start %s: %w", spec.Name, err)
	}
	started := &member{spec: spec, command: command, ended: make(chan struct{})}
	g.members[spec.Name] = started
	go func() {
		// The reason is in the component's log; what counts here is that it is gone.
		_ = command.Wait()
		close(started.ended)
	}()
	return nil
}

// environment leaves out the caller's proxies, kubeconfig and credentials.
func (g *Group) environment() []string {
	return []string{"PATH=" + os.Getenv("PATH"), "HOME=" + g.home, "TMPDIR=" + g.home}
}

// Ended is closed when the component's process is gone.
func (g *Group) Ended(name string) <-chan struct{} {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if found, known := g.members[name]; known {
		return found.ended
	}
	closed := make(chan struct{})
	close(closed)
	return closed
}

// Pids are the components that run, by name.
func (g *Group) Pids() map[string]int {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	pids := map[string]int{}
	for name, found := range g.members {
		if found.running() {
			pids[name] = found.command.Process.Pid
		}
	}
	return pids
}

// Names are the components in the order of their first start.
func (g *Group) Names() []string {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return slices.Clone(g.order)
}

// StopAll ends everything, the last started first, and returns when all are gone.
func (g *Group) StopAll() {
	names := g.Names()
	slices.Reverse(names)
	for _, name := range names {
		// Refused only when it has ended already.
		_ = g.Stop(name, time.Second)
	}
}

func (m *member) running() bool {
	select {
	case <-m.ended:
		return false
	default:
		return true
	}
}
