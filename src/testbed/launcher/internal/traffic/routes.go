package traffic

import (
	"maps"
	"slices"
)

// Route is one way that requests to a Rollout take, down to the pod.
type Route struct {
	// The pod's key and hash; both empty when nobody serves, so that the proxy answers 503.
	Pod, Hash string
	// The part of all requests to the Rollout; those of all its routes sum up to 1.
	Share float64
	Front Front
}

// Front is the way through the ingress controller; Ingress is empty where none is in the way.
type Front struct {
	Namespace, Ingress, Host, Path, Service string
	// The ingress controller's name for the canary's backend, when it chose that one.
	Alternative string
}

// Routes are the ways that requests to the Rollout take right now.
func (w World) Routes(r Rollout) []Route {
	switch {
	case r.Routed:
		return w.split(r)
	case r.ActiveService != "":
		return w.spread(w.behind(r.Namespace, r.ActiveService), 1, w.front(r.Namespace, r.ActiveService))
	default:
		pods := w.pods(func(p Pod) bool { return p.Namespace == r.Namespace && p.Rollout == r.Name })
		return w.spread(pods, 1, Front{Namespace: r.Namespace})
	}
}

// split follows the canary Ingress: its weight goes to the canary Service, the rest to the stable one.
// Like ingress-nginx, it stays with the stable Service while the canary has no endpoints.
func (w World) split(r Rollout) []Route {
	front := w.front(r.Namespace, r.StableService)
	canary := w.behind(r.Namespace, r.CanaryService)
	share := w.canaryShare(r)
	if share == 0 || len(canary) == 0 {
		return w.spread(w.behind(r.Namespace, r.StableService), 1, front)
	}
	alternative := front
	alternative.Alternative = r.Namespace + "-" + r.CanaryService + "-" + w.Services[Key(r.Namespace, r.CanaryService)].Port
	routes := w.spread(canary, share, alternative)
	if share < 1 {
		routes = append(routes, w.spread(w.behind(r.Namespace, r.StableService), 1-share, front)...)
	}
	return routes
}

func (w World) canaryShare(r Rollout) float64 {
	for _, ingress := range w.Ingresses {
		if ingress.Namespace == r.Namespace && ingress.Canary && ingress.Total > 0 &&
			slices.Contains(ingress.Services, r.CanaryService) {
			return min(1, max(0, float64(ingress.Weight)/float64(ingress.Total)))
		}
	}
	return 0
}

// spread divides a share evenly over the pods, as a Service does.
func (w World) spread(pods []Pod, share float64, front Front) []Route {
	if len(pods) == 0 {
		return []Route{{Share: share, Front: front}}
	}
	routes := make([]Route, 0, len(pods))
	for _, pod := range pods {
		routes = append(routes, Route{
			Pod:   Key(pod.Namespace, pod.Name),
			Hash:  pod.Hash,
			Share: share / float64(len(pods)),
			Front: front,
		})
	}
	return routes
}

func (w World) front(namespace, service string) Front {
	for _, key := range slices.Sorted(maps.Keys(w.Ingresses)) {
		ingress := w.Ingresses[key]
		if ingress.Namespace == namespace && !ingress.Canary && slices.Contains(ingress.Services, service) {
			return Front{
				Namespace: namespace,
				Ingress:   ingress.Name,
				Host:      ingress.Host,
				Path:      ingress.Path,
				Service:   service,
			}
		}
	}
	return Front{Namespace: namespace, Service: service}
}

// behind are the pods that a Service leads to. One without a selector leads nowhere.
func (w World) behind(namespace, name string) []Pod {
	service, known := w.Services[Key(namespace, name)]
	if !known || len(service.Selector) == 0 {
		return nil
	}
	return w.pods(func(p Pod) bool {
		if p.Namespace != namespace {
			return false
		}
		for label, value := range service.Selector {
			if p.Labels[label] != value {
				return false
			}
		}
		return true
	})
}

// pods are the ready ones that fit, in the order of their names.
func (w World) pods(fits func(Pod) bool) []Pod {
	var found []Pod
	for _, key := range slices.Sorted(maps.Keys(w.Pods)) {
		if pod := w.Pods[key]; pod.Ready && fits(pod) {
			found = append(found, pod)
		}
	}
	return found
}

// Shares sums the routes up by pod hash; what nobody serves stands under the empty hash.
func Shares(routes []Route) map[string]float64 {
	shares := map[string]float64{}
	for _, route := range routes {
		shares[route.Hash] += route.Share
	}
	return shares
}
