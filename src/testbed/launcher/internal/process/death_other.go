//go:build unix && !linux

package process

import "syscall"

// tied gives the child a process group of its own. Only Linux can tie a child's life to its parent's;
// elsewhere the children of a launcher that was killed outright have to be stopped by hand.
func tied() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true}
}
