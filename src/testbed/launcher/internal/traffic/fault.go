package traffic

import (
	"fmt"
	"maps"
)

// healthy is a revision nobody has spoilt: one request in two hundred fails.
var healthy = fault{errors: 0.005, slow: 1}

// fault is how a revision behaves: the part of requests that fails, the factor on its latency, and
// whether its metrics are gone.
type fault struct {
	errors float64
	slow   float64
	silent bool
}

// faults stand by Rollout and pod hash, or "*" for every hash that has none of its own.
type faults map[string]map[string]fault

func (f faults) of(rollout, hash string) fault {
	if own, spoilt := f[rollout][hash]; spoilt {
		return own
	}
	if all, spoilt := f[rollout]["*"]; spoilt {
		return all
	}
	return healthy
}

// Fault spoils a revision of a Rollout: kind "errors" makes the part value of its requests fail,
// "slow" multiplies its latency by value, "silent" takes its metrics away, "none" heals it. The
// revision is a pod hash, "*", or "canary" or "stable", which stand for the hash they mean now: the
// fault stays with that version wherever it goes. It returns the hash.
func (e *Engine) Fault(rollout, revision, kind string, value float64) (string, error) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	hash, err := e.hash(rollout, revision)
	if err != nil {
		return "", err
	}
	spoilt := e.faults.of(rollout, hash)
	switch {
	case kind == "errors" && value >= 0 && value <= 1:
		spoilt.errors = value
	case kind == "slow" && value > 0:
		spoilt.slow = value
	case kind == "silent":
		spoilt.silent = true
	case kind == "none":
		e.heal(rollout, hash)
		return hash, nil
	default:
		return "", fmt.Errorf("no fault %q with value %g: use errors (0 to 1), slow (a factor above 0), silent or none", kind, value)
	}
	if e.faults[rollout] == nil {
		e.faults[rollout] = map[string]fault{}
	}
	e.faults[rollout][hash] = spoilt
	return hash, nil
}

func (e *Engine) heal(rollout, hash string) {
	maps.DeleteFunc(e.faults[rollout], func(spoilt string, _ fault) bool {
		return hash == "*" || spoilt == hash
	})
}

func (e *Engine) hash(rollout, revision string) (string, error) {
	found, known := e.world.Rollouts[rollout]
	if !known {
		return "", fmt.Errorf("no rollout %q", rollout)
	}
	switch revision {
	case "stable":
		return found.StableHash, nil
	case "canary":
		if found.CurrentHash == found.StableHash {
			return "", fmt.Errorf("rollout %q has no canary now", rollout)
		}
		return found.CurrentHash, nil
	default:
		return revision, nil
	}
}
