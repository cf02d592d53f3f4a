package workspace

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAFolderInUseIsLeftAlone(t *testing.T) {
	parent := t.TempDir()
	first, remove, err := New(parent)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := New(parent); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(first); err != nil {
		t.Error("the second launcher removed the folder of the first:", err)
	}
	remove()
	if _, err := os.Stat(first); !os.IsNotExist(err) {
		t.Error("the folder is still there:", err)
	}
}

func TestTheFolderOfADeadLauncherIsRemoved(t *testing.T) {
	parent := t.TempDir()
	left := filepath.Join(parent, prefix+"left")
	if err := os.Mkdir(left, 0o700); err != nil {
		t.Fatal(err)
	}
	// A mark that nobody holds the lock of is what a killed launcher leaves.
	if err := os.WriteFile(filepath.Join(left, inUse), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := New(parent); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Error("the dead launcher's folder is still there:", err)
	}
}
