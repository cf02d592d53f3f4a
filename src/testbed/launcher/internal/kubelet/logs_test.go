package kubelet

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestALogAskedForTwiceIsTheSame(t *testing.T) {
	now := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	first := lines(now, 20, 0.3, true)
	again := lines(now.Add(spacing), 20, 0.3, true)
	if !slices.Equal(first[1:], again[:19]) {
		t.Errorf("%v\nbecame\n%v", first, again)
	}
}

func TestFailuresShowInTheLog(t *testing.T) {
	now := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	for failing, want := range map[float64]int{0: 0, 0.3: 300, 1: 1000} {
		count := 0
		for _, line := range lines(now, 1000, failing, false) {
			if strings.HasPrefix(line, "ERROR") {
				count++
			}
		}
		if count != want {
			t.Errorf("%d of 1000 lines are errors when %g of the requests fail, not %d", count, failing, want)
		}
	}
}
