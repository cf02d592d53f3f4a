package process

import (
	"fmt"
	"syscall"
	"time"
)

// Restart starts a component again as it was started first.
func (g *Group) Restart(name string) error {
	g.mutex.Lock()
	found, known := g.members[name]
	g.mutex.Unlock()
	if !known {
		return fmt.Errorf("no component is called %q", name)
	}
	return g.Start(found.spec)
}

// Stop asks a component to end, and kills it after the grace; it returns when the process is gone.
func (g *Group) Stop(name string, grace time.Duration) error {
	found, err := g.alive(name)
	if err != nil {
		return err
	}
	// A paused process handles no SIGTERM.
	if err := g.Resume(name); err != nil {
		return err
	}
	if err := g.signal(name, syscall.SIGTERM); err != nil {
		return err
	}
	select {
	case <-found.ended:
		return nil
	case <-time.After(grace):
		return g.Kill(name)
	}
}

// Kill ends a component at once.
func (g *Group) Kill(name string) error {
	found, err := g.alive(name)
	if err != nil {
		return err
	}
	if err := g.signal(name, syscall.SIGKILL); err != nil {
		return err
	}
	<-found.ended
	return nil
}

// Pause freezes a component with its connections open, as a hung one would be.
func (g *Group) Pause(name string) error { return g.signal(name, syscall.SIGSTOP) }

// Resume lets a paused component go on.
func (g *Group) Resume(name string) error { return g.signal(name, syscall.SIGCONT) }

func (g *Group) signal(name string, signal syscall.Signal) error {
	found, err := g.alive(name)
	if err != nil {
		return err
	}
	return found.command.Process.Signal(signal)
}

func (g *Group) alive(name string) (*member, error) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	found, known := g.members[name]
	if !known {
		return nil, fmt.Errorf("no component is called %q", name)
	}
	if !found.running() {
		return nil, fmt.Errorf("%s does not run", name)
	}
	return found, nil
}
