// Package workspace keeps launchers out of each other's way, and tidies up after those that were killed.
package workspace

import (
	"os"
	"syscall"
)

// Lock waits for the file's lock. The kernel lets go of it when the holder dies.
func Lock(path string) (unlock func(), err error) { return lock(path, syscall.LOCK_EX) }

func lock(path string, how int) (unlock func(), err error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(file.Fd()), how); err != nil {
		file.Close()
		return nil, err
	}
	return func() { file.Close() }, nil
}
