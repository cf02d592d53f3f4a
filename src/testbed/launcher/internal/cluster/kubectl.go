package cluster

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
)

// kubectl runs one command as the launcher's own user, with the input on its standard input.
func (l Layout) kubectl(ctx context.Context, input []byte, args ...string) (string, error) {
	command := exec.CommandContext(ctx, l.Program("kubectl"), args...)
	command.Env = []string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + l.Dir,
		"KUBECONFIG=" + l.Kubeconfig("testbed"),
	}
	command.Stdin = bytes.NewReader(input)
	var output, problems bytes.Buffer
	command.Stdout, command.Stderr = &output, &problems
	if err := command.Run(); err != nil {
		return "", fmt.Errorf("kubectl %v: %w: %s", args, err, bytes.TrimSpace(problems.Bytes()))
	}
	return output.String(), nil
}

func (l Layout) apply(ctx context.Context, documents []byte) error {
	_, err := l.kubectl(ctx, documents, "apply", "--server-side", "-f", "-")
	return err
}
