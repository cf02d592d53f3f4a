package traffic

import (
	"maps"
	"math"
	"testing"
)

const (
	old    = "6d4cf56db6"
	fresh  = "79cfdc47d5"
	hashed = "rollouts-pod-template-hash"
)

// add makes ready pods of shop/checkout with the given hashes.
func (w World) add(hashes ...string) {
	for _, hash := range hashes {
		name := "checkout-" + hash + "-" + string(rune('a'+len(w.Pods)))
		w.Pods[Key("shop", name)] = Pod{
			Namespace: "shop", Name: name, Rollout: "checkout", Hash: hash, Ready: true,
			Labels: map[string]string{hashed: hash},
		}
	}
}

func (w World) service(name, hash string) {
	w.Services[Key("shop", name)] = Service{
		Namespace: "shop", Name: name, Port: "80", Selector: map[string]string{hashed: hash},
	}
}

func (w World) release(r Rollout) {
	r.Namespace, r.Name, r.StableHash, r.CurrentHash = "shop", "checkout", old, fresh
	w.Rollouts["shop/checkout"] = r
}

// behindNginx is a canary with the weight in its Ingress's annotation.
func behindNginx(weight int) World {
	w := NewWorld()
	w.release(Rollout{Routed: true, StableService: "stable", CanaryService: "canary"})
	w.service("stable", old)
	w.service("canary", fresh)
	w.Ingresses["shop/checkout"] = Ingress{
		Namespace: "shop", Name: "checkout", Host: "checkout.example", Path: "/", Services: []string{"stable"},
	}
	w.Ingresses["shop/checkout-canary"] = Ingress{
		Namespace: "shop", Name: "checkout-canary", Services: []string{"canary"},
		Canary: true, Weight: weight, Total: 100,
	}
	return w
}

func TestTheCanaryIngressSplitsTheTraffic(t *testing.T) {
	w := behindNginx(10)
	w.add(old, old, old, fresh)
	expect(t, w, map[string]float64{old: 0.9, fresh: 0.1})
}

func TestTheServicesSelectorsDecideWhereAWeightGoes(t *testing.T) {
	w := behindNginx(25)
	w.add(old, fresh)
	w.service("canary", old)
	expect(t, w, map[string]float64{old: 1})
}

func TestACanaryWithoutEndpointsLeavesTheTrafficToStable(t *testing.T) {
	w := behindNginx(50)
	w.add(old)
	expect(t, w, map[string]float64{old: 1})
}

func TestWithoutAnyEndpointNobodyServes(t *testing.T) {
	expect(t, behindNginx(50), map[string]float64{"": 1})
}

func TestTheIngressControllerNamesTheCanarysBackend(t *testing.T) {
	w := behindNginx(10)
	w.add(old, fresh)
	want := map[string]Front{
		old:   {"shop", "checkout", "checkout.example", "/", "stable", ""},
		fresh: {"shop", "checkout", "checkout.example", "/", "stable", "shop-canary-80"},
	}
	for _, route := range w.Routes()["shop/checkout"] {
		if route.Front != want[route.Hash] {
			t.Errorf("%s goes by %+v, not %+v", route.Hash, route.Front, want[route.Hash])
		}
	}
}

func TestWithoutARouterEveryReadyPodGetsTheSame(t *testing.T) {
	w := NewWorld()
	w.release(Rollout{})
	w.add(old, old, old, fresh, fresh)
	for key, pod := range w.Pods {
		if pod.Hash == fresh {
			pod.Ready = false
			w.Pods[key] = pod
			break
		}
	}
	expect(t, w, map[string]float64{old: 0.75, fresh: 0.25})
}

func TestBlueGreenFollowsTheActiveService(t *testing.T) {
	w := NewWorld()
	w.release(Rollout{ActiveService: "active"})
	w.add(old, fresh)
	w.service("active", old)
	expect(t, w, map[string]float64{old: 1})
	w.service("active", fresh)
	expect(t, w, map[string]float64{fresh: 1})
}

func expect(t *testing.T, w World, want map[string]float64) {
	t.Helper()
	close := func(a, b float64) bool { return math.Abs(a-b) < 1e-9 }
	if have := Shares(w.Routes()["shop/checkout"]); !maps.EqualFunc(have, want, close) {
		t.Errorf("shares are %v, not %v", have, want)
	}
}
