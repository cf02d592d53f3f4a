package process

import (
	"os/exec"
	"runtime"
)

// spawner starts every child from one operating-system thread that lives as long as the launcher.
// The parent-death signal of Linux follows the thread that forked, not the process: a child forked
// by a thread which the Go runtime later retires would be killed in mid-run.
type spawner struct{ requests chan spawnRequest }

type spawnRequest struct {
	command *exec.Cmd
	result  chan error
}

func newSpawner() *spawner {
	s := &spawner{requests: make(chan spawnRequest)}
	go func() {
		runtime.LockOSThread()
		for request := range s.requests {
			request.result <- request.command.Start()
		}
	}()
	return s
}

func (s *spawner) start(command *exec.Cmd) error {
	request := spawnRequest{command, make(chan error)}
	s.requests <- request
	return <-request.result
}
