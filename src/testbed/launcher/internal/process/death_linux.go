package process

import "syscall"

// tied asks the kernel to kill the child when the launcher dies, however it dies; a process group of
// its own keeps the terminal's Ctrl+C for the launcher, which then stops the children in order.
func tied() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
