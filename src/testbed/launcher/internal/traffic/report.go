package traffic

import (
	"fmt"
	"maps"
	"time"
)

// Report is where a Rollout's requests go now, and went, by pod hash.
type Report struct {
	Rate   float64            `json:"rps"`
	Shares map[string]float64 `json:"shares"`
	// When the shares changed last.
	Moved  time.Time        `json:"movedAt"`
	Totals map[string]Total `json:"totals"`
}

// Report tells about one Rollout, up to the last advance.
func (e *Engine) Report(rollout string) (Report, error) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	f, known := e.flows[rollout]
	if !known {
		return Report{}, fmt.Errorf("no rollout %q", rollout)
	}
	return Report{
		Rate:   e.rateOf(rollout),
		Shares: Shares(f.routes),
		Moved:  f.moved,
		Totals: maps.Clone(f.totals),
	}, nil
}

// SetRate changes how many requests per second a Rollout gets; it need not exist yet.
func (e *Engine) SetRate(rollout string, rate float64) error {
	if rate < 0 || rate > 20_000 {
		return fmt.Errorf("rps %g is not between 0 and 20000", rate)
	}
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.rates[rollout] = rate
	return nil
}

// Pods are those of Rollouts that are ready.
func (e *Engine) Pods() []Pod {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	var pods []Pod
	for _, pod := range e.world.Pods {
		if pod.Ready && pod.Rollout != "" {
			pods = append(pods, pod)
		}
	}
	return pods
}

// Pod is one of them.
func (e *Engine) Pod(key string) (Pod, bool) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	pod := e.world.Pods[key]
	return pod, pod.Ready && pod.Rollout != ""
}

// Silent tells whether a revision's metrics are gone.
func (e *Engine) Silent(rollout, hash string) bool {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	return e.faults.of(rollout, hash).silent
}

// SilentBackend tells whether the ingress controller's numbers of a Service are gone, because the
// revision that it leads to is silent. The alternative is the canary's backend, or empty.
func (e *Engine) SilentBackend(namespace, service, alternative string) bool {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	for key, f := range e.flows {
		for _, route := range f.routes {
			front := route.Front
			if front.Namespace == namespace && front.Service == service && front.Alternative == alternative &&
				e.faults.of(key, route.Hash).silent {
				return true
			}
		}
	}
	return false
}

// ErrorRatio is the part of a pod's requests that fails.
func (e *Engine) ErrorRatio(pod string) float64 {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	found := e.world.Pods[pod]
	return e.faults.of(Key(found.Namespace, found.Rollout), found.Hash).errors
}
