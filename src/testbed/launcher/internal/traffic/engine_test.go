package traffic

import (
	"math"
	"testing"
	"time"
)

type ledger struct{ requests []Request }

func (l *ledger) Record(request Request) { l.requests = append(l.requests, request) }

// running is an engine on a canary of 10 %, at 100 requests per second.
func running(seed uint64) (*Engine, *ledger, time.Time) {
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	kept := &ledger{}
	engine := NewEngine(100, seed, kept, start)
	w := behindNginx(10)
	w.add(old, old, fresh)
	engine.world, engine.stale = w, true
	engine.Advance(start)
	return engine, kept, start
}

func TestRequestsFollowRateSharesAndTime(t *testing.T) {
	engine, kept, start := running(1)
	for second := range 600 {
		engine.Advance(start.Add(time.Duration(second+1) * time.Second))
	}
	report, err := engine.Report("shop/checkout")
	if err != nil {
		t.Fatal(err)
	}
	within(t, "all requests", float64(len(kept.requests)), 60_000, 1_000)
	within(t, "the canary's requests", float64(report.Totals[fresh].Requests), 6_000, 300)
	within(t, "failed requests", float64(report.Totals[old].Errors), 54_000*healthy.errors, 60)
}

func TestTheSameSeedGivesTheSameRequests(t *testing.T) {
	first, kept, start := running(7)
	second, again, _ := running(7)
	first.Advance(start.Add(time.Second))
	second.Advance(start.Add(time.Second))
	if len(kept.requests) == 0 || len(kept.requests) != len(again.requests) {
		t.Fatalf("%d and %d requests", len(kept.requests), len(again.requests))
	}
	for i, request := range kept.requests {
		if request != again.requests[i] {
			t.Fatalf("request %d is %+v and then %+v", i, request, again.requests[i])
		}
	}
}

func TestRequestsBeforeAChangeTookTheOldWay(t *testing.T) {
	engine, _, start := running(1)
	engine.Change(func(w World) {
		ingress := w.Ingresses["shop/checkout-canary"]
		ingress.Weight = 0
		w.Ingresses["shop/checkout-canary"] = ingress
	})
	moved := start.Add(10 * time.Second)
	engine.Advance(moved)
	before, _ := engine.Report("shop/checkout")
	engine.Advance(moved.Add(10 * time.Second))
	after, _ := engine.Report("shop/checkout")
	if before.Totals[fresh].Requests == 0 {
		t.Error("the canary had a weight, but no requests")
	}
	if after.Totals[fresh] != before.Totals[fresh] {
		t.Errorf("the canary went from %v to %v without a weight", before.Totals[fresh], after.Totals[fresh])
	}
	if !after.Moved.Equal(moved) {
		t.Errorf("the traffic moved at %s, not %s", after.Moved, moved)
	}
}

func TestARolloutThatHasNeverBeenUpGetsNoRequests(t *testing.T) {
	engine, kept, start := running(1)
	engine.Change(func(w World) {
		w.Rollouts["shop/search"] = Rollout{Namespace: "shop", Name: "search"}
	})
	engine.Advance(start.Add(time.Second))
	engine.Advance(start.Add(10 * time.Second))
	for _, request := range kept.requests {
		if request.Rollout == "shop/search" {
			t.Fatalf("it was asked: %+v", request)
		}
	}
}

func TestHealthyLatencyReads390msAtThe99thPercentile(t *testing.T) {
	engine, kept, start := running(3)
	engine.Advance(start.Add(2000 * time.Second))
	below := func(bound float64) float64 {
		count := 0
		for _, request := range kept.requests {
			if request.Seconds <= bound {
				count++
			}
		}
		return float64(count) / float64(len(kept.requests))
	}
	// As histogram_quantile does between the buckets 0.25 and 0.5.
	quantile := 0.25 + 0.25*(0.99-below(0.25))/(below(0.5)-below(0.25))
	within(t, "the 99th percentile", quantile, 0.39, 0.01)
}

func TestAFaultStaysWithItsVersion(t *testing.T) {
	engine, kept, start := running(1)
	hash, err := engine.Fault("shop/checkout", "canary", "errors", 1)
	if err != nil || hash != fresh {
		t.Fatalf("the canary is %q (%v)", hash, err)
	}
	engine.Advance(start.Add(100 * time.Second))
	for _, request := range kept.requests {
		if request.Route.Hash == fresh && request.Status != 500 {
			t.Fatalf("the spoilt canary answered %d", request.Status)
		}
	}
	within(t, "stable's error ratio", engine.faults.of("shop/checkout", old).errors, healthy.errors, 0)
	if _, err := engine.Fault("shop/checkout", fresh, "none", 0); err != nil {
		t.Fatal(err)
	}
	within(t, "the healed error ratio", engine.faults.of("shop/checkout", fresh).errors, healthy.errors, 0)
}

func TestFaultsAddUp(t *testing.T) {
	engine, _, _ := running(1)
	for kind, value := range map[string]float64{"errors": 0.3, "slow": 4, "silent": 0} {
		if _, err := engine.Fault("shop/checkout", "*", kind, value); err != nil {
			t.Fatal(err)
		}
	}
	want := fault{errors: 0.3, slow: 4, silent: true}
	if have := engine.faults.of("shop/checkout", old); have != want {
		t.Errorf("the fault is %+v, not %+v", have, want)
	}
	if !engine.SilentBackend("shop", "stable", "shop-canary-80") {
		t.Error("the ingress controller still counts the silent canary")
	}
}

func TestAWrongFaultIsRefused(t *testing.T) {
	engine, _, _ := running(1)
	for _, wish := range []struct {
		rollout, revision, kind string
		value                   float64
	}{
		{"shop/absent", "*", "errors", 0.5},
		{"shop/checkout", "*", "errors", 1.5},
		{"shop/checkout", "*", "slow", 0},
		{"shop/checkout", "*", "fast", 1},
	} {
		if _, err := engine.Fault(wish.rollout, wish.revision, wish.kind, wish.value); err == nil {
			t.Errorf("%+v was accepted", wish)
		}
	}
}

func within(t *testing.T, what string, have, want, tolerance float64) {
	t.Helper()
	if math.Abs(have-want) > tolerance {
		t.Errorf("%s: %g, not %g ± %g", what, have, want, tolerance)
	}
}
