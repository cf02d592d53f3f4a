// Package kubelet answers for the logs of pods that exist in the API server's records only.
package kubelet

import (
	"fmt"
	"net/http"
	"strconv"
	"time"

	"sluice.dev/testbed/launcher/internal/traffic"
)

// spacing is the time between two lines of a log.
const spacing = 250 * time.Millisecond

// Logs is the part of a kubelet that "kubectl logs" reaches. A container's log shows requests, failed
// ones about as often as its revision fails now.
func Logs(engine *traffic.Engine) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /containerLogs/{namespace}/{pod}/{container}", func(out http.ResponseWriter, in *http.Request) {
		query := in.URL.Query()
		if query.Get("previous") == "true" {
			http.Error(out, "previous terminated container not found", http.StatusBadRequest)
			return
		}
		count := 40
		if wanted, err := strconv.Atoi(query.Get("tailLines")); err == nil {
			count = min(wanted, 1000)
		}
		failing := engine.ErrorRatio(traffic.Key(in.PathValue("namespace"), in.PathValue("pod")))
		out.Header().Set("Content-Type", "text/plain")
		for _, line := range lines(time.Now(), count, failing, query.Get("timestamps") == "true") {
			fmt.Fprintln(out, line)
		}
	})
	return mux
}

// lines are the newest count ones, the oldest first. Which of them fail depends on their time alone,
// so that asking twice gives the same log.
func lines(now time.Time, count int, failing float64, timestamps bool) []string {
	all := make([]string, 0, count)
	last := now.Truncate(spacing)
	for back := count - 1; back >= 0; back-- {
		at := last.Add(-time.Duration(back) * spacing)
		draw := (at.UnixMilli() / spacing.Milliseconds() * 7919) % 1000
		line := fmt.Sprintf("INFO  GET / 200 %d ms", 60+draw%90)
		if float64(draw) < failing*1000 {
			line = "ERROR GET / 500 upstream closed the connection before the answer was complete"
		}
		if timestamps {
			line = at.UTC().Format(time.RFC3339Nano) + " " + line
		}
		all = append(all, line)
	}
	return all
}
