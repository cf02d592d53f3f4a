package build

import (
	"os"
	"path/filepath"
	"testing"
)

func TestFingerprintFollowsSourcesAndSettings(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum", "main.go"} {
		write(t, dir, name, name)
	}
	first := print(t, dir, "linux")
	if again := print(t, dir, "linux"); again != first {
		t.Errorf("unchanged sources gave %s and then %s", first, again)
	}
	if other := print(t, dir, "darwin"); other == first {
		t.Error("another system gave the same fingerprint")
	}
	write(t, dir, "go.sum", "another")
	if changed := print(t, dir, "linux"); changed == first {
		t.Error("a changed go.sum gave the same fingerprint")
	}
}

func TestFingerprintNeedsAModule(t *testing.T) {
	if _, err := fingerprint(t.TempDir()); err == nil {
		t.Error("a folder without go.mod was accepted")
	}
}

func print(t *testing.T, dir string, settings ...string) string {
	t.Helper()
	sum, err := fingerprint(dir, settings...)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
