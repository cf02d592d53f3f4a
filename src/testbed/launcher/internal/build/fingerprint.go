package build

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// fingerprint is the same as long as a build of the module would give the same program.
func fingerprint(source string, settings ...string) (string, error) {
	sum := sha256.New()
	for _, setting := range settings {
		fmt.Fprintf(sum, "%s\n", setting)
	}
	files, err := filepath.Glob(filepath.Join(source, "*.go"))
	if err != nil {
		return "", err
	}
	for _, module := range []string{"go.mod", "go.sum"} {
		files = append(files, filepath.Join(source, module))
	}
	for _, file := range files {
		content, err := os.Open(file)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(sum, "%s\n", filepath.Base(file))
		_, err = io.Copy(sum, content)
		content.Close()
		if err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%x\n", sum.Sum(nil)), nil
}
