package workspace

import (
	"os"
	"path/filepath"
	"syscall"
)

const (
	prefix = "sluice-testbed-"
	inUse  = "in-use"
)

// New makes a temporary folder under parent that is removed by remove, or by the next launcher when
// this one is killed.
func New(parent string) (dir string, remove func(), err error) {
	sweep(parent)
	dir, err = os.MkdirTemp(parent, prefix)
	if err != nil {
		return "", nil, err
	}
	unlock, err := Lock(filepath.Join(dir, inUse))
	if err != nil {
		return "", nil, err
	}
	return dir, func() {
		os.RemoveAll(dir)
		unlock()
	}, nil
}

// sweep removes the folders whose launchers are dead. One that cannot be removed is somebody else's.
func sweep(parent string) {
	marks, err := filepath.Glob(filepath.Join(parent, prefix+"*", inUse))
	if err != nil {
		return
	}
	for _, mark := range marks {
		if unlock, err := lock(mark, syscall.LOCK_EX|syscall.LOCK_NB); err == nil {
			os.RemoveAll(filepath.Dir(mark))
			unlock()
		}
	}
}
