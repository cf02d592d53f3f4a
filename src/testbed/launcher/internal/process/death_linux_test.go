package process

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test program play a launcher that starts one child and waits to be killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("TESTBED_LAUNCHER"); dir != "" {
		group := NewGroup(dir, dir)
		if err := group.Start(Spec{Name: "child", Path: "/bin/sleep", Args: []string{"600"}}); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(group.Pids()["child"])
		time.Sleep(10 * time.Minute)
	}
	os.Exit(m.Run())
}

func TestChildrenDieWithALauncherThatIsKilled(t *testing.T) {
	launcher := exec.Command(os.Args[0])
	launcher.Env = append(os.Environ(), "TESTBED_LAUNCHER="+t.TempDir())
	output, err := launcher.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := launcher.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	child := strings.TrimSpace(line)
	if !alive(child) {
		t.Fatalf("process %q does not run", child)
	}
	if err := launcher.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = launcher.Wait()
	for deadline := time.Now().Add(5 * time.Second); alive(child); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("process %s outlives its launcher", child)
		}
	}
}

func TestAPausedComponentResumesAndStops(t *testing.T) {
	dir := t.TempDir()
	group := NewGroup(dir, dir)
	if err := group.Start(Spec{Name: "child", Path: "/bin/sleep", Args: []string{"600"}}); err != nil {
		t.Fatal(err)
	}
	pid := fmt.Sprint(group.Pids()["child"])
	if err := group.Pause("child"); err != nil {
		t.Fatal(err)
	}
	await(t, func() bool { return state(pid) == "T" })
	if err := group.Resume("child"); err != nil {
		t.Fatal(err)
	}
	await(t, func() bool { return state(pid) == "S" })
	if err := group.Stop("child", time.Second); err != nil {
		t.Fatal(err)
	}
	if alive(pid) {
		t.Error("the stopped component still runs")
	}
	if err := group.Stop("child", time.Second); err == nil {
		t.Error("a component was stopped twice")
	}
	if err := group.Restart("child"); err != nil {
		t.Error("a stopped component does not start again:", err)
	}
	group.StopAll()
	if pids := group.Pids(); len(pids) > 0 {
		t.Errorf("still running: %v", pids)
	}
}

func await(t *testing.T, condition func() bool) {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Second); !condition(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the condition did not come true within 5 s")
		}
	}
}

// alive is false for a process that is dead but not yet buried, too.
func alive(pid string) bool {
	now := state(pid)
	return now != "" && now != "Z" && now != "X"
}

// state is the letter by which the kernel describes a process, or empty when there is none.
func state(pid string) string {
	content, err := os.ReadFile("/proc/" + pid + "/stat")
	if err != nil {
		return ""
	}
	_, after, _ := strings.Cut(string(content), ") ")
	return after[:1]
}
